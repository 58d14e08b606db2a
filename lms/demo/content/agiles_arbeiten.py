"""The course "Agil arbeiten im Amt" of the city of Nürnberg."""

COURSE = {
    "slug": "agiles-arbeiten",
    "city": "nuernberg",
    "title": "Agil arbeiten im Amt: Kanban, Scrum und kleine Schritte",
    "summary": (
        "Klein anfangen, früh zeigen, schnell lernen: Tafeln mit Grenzen, kurze Etappen und Tests "
        "mit fünf Menschen. Und warum das Recht dabei bleibt, wo es ist."
    ),
    "goals": [
        "Sie können erklären, was agil bedeutet und wo das Recht Grenzen setzt.",
        "Sie können eine Kanban-Tafel mit Grenzen für ein Team im Amt aufbauen.",
        "Sie können die Rollen und Termine von Scrum an einem kleinen Projekt beschreiben.",
        "Sie können Wünsche als User Story schreiben und einen Entwurf mit fünf Menschen testen.",
        "Sie können ein eigenes kleines Experiment planen und die richtigen Stellen beteiligen.",
    ],
    "audience": "Auszubildende aller Berufe und Teams, die etwas Neues ausprobieren möchten",
    "level": "beginner",
    "language": "de",
    "topic": "administration",
    "licence": "CC BY-SA 4.0",
    "contact": "barbara.blaupause@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "kleine-schritte",
            "module": "Klein anfangen und sichtbar machen",
            "title": "Warum kleine Schritte und was „agil“ heißt",
            "minutes": 11,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Musterstadt wollte Stellplätze für Lastenräder vermieten. Dafür brauchte es einen Antrag. Eine
Arbeitsgruppe plante zwei Jahre lang, und zwar sehr gründlich. Am Ende gab es 41 Felder, vier
Anlagen und eine kleine Feier mit Butterbrezen. Stadt und Geschichte sind erfunden. Manchen kommen
sie trotzdem bekannt vor.</p>
<h2>Was dann geschah</h2>
<p>Im ersten Monat öffneten 400 Menschen das Formular. Abgeschickt haben es 26. Die meisten gaben am
selben Feld auf: „Rahmennummer des Rades“. Wer den Antrag ausfüllt, sitzt abends auf dem Sofa. Das
Rad steht unten im Hof, und es regnet.</p>
<p>Niemand in der Gruppe war faul oder dumm. Alle hatten lange nachgedacht. Nur ausprobiert hatte es
niemand. Nach zwei Jahren Arbeit fällt es außerdem schwer, sich einen Fehler einzugestehen.</p>
<h2>Derselbe Antrag, andere Reihenfolge</h2>
<p>Stellen Sie sich nun kleine Schritte vor. Nach einer Woche liegt ein Entwurf auf Papier vor. Fünf
Menschen füllen ihn vor der Bücherei aus. Drei bleiben bei der Rahmennummer hängen. Das Team fragt
im Haus, wozu die Nummer dient. Die Antwort: „Die stand schon im alten Muster für Mofas.“ Das Feld
fällt weg. Der Irrtum hat eine Woche gekostet und keine zwei Jahre.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "Die kleine Runde",
                        "steps": [
                            {
                                "title": "Vermuten",
                                "text": "<p>Schreiben Sie auf, was Sie glauben und noch nicht wissen.</p>",
                            },
                            {
                                "title": "Bauen",
                                "text": "<p>Machen Sie das Kleinste, mit dem Sie die Vermutung prüfen können.</p>",
                            },
                            {
                                "title": "Zeigen",
                                "text": "<p>Legen Sie es Menschen vor, die es wirklich brauchen. Schauen Sie zu.</p>",
                            },
                            {
                                "title": "Lernen",
                                "text": "<p>Ändern Sie etwas, hören Sie auf oder gehen Sie weiter. Dann beginnt die Runde neu.</p>",
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Was „agil“ bedeutet</h2>
<p>Agil heißt beweglich. Im Jahr 2001 trafen sich 17 Fachleute für Software und schrieben das
„Agile Manifest“. Es nennt vier Werte. Für ein Amt lassen sie sich so lesen:</p>
<ul>
<li><b>Menschen und Gespräche</b> sind wichtiger als Abläufe und Werkzeuge.</li>
<li><b>Ein Ergebnis, das funktioniert,</b> ist wichtiger als eine dicke Beschreibung.</li>
<li><b>Gemeinsam arbeiten</b> ist wichtiger als um Zuständigkeiten zu feilschen.</li>
<li><b>Auf Neues reagieren</b> ist wichtiger, als einem Plan bis zum Ende zu folgen.</li>
</ul>
<p>Dazu gehört ein Nachsatz, den viele vergessen: Auch die zweite Hälfte zählt. Ein agiles Team hat
Pläne, Abläufe und Akten. Es hält nur nicht am Plan fest, wenn die Wirklichkeit anders aussieht.</p>
<h2>Recht bleibt Recht</h2>
<p>Nach Art. 20 Abs. 3 des Grundgesetzes ist die Verwaltung an Gesetz und Recht gebunden. Daran
ändert keine Methode etwas. Sie dürfen ausprobieren, <b>wie</b> ein Amt arbeitet. Sie dürfen nicht
ausprobieren, <b>ob</b> ein Gesetz gilt. Auch im Versuch gilt deshalb:</p>
<ul>
<li>Fristen laufen weiter, und die Akte bleibt vollständig.</li>
<li>Vor einem belastenden Bescheid wird die Person in der Regel angehört.</li>
<li>Gleiche Fälle werden gleich behandelt, mit und ohne bunte Zettel.</li>
<li>Datenschutz und Barrierefreiheit gelten vom ersten Entwurf an.</li>
</ul>
<p>Das Gesetz ist dabei weniger starr, als manche glauben. Oft steht im Gesetz nur, <b>was</b> zu
prüfen ist. Die Reihenfolge, den Wortlaut eines Briefes oder den Weg durchs Haus hat irgendwann
jemand festgelegt. Und was jemand festgelegt hat, darf man besprechen.</p>
""",
                },
                {
                    "type": "quote",
                    "value": {
                        "text": "Es ist einfach, zweckmäßig und zügig durchzuführen.",
                        "source": "Art. 10 Satz 2 BayVwVfG über das Verwaltungsverfahren",
                    },
                },
                {
                    "type": "accordion",
                    "value": {
                        "items": [
                            {
                                "title": "Heißt agil, dass niemand mehr plant?",
                                "text": (
                                    "<p>Nein. Agile Teams planen sogar öfter, aber in kleineren Stücken. "
                                    "Sie planen den nächsten Schritt genau und den übernächsten grob.</p>"
                                ),
                            },
                            {
                                "title": "Heißt agil, dass niemand mehr entscheidet?",
                                "text": (
                                    "<p>Nein. Das Team entscheidet mehr über die eigene Arbeit. Über "
                                    "Ziele, Geld und Recht entscheidet weiter, wer dafür zuständig ist.</p>"
                                ),
                            },
                            {
                                "title": "Passt das für jede Aufgabe?",
                                "text": (
                                    "<p>Nein. Wo der beste Weg bekannt ist, folgen Sie ihm einfach. "
                                    "Eine Meldebestätigung braucht keine Klebezettel. Kleine Schritte "
                                    "lohnen sich, wo noch niemand sicher weiß, was funktioniert.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Kein Bescheid im Probebetrieb",
                        "text": (
                            "<p>Ein Entwurf darf unfertig sein, ein Bescheid nicht. Testen Sie mit "
                            "erfundenen Fällen. Was an echte Menschen hinausgeht, muss stimmen.</p>"
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Was darf ein Team im Amt im Rahmen eines Versuchs ausprobieren?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Eine neue Reihenfolge der Fragen im Antrag",
                                "right": True,
                                "feedback": "Ja. Die Reihenfolge schreibt meist kein Gesetz vor.",
                            },
                            {
                                "text": "Einen Monat lang ohne Anhörung entscheiden",
                                "right": False,
                                "feedback": "Nein. Die Anhörung ist ein Recht der Betroffenen.",
                            },
                            {
                                "text": "Ein verständlicheres Anschreiben, das die Leitung freigegeben hat",
                                "right": True,
                                "feedback": "Ja. Der Inhalt bleibt richtig, nur der Ton wird klarer.",
                            },
                            {
                                "text": "Anträge von netten Leuten zuerst bearbeiten",
                                "right": False,
                                "feedback": "Nein. Gleiche Fälle sind gleich zu behandeln.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "kanban",
            "title": "Kanban: eine Tafel mit Grenzen",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Montag im Bürgeramt von Musterstadt. Im Postfach liegen 60 schriftliche Anliegen: Bescheinigungen,
Rückfragen, nachgereichte Unterlagen. Drei Menschen arbeiten daran. Alle haben viel angefangen.
Fragt eine Bürgerin nach dem Stand, beginnt die große Suche. „Das hat, glaube ich, Herr Beispiel.“
Herr Beispiel hat Urlaub.</p>
<h2>Arbeit sichtbar machen</h2>
<p>Das japanische Wort Kanban bedeutet so viel wie Karte oder Schild. Die Idee stammt aus den Werken
von Toyota. Im Büro wird daraus eine Tafel. Jeder Vorgang ist eine Karte. Jede Spalte ist ein
Schritt. Die Karte wandert von links nach rechts. So sehen alle auf einen Blick, was läuft und was
klemmt.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/kanban-tafel.png",
                        "alt": (
                            "Eine Kanban-Tafel mit fünf Spalten: Neu mit 4 Karten, In Arbeit mit 3 von 3, "
                            "Wartet mit 2 von 4, Prüfen mit 1 von 2 und Fertig mit 4 Karten. Die Spalte In "
                            "Arbeit ist voll und hervorgehoben. Darunter steht: Voll! Jetzt nichts Neues "
                            "beginnen. Erst rechts helfen, dann links ziehen."
                        ),
                        "caption": "Die Grenze steht oben in der Spalte. Gestrichelte Plätze sind noch frei.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Die Grenze ist der Trick</h2>
<p>Eine Tafel ohne Grenze ist nur eine schönere To-do-Liste. Bei Kanban steht deshalb über den
mittleren Spalten eine Zahl. Sie sagt, wie viele Karten dort höchstens hängen dürfen. Fachleute
nennen sie WIP-Limit, vom englischen „work in progress“ für angefangene Arbeit.</p>
<p>Ist die Spalte voll, beginnt niemand etwas Neues. Stattdessen fragt man: Wem kann ich helfen,
damit rechts etwas fertig wird? Erst wenn ein Platz frei ist, zieht man die nächste Karte. Niemand
schiebt also anderen Arbeit auf den Tisch. Man holt sie sich, sobald man wieder Luft hat.</p>
<h2>Warum weniger anfangen schneller ist</h2>
<p>Ein einfaches Beispiel: Das Team erledigt sechs Vorgänge am Tag. 30 sind angefangen. Dann dauert
ein Vorgang ab dem Start im Schnitt fünf Tage, denn 30 geteilt durch 6 ist 5. Auf der Tafel oben
haben in der Mitte höchstens neun Karten Platz. Dann sind es nur anderthalb Tage. Die Rechnung gilt,
wenn etwa so viel kommt wie geht.</p>
<p>Ehrlich gesagt: Die Tafel allein zaubert keine Zeit herbei. Was noch unter „Neu“ hängt, wartet
weiter. Gewonnen wird an anderer Stelle. Wer nicht ständig wechselt, muss sich seltener neu
eindenken. Staus fallen früh auf. Und die Frage „Wie weit ist mein Antrag?“ ist schnell
beantwortet.</p>
<h2>Fünf Regeln für die Tafel im Bürgeramt</h2>
<ol>
<li><b>Reihenfolge:</b> Zuerst kommt, was eine Frist hat, dann zählt der Eingang.</li>
<li><b>Eilspur:</b> Höchstens eine Karte darf überholen. Der Grund steht darauf.</li>
<li><b>Warten mit Datum:</b> In „Wartet“ steht, worauf und bis wann. Dann wird nachgefragt.</li>
<li><b>Vier Augen:</b> „Prüfen“ übernimmt eine andere Person als die, die bearbeitet hat.</li>
<li><b>Kurz im Stehen:</b> Jeden Morgen zehn Minuten vor der Tafel, von rechts nach links.</li>
</ol>
<p>Von rechts nach links klingt seltsam, hat aber einen Sinn. Was fast fertig ist, kommt zuerst dran.
So hören die Bürgerinnen und Bürger bald von Ihnen. Welche Zahl als Grenze passt, zeigt der Alltag.
Beginnen Sie etwa mit einer Karte je Person. Hängt ständig jemand in der Luft, war die Zahl zu
klein. Fällt die Grenze nie auf, war sie zu groß.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Keine Namen an die Wand",
                        "text": (
                            "<p>Auf die Karten gehören eine laufende Nummer und die Art des Anliegens. "
                            "Namen von Bürgerinnen und Bürgern haben dort nichts verloren. Die Tafel hängt, "
                            "wo kein Publikum hinkommt. Sie ersetzt auch nie die Akte.</p>"
                        ),
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Ihre Tafel für eine Woche",
                        "text": (
                            "<p>Nehmen Sie ein Blatt und zeichnen Sie drei Spalten: Neu, In Arbeit, Fertig. "
                            "Schreiben Sie Ihre eigenen Aufgaben auf kleine Zettel. Setzen Sie über „In Arbeit“ die "
                            "Grenze 2. Notieren Sie am Freitag, wann die Grenze Sie geärgert hat. Genau dort "
                            "steckt meist das Spannende.</p>"
                        ),
                        "minutes": 15,
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Die Spalte „In Arbeit“ ist voll. Sie warten auf einen Rückruf und haben gerade Zeit. "
                            "Was tun Sie?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich beginne heimlich eine neue Karte.",
                                "right": False,
                                "feedback": "Nein. Dann ist noch mehr angefangen und nichts schneller fertig.",
                            },
                            {
                                "text": "Ich frage, wo ich beim Fertigwerden helfen kann.",
                                "right": True,
                                "feedback": "Genau dazu ist die Grenze da.",
                            },
                            {
                                "text": "Ich streiche die Grenze und schreibe eine höhere Zahl hin.",
                                "right": False,
                                "feedback": "Nein. Über die Zahl entscheidet das Team gemeinsam und in Ruhe.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "scrum",
            "module": "Ein Projekt aus der Sicht der Menschen",
            "title": "Scrum in Grundzügen",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Wer in Musterstadt einen Schlüssel verliert, ruft im Fundbüro an. Das Telefon klingelt ununterbrochen.
Die häufigste Antwort lautet: „Leider nichts da.“ Die Stadt möchte deshalb eine Suche im Netz
anbieten. Wie sie genau aussehen soll, weiß noch niemand. Für so ein Vorhaben passt Scrum.</p>
<h2>Die Idee in drei Sätzen</h2>
<p>Ein kleines Team arbeitet in kurzen, gleich langen Etappen. Am Ende jeder Etappe steht ein Stück,
das man benutzen und zeigen kann. Danach entscheidet das Team neu, was als Nächstes am meisten
hilft.</p>
<p>Das Wort Scrum kommt aus dem Rugby. Dort steckt ein Team die Köpfe zusammen und schiebt gemeinsam.
Im Rathaus geht es ruhiger zu, meistens jedenfalls. Die Regeln stehen in einem kurzen Heft, dem
Scrum Guide. Es lässt sich an einem Abend lesen.</p>
<h2>Drei Rollen</h2>
<ul>
<li><b>Product Owner:</b> Eine Person sagt, was am wichtigsten ist. Hier ist es Frau Musterfrau aus
dem Fundbüro. Sie ordnet die Liste der Wünsche. Es ist immer ein Mensch und kein Ausschuss.</li>
<li><b>Entwicklerinnen und Entwickler:</b> So heißen alle, die am Ergebnis bauen. Hier sind es zwei
Leute aus der IT, eine Redakteurin und ein Auszubildender aus dem Fundbüro. Sie entscheiden, wie sie
es machen.</li>
<li><b>Scrum Master:</b> Herr Beispiel achtet auf die Regeln und räumt Hindernisse weg. Er ist kein
Chef. Fehlt ein Zugang, kümmert er sich darum.</li>
</ul>
<p>Ein Scrum-Team bleibt klein, meist sind es höchstens zehn Personen. Innerhalb des Teams gibt es
keine Rangfolge. Die Vorgesetzten im Amt behalten natürlich ihre Aufgabe. Der Scrum
Guide spricht übrigens von Verantwortlichkeiten. „Rollen“ sagen trotzdem fast alle.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Die fünf Termine von Scrum am Beispiel der Suche im Fundbüro",
                        "head": ["Termin", "Wann und wie lange?", "Was geschieht?"],
                        "rows": [
                            [
                                "Sprint",
                                "Die Etappe selbst: höchstens ein Monat, hier zwei Wochen",
                                "Alles andere findet in ihr statt.",
                            ],
                            [
                                "Sprint Planning",
                                "Am ersten Tag, hier zwei Stunden",
                                "Das Team wählt ein Ziel und die Aufgaben dazu.",
                            ],
                            [
                                "Daily Scrum",
                                "Jeden Arbeitstag, 15 Minuten",
                                "Wer am Ergebnis baut, stimmt den Tag ab.",
                            ],
                            [
                                "Sprint Review",
                                "Gegen Ende, hier eine Stunde",
                                "Das Team zeigt das Ergebnis und hört zu.",
                            ],
                            [
                                "Sprint Retrospektive",
                                "Ganz am Ende, hier 45 Minuten",
                                "Das Team schaut auf die eigene Zusammenarbeit.",
                            ],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Zwei Wochen im Fundbüro</h2>
<p>Im ersten Planning einigt sich das Team auf ein Ziel: „Wer einen Schlüssel verloren hat, sieht im
Netz, ob einer gefunden wurde.“ Nur Schlüssel, noch keine Schirme, Handys oder Gebisse. Das wirkt
mickrig. Es ist aber schon ein ganzer Weg, vom Eintrag bis zur Anzeige.</p>
<p>In der ersten Woche fällt im Daily ein Problem auf. Beschreibt die Seite jeden Anhänger genau, kann
sich jeder als Besitzer ausgeben. Das Team zeigt deshalb nur Fundtag und Stadtteil. Die Einzelheiten
fragt das Fundbüro selbst ab. Die Namen der Finderinnen und Finder bleiben ohnehin im Amt.</p>
<p>Zum Review kommen die Amtsleitung, der Datenschutz und zwei Bürger. Einer tippt „Autoschlüssel“
ein und findet nichts. Im System steht „Schlüssel, PKW“. Noch am selben Tag steht ein neuer Wunsch
ganz oben auf der Liste: Die Suche soll ähnliche Wörter kennen.</p>
<h2>Was „fertig“ heißt</h2>
<p>„Fast fertig“ ist in jedem Büro ein dehnbarer Begriff. Scrum-Teams schreiben daher auf, wann etwas
fertig ist. Das heißt Definition of Done. Im Fundbüro lautet sie: Getestet auf dem Handy, mit der
Tastatur bedienbar, Text von zweiter Hand gelesen, vom Datenschutz geprüft.</p>
<h2>Kanban oder Scrum?</h2>
<p>Für laufende Post passt Kanban, denn sie kommt jeden Tag neu. Für ein Vorhaben mit offenem Ergebnis
passt Scrum. Viele Teams mischen beides. Wichtig ist nicht das Etikett, sondern dass Sie oft genug
nachsehen, ob es hilft.</p>
""",
                },
                {
                    "type": "glossary",
                    "value": {
                        "terms": [
                            {
                                "term": "Product Backlog",
                                "explanation": "Die geordnete Liste aller Wünsche. Oben steht, was am meisten hilft.",
                            },
                            {
                                "term": "Sprint Backlog",
                                "explanation": "Das Ziel des Sprints und die Aufgaben, die das Team dafür ausgewählt hat.",
                            },
                            {
                                "term": "Inkrement",
                                "explanation": "Das nutzbare Stück Ergebnis, das in einem Sprint dazukommt.",
                            },
                            {
                                "term": "Definition of Done",
                                "explanation": "Die gemeinsame Liste, die sagt, wann etwas wirklich fertig ist.",
                            },
                        ],
                    },
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Englisch nur, wenn es hilft",
                        "text": (
                            "<p>Niemand muss „Sprint Retrospektive“ sagen. „Rückblick“ geht auch. "
                            "Hauptsache, alle meinen dasselbe und der Termin findet statt.</p>"
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Wer bestimmt bei Scrum, welcher Wunsch als Nächstes am wichtigsten ist?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Der Scrum Master, weil er die Regeln kennt",
                                "right": False,
                                "feedback": "Nein. Er sorgt dafür, dass die Zusammenarbeit klappt.",
                            },
                            {
                                "text": "Alle Ämter gemeinsam in einem Ausschuss",
                                "right": False,
                                "feedback": "Nein. Alle dürfen Wünsche haben, aber eine Person ordnet sie.",
                            },
                            {
                                "text": "Der Product Owner oder die Product Ownerin",
                                "right": True,
                                "feedback": "Diese eine Person ordnet die Liste und steht dafür ein.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "user-storys-und-tests",
            "title": "User Storys, Prototypen und fünf Menschen",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>„Das Formular benötigt ein Pflichtfeld für das Kassenzeichen.“ So beginnen viele Wunschlisten. Sie
beschreiben, was das Amt haben will. Wer davor sitzt und was dieser Mensch erreichen möchte, steht
nirgends. User Storys drehen den Blick um.</p>
<h2>Ein Satz mit drei Teilen</h2>
<p>Eine User Story ist ein kurzer Wunsch aus der Sicht eines Menschen. Story heißt Geschichte, User
sind die Leute, die etwas benutzen. Die übliche Form lautet: „Als … möchte ich …, damit …“</p>
<ul>
<li>„Als <b>Pendler ohne Rucksack</b> möchte ich <b>abends am Handy nachsehen</b>, damit <b>ich nicht
umsonst ins Fundbüro fahre</b>.“</li>
<li>„Als <b>Frau, die mit Screenreader liest</b>, möchte ich <b>die Trefferliste hören</b>, damit
<b>ich ohne Hilfe suchen kann</b>.“</li>
<li>„Als <b>Mitarbeiter am Schalter</b> möchte ich <b>Funde nur einmal eintippen</b>, damit <b>die
Schlange kürzer wird</b>.“</li>
</ul>
<p>Der wichtigste Teil ist das „damit“. Er nennt den Grund. Oft zeigt er, dass es einen leichteren Weg
gibt. Der Pendler braucht vielleicht gar keine App. Ihm reicht eine Nachricht.</p>
<p>Zu jeder Geschichte gehören zwei bis fünf Prüfpunkte. Sie sagen, woran alle erkennen, dass es klappt.
Für den Pendler etwa: „Das Ergebnis passt auf ein Handy. Die Liste ist höchstens einen Tag alt. Gibt
es nichts, steht dort, wann man wieder nachsehen sollte.“</p>
<p>Ist die Geschichte zu groß, schneiden Sie sie klein. Schneiden Sie nach Fällen und nicht nach
Abteilungen: erst Schlüssel, dann Taschen. Ein Stück, das nur aus einer Datenbank besteht, hilft noch
niemandem.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Die Frage nach dem Grund",
                        "text": (
                            "<p>Jemand wünscht sich ein neues Feld? Fragen Sie freundlich: „Was können die "
                            "Menschen danach, was sie vorher nicht konnten?“ Kommt keine Antwort, kommt auch "
                            "kein Feld.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Der Prototyp: ein billiger Irrtum</h2>
<p>Ein Prototyp ist ein Muster zum Ausprobieren. Er darf hässlich sein. Je weniger Arbeit in ihm
steckt, desto leichter werfen Sie ihn weg. Fangen Sie deshalb mit Papier an. Eine Seite ist ein
Bildschirm. Tippt jemand mit dem Finger auf „Weiter“, legen Sie das nächste Blatt hin. Sie sind der
Computer, und Sie stürzen seltener ab.</p>
<p>Bei Briefen und Bescheiden ist der Prototyp noch einfacher. Drucken Sie den Entwurf aus und ändern
Sie ihn nach jedem Gespräch. Benutzen Sie immer erfundene Namen und Fälle.</p>
<h2>Warum fünf genügen</h2>
<p>Der Fachmann Jakob Nielsen hat eine Faustregel bekannt gemacht. Fünf Menschen stoßen zusammen schon
auf die meisten Hürden. In seinem Rechenmodell sind es etwa 85 Prozent. Der sechste stolpert meist
über dieselbe Stufe. Besser sind also drei Runden mit je fünf als eine Runde mit fünfzehn. Zwischen
den Runden wird der Entwurf verbessert.</p>
<p>Die Regel hat Grenzen. Die fünf sollten zu einer ähnlichen Gruppe gehören. Neu Zugezogene und
Hausverwaltungen brauchen je eine eigene Runde. Laden Sie Menschen ein, die mit Screenreader lesen
oder wenig Deutsch sprechen. Und: Fünf Menschen zeigen Ihnen, <b>wo</b> es hakt. Wie viele Prozent
der Stadt das betrifft, sagen sie nicht.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "So läuft ein Test von 20 Minuten",
                        "steps": [
                            {
                                "title": "Begrüßen",
                                "text": (
                                    "<p>„Wir testen den Entwurf, nicht Sie. Sie können nichts falsch machen und "
                                    "jederzeit aufhören.“</p>"
                                ),
                            },
                            {
                                "title": "Eine Aufgabe geben",
                                "text": "<p>„Sie haben gestern im Bus Ihren Schlüssel verloren. Was tun Sie?“</p>",
                            },
                            {
                                "title": "Laut denken lassen",
                                "text": "<p>Bitten Sie die Person, ihre Gedanken auszusprechen. Eine zweite Person schreibt mit.</p>",
                            },
                            {
                                "title": "Schweigen",
                                "text": "<p>Helfen Sie nicht. Das ist der schwerste Teil. Zählen Sie innerlich bis zehn.</p>",
                            },
                            {
                                "title": "Nachfragen und danken",
                                "text": "<p>„Was hat Sie überrascht?“ Danach ordnen Sie die Hürden: Was hat mehrere gestoppt?</p>",
                            },
                        ],
                    },
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Datenschutz beim Test",
                        "text": (
                            "<p>Mitmachen ist freiwillig. Notieren Sie Hürden und keine Namen. Ton oder Video "
                            "nehmen Sie nur auf, wenn die Person vorher eingewilligt hat. Fragen Sie dafür "
                            "die Stelle für Datenschutz.</p>"
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Eine Testperson findet die Schaltfläche „Weiter“ nicht. Was tun Sie?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich zeige sofort auf die richtige Stelle.",
                                "right": False,
                                "feedback": "Nein. Zu Hause zeigt auch niemand darauf.",
                            },
                            {
                                "text": "Ich warte, schaue zu und lasse die Stelle notieren.",
                                "right": True,
                                "feedback": "Genau diese Hürde wollten Sie finden.",
                            },
                            {
                                "text": "Ich erkläre, dass die Schaltfläche sehr wohl da ist.",
                                "right": False,
                                "feedback": "Nein. Sie testen den Entwurf und verteidigen ihn nicht.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "hierarchie",
            "module": "Agil im eigenen Haus",
            "title": "Agil und Hierarchie: wer mitreden muss",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Das Team im Fundbüro ist begeistert. Es hat an einem Nachmittag eine Tafel im Netz eingerichtet,
ein Programm gekauft und den neuen Brief verschickt. Am nächsten Morgen melden sich die IT, die
Kämmerei, das Rechtsamt und der Personalrat. Keiner von ihnen ist gegen Neues. Alle hätten es nur
gern vorher gewusst.</p>
<h2>Warum es die Linie gibt</h2>
<p>In einer Stadt entscheidet nicht, wer die beste Idee hat, sondern wer dafür Verantwortung trägt. Der
Stadtrat ist gewählt. Die Verwaltung führt aus, was er beschließt, und ist an das Recht gebunden. Von
oben nach unten ist geklärt, wer wofür einsteht. Das nennt man die Linie. Sie schützt die Menschen
vor Willkür und Sie vor Entscheidungen, die nicht Ihre sind.</p>
<p>Agiles Arbeiten hebt die Linie nicht auf. Es braucht nur einen klaren Auftrag. Am besten steht er auf
einer Seite: Was ist das Ziel? Was darf das Team allein? Wann fragt es? Wie lange läuft der Versuch?
Dann muss die Leitung nicht jeden Zettel freigeben.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Wer entscheidet? Beispiele aus Musterstadt, Ihre Stadt kann es anders regeln.",
                        "head": ["Frage", "Wer entscheidet oder wirkt mit?"],
                        "rows": [
                            ["Wie ordnen wir unsere Karten?", "Das Team im Rahmen des Auftrags"],
                            ["Darf der neue Brief hinaus?", "Die Leitung, nach Mitzeichnung etwa durch das Rechtsamt"],
                            [
                                "Dürfen wir dieses Programm nutzen?",
                                "IT und Datenschutz, je nach Programm auch der Personalrat",
                            ],
                            ["Gibt es dafür Geld?", "Wer das Budget verantwortet, bei großen Summen der Stadtrat"],
                            ["Ändern wir die Gebühren der Bücherei?", "Der Stadtrat, meist durch eine Satzung"],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Mitzeichnung: früh fragen statt spät hoffen</h2>
<p>Betrifft ein Schreiben mehrere Stellen, zeichnen sie mit. Jede prüft ihren Teil und steht dafür ein.
Wie das läuft, regelt die Geschäftsanweisung Ihrer Stadt. Mühsam wird es, wenn nach sechs Monaten
Arbeit ein fertiges Paket auf fremden Tischen landet. Dann hagelt es Änderungen.</p>
<p>Laden Sie die Mitzeichnenden deshalb schon zum ersten Zeigen ein. Eine halbe Stunde vor dem
Papierentwurf ersetzt viele Vermerke. Die Unterschrift kommt am Schluss trotzdem. Sie ist dann aber
keine Überraschung mehr.</p>
<h2>Geld: in Etappen denken</h2>
<p>Nach Art. 61 der bayerischen Gemeindeordnung ist der Haushalt sparsam und wirtschaftlich zu planen
und zu führen. Kleine Schritte passen gut dazu. Wer nach jedem Schritt neu prüft, hört früher auf,
Geld in eine schlechte Idee zu stecken.</p>
<p>Es gibt aber Spannungen. Mittel werden meist für ein Jahr und einen Zweck geplant. Auch für kleine
Käufe gibt es Regeln. Sprechen Sie also früh mit der Haushaltsstelle. Auch ein Programm
ohne Preisschild ist selten umsonst. Oft bezahlt man mit Daten. Darum gilt: Keine App ohne
Freigabe.</p>
<h2>Der Personalrat sitzt mit im Boot</h2>
<p>Eine Tafel im Netz merkt sich viel: wer welche Karte hatte und wie lange. Damit ließe sich Leistung
messen. Nach Art. 75a des Bayerischen Personalvertretungsgesetzes bestimmt der Personalrat mit, wenn
technische Einrichtungen zur Überwachung von Verhalten oder Leistung eingeführt werden. Verlassen Sie
sich nicht darauf, dass niemand etwas auswerten möchte. Schon die Möglichkeit dazu kann genügen.</p>
<p>Bei grundlegend neuen Arbeitsmethoden wirkt der Personalrat nach Art. 76 mit. Ob ein Versuch schon
darunterfällt, klärt die Dienststelle mit ihm. Fragen Sie als Auszubildende auch die Jugend- und
Auszubildendenvertretung. Sie kennt den Weg.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Die Tafel ist keine Rangliste",
                        "text": (
                            "<p>Wer hat die meisten Karten geschafft? Diese Frage macht jede Tafel kaputt. "
                            "Danach nehmen alle nur noch die leichten Fälle. Schauen Sie auf den Fluss der "
                            "Arbeit und nicht auf einzelne Menschen.</p>"
                        ),
                    },
                },
                {
                    "type": "quote",
                    "value": {
                        "text": (
                            "Zeigen Sie mir lieber nach einer Woche etwas Halbes als nach einem Jahr etwas Ganzes, "
                            "das ich nicht unterschreiben kann."
                        ),
                        "source": "Frau Vorlage, erfundene Amtsleiterin in Musterstadt",
                    },
                },
                {
                    "type": "links",
                    "value": {
                        "title": "Zum Nachlesen",
                        "links": [
                            {
                                "label": "Grundgesetz, Artikel 20",
                                "url": "https://www.gesetze-im-internet.de/gg/art_20.html",
                                "note": "Absatz 3 bindet die Verwaltung an Gesetz und Recht.",
                            },
                            {
                                "label": "Bayerisches Verwaltungsverfahrensgesetz (BayVwVfG)",
                                "url": "https://www.gesetze-bayern.de/Content/Document/BayVwVfG",
                                "note": "Art. 10 verlangt ein einfaches und zügiges Verfahren.",
                            },
                            {
                                "label": "Bayerisches Personalvertretungsgesetz (BayPVG)",
                                "url": "https://www.gesetze-bayern.de/Content/Document/BayPVG",
                                "note": "Art. 75a und 76 regeln, wann der Personalrat beteiligt wird.",
                            },
                            {
                                "label": "Bayerische Gemeindeordnung (GO)",
                                "url": "https://www.gesetze-bayern.de/Content/Document/BayGO",
                                "note": "Ab Art. 61 geht es um den Haushalt.",
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Ihr Team möchte eine Tafel als Programm im Netz nutzen. Was klären Sie vorher?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Ob IT und Datenschutz das Programm freigeben",
                                "right": True,
                                "feedback": "Ja. Auch Programme ohne Kosten brauchen eine Freigabe.",
                            },
                            {
                                "text": "Ob die Dienststelle den Personalrat beteiligt hat",
                                "right": True,
                                "feedback": "Ja. Das Programm könnte Leistung sichtbar machen.",
                            },
                            {
                                "text": "Ob die Farben der Karten zum Wappen passen",
                                "right": False,
                                "feedback": "Nein. Das ist Geschmackssache und eilt nicht.",
                            },
                            {
                                "text": "Ob die Akten danach gelöscht werden können",
                                "right": False,
                                "feedback": "Nein. Die Tafel ersetzt die Akte nicht.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "erstes-experiment",
            "title": "Rückblick und erstes Experiment",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>„Wir müssten eigentlich mal …“ Dieser Satz fällt in jedem Büro, meist an der Kaffeemaschine. Dann
klingelt das Telefon. Zwei Dinge helfen, damit aus dem Satz etwas wird: ein fester Termin zum
Zurückschauen und ein Versuch, der klein genug ist.</p>
<h2>Die Retrospektive</h2>
<p>In einer Retrospektive schaut ein Team auf die eigene Zusammenarbeit. Es geht nicht um einzelne
Vorgänge, sondern um das Wie. Alle zwei bis vier Wochen reichen 45 Minuten. Eine Person moderiert, und
beim nächsten Mal ist es eine andere. Auch Auszubildende können das gut. Wer neu ist, sieht Dinge,
die anderen längst nicht mehr auffallen.</p>
<p>Über allem steht eine Annahme: Alle haben ihr Bestes gegeben, mit dem Wissen und der Zeit, die sie
hatten. Gesucht wird eine Ursache und niemand, der schuld ist. Deshalb gilt auch: Was im Raum gesagt
wird, kommt in keine Beurteilung. Nach draußen gehen nur die Vereinbarungen.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "Rückblick in 45 Minuten",
                        "steps": [
                            {
                                "title": "Ankommen (5 Minuten)",
                                "text": "<p>Jede Person sagt ein Wort zu den letzten Wochen. Und: Was wurde aus der letzten Vereinbarung?</p>",
                            },
                            {
                                "title": "Sammeln (10 Minuten)",
                                "text": (
                                    "<p>Alle schreiben still Zettel: Was behalten wir? Was hat gestört? Was wollen wir "
                                    "ausprobieren? So kommen auch leise Menschen zu Wort.</p>"
                                ),
                            },
                            {
                                "title": "Verstehen (15 Minuten)",
                                "text": "<p>Das Team wählt ein Thema. Fragen Sie mehrmals „Warum?“, bis Sie die Ursache sehen.</p>",
                            },
                            {
                                "title": "Vereinbaren (10 Minuten)",
                                "text": "<p>Eine einzige Änderung, mit Namen und Datum. Drei Vorsätze hält niemand durch.</p>",
                            },
                            {
                                "title": "Schließen (5 Minuten)",
                                "text": "<p>Jede Person nennt etwas, wofür sie dankbar ist. Danach gibt es Kaffee.</p>",
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Ein Versuch im Bürgeramt</h2>
<p>Luca Lehrling, erfundener Auszubildender, bemerkt etwas. Viele schriftliche Anträge auf einen
Bewohnerparkausweis kommen unvollständig an. Meist fehlt derselbe Nachweis. Das Amt schreibt dann
zurück, die Leute ärgern sich, alles dauert länger. Im Rückblick schlägt Luca einen Versuch vor. Er
braucht dafür nur einen Zettel mit sechs Zeilen:</p>
<ol>
<li><b>Vermutung:</b> Die Liste der Unterlagen steht erst auf Seite drei. Dort liest sie niemand.</li>
<li><b>Versuch:</b> Zwei Wochen lang liegt die Liste als erstes Blatt bei.</li>
<li><b>Messung:</b> Wir zählen, wie viele Anträge unvollständig sind, vorher und nachher.</li>
<li><b>Grenze:</b> Geprüft wird wie immer. Niemand bekommt einen Nachteil.</li>
<li><b>Abbruch:</b> Gibt es mehr Rückfragen als bisher, hören wir auf.</li>
<li><b>Freigabe:</b> Frau Musterfrau, Leitung des Bürgeramts, ist einverstanden.</li>
</ol>
<h2>Was dabei herauskam</h2>
<p>Vorher waren 12 von 30 Anträgen unvollständig, nachher 5 von 30. Das sieht gut aus. Luca bleibt
trotzdem vorsichtig. Bei 30 Anträgen kann auch der Zufall mitspielen. Das Team verlängert deshalb um
vier Wochen. Erst danach kommt das Blatt dauerhaft nach vorn.</p>
<p>Und wenn es nicht geklappt hätte? Dann wüsste das Team jetzt mehr, und es hätte nur ein paar Blatt
Papier gekostet. Auch das ist ein Ergebnis. Schreiben Sie es auf, damit niemand in zwei Jahren
denselben Versuch noch einmal startet.</p>
<h2>So finden Sie Ihr Experiment</h2>
<ul>
<li>Wählen Sie etwas, das Sie selbst jede Woche erleben.</li>
<li>Bleiben Sie klein: ein Blatt, ein Satz, ein Schild, eine Reihenfolge.</li>
<li>Es muss sich leicht rückgängig machen lassen.</li>
<li>Zählen Sie, bevor Sie beginnen. Sonst fehlt der Vergleich.</li>
<li>Fragen Sie Ihre Praxisanleitung, bevor Bürgerinnen und Bürger etwas davon merken.</li>
</ul>
<p>Sind Sie gerade auf einem Einsatz in einer anderen Stadt? Dann haben Sie den schönsten Blick von
außen. Fragen Sie zuerst, warum etwas so gemacht wird. Schlagen Sie danach höchstens eine Sache vor.
Und nehmen Sie eine Idee mit nach Hause.</p>
""",
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Ihr Zettel mit sechs Zeilen",
                        "text": (
                            "<p>Schreiben Sie für Ihr eigenes Amt auf: Vermutung, Versuch, Messung, Grenze, Abbruch, "
                            "Freigabe. Der Versuch dauert höchstens zwei Wochen und kostet nichts. Besprechen Sie den "
                            "Zettel mit Ihrer Praxisanleitung. Beginnen Sie erst nach deren Ja.</p>"
                        ),
                        "minutes": 20,
                    },
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Für Ausbilderinnen und Ausbilder",
                        "text": (
                            "<p>Sagen Sie nicht zuerst, warum es nicht geht. Fragen Sie: „Wie könnten wir es im "
                            "Kleinen prüfen?“ Und nennen Sie ehrlich, was Gesetz ist und was nur Gewohnheit.</p>"
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Idee eignet sich am besten als erstes Experiment?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Das Amt bekommt ein neues Fachprogramm.",
                                "right": False,
                                "feedback": "Nein. Das ist teuer und lässt sich kaum zurücknehmen.",
                            },
                            {
                                "text": "Ein Schild am Eingang wird zwei Wochen lang anders formuliert.",
                                "right": True,
                                "feedback": "Klein, sichtbar und leicht zurückzunehmen.",
                            },
                            {
                                "text": "Eine gesetzliche Frist wird versuchsweise verlängert.",
                                "right": False,
                                "feedback": "Nein. Über gesetzliche Fristen verfügt das Team nicht.",
                            },
                        ],
                    },
                },
            ],
        },
    ],
    "test": {
        "slug": "abschlusstest",
        "title": "Abschlusstest",
        "intro": (
            "Zwölf Fragen zu Tafeln, Etappen und kleinen Versuchen. Bei manchen Fragen sind mehrere "
            "Antworten richtig. Sie haben drei Versuche und bestehen mit 70 Prozent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "single",
                "text": "Was hätte der Arbeitsgruppe mit dem Antrag für Lastenräder am meisten geholfen?",
                "choices": [
                    {"text": "Ein drittes Jahr Planung", "right": False},
                    {"text": "Ein früher Entwurf, den einige Menschen ausfüllen", "right": True},
                    {"text": "Eine größere Feier zum Start", "right": False},
                    {"text": "Eine Anleitung mit 20 Seiten", "right": False},
                ],
                "feedback": "Wer früh zeigt, irrt sich billig.",
                "lesson": "kleine-schritte",
            },
            {
                "kind": "multiple",
                "text": "Was gilt auch während eines agilen Versuchs weiter?",
                "choices": [
                    {"text": "Gesetzliche Fristen", "right": True},
                    {"text": "Jeder Plan, bis er zu Ende ausgeführt ist", "right": False},
                    {"text": "Die gleiche Behandlung gleicher Fälle", "right": True},
                    {"text": "Jede Gewohnheit des Amtes", "right": False},
                ],
                "feedback": "Gesetz und Recht binden die Verwaltung immer. Pläne und Gewohnheiten darf man ändern.",
                "lesson": "kleine-schritte",
            },
            {
                "kind": "single",
                "text": "Wozu dient die Zahl über einer Spalte der Kanban-Tafel?",
                "choices": [
                    {"text": "Sie zeigt, wie viele Personen im Team arbeiten.", "right": False},
                    {"text": "Sie zeigt, wie viele Karten jede Person schaffen muss.", "right": False},
                    {"text": "Sie begrenzt, wie viele Karten dort gleichzeitig hängen.", "right": True},
                ],
                "feedback": "Die Grenze sorgt dafür, dass Angefangenes zuerst fertig wird.",
                "lesson": "kanban",
            },
            {
                "kind": "single",
                "text": (
                    "Ein Team erledigt 5 Vorgänge am Tag, 20 sind angefangen. "
                    "Wie lange dauert ein Vorgang ab dem Start im Schnitt?"
                ),
                "choices": [
                    {"text": "4 Tage", "right": True},
                    {"text": "5 Tage", "right": False},
                    {"text": "20 Tage", "right": False},
                    {"text": "100 Tage", "right": False},
                ],
                "feedback": "20 geteilt durch 5 ist 4, wenn etwa so viel kommt wie geht.",
                "lesson": "kanban",
            },
            {
                "kind": "multiple",
                "text": "Was gehört auf eine Karte an der Tafel im Bürgeramt?",
                "choices": [
                    {"text": "Der volle Name der Bürgerin", "right": False},
                    {"text": "Eine laufende Nummer", "right": True},
                    {"text": "Bei „Wartet“: worauf und bis wann", "right": True},
                    {"text": "Die Diagnose aus dem Attest", "right": False},
                ],
                "feedback": "Die Karte zeigt den Stand. Persönliche Daten bleiben in der Akte.",
                "lesson": "kanban",
            },
            {
                "kind": "single",
                "text": "Wie lange dauert ein Sprint höchstens?",
                "choices": [
                    {"text": "Einen Tag", "right": False},
                    {"text": "Einen Monat", "right": True},
                    {"text": "Ein halbes Jahr", "right": False},
                    {"text": "Ein Haushaltsjahr", "right": False},
                ],
                "feedback": "Viele Teams wählen zwei Wochen.",
                "lesson": "scrum",
            },
            {
                "kind": "single",
                "text": "Was geschieht im Sprint Review?",
                "choices": [
                    {"text": "Das Team zeigt das Ergebnis und hört sich Rückmeldungen an.", "right": True},
                    {"text": "Die Leitung beurteilt die einzelnen Personen.", "right": False},
                    {"text": "Der Scrum Master verteilt die Aufgaben für die nächsten Wochen.", "right": False},
                ],
                "feedback": "Im Review geht es um das Ergebnis, in der Retrospektive um die Zusammenarbeit.",
                "lesson": "scrum",
            },
            {
                "kind": "single",
                "text": "Welcher Satz ist eine gute User Story?",
                "choices": [
                    {"text": "Das System speichert die Daten in einer Tabelle mit zwölf Spalten.", "right": False},
                    {"text": "Das Formular braucht ein Pflichtfeld für das Aktenzeichen.", "right": False},
                    {
                        "text": "Als Vater möchte ich den Antrag unterbrechen können, damit ich das Kind trösten kann.",
                        "right": True,
                    },
                    {"text": "Die Startseite soll moderner wirken.", "right": False},
                ],
                "feedback": "Eine gute Story nennt einen Menschen, einen Wunsch und einen Grund.",
                "lesson": "user-storys-und-tests",
            },
            {
                "kind": "multiple",
                "text": "Was stimmt für einen Test mit fünf Menschen?",
                "choices": [
                    {"text": "Er zeigt meist schon die meisten Hürden.", "right": True},
                    {"text": "Er beweist, wie viele Prozent der Stadt ein Problem haben.", "right": False},
                    {"text": "Mehrere kleine Runden sind besser als eine große.", "right": True},
                    {"text": "Die Testpersonen brauchen dabei viel Hilfe von Ihnen.", "right": False},
                ],
                "feedback": "Fünf Menschen zeigen, wo es hakt. Danach wird verbessert und wieder getestet.",
                "lesson": "user-storys-und-tests",
            },
            {
                "kind": "single",
                "text": "Wann beteiligen Sie am besten die Stellen, die später mitzeichnen?",
                "choices": [
                    {"text": "Gar nicht, denn agile Teams brauchen keine Mitzeichnung.", "right": False},
                    {"text": "Schon beim ersten Zeigen eines Entwurfs", "right": True},
                    {"text": "Am Tag vor dem Start, damit es schnell geht", "right": False},
                ],
                "feedback": "Früh gezeigt ist halb mitgezeichnet. Die Unterschrift bleibt trotzdem nötig.",
                "lesson": "hierarchie",
            },
            {
                "kind": "single",
                "text": "Warum kann eine digitale Tafel den Personalrat angehen?",
                "choices": [
                    {"text": "Weil alle Programme der Stadt ihm gehören", "right": False},
                    {"text": "Weil er die Karten verteilt", "right": False},
                    {"text": "Weil er den Haushalt der Stadt beschließt", "right": False},
                    {"text": "Weil sich damit Leistung überwachen ließe", "right": True},
                ],
                "feedback": "Art. 75a BayPVG regelt die Mitbestimmung bei technischer Überwachung.",
                "lesson": "hierarchie",
            },
            {
                "kind": "multiple",
                "text": "Was macht ein gutes erstes Experiment aus?",
                "choices": [
                    {"text": "Es lässt sich leicht rückgängig machen.", "right": True},
                    {"text": "Es verändert möglichst viele Dinge auf einmal.", "right": False},
                    {"text": "Vorher steht fest, was gezählt wird.", "right": True},
                    {"text": "Es bleibt geheim, bis es klappt.", "right": False},
                ],
                "feedback": "Klein, messbar, umkehrbar und mit Freigabe: So lernt ein Amt.",
                "lesson": "erstes-experiment",
            },
        ],
    },
}
