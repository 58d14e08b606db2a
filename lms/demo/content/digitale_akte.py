"""The course "Die digitale Akte: ordnen, finden, aufbewahren" of the city of Nürnberg."""

COURSE = {
    "slug": "digitale-akte",
    "city": "nuernberg",
    "title": "Die digitale Akte: ordnen, finden, aufbewahren",
    "summary": (
        "Vom Posteingang bis ins Stadtarchiv: wie Sie Dokumente ordnen und benennen, digital "
        "mitzeichnen lassen, richtig scannen und erst dann löschen, wenn es erlaubt ist."
    ),
    "goals": [
        "Sie können erklären, warum eine Verwaltung Akten führt.",
        "Sie können ein Dokument dem richtigen Vorgang zuordnen und gut benennen.",
        "Sie können entscheiden, was in die Akte gehört und was nicht im Postfach bleiben darf.",
        "Sie können einen Vorgang vom Posteingang bis zum Abschluss begleiten.",
        "Sie können Aufbewahrung, Angebot an das Stadtarchiv und Löschung auseinanderhalten.",
    ],
    "audience": "Auszubildende aller Berufe und alle, die mit einer digitalen Akte arbeiten",
    "level": "beginner",
    "language": "de",
    "topic": "administration",
    "licence": "CC BY-SA 4.0",
    "contact": "barbara.blaupause@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "warum-akten",
            "title": "Warum ein Rathaus Akten führt",
            "module": "Ordnen und finden",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Frau Musterfrau ruft an. Vor acht Monaten hat sie beantragt, zwei Tische vor ihr Café zu stellen.
Herr Beispiel hatte ihr etwas zugesagt. Was genau, weiß nur er. Und Herr Beispiel ist seit Montag
in Elternzeit. Sie öffnen die Akte und lesen zwei Minuten. Danach können Sie Auskunft geben, obwohl
Sie den Fall noch nie gesehen haben. Genau dafür gibt es Akten.</p>
<h2>Das Gedächtnis des Amts</h2>
<p>Eine Verwaltung ist an Recht und Gesetz gebunden. So steht es in Art. 20 des Grundgesetzes. Ob
sie sich daran hält, muss man prüfen können. Deshalb hält das Amt fest, wer wann was entschieden
hat und warum. Fachleute nennen das Aktenmäßigkeit. Das Wort klingt nach Staub. Die Idee dahinter
ist einfach: Was für die Entscheidung wichtig war, steht in der Akte.</p>
<p>Auf die Akte verlassen sich viele Menschen:</p>
<ul>
<li><b>Die Vertretung</b> arbeitet weiter, wenn jemand krank wird oder das Amt wechselt.</li>
<li><b>Die Beteiligten</b> dürfen nach Art. 29 BayVwVfG Einsicht nehmen, soweit sie das für ihre
Rechte brauchen.</li>
<li><b>Das Gericht</b> prüft die Entscheidung und verlangt dafür die Akte.</li>
<li><b>Die Rechnungsprüfung</b> fragt, wohin das Geld geflossen ist.</li>
<li><b>Die Nachwelt</b> liest im Stadtarchiv, wie die Stadt früher entschieden hat.</li>
</ul>
<h2>Woran Sie eine gute Akte erkennen</h2>
<ol>
<li><b>Vollständig:</b> Alles Wesentliche ist da, auch das Unbequeme.</li>
<li><b>Wahr:</b> Die Akte zeigt, was wirklich geschehen ist. Niemand tauscht nachträglich Seiten
aus.</li>
<li><b>Verständlich:</b> Fremde finden sich ohne Rückfrage zurecht.</li>
<li><b>Dauerhaft:</b> Sie bleibt lesbar und geschützt, solange sie gebraucht wird.</li>
</ol>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Der Urlaubstest",
                        "text": (
                            "<p>Stellen Sie sich vor, Sie fahren morgen in den Urlaub. Kann eine "
                            "Kollegin den Fall nur mit der Akte weiterführen? Dann ist sie gut "
                            "geführt. Müsste sie Sie am Strand anrufen, fehlt etwas.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Wo das geregelt ist</h2>
<p>Der Freistaat Bayern hat für seine Behörden eine Allgemeine Geschäftsordnung, kurz AGO. Nach
§ 27 AGO liegt zusammen, was sachlich zusammengehört. Innerhalb eines Vorgangs folgen die Dokumente
der Zeit. Ein Aktenplan hält alles in Ordnung.</p>
<p>Ihre Stadt ist keine Behörde des Freistaats. Sie ordnet ihre Arbeit selbst. Die AGO ist für
Gemeinden deshalb kein Zwang, aber ein gutes Vorbild. Viele Städte haben ihre Grundsätze in eigene
Regeln übernommen. Diese heißen zum Beispiel Geschäftsanweisung, Dienstanweisung oder Aktenordnung.
Für Ihre tägliche Arbeit gilt die Regel Ihrer Stadt.</p>
<h2>Papier oder digital?</h2>
<p>Nach Art. 33 des Bayerischen Digitalgesetzes, kurz BayDiG, sollen staatliche Behörden ihre Akten
digital führen. Gemeinden können es tun. Wer es tut, muss die Daten vor Verlust und vor unbefugtem
Zugriff schützen. Manche Ämter arbeiten schon ganz digital, andere stecken mitten im Umbau. Fragen
Sie deshalb bei jeder neuen Station: Welche Akte zählt hier, die auf Papier oder die digitale?
Zwei halbe Akten ergeben nämlich keine ganze.</p>
""",
                },
                {
                    "type": "quote",
                    "value": {
                        "text": "Die Grundsätze ordnungsgemäßer Aktenführung sind zu wahren.",
                        "source": "Art. 33 Abs. 1 Satz 2 BayDiG",
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Was gehört in die Akte zum Antrag von Frau Musterfrau?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Ein Vermerk über die Zusage am Telefon",
                                "right": True,
                                "feedback": "Ja. Auch Mündliches gehört festgehalten, wenn es wichtig ist.",
                            },
                            {
                                "text": "Eine Stellungnahme, die gegen den Antrag spricht",
                                "right": True,
                                "feedback": "Ja. Eine Akte zeigt auch, was nicht zum Ergebnis passt.",
                            },
                            {
                                "text": "Die Einladung zum Geburtstagskuchen in der Teeküche",
                                "right": False,
                                "feedback": "Nein. So wichtig Kuchen ist: Für den Antrag zählt er nicht.",
                            },
                            {
                                "text": "Ihre Vermutung, dass Frau Musterfrau schwierig ist",
                                "right": False,
                                "feedback": "Nein. In die Akte gehören Tatsachen und Gründe.",
                            },
                        ],
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Die Regeln Ihres Amts finden",
                        "text": (
                            "<p>Suchen Sie im Intranet die Geschäftsanweisung oder Aktenordnung Ihrer "
                            "Stadt. Beantworten Sie damit drei Fragen:</p>"
                            "<ul><li>Führt Ihr Amt die Akte digital, auf Papier oder gemischt?</li>"
                            "<li>Wer darf neue Akten anlegen?</li>"
                            "<li>Wen fragen Sie, wenn Sie unsicher sind?</li></ul>"
                        ),
                        "minutes": 15,
                    },
                },
            ],
        },
        {
            "slug": "akte-vorgang-dokument",
            "title": "Akte, Vorgang, Dokument und ihre Namen",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Ein Verein möchte in der Beispielgasse ein Straßenfest feiern. Er schreibt einen Antrag. Die
Feuerwehr nimmt Stellung, das Ordnungsamt entscheidet. Nach drei Monaten gibt es 14 Schriftstücke,
zwei Pläne und ein Foto von einer Hüpfburg. Wo kommt das alles hin?</p>
<h2>Vier Ebenen, eine Ordnung</h2>
<p>Eine digitale Akte ist aufgebaut wie ein gut sortiertes Regal. Von außen nach innen gibt es vier
Ebenen:</p>
<ol>
<li><b>Der Aktenplan</b> ist das Verzeichnis aller Aufgaben. Er sagt, wo ein Thema hingehört.</li>
<li><b>Die Akte</b> sammelt alles zu einem Thema, einem Ort oder einer Person.</li>
<li><b>Der Vorgang</b> ist ein einzelner Fall mit Anfang und Ende.</li>
<li><b>Das Dokument</b> ist das einzelne Stück: ein Brief, eine E-Mail, ein Plan, ein Vermerk.</li>
</ol>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/akte-vorgang-dokument.png",
                        "alt": (
                            "Vier Kästen, die ineinander liegen. Außen der Aktenplan mit der Gruppe "
                            "Öffentliche Straßen. Darin die Akte Feste im Musterviertel. Darin der "
                            "Vorgang Straßenfest Beispielgasse 2026. Darin drei Dokumente nach "
                            "Datum: Antrag, Stellungnahme der Feuerwehr, Bescheid."
                        ),
                        "caption": "Ein erfundenes Beispiel: vom Aktenplan bis zum einzelnen Dokument.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<p>Das Aktenzeichen verbindet die Ebenen. Es beginnt meist mit der Nummer aus dem Aktenplan. Schreiben
Sie es auf jeden Brief. Dann findet die Antwort fast von allein zurück. Für bayerische Gemeinden
gibt es einen Einheitsaktenplan. Manche Städte nutzen ihn, andere haben einen eigenen.</p>
<h2>Wann beginnt ein neuer Vorgang?</h2>
<p>Eine Faustregel hilft: neue Entscheidung, neuer Vorgang. Das Straßenfest im Jahr 2027 bekommt
also einen eigenen Vorgang in derselben Akte. Ein nachgereichter Plan für 2026 gehört dagegen zum
alten. Manche Ämter führen auch Fallakten, zum Beispiel eine für jedes Grundstück oder für jede
Familie, die Hilfe bekommt. Legen Sie nichts Neues an, bevor Sie gesucht haben. Sonst liegt das
Straßenfest bald an drei Orten, und an jedem fehlt etwas anderes.</p>
<h2>Ein Name, den andere verstehen</h2>
<p>„Scan0047“ oder „Brief neu“ sagt niemandem etwas. Ein guter Name beantwortet drei Fragen: Wann?
Was? Worum geht es? Bewährt hat sich diese Reihenfolge:</p>
<ul>
<li><b>Datum</b> als Jahr, Monat, Tag. So sortiert der Computer von selbst richtig.</li>
<li><b>Art</b> des Dokuments, etwa Antrag, Vermerk, Bescheid.</li>
<li><b>Gegenstand</b> in zwei oder drei Wörtern.</li>
</ul>
<p>Nutzen Sie die Wörter, die auch Ihre Kolleginnen und Kollegen suchen würden. Verzichten Sie auf
eigene Abkürzungen. Zeichen wie Schrägstrich, Doppelpunkt und Fragezeichen machen in Dateinamen oft
Ärger. Gibt Ihr Amt ein anderes Muster vor, gilt das Muster Ihres Amts. Einheitlich ist wichtiger
als perfekt.</p>
<h2>Der Betreff zählt mit</h2>
<p>Auch Vorgänge brauchen einen klaren Betreff. „Anfrage“ hilft nicht weiter, denn davon gibt es
Tausende. „Straßenfest Beispielgasse 2026“ nennt Sache, Ort und Jahr. Stellen Sie sich vor, jemand
sucht den Fall in fünf Jahren. Welche drei Wörter gibt diese Person ein? Genau diese gehören in den
Betreff.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Namen für Dokumente: vorher und nachher",
                        "head": ["So lieber nicht", "Das Problem", "Besser"],
                        "rows": [
                            [
                                "Scan0047",
                                "Sagt nichts über den Inhalt",
                                "2026-01-12 Antrag Straßenfest Beispielgasse",
                            ],
                            [
                                "Fw Re Re Frage",
                                "Betreff einer langen E-Mail-Kette",
                                "2026-02-02 Stellungnahme Feuerwehr Rettungsweg",
                            ],
                            [
                                "Bescheid ENDGÜLTIG neu2",
                                "Welcher ist der letzte?",
                                "2026-02-20 Bescheid Straßenfest Beispielgasse",
                            ],
                            [
                                "Telefonat",
                                "Mit wem, wann, worüber?",
                                "2026-02-16 Vermerk Telefonat Verein Aufbauzeiten",
                            ],
                        ],
                    },
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Namen sehen mehr Menschen als Inhalte",
                        "text": (
                            "<p>Dateinamen und Betreffzeilen erscheinen in Listen, Kalendern und "
                            "E-Mails. Diagnosen, Schulden oder Vorwürfe gehören nicht hinein. "
                            "Schreiben Sie „Nachweis“ und nicht, welche Krankheit darin steht.</p>"
                        ),
                    },
                },
                {
                    "type": "glossary",
                    "value": {
                        "terms": [
                            {
                                "term": "Aktenplan",
                                "explanation": "Das gegliederte Verzeichnis aller Aufgaben, nach dem ein Amt ablegt.",
                            },
                            {
                                "term": "Aktenzeichen",
                                "explanation": "Die Kennung einer Akte oder eines Vorgangs. Sie steht auf jedem Brief.",
                            },
                            {
                                "term": "Vorgang",
                                "explanation": "Ein einzelner Fall vom ersten Eingang bis zum Abschluss.",
                            },
                            {
                                "term": "Aktenvermerk",
                                "explanation": "Eine kurze Notiz, die Gespräche oder Gründe für die Akte festhält.",
                            },
                            {
                                "term": "Registratur",
                                "explanation": "Die Stelle oder Aufgabe, die Akten anlegt, ordnet und verwaltet.",
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Der Verein schickt per E-Mail einen neuen Lageplan für das Fest. Wo legen Sie ihn ab?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "In einer neuen Akte mit dem Namen „Lageplan“",
                                "right": False,
                                "feedback": "Nein. Der Plan gehört zu einem Fall, den es schon gibt.",
                            },
                            {
                                "text": "Als neues Dokument im Vorgang des Straßenfests",
                                "right": True,
                                "feedback": "So steht der Plan neben dem Antrag, zu dem er gehört.",
                            },
                            {
                                "text": "Anstelle des alten Plans, der damit gelöscht ist",
                                "right": False,
                                "feedback": "Nein. Auch der alte Plan zeigt, was geprüft wurde.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "versionen-und-ablage",
            "title": "Versionen, Metadaten und der richtige Ort",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Im Ordner liegen „Konzept_final“, „Konzept_final2“ und „Konzept_final_wirklich“. Dazu kommt eine
E-Mail mit „Konzept_final_mit_Änderungen_Chefin“. Welche Fassung gilt? Niemand weiß es. Die gute
Nachricht: Dieses Rätsel kann die digitale Akte für Sie lösen.</p>
<h2>Eine Datei, viele Versionen</h2>
<p>In der digitalen Akte gibt es jedes Dokument nur einmal. Ändern Sie etwas, legt das Programm eine
neue Version an. Die alte bleibt im Hintergrund erhalten. So können Sie nachlesen, wer wann was
geändert hat. Drei Gewohnheiten helfen:</p>
<ul>
<li>Arbeiten Sie im Programm der Akte und nicht an einer Kopie auf dem Desktop.</li>
<li>Verschicken Sie im Haus einen Link auf das Dokument und keinen Anhang.</li>
<li>Schreiben Sie in einem Satz dazu, was sich geändert hat.</li>
</ul>
<p>Ein Entwurf darf sich ändern. Was unterschrieben oder verschickt ist, bleibt dagegen, wie es ist.
Finden Sie danach einen Fehler, entsteht ein neues Dokument, etwa eine Berichtigung. Das alte Stück
bleibt in der Akte.</p>
<h2>Metadaten: das Etikett am Dokument</h2>
<p>Metadaten sind Angaben über ein Dokument. Denken Sie an das Etikett auf einem Marmeladenglas:
Sorte, Jahr, wer hat gekocht. Ohne Etikett müssen Sie jedes Glas öffnen. Einen Teil trägt das
Programm selbst ein. Den Rest ergänzen Sie:</p>
<ul>
<li>Betreff, Absender und Datum des Eingangs</li>
<li>Aktenzeichen und zuständige Person</li>
<li>Stand, zum Beispiel Entwurf, versendet, abgeschlossen</li>
<li>Fristen und das Ende der Aufbewahrung</li>
</ul>
<p>Das kostet pro Dokument eine halbe Minute. Eine lange Suche kostet mehr. Viele Programme erkennen
auch den Text in gescannten Briefen und durchsuchen ihn. Verlassen Sie sich nicht allein darauf. Bei
Handschrift, Stempeln und blassem Druck liest der Computer oft Unsinn. Ein sauber ausgefülltes Feld
findet er immer.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Keine Schattenakten",
                        "text": (
                            "<p>Eine Schattenakte ist eine zweite Sammlung neben der echten Akte. Sie "
                            "liegt im Postfach, auf dem Desktop oder in der Schublade. Niemand sonst "
                            "findet sie. Und niemand löscht sie rechtzeitig.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Was nicht im Privaten liegen darf</h2>
<p>Herr Platzhalter ist sechs Wochen krank. In seinem Postfach liegt die Zusage an einen Bürger, in
seinem persönlichen Laufwerk der einzige Vermerk dazu. Die Vertretung sieht beides nicht. Der Bürger
bekommt eine falsche Auskunft. Schuld ist nicht die Krankheit. Schuld ist die Ablage.</p>
<p>Fragen Sie sich bei jedem Stück: Würde der Akte etwas fehlen, wenn es weg wäre? Dann gehört es
hinein, und zwar gleich. Das gilt auch für eine E-Mail mit ihren Anhängen. Speichern Sie sie im
Vorgang, bevor Sie antworten. Ein wichtiges Telefonat halten Sie in einem kurzen Vermerk fest.</p>
<p>Nicht in die Akte gehören Werbung, doppelte Stücke und reine Absprachen über Termine. Auch
Rohfassungen ohne eigenen Wert dürfen weg. Was davon im Postfach liegt, löschen Sie regelmäßig.
Dienstliches auf privaten Geräten, in privaten Clouds oder in einem privaten Messenger ist dagegen
tabu.</p>
""",
                },
                {
                    "type": "accordion",
                    "value": {
                        "items": [
                            {
                                "title": "Darf ich mir Notizen machen?",
                                "text": (
                                    "<p>Ja. Ein Merkzettel für den Tag ist erlaubt. Steht darauf etwas, "
                                    "das für die Entscheidung zählt, schreiben Sie einen Vermerk. Danach "
                                    "vernichten Sie den Zettel datenschutzgerecht.</p>"
                                ),
                            },
                            {
                                "title": "Was mache ich mit einem Chat im Dienstprogramm?",
                                "text": (
                                    "<p>Ein Chat ist kein Aktenvermerk. Fällt darin eine Entscheidung, "
                                    "halten Sie das Ergebnis in der Akte fest: Datum, Beteiligte, Inhalt.</p>"
                                ),
                            },
                            {
                                "title": "Ich verlasse die Station. Was passiert mit meinem Laufwerk?",
                                "text": (
                                    "<p>Räumen Sie vor dem Wechsel auf. Dienstliches kommt in die Akte, "
                                    "Reste werden gelöscht. Nehmen Sie nichts mit, auch keine Muster mit "
                                    "echten Namen.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Eine Bürgerin schickt Unterlagen an Ihre dienstliche E-Mail-Adresse. Was tun Sie?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich lasse alles im Postfach, weil ich es dort schnell finde.",
                                "right": False,
                                "feedback": "Nein. Ihre Vertretung findet es dort nicht.",
                            },
                            {
                                "text": "Ich speichere nur den Anhang und lösche die E-Mail.",
                                "right": False,
                                "feedback": "Nein. Dann fehlt, wer wann was dazu geschrieben hat.",
                            },
                            {
                                "text": "Ich speichere E-Mail und Anhänge gleich im Vorgang.",
                                "right": True,
                                "feedback": "So ist der Eingang vollständig und für andere sichtbar.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "posteingang-und-scannen",
            "title": "Posteingang und ersetzendes Scannen",
            "module": "Digital arbeiten",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Montag, acht Uhr, Poststelle. Auf dem Tisch liegen 120 Umschläge, zwei Päckchen und ein Brief mit
einem getrockneten Kleeblatt. Bis zum Mittag soll alles in den richtigen Vorgängen sein. Das Kleeblatt
ist übrigens eine Anlage. Es wird uns gleich noch einmal begegnen.</p>
<h2>Der Eingang zählt</h2>
<p>Viele Fristen hängen am Tag, an dem ein Schreiben bei der Stadt ankommt. Deshalb bekommt jedes
Stück einen Eingangsvermerk mit Datum. Es zählt der Tag im Briefkasten und nicht der Tag, an dem
jemand Zeit zum Scannen hat. Bei heiklen Fristen bleibt auch der Umschlag bei der Akte, denn der
Poststempel kann ein Beweis sein.</p>
<p>Eingänge kommen auf vielen Wegen: als Brief, als E-Mail, über ein Online-Formular, am Schalter.
Für alle gilt dieselbe Regel: Sie kommen möglichst am selben Tag in den Geschäftsgang. Ist Ihr Amt
nicht zuständig, geben Sie das Stück an die richtige Stelle weiter.</p>
<p>Was digital ankommt, bleibt digital. Wer eine E-Mail ausdruckt und wieder einscannt, verliert
Angaben, die man später noch braucht. Eine elektronische Signatur lässt sich zum Beispiel nur an der
ursprünglichen Datei prüfen. Wirkt ein Anhang verdächtig, öffnen Sie ihn nicht. Fragen Sie zuerst
die IT-Stelle Ihrer Stadt.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "Vom Umschlag in den Vorgang",
                        "steps": [
                            {
                                "title": "Sichten",
                                "text": (
                                    "<p>Prüfen Sie, was geöffnet werden darf. Post für die Personalvertretung "
                                    "oder Angebote in einem Vergabeverfahren bleiben meist zu. Was bei Ihnen "
                                    "zu bleibt, regelt Ihr Amt.</p>"
                                ),
                            },
                            {
                                "title": "Eingang vermerken",
                                "text": "<p>Halten Sie das Datum fest und zählen Sie die Anlagen.</p>",
                            },
                            {
                                "title": "Vorbereiten und scannen",
                                "text": (
                                    "<p>Lösen Sie Klammern. Scannen Sie auch Rückseiten. Klebezettel scannen "
                                    "Sie extra, damit sie nichts verdecken.</p>"
                                ),
                            },
                            {
                                "title": "Vergleichen",
                                "text": (
                                    "<p>Sind alle Seiten da, gerade und lesbar? Sind Farben erhalten, die "
                                    "etwas bedeuten?</p>"
                                ),
                            },
                            {
                                "title": "Zuordnen",
                                "text": (
                                    "<p>Suchen Sie den passenden Vorgang. Vergeben Sie einen guten Namen und "
                                    "füllen Sie die Metadaten aus.</p>"
                                ),
                            },
                            {
                                "title": "Papier ablegen",
                                "text": (
                                    "<p>Legen Sie das Papier dorthin, wo Ihr Amt es für die nächste Zeit "
                                    "aufbewahrt. In den Papierkorb kommt es nie.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Wenn der Scan das Papier ersetzt</h2>
<p>Beim ersetzenden Scannen tritt die Datei an die Stelle des Papiers. Das Original darf danach
vernichtet werden. Art. 33 BayDiG erlaubt das unter zwei Bedingungen. Erstens stimmt die digitale
Fassung mit dem Papier überein. Das muss nach dem Stand der Technik gesichert sein. Zweitens gibt es
keine Pflicht, das Papier aufzubewahren oder zurückzugeben.</p>
<p>Wie das sicher gelingt, beschreibt das Bundesamt für Sicherheit in der Informationstechnik. Seine
Richtlinie heißt TR-RESISCAN. Sie empfiehlt ein festes Verfahren mit klaren Aufgaben, Kontrollen und
einer Dokumentation. Ihre Stadt legt also fest, was ersetzend gescannt wird und wer das tut. Das
entscheiden nicht Sie allein am Kopierer.</p>
<h2>Was im Original bleibt</h2>
<p>Nicht jedes Papier lässt sich ersetzen. Vorsicht gilt vor allem bei diesen Stücken:</p>
<ul>
<li>Ausweise, Urkunden und Zeugnisse, die der Person gehören</li>
<li>Bürgschaften und andere Papiere, aus denen man Rechte nur mit dem Original hat</li>
<li>Schriftstücke, deren Echtheit jemand bestreitet</li>
<li>Stücke mit besonderem Wert für die Stadtgeschichte</li>
<li>Anlagen, die sich gar nicht scannen lassen</li>
</ul>
<p>Zur letzten Gruppe gehört das Kleeblatt. Sie fotografieren es, vermerken den Aufbewahrungsort in
der Akte und fragen Ihre Praxisanleitung. Fehlt in der Akte ein solcher Hinweis, sucht später jemand
lange.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Erst vergleichen, dann vernichten",
                        "text": (
                            "<p>Ein schlechter Scan fällt oft erst nach Monaten auf. Deshalb bleibt das "
                            "Papier nach dem Scannen noch eine Weile liegen. Wie lange, bestimmt Ihr Amt. "
                            "Danach wird es sicher vernichtet.</p>"
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Stücke dürfen Sie nach dem Scannen nicht einfach vernichten?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Eine Geburtsurkunde, die ein Bürger im Original mitgeschickt hat",
                                "right": True,
                                "feedback": "Ja. Sie gehört ihm und geht zurück.",
                            },
                            {
                                "text": "Eine Bürgschaftsurkunde der Bank einer Baufirma",
                                "right": True,
                                "feedback": "Ja. Hier kann es auf das Original ankommen.",
                            },
                            {
                                "text": "Ein Brief, der im festgelegten Verfahren gescannt und geprüft ist",
                                "right": False,
                                "feedback": "Dieses Papier darf nach der Wartezeit sicher vernichtet werden.",
                            },
                            {
                                "text": "Ein Prospekt für Büromöbel, der im Stapel lag",
                                "right": False,
                                "feedback": "Werbung kommt gar nicht erst in die Akte.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "geschaeftsgang",
            "title": "Der digitale Geschäftsgang bis zdA",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Früher wanderte die Mappe von Zimmer zu Zimmer. Manchmal machte sie drei Tage Pause unter einer
Kaffeetasse. Heute wandert der Vorgang durch das Programm. Der Weg ist aber fast derselbe. Er heißt
Geschäftsgang.</p>
<h2>Wer macht was?</h2>
<p>Nach dem Eingang bekommt der Vorgang eine Person, die ihn bearbeitet. Sind mehrere Stellen
beteiligt, hat eine die Federführung. Das ist die Stelle, die überwiegend zuständig ist. Sie holt
die anderen rechtzeitig dazu und behält den Überblick.</p>
<p>Beim Straßenfest hat das Ordnungsamt die Federführung. Es fragt Feuerwehr, Verkehrsbehörde und
Abfallwirtschaft. Es setzt allen dieselbe Frist und fragt gleichzeitig statt nacheinander. Das spart
Wochen.</p>
<h2>Mitzeichnen heißt mitverantworten</h2>
<p>Am Ende liegt ein Entwurf vor. Wer fachlich betroffen ist, zeichnet mit. Digital ist das ein Klick
mit Namen und Datum. Er fühlt sich leicht an, wiegt aber genauso viel wie ein Handzeichen auf Papier.
Wer mitzeichnet, übernimmt im Rahmen seiner Zuständigkeit die Verantwortung für den Inhalt. So sagt
es § 23 AGO für die Behörden des Freistaats.</p>
<ul>
<li>Lesen Sie, bevor Sie klicken. Öffnen Sie auch die Anlagen.</li>
<li>Ändern Sie nichts heimlich. Änderungen stimmen Sie ab und machen sie sichtbar.</li>
<li>Sind Sie anderer Meinung? Schreiben Sie Ihre Gründe als Vermerk dazu.</li>
<li>Klicken Sie nie unter einem fremden Namen, auch nicht aus Hilfsbereitschaft.</li>
</ul>
<p>Mehrere Stellen können gleichzeitig mitzeichnen. Das heißt Sternmitzeichnung. Zum Schluss zeichnet
die Person, die unterschreiben darf. Erst danach geht der Bescheid hinaus.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Häufige Verfügungen und was sie bedeuten. Ihr Amt kann andere Kürzel nutzen.",
                        "head": ["Kürzel", "Langform", "Was zu tun ist"],
                        "rows": [
                            ["z. K.", "zur Kenntnis", "Lesen und den Klick für „gelesen“ setzen"],
                            ["Mz.", "Mitzeichnung", "Prüfen, dann zustimmen oder Gründe nennen"],
                            ["Rspr.", "Rücksprache", "Vor dem nächsten Schritt miteinander sprechen"],
                            ["Wv.", "Wiedervorlage", "Am genannten Tag wieder aufgreifen"],
                            ["zdA", "zu den Akten", "Abschließen, wenn wirklich alles erledigt ist"],
                        ],
                    },
                },
                {
                    "type": "quote",
                    "value": {
                        "text": (
                            "Früher hatte ich einen Stapel für alles, was irgendwann dran ist. Heute habe ich "
                            "die Wiedervorlage. Der Stapel hat nie von selbst Bescheid gesagt."
                        ),
                        "source": "Frau Vorlage, erfundene Sachbearbeiterin im Ordnungsamt",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Wiedervorlage statt Bauchgefühl</h2>
<p>Sie warten auf eine Antwort? Setzen Sie eine Wiedervorlage mit Datum und Grund. Dann meldet sich
der Vorgang von selbst. Das hilft auch der Vertretung, denn sie sieht dieselbe Frist. Ein gelber
Zettel am Bildschirm hilft nur Ihnen, und auch das nur, bis er abfällt.</p>
<h2>zdA: ein kleines Wort mit großer Wirkung</h2>
<p>„zdA“ heißt: zu den Akten. Der Fall ist fertig. Danach wird der Vorgang nicht mehr verändert. Er
bleibt aber auffindbar und lesbar. Oft beginnt mit dem Abschluss auch die Frist für die
Aufbewahrung. Vergisst das Amt den Abschluss, läuft die Uhr nie los, und die Daten bleiben zu lange
liegen. Prüfen Sie deshalb vor dem Klick:</p>
<ol>
<li>Ist die Entscheidung verschickt, und liegt ein Nachweis in der Akte?</li>
<li>Sind alle E-Mails, Pläne und Vermerke im Vorgang?</li>
<li>Liegt nur darin, was zu diesem Fall gehört?</li>
<li>Ist die Frist für einen Rechtsbehelf abgelaufen oder als Wiedervorlage gesetzt?</li>
<li>Stimmen Betreff, Aktenzeichen und Aufbewahrungsfrist?</li>
</ol>
<p>Kommt später noch Post zum selben Fall, ist das kein Drama. Dann wird der Vorgang sichtbar wieder
geöffnet oder ein neuer angelegt. Wer das darf, sagt Ihnen die Registratur.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "So sieht ein guter Vermerk aus",
                        "text": (
                            "<p>„16. Februar 2026, Telefonat mit Frau Beispiel vom Verein. Aufbau beginnt "
                            "um 9 Uhr statt um 8 Uhr. Feuerwehr ist informiert. Gez. Muster.“ Vier Angaben "
                            "genügen: wann, mit wem, was, wie weiter.</p>"
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Eine Kollegin ist im Urlaub. Ihr Chef bittet Sie, schnell in ihrem Namen mitzuzeichnen. "
                            "Was ist richtig?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich klicke, denn der Chef hat es angeordnet.",
                                "right": False,
                                "feedback": "Nein. Dann stünde eine falsche Person in der Akte.",
                            },
                            {
                                "text": "Ich weise auf die eingetragene Vertretung hin.",
                                "right": True,
                                "feedback": "Die Vertretung zeichnet unter dem eigenen Namen.",
                            },
                            {
                                "text": "Ich lasse die Mitzeichnung stillschweigend weg.",
                                "right": False,
                                "feedback": "Nein. Dann fehlt eine fachliche Prüfung, und niemand merkt es.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "schuetzen-und-aufbewahren",
            "title": "Schützen, aufbewahren, anbieten",
            "module": "Schützen und aufbewahren",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Das älteste Stück im Stadtarchiv Nürnberg stammt aus dem Jahr 1050. Es ist eine Urkunde, in der
Nürnberg zum ersten Mal genannt wird. Hätte damals jemand nach zehn Jahren alles gelöscht, wüssten
wir nichts davon. Andere Daten dürfen auf keinen Fall so lange liegen. Wie passt das zusammen?</p>
<h2>Datenschutz in der Akte</h2>
<p>In fast jeder Akte stehen Angaben über Menschen. Deshalb gilt die Datenschutz-Grundverordnung.
Eine Akte soll vollständig sein, aber nicht neugierig. Vier Regeln helfen im Alltag:</p>
<ul>
<li><b>Zugriff nach Aufgabe:</b> Sie öffnen nur, was Sie für Ihre Arbeit brauchen. Viele Programme
schreiben mit, wer was angesehen hat.</li>
<li><b>Sachlich schreiben:</b> Ein Vermerk nennt Tatsachen. Schreiben Sie so, dass die Person ihn
lesen könnte. Vielleicht tut sie es eines Tages.</li>
<li><b>Nichts Überflüssiges:</b> Schickt jemand zu viel, fragen Sie nach, was davon in die Akte muss.</li>
<li><b>Sichtbar berichtigen:</b> Ein Fehler wird korrigiert. Was sich geändert hat, bleibt
nachvollziehbar.</li>
</ul>
<p>Personalakten und andere sehr vertrauliche Unterlagen haben eigene, enger geschützte Bereiche. Legen
Sie eine Krankmeldung also nie in einer allgemeinen Akte ab.</p>
<h2>Aufbewahren: so lange wie nötig</h2>
<p>Nach dem Abschluss beginnt die Aufbewahrung. Das Amt hält die Akte bereit, falls jemand nachfragt,
klagt oder prüft. Wie lange, hängt vom Inhalt ab. Manche Fristen stehen in einem Gesetz oder einer
Verordnung, andere im Fristenverzeichnis zum Aktenplan. Oft beginnt die Frist am Ende des Jahres, in
dem der Vorgang abgeschlossen wurde. Raten Sie nie. Sehen Sie nach, oder fragen Sie die Registratur.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": (
                            "Ein Beispiel aus der Buchhaltung: § 69 der Kommunalhaushaltsverordnung-Doppik "
                            "für Kommunen mit doppelter Buchführung"
                        ),
                        "head": ["Unterlage", "Aufbewahrung", "Gut zu wissen"],
                        "rows": [
                            ["Jahresabschluss", "dauernd", "Er zeigt, wie die Stadt gewirtschaftet hat."],
                            ["Bücher", "zehn Jahre", "Gemeint sind die Aufzeichnungen der Buchhaltung."],
                            [
                                "Belege",
                                "sechs Jahre",
                                "Zehn Jahre, wenn die Bücher Grund und Empfänger nicht zeigen.",
                            ],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Anbieten: bevor etwas verschwindet</h2>
<p>Ist die Frist um, drücken Sie nicht auf Löschen. Zuerst bietet das Amt die Unterlagen dem Stadtarchiv
an. Dort entscheiden Fachleute, was archivwürdig ist, also bleibenden Wert hat. Das ist nur ein
kleiner Teil. Diesen Teil übernimmt das Archiv auf Dauer. Erst was es nicht übernimmt, wird
vernichtet oder gelöscht.</p>
<p>Auch Unterlagen mit personenbezogenen Daten werden angeboten. Der Datenschutz steht dem nicht
entgegen. Nach Art. 26 BayDSG darf eine Stelle solche Unterlagen vor dem Angebot nicht löschen, wenn
sie zum Anbieten verpflichtet ist. Im Archiv gelten dann Schutzfristen. Sie wirken oft über den Tod der
Menschen hinaus.</p>
<p>Den Rahmen setzt das Bayerische Archivgesetz. Dazu kommen die Satzung und die Dienstanweisungen
Ihrer Stadt. Für gleichförmige Massenakten gibt es häufig Absprachen, damit nicht jeder Vorgang
einzeln geprüft werden muss.</p>
<h2>Löschen: vollständig und belegt</h2>
<p>Löschen ist der letzte Schritt und kein Aufräumen nebenbei. Er folgt dem festgelegten Verfahren.
Dabei wird vermerkt, was wann gelöscht wurde. Denken Sie auch an Kopien im Postfach und auf dem
Laufwerk. Sonst lebt die Akte heimlich weiter.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Nie auf eigene Faust löschen",
                        "text": (
                            "<p>Was in der Akte liegt, gehört nicht Ihnen. Wer Teile verschwinden lässt oder "
                            "heimlich ändert, verletzt seine Pflichten. Das kann sogar strafbar sein. Ist etwas "
                            "falsch abgelegt? Geben Sie Bescheid und lassen Sie es sichtbar umlegen.</p>"
                        ),
                    },
                },
                {
                    "type": "accordion",
                    "value": {
                        "items": [
                            {
                                "title": "Ein Bürger verlangt, dass seine Akte gelöscht wird. Muss das Amt folgen?",
                                "text": (
                                    "<p>Nicht, solange eine gesetzliche Pflicht zur Aufbewahrung besteht. Geben Sie "
                                    "den Antrag trotzdem sofort weiter. Die zuständige Stelle prüft ihn und "
                                    "antwortet.</p>"
                                ),
                            },
                            {
                                "title": "Jemand möchte die Akte einsehen. Darf ich sie einfach zeigen?",
                                "text": (
                                    "<p>Nein. Zuerst wird geprüft, wer fragt und welches Recht besteht. Daten anderer "
                                    "Menschen müssen oft unkenntlich werden. Ein schwarzer Balken im Textprogramm "
                                    "genügt nicht, denn der Text darunter lässt sich meist kopieren.</p>"
                                ),
                            },
                            {
                                "title": "Ist ein Backup schon ein Archiv?",
                                "text": (
                                    "<p>Nein. Ein Backup hilft nach einer technischen Störung und wird bald "
                                    "überschrieben. Das Stadtarchiv bewahrt ausgewählte Unterlagen auf Dauer und "
                                    "hält sie lesbar.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Die Aufbewahrungsfrist eines Vorgangs ist abgelaufen. Was geschieht als Nächstes?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Der Vorgang wird sofort gelöscht, weil er Daten über Menschen enthält.",
                                "right": False,
                                "feedback": "Nein. Gerade dann kommt zuerst das Angebot an das Archiv.",
                            },
                            {
                                "text": "Der Vorgang bleibt liegen, Speicherplatz kostet ja fast nichts.",
                                "right": False,
                                "feedback": "Nein. Daten dürfen nicht länger bleiben, als sie nötig sind.",
                            },
                            {
                                "text": "Der Vorgang wird dem Stadtarchiv angeboten.",
                                "right": True,
                                "feedback": "Das Archiv entscheidet, ob es ihn übernimmt.",
                            },
                        ],
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Einen Vorgang prüfen",
                        "text": (
                            "<p>Wählen Sie mit Ihrer Praxisanleitung einen abgeschlossenen Vorgang aus. Prüfen "
                            "Sie gemeinsam:</p>"
                            "<ul><li>Verstehen Sie den Fall nur mit der Akte?</li>"
                            "<li>Tragen alle Dokumente einen Namen, der den Inhalt zeigt?</li>"
                            "<li>Welche Aufbewahrungsfrist ist eingetragen, und wann endet sie?</li></ul>"
                            "<p>Schreiben Sie einen Verbesserungsvorschlag auf, ohne Namen aus der Akte.</p>"
                        ),
                        "minutes": 20,
                    },
                },
                {
                    "type": "links",
                    "value": {
                        "title": "Zum Nachlesen",
                        "links": [
                            {
                                "label": "§ 27 AGO in der Sammlung Bayern.Recht",
                                "url": "https://www.gesetze-bayern.de/Content/Document/BayAGO-27",
                                "note": "Ordnung der Akten bei den Behörden des Freistaats",
                            },
                            {
                                "label": "Art. 33 BayDiG in der Sammlung Bayern.Recht",
                                "url": "https://www.gesetze-bayern.de/Content/Document/BayDiG-33",
                                "note": "Digitale Akten und der Umgang mit gescanntem Papier",
                            },
                            {
                                "label": "Bayerisches Archivgesetz in der Sammlung Bayern.Recht",
                                "url": "https://www.gesetze-bayern.de/Content/Document/BayArchivG",
                                "note": "Anbieten und Archivieren von Unterlagen",
                            },
                            {
                                "label": "Webseite des Bayerischen Landesbeauftragten für den Datenschutz",
                                "url": "https://www.datenschutz-bayern.de/",
                                "note": "Aufsicht und Hilfen für bayerische Behörden, auch zu Löschung und Archiv",
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
            "Zwölf Fragen zu allen Lektionen. Bei manchen Fragen sind mehrere Antworten richtig. Das "
            "steht dann dabei. Sie haben drei Versuche und bestehen mit 70 Prozent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "single",
                "text": "Was bedeutet Aktenmäßigkeit?",
                "choices": [
                    {"text": "Jede Akte hat höchstens 100 Seiten.", "right": False},
                    {"text": "Akten werden immer zuerst auf Papier geführt.", "right": False},
                    {"text": "Was für die Entscheidung wichtig war, steht in der Akte.", "right": True},
                    {"text": "Nur die Leitung darf Akten lesen.", "right": False},
                ],
                "feedback": "So können Vertretung, Beteiligte und Gerichte das Handeln des Amts nachvollziehen.",
                "lesson": "warum-akten",
            },
            {
                "kind": "single",
                "text": "Welche Bedeutung hat die AGO für eine Stadt in Bayern?",
                "choices": [
                    {
                        "text": "Sie ist ein Vorbild, verbindlich sind die Regeln der Stadt.",
                        "right": True,
                    },
                    {"text": "Sie verbietet Gemeinden die digitale Akte.", "right": False},
                    {"text": "Sie gilt nur für private Unternehmen.", "right": False},
                    {"text": "Sie schreibt allen Städten denselben Aktenplan vor.", "right": False},
                ],
                "feedback": (
                    "Die AGO gilt für die Behörden des Freistaats. Städte ordnen ihre Arbeit selbst und "
                    "orientieren sich oft daran."
                ),
                "lesson": "warum-akten",
            },
            {
                "kind": "single",
                "text": "Welche Reihenfolge geht vom Großen zum Kleinen?",
                "choices": [
                    {"text": "Vorgang, Akte, Dokument, Aktenplan", "right": False},
                    {"text": "Aktenplan, Akte, Vorgang, Dokument", "right": True},
                    {"text": "Akte, Aktenplan, Dokument, Vorgang", "right": False},
                    {"text": "Dokument, Vorgang, Aktenplan, Akte", "right": False},
                ],
                "feedback": "Der Aktenplan ordnet Akten, eine Akte enthält Vorgänge, ein Vorgang enthält Dokumente.",
                "lesson": "akte-vorgang-dokument",
            },
            {
                "kind": "multiple",
                "text": "Welche Namen für ein Dokument sind gut gewählt?",
                "choices": [
                    {"text": "2026-03-04 Vermerk Ortstermin Spielplatz", "right": True},
                    {"text": "Neues Dokument (3)", "right": False},
                    {"text": "2026-03-11 Antrag Infostand Marktplatz", "right": True},
                    {"text": "Brief von der Frau von neulich", "right": False},
                ],
                "feedback": "Datum, Art und Gegenstand genügen, damit andere das Stück finden.",
                "lesson": "akte-vorgang-dokument",
            },
            {
                "kind": "multiple",
                "text": "Was gehört in den Vorgang und darf nicht nur im Postfach bleiben?",
                "choices": [
                    {"text": "Eine Zusage an eine Bürgerin", "right": True},
                    {"text": "Ein Newsletter für Bürobedarf", "right": False},
                    {"text": "Die Stellungnahme eines anderen Amts mit Anhang", "right": True},
                    {"text": "Die Frage, ob der Termin um 9 oder um 10 Uhr passt", "right": False},
                ],
                "feedback": "Würde der Akte ohne das Stück etwas fehlen, gehört es hinein.",
                "lesson": "versionen-und-ablage",
            },
            {
                "kind": "single",
                "text": "Ein Bescheid ist verschickt. Danach entdecken Sie einen Schreibfehler. Was ist richtig?",
                "choices": [
                    {"text": "Die Datei öffnen und den Fehler unauffällig verbessern", "right": False},
                    {"text": "Den Bescheid löschen und neu schreiben", "right": False},
                    {
                        "text": "Die Praxisanleitung fragen und den Bescheid in der Akte unverändert lassen",
                        "right": True,
                    },
                ],
                "feedback": "Verschicktes bleibt, wie es ist. Eine Berichtigung ist ein neues Dokument.",
                "lesson": "versionen-und-ablage",
            },
            {
                "kind": "single",
                "text": "Welches Datum zählt beim Eingang eines Briefs für die Frist?",
                "choices": [
                    {"text": "Der Tag, an dem der Brief bei der Stadt angekommen ist", "right": True},
                    {"text": "Der Tag, an dem der Brief gescannt wurde", "right": False},
                    {"text": "Der Tag, an dem jemand den Vorgang öffnet", "right": False},
                    {"text": "Der Tag, der im Briefkopf steht", "right": False},
                ],
                "feedback": "Darum bekommt jedes Stück sofort einen Eingangsvermerk.",
                "lesson": "posteingang-und-scannen",
            },
            {
                "kind": "multiple",
                "text": "Was verlangt Art. 33 BayDiG, bevor Papier nach dem Scannen vernichtet wird?",
                "choices": [
                    {"text": "Die digitale Fassung stimmt mit dem Papier überein.", "right": True},
                    {"text": "Das Papier ist älter als ein Jahr.", "right": False},
                    {"text": "Keine Pflicht zur Rückgabe oder Aufbewahrung steht entgegen.", "right": True},
                    {"text": "Der Absender hat schriftlich zugestimmt.", "right": False},
                ],
                "feedback": "Beides sichert die Stadt durch ein festes Verfahren ab.",
                "lesson": "posteingang-und-scannen",
            },
            {
                "kind": "single",
                "text": "Was bedeutet es, einen Entwurf mitzuzeichnen?",
                "choices": [
                    {"text": "Ich bestätige nur, dass ich die E-Mail erhalten habe.", "right": False},
                    {"text": "Ich übernehme für meinen Bereich Verantwortung für den Inhalt.", "right": True},
                    {"text": "Ich darf den Text ohne Absprache ändern.", "right": False},
                    {"text": "Ich unterschreibe für die Leitung des Amts.", "right": False},
                ],
                "feedback": "Der Klick wiegt so viel wie ein Handzeichen auf Papier.",
                "lesson": "geschaeftsgang",
            },
            {
                "kind": "single",
                "text": "Warum ist die Verfügung „zdA“ wichtig?",
                "choices": [
                    {"text": "Sie löscht den Vorgang am selben Tag.", "right": False},
                    {"text": "Sie verschickt den Bescheid automatisch.", "right": False},
                    {"text": "Sie macht den Vorgang öffentlich.", "right": False},
                    {
                        "text": "Sie schließt den Vorgang ab, und oft beginnt damit die Aufbewahrung.",
                        "right": True,
                    },
                ],
                "feedback": "Ohne Abschluss läuft keine Frist los, und Daten bleiben zu lange liegen.",
                "lesson": "geschaeftsgang",
            },
            {
                "kind": "single",
                "text": "Wer entscheidet, welche Unterlagen archivwürdig sind?",
                "choices": [
                    {"text": "Die Person, die den Vorgang bearbeitet hat", "right": False},
                    {"text": "Das Stadtarchiv", "right": True},
                    {"text": "Die IT-Abteilung", "right": False},
                    {"text": "Die Bürgerin oder der Bürger", "right": False},
                ],
                "feedback": "Das Amt bietet an, die Fachleute im Archiv wählen aus.",
                "lesson": "schuetzen-und-aufbewahren",
            },
            {
                "kind": "multiple",
                "text": "Was passt zum Datenschutz in der Akte?",
                "choices": [
                    {"text": "Nur öffnen, was die eigene Aufgabe verlangt", "right": True},
                    {"text": "Vermerke sachlich formulieren", "right": True},
                    {"text": "Heikle Stücke heimlich aus der Akte nehmen", "right": False},
                    {"text": "Eine Krankmeldung in der allgemeinen Akte ablegen", "right": False},
                ],
                "feedback": "Zugriff nach Aufgabe und sachliche Sprache schützen die Menschen in der Akte.",
                "lesson": "schuetzen-und-aufbewahren",
            },
        ],
    },
}
