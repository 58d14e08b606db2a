"""The course "Barrierefreie Dokumente und Formulare" of the city of München."""

COURSE = {
    "slug": "barrierefreie-dokumente",
    "city": "muenchen",
    "title": "Barrierefreie Dokumente und Formulare",
    "summary": (
        "Dokumente, die alle lesen können: mit Überschriften, Bildtexten, guten Kontrasten und "
        "Formularen, die auch ohne Maus funktionieren."
    ),
    "goals": [
        "Sie können erklären, wem barrierefreie Dokumente helfen und welche Regeln gelten.",
        "Sie können ein Dokument mit echten Überschriften und Listen gliedern.",
        "Sie können Alternativtexte schreiben und Kontraste prüfen.",
        "Sie können Tabellen und PDF-Dateien zugänglich machen.",
        "Sie können ein Formular mit der Tastatur testen.",
    ],
    "audience": "Alle, die Dokumente, Formulare oder Webseiten für die Stadt erstellen",
    "level": "intermediate",
    "language": "de",
    "topic": "citizens",
    "licence": "CC BY-SA 4.0",
    "contact": "sabine.schablone@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "wem-es-hilft",
            "title": "Wem es hilft und was das Recht verlangt",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Ein blinder Mann möchte einen Platz im Schwimmkurs beantragen. Er öffnet das Formular der Stadt.
Sein Computer liest vor: „Bild. Bild. Eingabefeld. Eingabefeld.“ Mehr erfährt er nicht. Das
Formular ist hübsch, aber für ihn ist es verschlossen. Mit wenigen Handgriffen hätte es
funktioniert.</p>
<h2>Wer profitiert?</h2>
<p>Viele denken zuerst an blinde Menschen. Sie hören den Text mit einem Screenreader. Das ist ein
Programm, das den Bildschirm vorliest. Barrierefreiheit hilft aber viel mehr Menschen:</p>
<ul>
<li>Menschen mit Sehschwäche brauchen große Schrift und starke Kontraste.</li>
<li>Menschen mit zitternden Händen nutzen die Tastatur statt der Maus.</li>
<li>Gehörlose Menschen brauchen Untertitel.</li>
<li>Menschen mit Leseschwäche brauchen klare Gliederung und kurze Sätze.</li>
<li>Und alle anderen freuen sich auf dem Handy bei Sonnenschein über dasselbe.</li>
</ul>
<p>Eine Behinderung kann auch nur kurz dauern. Wer sich den Arm bricht, arbeitet plötzlich mit
einer Hand. Niemand muss uns die eigene Behinderung erklären. Deshalb gestalten wir von Anfang an
für alle.</p>
<h2>Was das Recht verlangt</h2>
<p>Für Städte in Bayern greifen mehrere Regeln ineinander. Sie müssen nicht jeden Paragrafen
kennen. Wichtig ist die Kette vom Gesetz zum Prüfschritt:</p>
<ol>
<li><b>BayBGG:</b> Das Bayerische Behindertengleichstellungsgesetz verlangt in Art. 14
barrierefreies Internet und Intranet.</li>
<li><b>BayDiV:</b> Die Bayerische Digitalverordnung regelt die Einzelheiten für Bayern. Sie
verweist auf die BITV 2.0.</li>
<li><b>BITV 2.0:</b> Diese Verordnung des Bundes verweist auf die europäische Norm EN 301 549.</li>
<li><b>EN 301 549:</b> Die Norm enthält die Regeln der WCAG in der Stufe AA und weitere Punkte, zum
Beispiel für Dokumente.</li>
</ol>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "WCAG in vier Worten",
                        "text": (
                            "<p>Inhalte sollen wahrnehmbar, bedienbar, verständlich und robust "
                            "sein. „Robust“ heißt: Auch ältere oder besondere Programme kommen "
                            "damit zurecht.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<p>Auch Papier ist betroffen. Nach Art. 12 BayBGG berücksichtigt die Stadt Behinderungen, wenn sie
Bescheide und Vordrucke gestaltet. Blinde und sehbehinderte Menschen können verlangen, dass sie
einen Bescheid in einer Form bekommen, die sie wahrnehmen können. Das kann eine Datei, Großdruck
oder Blindenschrift sein. Zusätzliche Kosten entstehen ihnen dadurch nicht.</p>
<h2>Gilt das auch für PDF-Dateien?</h2>
<p>Ja. Was die Stadt auf ihrer Webseite anbietet, gehört dazu, also auch Dateien zum Herunterladen.
Das gilt besonders für Formulare, die jemand für einen Antrag braucht. Sehr alte Dateien können
ausgenommen sein. Verlassen Sie sich darauf aber nicht. Wird ein altes Formular noch gebraucht,
lohnt sich eine neue Fassung.</p>
<h2>Die Erklärung und die Kontrolle</h2>
<p>Jede Webseite der Stadt hat eine Erklärung zur Barrierefreiheit. Darin steht ehrlich, was noch
nicht gut funktioniert. Außerdem nennt sie einen Kontakt, bei dem Menschen eine Barriere melden
können. Kommt so eine Meldung bei Ihnen an, geben Sie sie sofort weiter. In Bayern gibt es eine
Stelle für Überwachung und Durchsetzung. Sie sitzt beim Landesamt für Digitalisierung, Breitband
und Vermessung und prüft Webseiten in Stichproben.</p>
<p>Den Text der Verordnung des Bundes finden Sie <a
href="https://www.gesetze-im-internet.de/bitv_2_0/">bei Gesetze im Internet</a>, die bayerischen
Regeln in der Sammlung <a href="https://www.gesetze-bayern.de/">Bayern.Recht</a>.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Wem hilft ein barrierefreies Formular?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Nur blinden Menschen mit einem Screenreader",
                                "right": False,
                                "feedback": "Sie profitieren sehr, aber nicht nur sie.",
                            },
                            {
                                "text": "Nur Menschen mit einem Ausweis über eine Behinderung",
                                "right": False,
                                "feedback": "Ein Ausweis ist dafür nicht nötig.",
                            },
                            {
                                "text": "Menschen mit und ohne Behinderung",
                                "right": True,
                                "feedback": "Klare Formulare helfen allen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "struktur",
            "title": "Struktur: Überschriften, Listen, Sprache",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Wie lesen Sie einen langen Text? Vermutlich überfliegen Sie zuerst die Überschriften. Menschen
mit einem Screenreader machen es genauso. Sie springen mit einer Taste von Überschrift zu
Überschrift. Das klappt aber nur, wenn die Überschrift für den Computer auch eine ist.</p>
<h2>Fett ist keine Überschrift</h2>
<p>Viele markieren eine Zeile, machen sie groß und fett und sind zufrieden. Für das Auge sieht das
richtig aus. Der Computer sieht aber nur normalen Text in großer Schrift. Nutzen Sie deshalb immer
die Formatvorlagen Ihres Programms: „Überschrift 1“, „Überschrift 2“ und so weiter. Gefällt Ihnen
das Aussehen nicht? Dann ändern Sie die Vorlage und nicht die einzelne Zeile.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/ueberschriften.png",
                        "alt": (
                            "Zwei Dokumente nebeneinander. Links sind Zeilen nur fett gesetzt, der "
                            "Screenreader findet keine Überschrift. Rechts gibt es echte "
                            "Überschriften der Ebenen 1, 2 und 3, und der Screenreader zeigt eine "
                            "Gliederung mit vier Einträgen."
                        ),
                        "caption": "Gleich für das Auge, ganz verschieden für den Screenreader.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Die Ebenen wie ein Inhaltsverzeichnis</h2>
<p>Ein Dokument hat genau einen Titel, das ist die Überschrift 1. Darunter folgen die Kapitel mit
Überschrift 2. Unterpunkte bekommen Überschrift 3. Überspringen Sie keine Ebene. Wer nach Ebene 2
gleich Ebene 4 hört, glaubt, dass ein Teil fehlt. Ein Nebeneffekt freut alle: Das Programm baut aus
echten Überschriften von selbst ein Inhaltsverzeichnis.</p>
<h2>Echte Listen, echte Absätze</h2>
<p>Ein Strich am Zeilenanfang ist noch keine Liste. Nutzen Sie die Schaltfläche für Aufzählungen.
Dann sagt der Screenreader: „Liste mit fünf Einträgen.“ Die Person weiß sofort, wie viel noch
kommt.</p>
<ul>
<li>Abstand entsteht durch die Formatvorlage, nicht durch leere Zeilen.</li>
<li>Eine neue Seite entsteht durch einen Seitenumbruch.</li>
<li>Spalten entstehen mit der Spaltenfunktion, nicht mit der Leertaste.</li>
<li>Wichtiges steht im Text und nicht nur in der Kopfzeile.</li>
<li>Textfelder, die frei auf der Seite liegen, vermeiden Sie besser.</li>
</ul>
<p>Der Grund ist immer derselbe. Ein Screenreader liest in der Reihenfolge, in der die Inhalte in
der Datei stehen. Leere Zeilen liest er als „leer, leer, leer“. Ein freies Textfeld liest er
vielleicht ganz am Ende. Dann fehlt es an der Stelle, an der es gebraucht wird.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Der schnelle Test",
                        "text": (
                            "<p>Öffnen Sie in Ihrem Textprogramm den Navigationsbereich. Dort "
                            "erscheinen nur echte Überschriften. Ist er leer, fehlt dem Dokument "
                            "die Struktur.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Die Sprache angeben</h2>
<p>Jedes Dokument braucht eine eingestellte Sprache. Sonst liest der Screenreader Deutsch mit
englischer Aussprache vor. Das ist kaum zu verstehen. Auch einzelne fremdsprachige Sätze können Sie
markieren. In den meisten Programmen finden Sie die Einstellung unter „Überprüfen“ oder
„Extras“.</p>
<h2>Der Titel der Datei</h2>
<p>Geben Sie in den Eigenschaften einen Titel ein, zum Beispiel „Antrag auf einen Ferienplatz“. Er
erscheint später oben im Fenster und wird zuerst vorgelesen. „Dokument1_neu_final“ hilft niemandem.
Auch der Dateiname sollte zeigen, was drin ist.</p>
<h2>Eine Vorlage für alle</h2>
<p>Am leichtesten wird es mit einer guten Vorlage. Darin sind Sprache, Überschriften und Farben
schon richtig eingestellt. Fragen Sie in Ihrem Amt danach. Gibt es noch keine? Das wäre eine schöne
kleine Aufgabe für Ihren nächsten Einsatz. Eine Vorlage wirkt weiter, wenn Sie längst in einer
anderen Abteilung sind.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Wie entsteht eine echte Überschrift?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich schreibe die Zeile in Großbuchstaben.",
                                "right": False,
                                "feedback": "Nein. Für den Computer bleibt das normaler Text.",
                            },
                            {
                                "text": "Ich wähle die Formatvorlage „Überschrift 2“.",
                                "right": True,
                                "feedback": "So erkennt auch der Screenreader die Ebene.",
                            },
                            {
                                "text": "Ich setze die Zeile fett und in 16 Punkt.",
                                "right": False,
                                "feedback": "Nein. Das Aussehen allein reicht nicht.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "bilder-farben-links",
            "title": "Bilder, Farben und Links",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Bilder machen Texte freundlich. Ohne Beschreibung bleiben sie für manche Menschen aber stumm.
Auch Farben können mehr verbergen als zeigen. In dieser Lektion geht es um drei Dinge, die Sie
sofort umsetzen können.</p>
<h2>Alternativtexte schreiben</h2>
<p>Ein Alternativtext ersetzt das Bild für alle, die es nicht sehen. Er steht in der Datei und ist
auf der Seite meist unsichtbar. Fragen Sie sich: Was würde ich sagen, wenn ich das Bild am Telefon
beschreibe? Meist reichen ein oder zwei Sätze.</p>
<ul>
<li>Schwach: „Bild 3“ oder „Foto“</li>
<li>Schwach: „Ein schönes Foto von Menschen“</li>
<li>Gut: „Drei Auszubildende stehen am Infopunkt und erklären einer Besucherin den Weg.“</li>
</ul>
<p>Schreiben Sie nicht „Bild von“. Das sagt der Screenreader schon selbst. Zeigt das Bild Text,
gehört dieser Text in die Beschreibung. Bei einem Diagramm nennen Sie die wichtigste Aussage. Die
genauen Zahlen stehen dann daneben in einer Tabelle. Ist ein Bild nur Schmuck, kennzeichnen Sie es
als dekorativ. Dann wird es übersprungen.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Ein Lageplan zeigt den Weg vom Haupteingang zum Zimmer 12. Welcher "
                            "Alternativtext hilft am meisten?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Lageplan",
                                "right": False,
                                "feedback": "Das Wort nennt die Art des Bildes, aber nicht den Weg.",
                            },
                            {
                                "text": "Bunter Plan mit Pfeilen und mehreren Räumen",
                                "right": False,
                                "feedback": "Die Farben helfen niemandem beim Finden.",
                            },
                            {
                                "text": ("Weg zu Zimmer 12: vom Haupteingang rechts, dann die zweite Tür links."),
                                "right": True,
                                "feedback": "Der Text sagt, was der Plan zeigen soll.",
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Kontrast: hell gegen dunkel</h2>
<p>Hellgraue Schrift auf weißem Grund sieht elegant aus. Viele Menschen können sie aber nicht
lesen. Die WCAG nennen deshalb Mindestwerte. Ein Kontrast wird als Verhältnis angegeben. Schwarz
auf Weiß erreicht 21 zu 1, das ist der höchste Wert.</p>
<ul>
<li>Normaler Text: mindestens <b>4,5 zu 1</b></li>
<li>Großer Text ab 18 Punkt oder ab 14 Punkt in Fett: mindestens <b>3 zu 1</b></li>
<li>Symbole, Rahmen von Feldern und Linien in Diagrammen: mindestens <b>3 zu 1</b></li>
</ul>
<p>Sie müssen das nicht schätzen. Es gibt kostenlose Prüfprogramme. Sie wählen mit einer Pipette
beide Farben und lesen das Verhältnis ab. Fragen Sie Ihre IT-Abteilung, welches Programm in Ihrer
Stadt freigegeben ist.</p>
<h2>Farbe nie allein</h2>
<p>„Die roten Felder sind Pflicht.“ Wer Rot nicht erkennt, weiß nun nicht weiter. Das betrifft auch
viele Menschen, die sonst gut sehen. Ergänzen Sie die Farbe immer durch ein Wort, ein Zeichen oder
ein Muster. In einem Diagramm helfen Beschriftungen direkt an der Linie. Bei einem Status steht
neben dem grünen Punkt das Wort „erledigt“.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Text gehört nicht ins Bild",
                        "text": (
                            "<p>Ein Plakat als Bild lässt sich nicht vorlesen und kaum vergrößern. "
                            "Schreiben Sie Datum, Ort und Kontakt zusätzlich als normalen Text auf "
                            "die Seite.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Links, die für sich sprechen</h2>
<p>Menschen mit Screenreader lassen sich oft nur die Liste aller Links vorlesen. Steht dort achtmal
„hier“, hilft das nicht. Ein guter Link sagt, wohin er führt: „Antrag auf Wohngeld herunterladen
(PDF)“. Sagen Sie dazu, wenn sich eine Datei öffnet. So erlebt niemand eine Überraschung.</p>
<h2>Videos und Ton</h2>
<p>Ein Video mit Ton braucht Untertitel. Zeigt es etwas Wichtiges, das niemand ausspricht, braucht
es zusätzlich eine Beschreibung in Worten. Auch ein Video ganz ohne Ton braucht einen Text, der den
Inhalt wiedergibt. Ein Video soll nie von selbst losspielen. Schon mit wenigen Sätzen unter dem
Video erreichen Sie viel mehr Menschen. Auch wer in der Bahn keinen Ton hören möchte, ist
dankbar.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Maßnahmen helfen Menschen, die Rot und Grün nicht unterscheiden?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Neben dem Punkt steht das Wort „erledigt“.",
                                "right": True,
                                "feedback": "Ja. Das Wort funktioniert ohne jede Farbe.",
                            },
                            {
                                "text": "Das Rot wird kräftiger.",
                                "right": False,
                                "feedback": "Nein. Die Farbe trägt die Information weiter allein.",
                            },
                            {
                                "text": "Jede Linie im Diagramm hat ein eigenes Muster.",
                                "right": True,
                                "feedback": "Ja. Das Muster ist auch in Grau zu erkennen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "tabellen-und-pdf",
            "title": "Tabellen und PDF",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Eine Tabelle mit Öffnungszeiten wirkt einfach. Ein Screenreader liest sie Zelle für Zelle vor:
„8 Uhr, 12 Uhr, 14 Uhr, 17 Uhr.“ Aber zu welchem Tag gehört das? Ob das klar wird, entscheiden Sie
beim Anlegen der Tabelle.</p>
<h2>Tabellen nur für Daten</h2>
<p>Nutzen Sie Tabellen nur, wenn Sie wirklich Zeilen und Spalten brauchen. Für zwei Textblöcke
nebeneinander gibt es die Spaltenfunktion. Für eine Datentabelle gelten vier Regeln:</p>
<ol>
<li>Die erste Zeile ist als Kopfzeile eingestellt und nennt jede Spalte.</li>
<li>Jede Zelle gehört zu genau einer Zeile und einer Spalte. Verbinden Sie keine Zellen.</li>
<li>Keine Zelle bleibt leer. Schreiben Sie „keine Angabe“ oder „geschlossen“.</li>
<li>Eine kurze Überschrift sagt, was die Tabelle zeigt.</li>
</ol>
<p>Mit einer echten Kopfzeile liest der Screenreader: „Montag, geöffnet von: 8 Uhr.“ Nun ist alles
verständlich. Wird eine Tabelle sehr breit, teilen Sie sie lieber in zwei kleine. Auf dem Handy
dankt man es Ihnen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Nicht über „Drucken“",
                        "text": (
                            "<p>Wer ein PDF über das Druckmenü erzeugt, verliert meist die ganze "
                            "Struktur. Nutzen Sie „Speichern unter“ oder „Exportieren“ und wählen Sie "
                            "die Option für Barrierefreiheit.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Wie ein PDF zugänglich wird</h2>
<p>Ein PDF kann wie ein Foto sein oder wie ein gut gegliederter Text. Den Unterschied machen die
Tags. Das sind unsichtbare Etiketten: „Das ist eine Überschrift. Das ist eine Liste. Das ist ein
Bild.“ Der Standard dafür heißt PDF/UA. Haben Sie Ihr Textdokument gut vorbereitet, entstehen die
Tags beim Export fast von allein. Deshalb lautet die wichtigste Regel: Erst die Quelle richtig
machen, dann exportieren.</p>
<ul>
<li>Überschriften, Listen und Tabellen sind echt.</li>
<li>Alle Bilder haben einen Alternativtext oder sind dekorativ.</li>
<li>Sprache und Titel sind eingetragen.</li>
<li>Beim Export ist die Option für Tags eingeschaltet.</li>
</ul>
<h2>Der Sonderfall Scan</h2>
<p>Ein gescannter Brief ist nur ein Bild. Kein Programm kann ihn vorlesen oder durchsuchen. Eine
Texterkennung hilft, macht aber Fehler. Stellen Sie deshalb möglichst die ursprüngliche Datei ins
Netz. Die Unterschrift aus Tinte ist dafür selten nötig.</p>
<h2>Prüfen in drei Schritten</h2>
<ol>
<li><b>Programm fragen:</b> Starten Sie die Prüfung auf Barrierefreiheit in Ihrem Textprogramm.
Danach testen Sie das PDF mit einem Prüfprogramm.</li>
<li><b>Reihenfolge lesen:</b> Lassen Sie sich das PDF vorlesen. Kommt alles in der richtigen
Reihenfolge?</li>
<li><b>Selbst probieren:</b> Vergrößern Sie auf 200 Prozent. Ist noch alles lesbar?</li>
</ol>
<p>Ein Programm findet nur einen Teil der Fehler. Es merkt, dass ein Alternativtext fehlt. Ob er
gut ist, merkt es nicht. Darum gehört immer ein Mensch dazu. Prüfen Sie am besten zu zweit. Eine
Person sieht oft, was die andere überliest.</p>
<h2>Brauchen Sie überhaupt ein PDF?</h2>
<p>Oft ist eine normale Webseite die bessere Wahl. Sie passt sich an jedes Handy an, lässt sich
leicht ändern und ist einfacher zugänglich zu machen. Ein PDF lohnt sich, wenn jemand etwas drucken
oder aufbewahren möchte. Stellen Sie sich diese Frage vor jedem Hochladen.</p>
""",
                },
                {
                    "type": "file",
                    "value": {
                        "title": "Checkliste: barrierefreies Dokument",
                        "file": "files/checkliste-barrierefreies-dokument.txt",
                        "description": (
                            "Zwölf Punkte, die Sie vor dem Veröffentlichen durchgehen. Dauert etwa zehn Minuten."
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Warum ist ein Scan als PDF ein Problem?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Die Datei ist nur ein Bild ohne Text und Struktur.",
                                "right": True,
                                "feedback": "Ein Screenreader findet darin keinen Text.",
                            },
                            {
                                "text": "Scans dürfen in Bayern nicht gespeichert werden.",
                                "right": False,
                                "feedback": "Nein. Scannen ist erlaubt und im Alltag üblich.",
                            },
                            {
                                "text": "Ein Scan hat immer zu wenig Farben.",
                                "right": False,
                                "feedback": "Nein. Die Farben sind nicht das Problem.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "formulare",
            "title": "Formulare für alle",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Bei Formularen geht es um viel. Wer hier scheitert, bekommt keinen Kita-Platz oder kein
Wohngeld. Darum lohnt sich jede Minute, die Sie in ein gutes Formular stecken. Legen Sie einmal die
Maus zur Seite und folgen Sie uns nur mit der Tastatur.</p>
<h2>Jedes Feld hat einen Namen</h2>
<p>Über oder neben jedem Feld steht, was hineingehört. Dieser Name muss auch technisch mit dem Feld
verbunden sein. Dann sagt der Screenreader: „Vorname, Eingabefeld.“ Graue Beispieltexte im Feld
ersetzen den Namen nicht. Sie verschwinden, sobald man tippt. Danach weiß niemand mehr, was gefragt
war.</p>
<ul>
<li>Fragen Sie nur ab, was das Amt wirklich braucht.</li>
<li>Schreiben Sie Pflichtfelder aus: „Vorname (Pflicht)“.</li>
<li>Nennen Sie das erwartete Format, zum Beispiel „Tag, Monat, Jahr“.</li>
<li>Erklären Sie schwierige Fragen direkt am Feld.</li>
</ul>
<h2>Gruppen gehören zusammen</h2>
<p>Bei „Ja“ und „Nein“ zum Ankreuzen muss die Frage mitgelesen werden. Sonst hört eine Person nur
„Ja, Auswahlfeld“ und fragt sich: Ja wozu? In Formularprogrammen verbinden Sie die Antworten
deshalb mit einer gemeinsamen Frage.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Der Tastatur-Test",
                        "text": (
                            "<p>Gehen Sie mit der Tabulator-Taste durch das Formular. Sehen Sie immer, "
                            "wo Sie sind? Ist die Reihenfolge logisch? Erreichen Sie die Schaltfläche "
                            "„Absenden“? Dann ist viel geschafft.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Fehler freundlich melden</h2>
<p>Alle machen Fehler beim Ausfüllen. Entscheidend ist, was dann passiert. „Eingabe ungültig“ in
Rot hilft niemandem. Eine gute Meldung steht direkt am Feld, erklärt das Problem und zeigt die
Lösung. Was die Person schon getippt hat, bleibt stehen.</p>
<ul>
<li>Schwach: „Fehler 17“</li>
<li>Schwach: „Datum falsch“</li>
<li>Gut: „Bitte geben Sie das Datum so ein: 24.12.1999“</li>
</ul>
<p>Gibt es mehrere Fehler, steht oben zusätzlich eine Liste mit Links zu den Feldern. So findet man
sie schnell, auch auf dem Handy.</p>
<h2>Zeit lassen</h2>
<p>Manche Menschen brauchen länger. Sie lesen langsamer oder müssen erst ein Dokument suchen. Läuft
die Sitzung ab, warnt ein gutes Formular rechtzeitig und lässt sich verlängern. Noch besser ist ein
Zwischenspeicher. Vor dem Absenden zeigt eine Übersicht alle Antworten. Dort kann man sie noch
ändern.</p>
<h2>Auch auf Papier</h2>
<p>Nicht alle füllen ein Formular am Bildschirm aus. Ein gutes Papierformular hat große Felder,
eine Schrift ab 12 Punkt und genug Platz zum Schreiben. Bieten Sie Hilfe an: „Wir füllen den Antrag
gern mit Ihnen zusammen aus.“ Barrierefrei ist ein Angebot oft erst durch mehrere Wege. Wer nicht
tippen kann, ruft an. Wer nicht telefonieren kann, schreibt oder kommt vorbei.</p>
<h2>Fragen Sie die, die es betrifft</h2>
<p>Der beste Test ist ein Mensch, der das Formular wirklich braucht. Viele Städte haben einen
Behindertenbeirat oder Beauftragte für Menschen mit Behinderung. Sie kennen Personen, die gern
ausprobieren und ehrlich sagen, wo es hakt. Bitten Sie früh darum und nicht erst am Tag vor dem
Start. Eine halbe Stunde gemeinsam am Bildschirm zeigt mehr als zehn Seiten Prüfbericht.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Was macht eine gute Fehlermeldung aus?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Sie steht direkt am Feld.",
                                "right": True,
                                "feedback": "Ja. So ist klar, welche Angabe gemeint ist.",
                            },
                            {
                                "text": "Sie sagt, wie die richtige Eingabe aussieht.",
                                "right": True,
                                "feedback": "Ja. Ein Beispiel hilft am schnellsten.",
                            },
                            {
                                "text": "Sie leert alle Felder, damit man neu beginnt.",
                                "right": False,
                                "feedback": "Nein. Was getippt ist, soll stehen bleiben.",
                            },
                            {
                                "text": "Sie zeigt nur einen roten Rahmen.",
                                "right": False,
                                "feedback": "Nein. Farbe allein reicht nicht.",
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
            "Zehn Fragen zu Regeln und Handgriffen. Bei manchen Fragen sind mehrere Antworten "
            "richtig. Sie haben drei Versuche und bestehen mit 70 Prozent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "single",
                "text": "Auf welche Verordnung verweist die Bayerische Digitalverordnung (BayDiV)?",
                "choices": [
                    {"text": "Auf die BITV 2.0", "right": True},
                    {"text": "Auf die Straßenverkehrs-Ordnung", "right": False},
                    {"text": "Auf die Ausbildungsordnung", "right": False},
                    {"text": "Auf die Geschäftsordnung des Stadtrats", "right": False},
                ],
                "feedback": "Die Kette lautet BayBGG, BayDiV, BITV 2.0, EN 301 549.",
                "lesson": "wem-es-hilft",
            },
            {
                "kind": "multiple",
                "text": "Was steht in der Erklärung zur Barrierefreiheit einer Webseite?",
                "choices": [
                    {"text": "Was noch nicht barrierefrei ist", "right": True},
                    {"text": "Ein Kontakt, um Barrieren zu melden", "right": True},
                    {"text": "Die Namen aller blinden Nutzerinnen und Nutzer", "right": False},
                    {"text": "Die Kosten der Webseite", "right": False},
                ],
                "feedback": "Ehrlicher Stand und Kontakt gehören dazu.",
                "lesson": "wem-es-hilft",
            },
            {
                "kind": "single",
                "text": "Warum reicht eine fett gesetzte Zeile nicht als Überschrift?",
                "choices": [
                    {"text": "Fett gedruckter Text verbraucht mehr Toner.", "right": False},
                    {"text": "Der Screenreader erkennt darin keine Überschrift.", "right": True},
                    {"text": "Fett ist in Bescheiden nicht erlaubt.", "right": False},
                ],
                "feedback": "Erst die Formatvorlage macht eine Überschrift daraus.",
                "lesson": "struktur",
            },
            {
                "kind": "single",
                "text": "Was geschieht, wenn im Dokument die falsche Sprache eingestellt ist?",
                "choices": [
                    {"text": "Der Text wird automatisch übersetzt.", "right": False},
                    {"text": "Der Screenreader spricht den Text falsch aus.", "right": True},
                    {"text": "Die Datei lässt sich nicht mehr öffnen.", "right": False},
                    {"text": "Die Überschriften verschwinden.", "right": False},
                ],
                "feedback": "Die Sprache steuert die Aussprache.",
                "lesson": "struktur",
            },
            {
                "kind": "single",
                "text": "Welchen Kontrast braucht normaler Text mindestens?",
                "choices": [
                    {"text": "2 zu 1", "right": False},
                    {"text": "3 zu 1", "right": False},
                    {"text": "4,5 zu 1", "right": True},
                    {"text": "21 zu 1", "right": False},
                ],
                "feedback": "4,5 zu 1 gilt für normalen Text, 3 zu 1 für großen.",
                "lesson": "bilder-farben-links",
            },
            {
                "kind": "multiple",
                "text": "Was gilt für gute Alternativtexte?",
                "choices": [
                    {"text": "Sie sagen, was das Bild zeigen soll.", "right": True},
                    {"text": "Sie beginnen immer mit „Bild von“.", "right": False},
                    {"text": "Sie enthalten den Text, der im Bild steht.", "right": True},
                    {"text": "Sie nennen den Dateinamen.", "right": False},
                ],
                "feedback": "Inhalt zählt, nicht die Art der Datei.",
                "lesson": "bilder-farben-links",
            },
            {
                "kind": "single",
                "text": "Was macht eine Tabelle für Screenreader verständlich?",
                "choices": [
                    {"text": "Eine eingestellte Kopfzeile", "right": True},
                    {"text": "Möglichst viele verbundene Zellen", "right": False},
                    {"text": "Leere Zellen als Abstand", "right": False},
                    {"text": "Ein Bild der Tabelle", "right": False},
                ],
                "feedback": "Die Kopfzeile wird zu jeder Zelle mitgelesen.",
                "lesson": "tabellen-und-pdf",
            },
            {
                "kind": "multiple",
                "text": "Wie entsteht ein gutes PDF?",
                "choices": [
                    {"text": "Zuerst das Textdokument sauber gliedern", "right": True},
                    {"text": "Beim Export die Option für Tags einschalten", "right": True},
                    {"text": "Das Papier drucken und wieder einscannen", "right": False},
                    {"text": "Über das Druckmenü als Bild speichern", "right": False},
                ],
                "feedback": "Erst die Quelle, dann der Export.",
                "lesson": "tabellen-und-pdf",
            },
            {
                "kind": "single",
                "text": "Warum ersetzt ein grauer Beispieltext nicht den Namen eines Feldes?",
                "choices": [
                    {"text": "Er verschwindet beim Tippen.", "right": True},
                    {"text": "Er kostet zusätzliches Geld.", "right": False},
                    {"text": "Er darf nur auf Papier stehen.", "right": False},
                ],
                "feedback": "Danach fehlt die Frage.",
                "lesson": "formulare",
            },
            {
                "kind": "multiple",
                "text": "Was prüfen Sie beim Tastatur-Test eines Formulars?",
                "choices": [
                    {"text": "Ob man immer sieht, wo man gerade ist", "right": True},
                    {"text": "Ob die Reihenfolge der Felder logisch ist", "right": True},
                    {"text": "Wie schnell jemand tippen kann", "right": False},
                    {"text": "Ob die Tastatur neu genug ist", "right": False},
                ],
                "feedback": "Sichtbarer Fokus und logische Reihenfolge sind der Kern.",
                "lesson": "formulare",
            },
        ],
    },
}
