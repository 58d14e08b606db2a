"""The course "KI im Amt: sicher und sinnvoll nutzen" of the city of München."""

COURSE = {
    "slug": "ki-in-der-verwaltung",
    "city": "muenchen",
    "title": "KI im Amt: sicher und sinnvoll nutzen",
    "summary": (
        "Was Chatbots können und was nicht, welche Aufgaben passen, welche Daten draußen bleiben, "
        "wie Sie Ergebnisse prüfen und wer am Ende unterschreibt."
    ),
    "goals": [
        "Sie können erklären, wie ein Sprachmodell zu seinen Antworten kommt.",
        "Sie können passende Aufgaben auswählen und einen guten Prompt schreiben.",
        "Sie können entscheiden, welche Daten nicht in ein KI-Programm gehören.",
        "Sie können eine Antwort auf Erfundenes und auf Vorurteile prüfen.",
        "Sie können sagen, was das Recht verlangt und wer die Verantwortung trägt.",
    ],
    "audience": "Auszubildende aller Berufe und alle, die im Büro mit KI-Programmen arbeiten",
    "level": "intermediate",
    "language": "de",
    "topic": "infrastructure",
    "licence": "CC BY-SA 4.0",
    "contact": "sabine.schablone@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "wie-ein-sprachmodell-arbeitet",
            "title": "Was ein Sprachmodell kann und was nicht",
            "module": "Verstehen und nutzen",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Montagmorgen im Ordnungsamt. Herr Beispiel hat am Wochenende eine Hochzeitsrede gehalten. Ein
Chatbot hat sie ihm geschrieben, alle haben gelacht und geweint. „Das Ding weiß einfach alles“, sagt
er. Stimmt das? In dieser Lektion sehen Sie, was in so einem Programm passiert. Danach können Sie
besser einschätzen, wann Sie ihm trauen.</p>
<h2>Immer nur das nächste Wort</h2>
<p>In einem Chatbot steckt ein Sprachmodell. Es hat riesige Mengen Text verarbeitet. Dabei hat es
gelernt, welche Wörter oft aufeinander folgen. Stellen Sie eine Frage, beginnt es zu rechnen. Welches
Wort passt als nächstes? Dann kommt das übernächste, und so weiter, bis die Antwort fertig ist. Ihr
Handy macht etwas Ähnliches. Sie tippen „Mit freundlichen“, und es schlägt „Grüßen“ vor. Ein
Sprachmodell kann das nur viel besser.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/naechstes-wort.png",
                        "alt": (
                            "Ein angefangener Satz: „Ihr Antrag wird“ und ein Fragezeichen. Darunter ein "
                            "Balkendiagramm der möglichen nächsten Wörter: bewilligt 48 Prozent, abgelehnt 31, "
                            "geprüft 16, verlegt 4, gegessen 1 Prozent. Unten steht: In die Akte schaut dabei niemand."
                        ),
                        "caption": "So wählt ein Sprachmodell sein nächstes Wort. Die Zahlen sind erfunden.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Wahrscheinlich heißt nicht wahr</h2>
<p>Daraus folgt das Wichtigste in diesem Kurs. Ein Sprachmodell besitzt kein Wissen, wie Menschen es
haben. Es hat keine Akte geprüft und keinen Bescheid verstanden. Es berechnet, ob ein Satz
<b>passt</b>. Ob er <b>stimmt</b>, prüft es nicht. Oft fällt beides zusammen, denn in den gelernten
Texten steht viel Richtiges. Manchmal klingt ein Satz aber tadellos und ist trotzdem falsch.</p>
<p>Das erklärt einige Eigenheiten:</p>
<ul>
<li>Dieselbe Frage bringt zweimal verschiedene Antworten, weil meist auch der Zufall mitspielt.</li>
<li>Was nach dem Ende des Trainings geschah, kennt das Modell nicht.</li>
<li>Die Satzungen Ihrer Stadt kamen im Training kaum oder gar nicht vor.</li>
<li>Beim Rechnen und Zählen macht es Fehler, die einem Taschenrechner nie passieren.</li>
<li>Auch die Begründung einer Antwort ist nur wieder ein Text, der gut passt.</li>
</ul>
<h2>Und wenn das Programm suchen kann?</h2>
<p>Manche Programme suchen zusätzlich im Internet oder in den Dokumenten der Stadt. Das Gefundene
geben sie dem Modell mit. Die Antworten werden dadurch oft besser. Sicher werden sie nicht. Das
Programm kann die falsche Stelle finden oder die richtige falsch wiedergeben. Eine Quelle unter der
Antwort lädt also zum Nachlesen ein. Ein Beweis ist sie nicht.</p>
<h2>Stark in Sprache, schwach in Tatsachen</h2>
<p>Nutzlos sind Sprachmodelle deshalb keineswegs. Sie formulieren um, kürzen, ordnen und finden
Überschriften. Sie sind stark, wenn Sie den Inhalt schon kennen und nur die Form suchen. Schwach
sind sie, wenn allein die Tatsache zählt: eine Frist, ein Betrag, ein Paragraf. Herr Beispiel kannte
die Familie. Er hätte sofort gemerkt, wenn in der Rede ein falscher Name gestanden hätte. Genau
deshalb war das eine gute Aufgabe.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Höflich ist nicht mitfühlend",
                        "text": (
                            "<p>Ein Chatbot schreibt: „Das tut mir leid.“ Ihm tut nichts leid. Der Satz passt nur gut "
                            "an diese Stelle. Eine freundliche Antwort ist deshalb nicht richtiger als eine "
                            "schroffe.</p>"
                        ),
                    },
                },
                {
                    "type": "quote",
                    "value": {
                        "text": (
                            "Ich behandle jede Antwort wie einen Tipp aus der Kaffeeküche: oft brauchbar, manchmal "
                            "Gold wert, aber nie ohne einen Blick in die Akte."
                        ),
                        "source": "Frau Musterfrau, Ausbilderin im Bürgeramt",
                    },
                },
                {
                    "type": "glossary",
                    "value": {
                        "terms": [
                            {
                                "term": "Künstliche Intelligenz (KI)",
                                "explanation": (
                                    "Sammelwort für Programme, die aus Eingaben selbst ableiten, welches Ergebnis sie "
                                    "ausgeben: einen Text, ein Bild, eine Empfehlung."
                                ),
                            },
                            {
                                "term": "Sprachmodell",
                                "explanation": "Ein KI-Modell, das Text erzeugt, indem es passende Fortsetzungen berechnet.",
                            },
                            {
                                "term": "Training",
                                "explanation": "Die Zeit, in der ein Modell aus sehr vielen Beispielen seine Muster lernt.",
                            },
                            {
                                "term": "Token",
                                "explanation": "Ein Stück Text, mit dem das Modell rechnet: ein Wort oder ein Teil davon.",
                            },
                            {
                                "term": "Prompt",
                                "explanation": "Die Eingabe, mit der Sie dem Programm sagen, was Sie brauchen.",
                            },
                            {
                                "term": "Halluzination",
                                "explanation": "Eine Aussage, die überzeugend klingt, aber erfunden oder falsch ist.",
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Ein Chatbot nennt Ihnen ohne Zögern die Gebühr für einen Anwohnerparkausweis in Ihrer "
                            "Stadt. Was ist davon zu halten?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Die Zahl stimmt, denn sonst hätte das Programm gezögert.",
                                "right": False,
                                "feedback": "Nein. Ein Sprachmodell klingt bei Falschem genauso sicher wie bei Richtigem.",
                            },
                            {
                                "text": "Die Zahl ist sicher falsch, denn Chatbots erfinden immer alles.",
                                "right": False,
                                "feedback": "Nein. Sie kann stimmen. Wissen können Sie es erst nach einem Blick in die Quelle.",
                            },
                            {
                                "text": "Die Zahl passt in den Satz. Ob sie stimmt, sehe ich in der Gebührenordnung nach.",
                                "right": True,
                                "feedback": "So ist es. Wahrscheinlich und wahr sind zweierlei.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "aufgaben-und-prompts",
            "title": "Gute Aufgaben, gute Prompts",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Die Stadtbibliothek plant einen Vorleseabend. Frau Musterfrau braucht einen Aushang und tippt:
„Schreib was über den Vorleseabend.“ Heraus kommt ein Gedicht mit drei Einhörnern. Schön, aber Ort
und Uhrzeit fehlen. Am Programm lag es nicht. In dieser Lektion lernen Sie, welche Aufgaben sich
eignen und wie Sie sie stellen.</p>
<h2>Die Faustregel</h2>
<p>Eine Aufgabe passt gut, wenn zwei Dinge zusammenkommen. Erstens: Sie können das Ergebnis selbst
und schnell prüfen. Zweitens: Ein Fehler fällt auf, bevor er jemandem schadet. Fehlt eines davon,
arbeiten Sie besser ohne das Programm. Der Aushang besteht diese Probe. Ort und Uhrzeit kennen Sie
selbst, und vor dem Druck liest noch jemand mit. Eine Gebühr berechnen zu lassen, besteht sie nicht.
Der Zahlendreher fällt vielleicht erst auf, wenn der Bescheid schon im Briefkasten liegt.</p>
<p>Noch eine Frage kommt davor: Ist das Programm in Ihrem Amt überhaupt freigegeben, und zwar für
diese Aufgabe? Wenn Sie es nicht wissen, fragen Sie zuerst Ihre Praxisanleitung.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Welche Aufgabe passt? Vorausgesetzt ist ein freigegebenes Programm.",
                        "head": ["Aufgabe", "Passt sie?", "Darauf achten Sie"],
                        "rows": [
                            ["Entwurf für einen Aushang", "Gut", "Ort, Zeit und Preis aus Ihren eigenen Notizen"],
                            ["Einen langen Bericht zusammenfassen", "Gut", "Fehlt etwas, kam etwas hinzu?"],
                            ["Einen Text in einfache Wörter bringen", "Gut", "Ist der Sinn noch derselbe?"],
                            ["Ideen für ein Ausbildungsprojekt sammeln", "Gut", "Auswählen müssen Sie selbst"],
                            ["Eine Formel für die Tabelle erklären", "Meist gut", "Mit bekannten Zahlen nachrechnen"],
                            ["Frist oder Paragraf nachschlagen", "Schlecht", "Nehmen Sie die amtliche Sammlung"],
                            ["Entscheiden, wer eine Leistung bekommt", "Gar nicht", "Das ist Ihre Aufgabe als Amt"],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Besonders nützlich: verständliche Sprache</h2>
<p>Eine Stärke verdient einen eigenen Absatz. Sprachmodelle können schwierige Sätze in einfache
verwandeln. Lassen Sie sich aus einem Merkblatt eine Fassung mit kurzen Sätzen vorschlagen. Dann
vergleichen Sie beide Texte Satz für Satz. Oft verschwindet beim Vereinfachen eine Bedingung. Aus
„kann gewährt werden“ wird leicht „bekommen Sie“. Für die Leute am Schalter ist das ein großer
Unterschied.</p>
<p>Verwechseln Sie einfache Sprache nicht mit Leichter Sprache. Leichte Sprache hat feste Regeln.
Üblich ist, dass Menschen mit Lernschwierigkeiten den Text prüfen. Das kann kein Programm
ersetzen.</p>
<h2>Vier Bausteine für einen Prompt</h2>
<p>Ein Prompt ist ein Arbeitsauftrag. Was würden Sie einer neuen Kollegin sagen, die das Amt nicht
kennt? Genau das schreiben Sie auf. Vier Bausteine helfen dabei.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "So bauen Sie einen Prompt",
                        "steps": [
                            {
                                "title": "Rolle: Für wen und als wer?",
                                "text": (
                                    "<p>„Sie schreiben für die Stadtbibliothek. Der Text richtet sich an Eltern mit "
                                    "kleinen Kindern.“</p>"
                                ),
                            },
                            {
                                "title": "Aufgabe: Was genau?",
                                "text": (
                                    "<p>„Entwerfen Sie einen Aushang, der zum Vorleseabend einlädt.“ Ein Auftrag je "
                                    "Prompt genügt.</p>"
                                ),
                            },
                            {
                                "title": "Material: Womit?",
                                "text": (
                                    "<p>„Verwenden Sie nur diese Angaben: Freitag, 17 Uhr, Lesesaal, Eintritt frei.“ "
                                    "Geben Sie die Tatsachen selbst vor. Dann muss das Programm weniger "
                                    "erfinden.</p>"
                                ),
                            },
                            {
                                "title": "Form: Wie soll es aussehen?",
                                "text": (
                                    "<p>„Höchstens 60 Wörter, kurze Sätze, Anrede mit Sie, eine Überschrift. Wenn eine "
                                    "Angabe fehlt, fragen Sie nach.“</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Der erste Entwurf ist ein Anfang</h2>
<p>Selten sitzt gleich der erste Versuch. Sagen Sie dann genau, was stört: „Kürzen Sie den zweiten
Absatz.“ „Streichen Sie die Ausrufezeichen.“ Zeigen Sie ein Beispiel, das Ihnen gefällt. Bitten Sie
um drei Fassungen und wählen Sie aus. Wird es nach drei Runden nicht besser? Dann schreiben Sie den
Text selbst. Das ist kein Scheitern. Manchmal ist der eigene Kopf eben das schnellere Werkzeug.</p>
<p>Gute Prompts können Sie sammeln und im Team teilen. Eine kleine Liste mit fünf erprobten Vorlagen
hilft allen. Sie hilft auch denen, die nach Ihnen in die Abteilung kommen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Das Programm als kritischer Leser",
                        "text": (
                            "<p>Lassen Sie Ihren eigenen Entwurf befragen: „Welche drei Fragen bleiben für "
                            "Leserinnen und Leser offen?“ So bleibt der Text Ihrer, und Sie finden trotzdem die "
                            "Lücken.</p>"
                        ),
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Ein Prompt, zwei Fassungen",
                        "text": (
                            "<p>Nehmen Sie einen Text, den Ihr Amt schon veröffentlicht hat, zum Beispiel einen "
                            "Flyer. Schreiben Sie einen Prompt mit allen vier Bausteinen, der ihn verständlicher "
                            "machen soll. Haben Sie ein freigegebenes Programm? Dann probieren Sie ihn aus und "
                            "vergleichen Sie beide Fassungen. Haben Sie keines? Dann tauschen Sie den Prompt mit "
                            "einer Kollegin oder einem Kollegen und schreiben den Text nach diesem Auftrag "
                            "selbst.</p>"
                        ),
                        "minutes": 20,
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Angaben machen einen Prompt besser?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Für wen der Text bestimmt ist",
                                "right": True,
                                "feedback": "Ja. Ein Text für Eltern klingt anders als einer für den Stadtrat.",
                            },
                            {
                                "text": "Das Wort „bitte“ in jeder Zeile",
                                "right": False,
                                "feedback": "Nein. Höflichkeit schadet nicht, aber sie ersetzt keine Angabe.",
                            },
                            {
                                "text": "Die Tatsachen, die im Text stehen sollen",
                                "right": True,
                                "feedback": "Ja. Was Sie vorgeben, muss das Programm nicht erraten.",
                            },
                            {
                                "text": "Länge, Ton und Aufbau",
                                "right": True,
                                "feedback": "Ja. Das ist der Baustein Form.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "daten-schuetzen",
            "title": "Was nie in den Chat gehört",
            "module": "Schützen und prüfen",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Kurz vor Mittag. Ein langer Widerspruch liegt auf dem Tisch, sechs Seiten, eng beschrieben. Herr
Beispiel macht ein Foto und zieht es in den Chatbot auf seinem privaten Handy. „Nur eine
Zusammenfassung“, denkt er. Nach zehn Sekunden ist sie da. Leider sind auch Name, Anschrift und
Krankengeschichte einer Bürgerin nun bei einer fremden Firma.</p>
<h2>Eingeben heißt weitergeben</h2>
<p>Was Sie in ein KI-Programm eintippen, verlässt meist Ihren Rechner. Es wird auf fremden Servern
verarbeitet, manchmal außerhalb Europas. Manche Anbieter speichern Eingaben und nutzen sie, um ihre
Modelle zu verbessern. Rechtlich ist das eine Verarbeitung wie jede andere. Sind personenbezogene
Daten dabei, gilt die Datenschutz-Grundverordnung, kurz DSGVO. Das Amt braucht eine Rechtsgrundlage.
Arbeitet ein Anbieter im Auftrag der Stadt, braucht es außerdem einen Vertrag nach Art. 28 DSGVO.
Beides fehlt, wenn Sie auf eigene Faust ein Konto eröffnen.</p>
<p>Hinzu kommt das Datengeheimnis aus Art. 11 BayDSG. Wer im Amt arbeitet, darf personenbezogene
Daten nicht unbefugt verarbeiten. Das gilt auch für Auszubildende, und es gilt auch im
Homeoffice.</p>
<h2>Was „freigegeben“ bedeutet</h2>
<p>Freigegeben ist ein Programm, wenn die Stadt es geprüft und für bestimmte Zwecke erlaubt hat.
Viele Städte haben dafür eine Dienstanweisung und einen eigenen Zugang. Lesen Sie nach, wofür die
Freigabe gilt. Oft lautet sie: Texte ja, personenbezogene Daten nein. Das ist dann keine Empfehlung,
sondern die Grenze.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Darf das hinein? Im Zweifel gilt die Dienstanweisung Ihrer Stadt.",
                        "head": ["Material", "Programm ohne Freigabe", "Programm mit Freigabe"],
                        "rows": [
                            ["Ein schon veröffentlichter Flyer", "Nur, wenn Ihre Stadt das erlaubt", "Ja"],
                            ["Ein ganz und gar erfundenes Beispiel", "Nur, wenn Ihre Stadt das erlaubt", "Ja"],
                            [
                                "Ein Brief mit Namen oder Aktenzeichen",
                                "Nein",
                                "Nur, wenn die Freigabe solche Daten umfasst",
                            ],
                            [
                                "Angaben über Gesundheit oder Sozialleistungen",
                                "Nein",
                                "Nur, wenn die Freigabe genau das ausdrücklich umfasst",
                            ],
                            [
                                "Interne Papiere und Angebote von Firmen",
                                "Nein",
                                "Nur, wenn die Freigabe solche Inhalte umfasst",
                            ],
                            ["Passwörter und Zugangsdaten", "Nein", "Nein"],
                        ],
                    },
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Privates Konto, dienstliche Daten: nein",
                        "text": (
                            "<p>Auch ein bezahltes privates Konto ist nicht freigegeben. Auf dem eigenen Handy gilt "
                            "dasselbe wie am Rechner im Amt.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Den Namen streichen reicht oft nicht</h2>
<p>„Ich habe den Namen durch X ersetzt.“ Das ist gut gemeint, aber selten genug. Eine Person bleibt
erkennbar, wenn die übrigen Angaben auf sie hindeuten. Denken Sie an „die einzige Imkerin im
Stadtteil, die letzte Woche Widerspruch erhob“. Auch Daten und Beträge verraten viel. Außerdem
vergisst man leicht die Fußzeile, den Dateinamen oder den Absender in der weitergeleiteten
E-Mail.</p>
<p>Sicherer ist ein anderer Weg. Beschreiben Sie nicht den Fall, sondern die Aufgabe. Statt des
echten Schreibens geben Sie ein: „Entwerfen Sie eine freundliche Eingangsbestätigung für einen
Widerspruch, mit Platzhaltern für Namen und Datum.“ Die Platzhalter füllen Sie danach in Ihrem
eigenen Programm aus. So bekommt der Chatbot nichts, was ihn nichts angeht.</p>
<h2>Wenn es doch passiert ist</h2>
<p>Sind echte Daten in ein Programm ohne Freigabe geraten, kann das eine Datenpanne sein. Melden Sie
es sofort auf dem Meldeweg Ihrer Stadt. Löschen Sie den Verlauf nicht auf eigene Faust, denn er
zeigt, was genau betroffen ist. Herr Beispiel hat noch vor der Mittagspause angerufen. Das war
unangenehm. Es war auch genau richtig.</p>
""",
                },
                {
                    "type": "accordion",
                    "value": {
                        "items": [
                            {
                                "title": "Ist eine Übersetzung auch eine Eingabe?",
                                "text": (
                                    "<p>Ja. Auch Übersetzer, Diktierprogramme und Schreibhilfen im Browser schicken "
                                    "Ihren Text oft an einen Anbieter. Es gelten dieselben Regeln wie für einen "
                                    "Chatbot.</p>"
                                ),
                            },
                            {
                                "title": "Der Anbieter verspricht, nichts zu speichern. Reicht das?",
                                "text": (
                                    "<p>Nein. Ob ein Programm sicher genug ist, prüft nicht die Person am Schreibtisch. "
                                    "Das tun die IT und die Stelle für Datenschutz. Ihre Frage lautet nur: Ist es "
                                    "freigegeben?</p>"
                                ),
                            },
                            {
                                "title": "Darf ein Programm in der Besprechung mitschreiben?",
                                "text": (
                                    "<p>Nicht ohne klare Erlaubnis. Es verarbeitet die Worte aller Anwesenden. Wer "
                                    "heimlich ein vertrauliches Gespräch aufnimmt, kann sich sogar strafbar machen "
                                    "(§ 201 StGB).</p>"
                                ),
                            },
                            {
                                "title": "Darf der Chatbot meinen Ausbildungsnachweis schreiben?",
                                "text": (
                                    "<p>Der Nachweis soll zeigen, was <b>Sie</b> getan und gelernt haben. Klären Sie "
                                    "vorher mit Ihren Ausbildenden, welche Hilfe erlaubt ist. Namen und Fälle aus "
                                    "dem Amt gehören ohnehin nicht hinein.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Sie möchten eine schwierige Antwort an Herrn Mustermann freundlicher formulieren. Ihre "
                            "Stadt hat ein Programm für Texte freigegeben, aber nicht für personenbezogene Daten. "
                            "Was tun Sie?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich gebe nur die Aufgabe ein, mit Platzhaltern und ohne den Fall.",
                                "right": True,
                                "feedback": "So nutzen Sie die Hilfe und bleiben in den Grenzen der Freigabe.",
                            },
                            {
                                "text": "Ich gebe den ganzen Brief ein und lösche danach den Verlauf.",
                                "right": False,
                                "feedback": "Nein. Die Daten waren dann schon beim Anbieter.",
                            },
                            {
                                "text": "Ich ersetze nur den Namen und lasse alles andere stehen.",
                                "right": False,
                                "feedback": "Nein. Aus dem Rest lässt sich oft erkennen, um wen es geht.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "ergebnisse-pruefen",
            "title": "Erfunden, veraltet, verzerrt: Ergebnisse prüfen",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Frau Musterfrau bereitet eine Antwort zur Sondernutzung vor. Der Chatbot liefert einen prächtigen
Absatz mit einem Urteil, samt Gericht und Aktenzeichen. Sie sucht das Urteil und findet keines. Das
Gericht gibt es wirklich, das Aktenzeichen sieht echt aus, der Rest ist frei erfunden. So etwas heißt
Halluzination.</p>
<h2>Warum Programme erfinden</h2>
<p>Erinnern Sie sich: Das Modell sucht, was passt. Nach „Das Verwaltungsgericht entschied“ passt nun
einmal ein Aktenzeichen. Also erscheint eines. Das Programm lügt dabei nicht, denn zum Lügen müsste
es die Wahrheit kennen. Auf den Ton können Sie sich deshalb nicht verlassen. Falsches kommt genauso
flüssig daher wie Richtiges.</p>
<p>Besonders gern erfunden werden:</p>
<ul>
<li>Paragrafen, Urteile und Aktenzeichen</li>
<li>Fristen, Beträge und Jahreszahlen</li>
<li>Namen, Ämter, Telefonnummern und Internetadressen</li>
<li>wörtliche Zitate und Buchtitel</li>
</ul>
<p>Auch ohne Erfindung kann eine Antwort falsch sein. Sie stammt vielleicht aus einem anderen
Bundesland oder aus der Zeit vor der letzten Änderung. Bayern hat eigene Gesetze, und jede Stadt hat
eigene Satzungen. Ein Programm mischt das leicht.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "So prüfen Sie eine Antwort",
                        "steps": [
                            {
                                "title": "Markieren",
                                "text": (
                                    "<p>Unterstreichen Sie alles, was sich nachprüfen lässt: Zahlen, Namen, Daten, "
                                    "Paragrafen, Zitate.</p>"
                                ),
                            },
                            {
                                "title": "Zur Quelle gehen",
                                "text": (
                                    "<p>Lesen Sie das Gesetz in der amtlichen Sammlung, die Satzung auf der Seite der "
                                    "Stadt, den Fall in der Akte. Fragen Sie nicht das Programm, ob es recht hat. Es "
                                    "antwortet wieder nur mit passenden Wörtern.</p>"
                                ),
                            },
                            {
                                "title": "Mit dem Material vergleichen",
                                "text": (
                                    "<p>Haben Sie einen Text kürzen lassen? Prüfen Sie in beide Richtungen: Was fehlt, "
                                    "und was kam dazu?</p>"
                                ),
                            },
                            {
                                "title": "Fair und freundlich?",
                                "text": (
                                    "<p>Lesen Sie den Text mit den Augen der Person, die ihn bekommt. Würde sie sich "
                                    "ernst genommen fühlen?</p>"
                                ),
                            },
                            {
                                "title": "Vier Augen",
                                "text": (
                                    "<p>Geht der Text nach außen, liest ein zweiter Mensch mit. Sagen Sie dazu, welche "
                                    "Teile aus dem Programm stammen.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Vorurteile aus alten Texten</h2>
<p>Ein Sprachmodell lernt aus Texten, die Menschen geschrieben haben. Darin stecken auch deren
Vorurteile. Bitten Sie um eine kleine Geschichte über „die Amtsleitung und die Schreibkraft“. Wird
daraus oft ein Mann und eine Frau? Dann sehen Sie, was Fachleute <b>Bias</b> nennen, auf Deutsch
Verzerrung.</p>
<p>Im Amt ist das keine Kleinigkeit. Das Grundgesetz verbietet in Art. 3, Menschen zum Beispiel wegen
ihres Geschlechts, ihrer Herkunft oder ihres Glaubens zu benachteiligen. Auch wegen einer
Behinderung darf niemand benachteiligt werden. Bekämen Menschen wegen ihrer Herkunft schroffere
Briefe, verstieße das Amt dagegen. Dass es niemand gewollt hat, ändert daran nichts.</p>
<p>Ein einfacher Versuch hilft: Tauschen Sie in Ihrem erfundenen Beispiel nur den Namen oder das
Geschlecht. Bleibt die Antwort gleich freundlich, gleich ausführlich, gleich streng? Wenn nicht,
nehmen Sie das Ergebnis nicht und melden es der Stelle, die das Programm betreut.</p>
<h2>Die Verzerrung in uns</h2>
<p>Auch Menschen haben eine Schwäche. Was vom Computer kommt, glauben wir besonders leicht. Nach
zwanzig guten Antworten liest man die nächste kaum noch. Das heißt Automatisierungsbias. Dagegen
hilft eine feste Gewohnheit: Erst selbst überlegen, dann die Antwort ansehen. Wer vorher schon eine
Meinung hat, merkt eher, wenn etwas nicht stimmt. Gegen Müdigkeit hilft übrigens auch eine
Pause.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Vorsicht bei fremden Dateien",
                        "text": (
                            "<p>In einem Dokument von außen können Anweisungen an das Programm versteckt sein, etwa in "
                            "weißer Schrift. Das Programm befolgt sie vielleicht. Lesen Sie deshalb bei wichtigen "
                            "Schreiben immer auch das Original.</p>"
                        ),
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Auf Fehlersuche",
                        "text": (
                            "<p>Lassen Sie sich von einem freigegebenen Programm erklären, wie man in Ihrer Stadt einen "
                            "Hund anmeldet. Geben Sie dabei keine persönlichen Daten ein. Markieren Sie alle prüfbaren "
                            "Angaben und vergleichen Sie sie mit der Seite Ihrer Stadt. Wie viele stimmen? Ohne "
                            "Programm geht es auch: Nehmen Sie ein altes Merkblatt und suchen Sie, was heute nicht "
                            "mehr gilt.</p>"
                        ),
                        "minutes": 15,
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Eine Antwort nennt einen Paragrafen, den Sie nicht kennen. Wie prüfen Sie ihn am besten?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich frage das Programm, ob der Paragraf wirklich stimmt.",
                                "right": False,
                                "feedback": "Nein. Auch das Ja des Programms ist nur ein passender Text.",
                            },
                            {
                                "text": "Ich lese ihn in der amtlichen Sammlung nach.",
                                "right": True,
                                "feedback": "Nur die Quelle zeigt, ob es ihn gibt und was darin steht.",
                            },
                            {
                                "text": "Ich frage ein zweites Programm. Sagen beide dasselbe, stimmt es.",
                                "right": False,
                                "feedback": "Nein. Zwei Programme können denselben Fehler machen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "ki-verordnung",
            "title": "Die KI-Verordnung der EU in Umrissen",
            "module": "Recht und Verantwortung",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>In der Mittagspause fragt Herr Beispiel: „Ist KI im Amt jetzt eigentlich verboten?“ Nein, ist sie
nicht. Aber sie ist geregelt. Die wichtigste Regel kommt aus Europa: die Verordnung (EU) 2024/1689
über künstliche Intelligenz. Kurz sagt man KI-Verordnung oder KI-VO, auf Englisch AI Act. Sie müssen
sie nicht auswendig lernen. Ihren Aufbau sollten Sie kennen.</p>
<h2>Je größer das Risiko, desto strenger</h2>
<p>Eine Verordnung der EU gilt unmittelbar, also auch in jedem Rathaus. Die KI-VO unterscheidet
mehrere Rollen. Wer ein System entwickelt und auf den Markt bringt, heißt <b>Anbieter</b>. Wer es
beruflich in eigener Verantwortung verwendet, heißt <b>Betreiber</b>. Eine Stadt ist meistens
Betreiberin. Baut sie selbst ein System, kann sie auch Anbieterin sein.</p>
<p>Die Pflichten richten sich nach dem Risiko. Dabei kommt es auf den Zweck an und nicht darauf, wie
modern ein Programm ist. Üblich ist eine Einteilung in vier Stufen. Die Verordnung selbst verwendet
diese Treppe nicht wörtlich. Zum Merken taugt sie gut.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Vier Stufen der KI-Verordnung mit Beispielen",
                        "head": ["Stufe", "Beispiel", "Folge"],
                        "rows": [
                            [
                                "Verboten (Art. 5)",
                                "Gefühle von Beschäftigten am Gesicht ablesen (Ausnahme: Medizin oder Sicherheit)",
                                "Niemand darf es einsetzen.",
                            ],
                            [
                                "Hohes Risiko (Art. 6)",
                                (
                                    "Bewerbungen bewerten oder prüfen, ob jemand Anspruch auf eine grundlegende "
                                    "öffentliche Leistung hat (Anhang III)"
                                ),
                                "Strenge Pflichten, zum Beispiel Aufsicht durch Menschen",
                            ],
                            [
                                "Pflicht zur Transparenz (Art. 50)",
                                "Chatbot auf der Webseite, täuschend echte Bilder",
                                "Menschen müssen es erfahren.",
                            ],
                            [
                                "Geringes Risiko",
                                "Filter gegen Werbemails, Rechtschreibhilfe",
                                "Kaum eigene Pflichten aus der KI-VO. Andere Gesetze gelten weiter.",
                            ],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<p>Ein Beispiel zum Sortieren: Der Chatbot hilft Ihnen, eine Einladung zu formulieren. Das Risiko ist
gering. Nun soll ein Programm dieselbe Technik nutzen, um Bewerbungen in eine Reihenfolge zu
bringen. Damit rückt es in den Bereich des hohen Risikos. Die Technik blieb gleich, der Zweck ist ein
anderer. Ob ein System im Einzelfall als hochriskant gilt, prüfen Fachleute. Art. 6 enthält nämlich
auch Ausnahmen.</p>
<h2>KI-Kompetenz: Art. 4</h2>
<p>Art. 4 der KI-VO betrifft Sie ganz direkt. Danach ergreifen Anbieter und Betreiber Maßnahmen für
die KI-Kompetenz ihres Personals. Eine solche Pflicht gilt seit dem 2. Februar 2025. Dabei zählen
Vorkenntnisse, Erfahrung und Ausbildung. Es zählt auch, wo und für wen ein System eingesetzt wird.
Eine Prüfung oder einen Führerschein verlangt der Artikel nicht. Er ist also ein guter Grund, um eine
Schulung zu bitten. Auch dieser Kurs ist ein Baustein.</p>
<h2>Kennzeichnen: Art. 50</h2>
<p>Wer mit einem Chatbot schreibt, soll das wissen. Deshalb müssen Anbieter solche Systeme so bauen,
dass Menschen darüber informiert werden. Nur wenn es ohnehin offensichtlich ist, entfällt das. Für
Betreiber gibt es zwei weitere Pflichten. Sie betreffen täuschend echte Bilder, Töne und Videos sowie
bestimmte veröffentlichte Texte. Einzelheiten finden Sie gleich zum Aufklappen.</p>
<p>Unabhängig davon darf Ihre Stadt mehr verlangen. Manche Dienstanweisung schreibt vor, jede Hilfe
durch KI in der Akte zu vermerken. Halten Sie sich daran. Und wenn nichts geregelt ist? Dann ist
Offenheit ein guter Stil: „Entwurf mit Hilfe von KI, geprüft von Frau Musterfrau.“ Ein Satz kostet
wenig und schafft Vertrauen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Immer die aktuelle Fassung lesen",
                        "text": (
                            "<p>Die Verordnung trat am 1. August 2024 in Kraft. Ihre Teile gelten nach und nach. Im Juni "
                            "2026 haben das Europäische Parlament und der Rat Änderungen beschlossen. Sie betreffen "
                            "auch Art. 4 und die Fristen für hohes Risiko.</p>"
                        ),
                    },
                },
                {
                    "type": "accordion",
                    "value": {
                        "items": [
                            {
                                "title": "Muss ich jeden Text kennzeichnen, bei dem KI geholfen hat?",
                                "text": (
                                    "<p>Nach der KI-VO nicht. Art. 50 meint Texte, die veröffentlicht werden, um die "
                                    "Öffentlichkeit über Angelegenheiten von öffentlichem Interesse zu informieren. "
                                    "Hat ein Mensch den Text geprüft oder redaktionell kontrolliert und trägt jemand "
                                    "die redaktionelle Verantwortung, entfällt die Pflicht. Ihre Stadt kann "
                                    "strengere Regeln haben.</p>"
                                ),
                            },
                            {
                                "title": "Was ist ein Deepfake?",
                                "text": (
                                    "<p>Ein Bild, ein Ton oder ein Video aus der KI, das wirklichen Personen, Orten, "
                                    "Gegenständen oder Ereignissen ähnelt und fälschlich für echt gehalten werden "
                                    "kann. Ein „Foto“ vom Stadtfest, das es so nie gab, gehört dazu. Wer so etwas "
                                    "einsetzt, muss grundsätzlich offenlegen, dass es künstlich ist.</p>"
                                ),
                            },
                            {
                                "title": "Gilt die DSGVO daneben weiter?",
                                "text": (
                                    "<p>Ja. Die KI-VO ersetzt den Datenschutz nicht. Auch ein Programm mit geringem "
                                    "Risiko darf keine Daten ohne Rechtsgrundlage verarbeiten.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "links",
                    "value": {
                        "title": "Zum Nachlesen",
                        "links": [
                            {
                                "label": "Verordnung (EU) 2024/1689 bei EUR-Lex",
                                "url": "https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32024R1689",
                                "note": (
                                    "Der Text von 2024 auf Deutsch. Von dort führt ein Link zur konsolidierten Fassung, "
                                    "sobald es eine gibt."
                                ),
                            },
                            {
                                "label": "Bayerischer Landesbeauftragter für den Datenschutz: KI aus Drittländern",
                                "url": "https://www.datenschutz-bayern.de/datenschutzreform2018/aki60.html",
                                "note": "Kurz-Information für bayerische Behörden vom März 2025.",
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Wovon hängt es ab, welche Pflichten die KI-Verordnung für ein System vorsieht?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Vom Preis des Programms",
                                "right": False,
                                "feedback": "Nein. Auch ein kostenloses Programm kann hochriskant eingesetzt werden.",
                            },
                            {
                                "text": "Vor allem vom Risiko, und damit vom Zweck des Einsatzes",
                                "right": True,
                                "feedback": "Dieselbe Technik kann je nach Zweck in eine andere Stufe fallen.",
                            },
                            {
                                "text": "Von der Zahl der Menschen, die im Amt arbeiten",
                                "right": False,
                                "feedback": "Nein. Die Größe des Amts entscheidet nicht über die Stufe.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "mensch-entscheidet",
            "title": "Wer entscheidet und wer unterschreibt",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>„Der Computer hat Ihren Antrag abgelehnt.“ Wie würde sich dieser Satz für Sie anhören? Niemand
möchte einem Kasten gegenüberstehen, der nicht zuhört und nichts erklärt. Deshalb setzt das Recht
Grenzen. In dieser Lektion geht es um Entscheidungen und um die Person, die dafür geradesteht.</p>
<h2>Art. 22 DSGVO: nicht allein der Maschine ausgesetzt</h2>
<p>Art. 22 DSGVO schützt Menschen vor bestimmten Entscheidungen. Gemeint sind solche, die
<b>ausschließlich</b> auf automatisierter Verarbeitung beruhen. Außerdem müssen sie eine rechtliche
Wirkung haben oder die Person ähnlich stark beeinträchtigen. Ein abgelehnter Antrag gehört dazu.
Solchen Entscheidungen muss sich grundsätzlich niemand unterwerfen. Drei Ausnahmen nennt der
Artikel:</p>
<ul>
<li>Die Entscheidung ist für einen Vertrag mit der Person erforderlich.</li>
<li>Eine Rechtsvorschrift erlaubt sie und schützt dabei die Rechte der Person.</li>
<li>Die Person hat ausdrücklich eingewilligt.</li>
</ul>
<p>Reicht es, wenn am Ende jemand auf „OK“ klickt? Nein. Wer nur abnickt, entscheidet nicht. Der
Europäische Gerichtshof hat 2023 über die Punkte einer Auskunftei geurteilt. Schon ein berechneter
Wert kann eine automatisierte Entscheidung sein, wenn andere sich maßgeblich darauf stützen. Der
Mensch muss den Fall also wirklich ansehen und anders entscheiden können.</p>
<h2>Der Bescheid ganz ohne Mensch</h2>
<p>Für Behörden des Bundes erlaubt § 35a VwVfG, einen Verwaltungsakt vollständig automatisch zu
erlassen. Dafür gibt es zwei Bedingungen. Eine Rechtsvorschrift muss es zulassen. Und es darf weder
Ermessen noch ein Beurteilungsspielraum bestehen. Überall, wo abzuwägen ist, scheidet dieser Weg
danach aus.</p>
<p>Für eine Stadt in Bayern gilt in der Regel das bayerische Gesetz, das BayVwVfG. Bayern hatte diesen
Paragrafen nicht übernommen. Im Juni 2026 gab es Pläne für eine eigene Regel. Daneben haben das
Sozialrecht und das Steuerrecht eigene Vorschriften. Merken Sie sich daher keinen festen Satz,
sondern eine Frage: Welche Vorschrift erlaubt das hier und heute? Die Antwort gibt Ihr
Rechtsamt.</p>
""",
                },
                {
                    "type": "quote",
                    "value": {
                        "text": (
                            "Der Einsatz von Künstlicher Intelligenz in der Verwaltung ist durch geeignete Kontroll- "
                            "und Rechtsschutzmaßnahmen abzusichern."
                        ),
                        "source": "Art. 5 Abs. 2 Satz 2 des Bayerischen Digitalgesetzes (BayDiG)",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>„Das hat die KI gesagt“ ist keine Begründung</h2>
<p>Ein schriftlicher Bescheid braucht in der Regel eine Begründung. Das steht in Art. 39 BayVwVfG. Das
Amt nennt darin die wesentlichen Gründe, aus denen es so entschieden hat. Diese Gründe muss es selbst
gehabt haben. Hat ein Programm den Text nur hübsch ausgedacht, fehlt genau das. Bei Ermessen soll die
Begründung auch zeigen, was das Amt abgewogen hat. Abwägen kann nur, wer den Fall kennt.</p>
<h2>Verantwortung lässt sich nicht abgeben</h2>
<p>Für Beamtinnen und Beamte sagt es § 36 BeamtStG deutlich. Sie tragen für die Rechtmäßigkeit ihrer
dienstlichen Handlungen die volle persönliche Verantwortung. Auch Beschäftigte stehen für ihre Arbeit
ein, nach ihrem Arbeitsvertrag. Wer unterschreibt, kann sich nicht hinter einem Programm verstecken.
Macht die Stadt einen Fehler, muss sie selbst dafür einstehen. Ein Programm hat kein Amt, kein
Gewissen und auch keinen Stempel.</p>
<p>Für Sie in der Ausbildung heißt das zweierlei. Sie unterschreiben in der Regel nicht selbst. Sie
bereiten aber vor, worauf andere sich verlassen. Sagen Sie deshalb immer offen, wo ein Programm
geholfen hat. Ihre Ausbilderin oder Ihr Ausbilder prüft dann genauer. Verschweigen macht aus einem
kleinen Fehler einen großen.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "Bevor ein Entwurf zur Unterschrift geht",
                        "steps": [
                            {
                                "title": "Habe ich den Fall selbst verstanden?",
                                "text": "<p>Können Sie ihn ohne den Text in drei Sätzen erklären? Dann ja.</p>",
                            },
                            {
                                "title": "Stimmt jede Tatsache?",
                                "text": "<p>Sie haben Zahlen, Namen und Vorschriften mit Akte und Gesetz verglichen.</p>",
                            },
                            {
                                "title": "Sind die Gründe unsere Gründe?",
                                "text": (
                                    "<p>Was im Text steht, hat das Amt wirklich überlegt. Es steht nicht nur da, weil "
                                    "es gut klingt.</p>"
                                ),
                            },
                            {
                                "title": "Ist die Hilfe vermerkt?",
                                "text": (
                                    "<p>Sie haben notiert, welches Programm geholfen hat und wobei, so wie es Ihre "
                                    "Dienstanweisung verlangt.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Drei Fragen für jeden Tag",
                        "text": (
                            "<p>Ist das Programm freigegeben? Habe ich das Ergebnis geprüft? Würde ich es mit meinem "
                            "Namen vertreten? Dreimal Ja, dann los.</p>"
                        ),
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Die Regeln in meinem Amt",
                        "text": (
                            "<p>Finden Sie heraus, was bei Ihnen gilt. Gibt es eine Dienstanweisung für KI? Welche "
                            "Programme sind freigegeben, und für welche Daten? Wer beantwortet Fragen dazu? Schreiben "
                            "Sie die Antworten auf eine halbe Seite und besprechen Sie sie mit Ihrer "
                            "Praxisanleitung.</p>"
                        ),
                        "minutes": 20,
                    },
                },
                {
                    "type": "links",
                    "value": {
                        "title": "Die Vorschriften im Wortlaut",
                        "links": [
                            {
                                "label": "Datenschutz-Grundverordnung bei EUR-Lex",
                                "url": "https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32016R0679",
                                "note": "Art. 22: automatisierte Entscheidungen im Einzelfall.",
                            },
                            {
                                "label": "§ 35a VwVfG bei Gesetze im Internet",
                                "url": "https://www.gesetze-im-internet.de/vwvfg/__35a.html",
                                "note": "Die Regel des Bundes zum vollständig automatischen Verwaltungsakt.",
                            },
                            {
                                "label": "§ 36 BeamtStG bei Gesetze im Internet",
                                "url": "https://www.gesetze-im-internet.de/beamtstg/__36.html",
                                "note": "Verantwortung der Beamtinnen und Beamten.",
                            },
                            {
                                "label": "Bayern.Recht, die Sammlung der bayerischen Gesetze",
                                "url": "https://www.gesetze-bayern.de/",
                                "note": "Suchen Sie dort nach BayVwVfG und BayDiG.",
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Ein Programm schlägt vor, einen Antrag abzulehnen. Die Sachbearbeiterin klickt jeden "
                            "Vorschlag ungelesen weiter. Was trifft zu?"
                        ),
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "So ein Klick ist noch keine Entscheidung eines Menschen.",
                                "right": True,
                                "feedback": "Ja. Der Mensch muss den Fall ansehen und auch anders entscheiden können.",
                            },
                            {
                                "text": "Verantwortlich ist nun die Firma, die das Programm gebaut hat.",
                                "right": False,
                                "feedback": "Nein. Für den Bescheid stehen das Amt und seine Menschen ein.",
                            },
                            {
                                "text": "Es fehlen eigene Gründe, die das Amt im Bescheid nennen könnte.",
                                "right": True,
                                "feedback": "Ja. Eine Begründung zeigt, was das Amt selbst erwogen hat.",
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
                "text": "Wie entsteht die Antwort eines Sprachmodells?",
                "choices": [
                    {"text": "Es schlägt in einem geprüften Lexikon nach.", "right": False},
                    {"text": "Es berechnet Stück für Stück, was gut als Nächstes passt.", "right": True},
                    {"text": "Es fragt im Hintergrund eine Fachkraft.", "right": False},
                    {"text": "Es kopiert einen fertigen Text aus dem Internet.", "right": False},
                ],
                "feedback": "Ein Sprachmodell rechnet mit Wahrscheinlichkeiten. Ob ein Satz stimmt, prüft es nicht.",
                "lesson": "wie-ein-sprachmodell-arbeitet",
            },
            {
                "kind": "multiple",
                "text": "Womit müssen Sie bei einem Sprachmodell rechnen?",
                "choices": [
                    {"text": "Es kennt Änderungen nach dem Ende seines Trainings nicht.", "right": True},
                    {"text": "Bei unsicheren Antworten klingt es immer unsicher.", "right": False},
                    {"text": "Dieselbe Frage kann verschiedene Antworten bringen.", "right": True},
                    {"text": "Örtliche Satzungen gibt es fehlerfrei wieder.", "right": False},
                ],
                "feedback": "Alter Stand und Zufall gehören dazu. Der sichere Ton sagt nichts über die Richtigkeit.",
                "lesson": "wie-ein-sprachmodell-arbeitet",
            },
            {
                "kind": "single",
                "text": "Welche Aufgabe eignet sich am wenigsten für ein freigegebenes KI-Programm?",
                "choices": [
                    {"text": "Überschriften für einen Aushang vorschlagen", "right": False},
                    {"text": "Einen eigenen Text in kürzere Sätze bringen", "right": False},
                    {"text": "Ideen für ein Projekt sammeln", "right": False},
                    {"text": "Verbindlich sagen, wann eine Widerspruchsfrist endet", "right": True},
                ],
                "feedback": "Fristen gehören ins Gesetz und in die Akte. Ein Fehler fällt hier oft zu spät auf.",
                "lesson": "aufgaben-und-prompts",
            },
            {
                "kind": "multiple",
                "text": "Welche Bausteine gehören in einen guten Prompt?",
                "choices": [
                    {"text": "Rolle und Aufgabe", "right": True},
                    {"text": "Ein geheimes Zauberwort", "right": False},
                    {"text": "Material und Form", "right": True},
                    {"text": "Das eigene Passwort", "right": False},
                ],
                "feedback": "Rolle, Aufgabe, Material und Form: So wird aus einem Wunsch ein Arbeitsauftrag.",
                "lesson": "aufgaben-und-prompts",
            },
            {
                "kind": "single",
                "text": (
                    "Ein Kollege lässt auf dem privaten Handy von einem nicht freigegebenen Chatbot einen Brief "
                    "zusammenfassen, in dem eine Krankheit beschrieben ist. Was ist richtig?"
                ),
                "choices": [
                    {"text": "Das geht, denn das Handy gehört ihm.", "right": False},
                    {"text": "Das geht, wenn er die Antwort danach löscht.", "right": False},
                    {"text": "Das kann eine Datenpanne sein. Er meldet es sofort.", "right": True},
                ],
                "feedback": "Eingeben heißt weitergeben. Eine schnelle Meldung hilft, den Schaden klein zu halten.",
                "lesson": "daten-schuetzen",
            },
            {
                "kind": "multiple",
                "text": "Wie halten Sie Daten von Bürgerinnen und Bürgern aus einem Chatbot heraus?",
                "choices": [
                    {"text": "Ich beschreibe die Aufgabe und nicht den Fall.", "right": True},
                    {"text": "Ich streiche nur den Nachnamen.", "right": False},
                    {"text": "Ich arbeite mit Platzhaltern und fülle sie später selbst aus.", "right": True},
                    {"text": "Ich schreibe dazu: „Bitte vertraulich behandeln.“", "right": False},
                ],
                "feedback": "Was nicht eingegeben wird, kann nirgends landen. Ein fehlender Name allein schützt selten.",
                "lesson": "daten-schuetzen",
            },
            {
                "kind": "single",
                "text": "Was ist eine Halluzination bei einem KI-Programm?",
                "choices": [
                    {"text": "Eine überzeugend klingende, aber falsche oder erfundene Angabe", "right": True},
                    {"text": "Ein Ausfall des Servers", "right": False},
                    {"text": "Ein besonders bunt gestaltetes Bild", "right": False},
                    {"text": "Eine Antwort in einer fremden Sprache", "right": False},
                ],
                "feedback": "Gerade Aktenzeichen, Fristen und Zitate sehen echt aus und sind es nicht immer.",
                "lesson": "ergebnisse-pruefen",
            },
            {
                "kind": "multiple",
                "text": "Was hilft gegen Verzerrungen und blindes Vertrauen?",
                "choices": [
                    {"text": "Im erfundenen Beispiel nur den Namen tauschen und vergleichen", "right": True},
                    {"text": "Darauf vertrauen, dass Computer keine Vorurteile haben", "right": False},
                    {"text": "Erst selbst überlegen, dann die Antwort ansehen", "right": True},
                    {"text": "Nach vielen guten Antworten nicht mehr prüfen", "right": False},
                ],
                "feedback": "Modelle übernehmen Vorurteile aus Texten. Und Menschen glauben Maschinen zu leicht.",
                "lesson": "ergebnisse-pruefen",
            },
            {
                "kind": "single",
                "text": "Worum geht es in Art. 4 der Verordnung (EU) 2024/1689?",
                "choices": [
                    {"text": "Um ein Verbot von Chatbots in Behörden", "right": False},
                    {"text": "Um die Preise für KI-Programme", "right": False},
                    {"text": "Um Maßnahmen für die KI-Kompetenz des Personals", "right": True},
                    {"text": "Um das Mindestalter für die Nutzung von KI", "right": False},
                ],
                "feedback": "Wer KI anbietet oder betreibt, kümmert sich darum, dass seine Leute damit umgehen können.",
                "lesson": "ki-verordnung",
            },
            {
                "kind": "single",
                "text": (
                    "Auf der Webseite einer Stadt beantwortet ein Chatbot Fragen. Was sieht Art. 50 der KI-VO dafür vor?"
                ),
                "choices": [
                    {"text": "Chatbots sind auf Webseiten von Behörden verboten.", "right": False},
                    {
                        "text": "Menschen sollen erfahren, dass sie mit KI schreiben, wenn es nicht offensichtlich ist.",
                        "right": True,
                    },
                    {"text": "Der Chatbot muss einen menschlichen Vornamen tragen.", "right": False},
                ],
                "feedback": "Das ist eine Pflicht zur Transparenz. Verboten ist der Chatbot nicht.",
                "lesson": "ki-verordnung",
            },
            {
                "kind": "single",
                "text": "Unter welchen Bedingungen erlaubt § 35a VwVfG einen vollständig automatischen Verwaltungsakt?",
                "choices": [
                    {"text": "Wenn das Amt gerade sehr viel zu tun hat", "right": False},
                    {
                        "text": "Wenn eine Rechtsvorschrift es zulässt und weder Ermessen noch Beurteilungsspielraum besteht",
                        "right": True,
                    },
                    {"text": "Wenn das Programm eine Trefferquote von 99 Prozent erreicht", "right": False},
                    {"text": "Wenn die Bürgermeisterin es mündlich genehmigt", "right": False},
                ],
                "feedback": "Beide Bedingungen müssen erfüllt sein. In Bayern ist zuerst das Landesrecht zu prüfen.",
                "lesson": "mensch-entscheidet",
            },
            {
                "kind": "single",
                "text": "Ein Entwurf aus einem KI-Programm geht als Bescheid hinaus und ist falsch. Wer steht dafür ein?",
                "choices": [
                    {"text": "Das Programm", "right": False},
                    {"text": "Niemand, denn Fehler der Technik sind höhere Gewalt", "right": False},
                    {"text": "Das Amt und die Person, die unterschrieben hat", "right": True},
                    {"text": "Allein die Auszubildende, die den Entwurf getippt hat", "right": False},
                ],
                "feedback": "Wer unterschreibt, übernimmt die Verantwortung. Ein Programm kann das nicht.",
                "lesson": "mensch-entscheidet",
            },
        ],
    },
}
