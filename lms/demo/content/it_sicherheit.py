"""The course "IT-Sicherheit: Phishing erkennen, richtig handeln" of the city of Augsburg."""

COURSE = {
    "slug": "it-sicherheit",
    "city": "augsburg",
    "title": "IT-Sicherheit: Phishing erkennen, richtig handeln",
    "summary": (
        "Falsche E-Mails und Anrufe erkennen, Konten und Geräte schützen. Und wissen, was nach "
        "einem falschen Klick zu tun ist."
    ),
    "goals": [
        "Sie können erklären, warum Rathäuser angegriffen werden und mit welchen Tricks.",
        "Sie können Phishing in E-Mails, Nachrichten und Anrufen erkennen.",
        "Sie können Ihre Konten mit Passphrase und zweitem Faktor schützen.",
        "Sie können unterwegs und am Arbeitsplatz sicher mit Geräten umgehen.",
        "Sie können nach einem falschen Klick sofort melden und im Notbetrieb mithelfen.",
    ],
    "audience": "Alle Auszubildenden und alle, die einen Dienstrechner oder ein Diensthandy nutzen",
    "level": "beginner",
    "language": "de",
    "topic": "infrastructure",
    "mandatory": True,
    "licence": "CC BY-SA 4.0",
    "contact": "dieter.demozweck@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "warum-ein-rathaus",
            "module": "Angriffe erkennen",
            "title": "Warum ein Rathaus? Angreifer und ihre Tricks",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Montag, 7:40 Uhr. Herr Beispiel schaltet im Bürgeramt seinen Rechner ein. Der Bildschirm bleibt
schwarz. Nebenan geht auch das Telefon nicht. Draußen warten die ersten Menschen auf ihre Ausweise.
So kann der Morgen nach einem Angriff aussehen. Begonnen hat er vielleicht Wochen vorher, mit einer
unscheinbaren E-Mail.</p>
<h2>Das ist schon passiert</h2>
<p>Im Juli 2021 legte ein Angriff den Landkreis Anhalt-Bitterfeld lahm. Die Täter verschlüsselten
seine Server und verlangten Geld. Der Landkreis zahlte nicht und rief den Katastrophenfall aus.
Erst nach mehr als einem halben Jahr hob er ihn auf. Im Herbst 2023 traf es einen IT-Dienstleister
in Nordrhein-Westfalen. Über 70 Kommunen konnten viele Leistungen nicht mehr anbieten.</p>
<h2>Warum gerade wir?</h2>
<p>Eine Stadt ist keine Bank. Für Angreifer ist sie trotzdem interessant:</p>
<ul>
<li><b>Viele Daten.</b> Wir wissen, wo Menschen wohnen, was sie verdienen und wann sie krank
waren.</li>
<li><b>Hoher Druck.</b> Sozialhilfe, Ausweise und Beerdigungen können nicht warten. Darauf setzen
Erpresser.</li>
<li><b>Viele Türen.</b> Hunderte Programme, Tausende Postfächer, Schulen, Bäder, Bauhöfe: Eine
offene Tür genügt.</li>
<li><b>Offene Ohren.</b> Wir sind für alle erreichbar. Anhänge von Fremden gehören zum
Alltag.</li>
</ul>
<p>Die meisten Angriffe gelten übrigens nicht Ihnen persönlich. Kriminelle schicken dieselbe
Nachricht an Tausende Adressen und warten, wer reagiert. „Ich bin doch nur Azubi“ schützt deshalb
nicht. Ihr Konto ist eine Tür wie jede andere.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Das Gesetz verlangt Schutz",
                        "text": (
                            "<p>Nach Art. 43 BayDiG müssen Behörden in Bayern ihre IT-Systeme "
                            "angemessen schützen. Für Daten über Menschen verlangt das auch Art. 32 "
                            "DSGVO. Technik allein reicht dafür nicht. Es braucht aufmerksame "
                            "Menschen.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Der Angriff auf den Menschen</h2>
<p>Eine gute Technik zu überlisten ist mühsam. Einen Menschen zu überreden geht oft schneller.
Fachleute nennen das <i>Social Engineering</i>. Die Täter nutzen dabei Eigenschaften, die sonst
sehr nützlich sind: Respekt, Hilfsbereitschaft und Pflichtgefühl. Die Tabelle zeigt die häufigsten
Hebel.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Fünf Hebel und Ihre Antwort",
                        "head": ["Hebel", "So klingt er", "Ihre Antwort"],
                        "rows": [
                            [
                                "Autorität",
                                "„Hier spricht das Büro der Leitung.“",
                                "Über das interne Verzeichnis zurückrufen",
                            ],
                            [
                                "Zeitdruck",
                                "„Das muss in zehn Minuten erledigt sein.“",
                                "Gerade jetzt langsamer werden",
                            ],
                            [
                                "Angst",
                                "„Sonst wird Ihr Konto gesperrt.“",
                                "Das Konto auf dem gewohnten Weg prüfen",
                            ],
                            [
                                "Hilfsbereitschaft",
                                "„Ich komme nicht rein, leihen Sie mir kurz Ihre Anmeldung?“",
                                "Freundlich ablehnen und auf die IT verweisen",
                            ],
                            [
                                "Neugier",
                                "„Gehaltsliste aller Abteilungen“",
                                "Nicht öffnen, sondern melden",
                            ],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Der Anruf vom „Support“</h2>
<p>Das Telefon klingelt. Ein freundlicher Mann sagt: „Muster von der IT. Auf Ihrem Rechner ist ein
Virus. Ich schalte mich kurz auf. Lesen Sie mir bitte den Code auf Ihrem Handy vor.“ Im Display
steht sogar eine interne Nummer. Das beweist nichts. Angezeigte Nummern lassen sich fälschen.
Selbst eine bekannte Stimme kann heute künstlich erzeugt sein.</p>
<p>Ihr bestes Werkzeug ist der Rückruf. Sagen Sie: „Ich rufe Sie gleich zurück.“ Legen Sie auf.
Suchen Sie die Nummer im internen Verzeichnis und wählen Sie neu. Wer echt ist, hat dafür
Verständnis. Passwörter und Codes nennen Sie am Telefon nie, auch nicht der echten IT.</p>
<h2>Der Besuch mit der Leiter</h2>
<p>Manche Täter kommen persönlich. Mit Warnweste und Leiter wirkt fast jeder wie ein Handwerker. Wer
dann noch zwei Kaffeebecher trägt, dem hält man die Tür auf. Fragen Sie freundlich nach: „Zu wem
möchten Sie? Ich bringe Sie hin.“ Das ist kein Misstrauen, sondern guter Service.</p>
""",
                },
                {
                    "type": "glossary",
                    "value": {
                        "terms": [
                            {
                                "term": "Phishing",
                                "explanation": (
                                    "Täter geben sich als jemand anderes aus, um an Passwörter, Geld oder Daten zu "
                                    "kommen. Meist per E-Mail, aber auch per SMS, Messenger oder Brief."
                                ),
                            },
                            {
                                "term": "Schadprogramm",
                                "explanation": (
                                    "Ein Programm, das heimlich Schaden anrichtet: Es liest mit, stiehlt Daten oder "
                                    "öffnet weiteren Angreifern die Tür."
                                ),
                            },
                            {
                                "term": "Ransomware",
                                "explanation": (
                                    "Ein Schadprogramm, das Dateien verschlüsselt. Die Täter verlangen Lösegeld. "
                                    "Oft stehlen sie die Daten vorher."
                                ),
                            },
                            {
                                "term": "Social Engineering",
                                "explanation": (
                                    "Der Angriff auf den Menschen statt auf die Technik: durch Überreden, Drängen "
                                    "oder Täuschen."
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "„Hier ist die IT. Ich brauche kurz den Code von Ihrem Handy.“ Was tun Sie?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich lese den Code vor, denn die Nummer im Display ist intern.",
                                "right": False,
                                "feedback": "Nein. Angezeigte Nummern lassen sich fälschen.",
                            },
                            {
                                "text": "Ich frage nach dem Namen. Kennt er meine Abteilung, ist er echt.",
                                "right": False,
                                "feedback": "Nein. Namen und Abteilungen stehen oft im Internet.",
                            },
                            {
                                "text": "Ich lege auf und rufe über das interne Verzeichnis zurück.",
                                "right": True,
                                "feedback": "Richtig. Den Code nennen Sie auch dann niemandem.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "phishing-erkennen",
            "title": "Phishing, Links und Anhänge",
            "minutes": 11,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Früher erkannte man Phishing an schlechtem Deutsch. „Sehr geehrte Kunde, Ihr Konto ist
gespeert.“ Diese Zeiten sind vorbei. Programme schreiben heute fehlerfreie Texte, auch im Stil
einer Behörde. Achten Sie deshalb weniger auf Tippfehler und mehr auf das, was die Nachricht von
Ihnen will.</p>
<h2>Drei Fragen vor jedem Klick</h2>
<ol>
<li><b>Habe ich damit gerechnet?</b> Unerwartete Rechnungen, Pakete und Freigaben sind
verdächtig.</li>
<li><b>Was soll ich tun?</b> Klicken, anmelden, zahlen, schweigen: Das sind typische Ziele.</li>
<li><b>Warum so eilig?</b> Druck soll verhindern, dass Sie nachdenken oder jemanden fragen.</li>
</ol>
<p>Passt eine Antwort nicht, halten Sie an. Prüfen Sie die Sache auf einem anderen Weg. Rufen Sie
zum Beispiel die Absenderin an, aber nicht unter der Nummer aus der E-Mail.</p>
<h2>Wer schreibt da wirklich?</h2>
<p>Der angezeigte Name ist frei wählbar. Tippen oder klicken Sie auf den Namen, dann sehen Sie die
Adresse dahinter. Steht bei „IT-Service der Stadt“ eine fremde Adresse, ist der Fall klar. Doch
auch eine richtige Adresse ist keine Garantie. Sie kann gefälscht sein. Oder jemand hat das Konto
der Kollegin übernommen und antwortet mitten in einem echten Gespräch.</p>
<p>So sehen Fallen aus dem Rathausalltag aus. Alle Namen und Adressen sind erfunden.</p>
""",
                },
                {
                    "type": "accordion",
                    "value": {
                        "items": [
                            {
                                "title": "Beispiel 1: das volle Postfach",
                                "text": (
                                    "<p>Von: IT-Service der Stadt (postfach-pruefung@example.org)</p>"
                                    "<p><i>„Ihr Postfach hat 98 Prozent erreicht. Melden Sie sich bis 12 Uhr an, sonst "
                                    "gehen Nachrichten verloren.“</i></p>"
                                    "<p><b>Verdächtig:</b> die fremde Adresse, die Frist von wenigen Stunden, die "
                                    "Anmeldung über einen Link. <b>Richtig:</b> nicht klicken, melden.</p>"
                                ),
                            },
                            {
                                "title": "Beispiel 2: die Bewerbung mit Passwort",
                                "text": (
                                    "<p>Von: Fiona Fiktiv (fiona.fiktiv@example.org)</p>"
                                    "<p><i>„Anbei meine Bewerbung um einen Ausbildungsplatz. Das Archiv ist aus Gründen "
                                    "des Datenschutzes geschützt. Passwort: 2024.“</i></p>"
                                    "<p><b>Verdächtig:</b> Ein Archiv mit Passwort kann der Virenschutz oft nicht "
                                    "prüfen. Das Passwort steht gleich daneben. <b>Richtig:</b> nicht öffnen, die IT "
                                    "fragen.</p>"
                                ),
                            },
                            {
                                "title": "Beispiel 3: die Chefin in der Sitzung",
                                "text": (
                                    "<p>Von: Amtsleiterin Frau Dr. Musterfrau (leitung.unterwegs@example.org)</p>"
                                    "<p><i>„Ich sitze in einer Sitzung und kann nicht telefonieren. Besorgen Sie bitte "
                                    "fünf Gutscheinkarten und schicken Sie mir die Codes. Das bleibt unter uns.“</i></p>"
                                    "<p><b>Verdächtig:</b> Autorität, Eile und Geheimhaltung in drei Sätzen. "
                                    "<b>Richtig:</b> im Vorzimmer nachfragen, melden. Keine Amtsleitung der Welt "
                                    "braucht heimlich Gutscheinkarten.</p>"
                                ),
                            },
                            {
                                "title": "Beispiel 4: die neue Bankverbindung",
                                "text": (
                                    "<p>Von: Malerbetrieb Beispiel (rechnung@example.org)</p>"
                                    "<p><i>„Unsere Bank hat gewechselt. Bitte überweisen Sie die Rechnung für die "
                                    "Grundschule auf das neue Konto.“</i></p>"
                                    "<p><b>Verdächtig:</b> Eine geänderte Kontonummer ist ein Klassiker. "
                                    "<b>Richtig:</b> den Betrieb unter der Nummer aus der Akte anrufen. Erst danach "
                                    "entscheidet die zuständige Stelle.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Links richtig lesen</h2>
<p>Ein Link kann anders heißen als sein Ziel. Am Rechner zeigen Sie mit der Maus darauf, ohne zu
klicken. Am Handy halten Sie den Finger länger auf dem Link. Nun erscheint die Adresse. Lesen Sie
nur den Teil zwischen „https://“ und dem nächsten Schrägstrich. Punkte trennen ihn in Stücke. Bei
deutschen Adressen verraten die letzten beiden Stücke, wem die Seite gehört.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/link-lesen.png",
                        "alt": (
                            "Zwei erfundene Internetadressen im Vergleich. Oben, echt: "
                            "dienste.musterstadt.example, Schrägstrich, postfach. Markiert ist "
                            "musterstadt.example, das gehört der Stadt. Unten, gefälscht: "
                            "musterstadt.example.login-neu.example, Schrägstrich, start. Markiert ist "
                            "login-neu.example, das gehört jemand anderem."
                        ),
                        "caption": "Entscheidend ist, was direkt vor dem ersten einzelnen Schrägstrich steht.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<p>Das Schloss im Browser und das „https“ helfen nicht weiter. Sie sagen nur, dass die Verbindung
verschlüsselt ist. Auch Betrüger verschlüsseln gern. Bei QR-Codes sehen Sie die Adresse erst beim
Scannen. Ein Aufkleber über dem echten Code ist schnell angebracht, etwa am Parkautomaten. Am
sichersten ist der eigene Weg: Öffnen Sie die Seite über Ihr Lesezeichen oder das Intranet.</p>
<h2>Anhänge: erst denken, dann öffnen</h2>
<p>Gefährlich sind vor allem Dateien, die etwas ausführen. Dazu gehören Programme, Skripte und
Office-Dateien mit Makros, etwa mit der Endung „docm“ oder „xlsm“. Makros sind kleine Programme im
Dokument. Verlangt eine Datei „Inhalt aktivieren“, brechen Sie ab. Auch ein PDF kann einen bösen
Link enthalten. Im Amt dürfen Sie unerwartete Anhänge nicht einfach ignorieren, denn es könnte ein
echter Antrag sein. Fragen Sie dann die IT. Sie kann die Datei gefahrlos prüfen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Verdacht genügt",
                        "text": (
                            "<p>Sie müssen nicht beweisen, dass eine E-Mail gefälscht ist. Melden Sie "
                            "den Verdacht auf dem Weg, den Ihre Stadt vorsieht. Ein falscher Alarm ist "
                            "kein Fehler. Leiten Sie die E-Mail nicht an Kolleginnen weiter.</p>"
                        ),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Zeichen sprechen für Phishing?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Sie sollen innerhalb weniger Stunden handeln.",
                                "right": True,
                                "feedback": "Ja. Zeitdruck ist einer der häufigsten Hebel.",
                            },
                            {
                                "text": "Die Adresse beginnt mit „https“.",
                                "right": False,
                                "feedback": "Nein. Das sagt weder Gutes noch Schlechtes über den Absender.",
                            },
                            {
                                "text": "Sie sollen mit niemandem darüber sprechen.",
                                "right": True,
                                "feedback": "Ja. So soll verhindert werden, dass jemand den Betrug bemerkt.",
                            },
                            {
                                "text": "Der Link führt auf eine andere Adresse, als der Text verspricht.",
                                "right": True,
                                "feedback": "Ja. Lesen Sie immer das wirkliche Ziel.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "passwort-und-zweiter-faktor",
            "module": "Sicher arbeiten",
            "title": "Passphrase und zweiter Faktor",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Frau Musterfrau hat ein geniales Passwort. Es enthält Zahlen, Zeichen und den Namen ihrer Katze.
Weil es so gut ist, nutzt sie es überall: im Amt, beim Pizzadienst und im Fitnessstudio. Dann
werden beim Pizzadienst die Kundendaten gestohlen. Am nächsten Tag probieren Programme dieses
Passwort bei vielen anderen Diensten aus. Auch bei der Stadt.</p>
<h2>Die wichtigste Regel: überall ein anderes</h2>
<p>Gestohlene Passwörter werden gesammelt, verkauft und automatisch ausprobiert. Deshalb braucht
jedes Konto ein eigenes Passwort. Besonders gilt das für Ihr E-Mail-Konto. Wer dort hineinkommt,
kann bei anderen Diensten auf „Passwort vergessen“ klicken.</p>
<h2>Länge schlägt Kompliziertheit</h2>
<p>Programme raten Milliarden von Möglichkeiten. Sie kennen auch unsere Tricks, etwa die Null statt
des O und das Ausrufezeichen am Ende. Gegen sie hilft vor allem Länge. Eine
<i>Passphrase</i> besteht aus mehreren Wörtern, die nichts miteinander zu tun haben. Sie ist lang,
und man kann sie sich trotzdem merken.</p>
<ul>
<li>Wählen Sie fünf oder sechs Wörter wirklich zufällig, zum Beispiel mit dem Finger im
Wörterbuch.</li>
<li>Nehmen Sie kein Zitat, keinen Liedtext und nichts aus Ihrem Leben.</li>
<li>Erfinden Sie ein Bild dazu. „Laterne Gurke Amtsblatt Trommel Nebel“ vergisst man nicht so
schnell.</li>
<li>Diese Phrase ist ab jetzt verbrannt. Sie steht in einem Kurs. Nehmen Sie eine eigene.</li>
</ul>
<p>Wie lang ein Passwort bei Ihnen sein muss, legt Ihre Stadt fest. Diese Vorgabe geht allen Tipps
vor.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Ihr Konto gehört nur Ihnen",
                        "text": (
                            "<p>Geben Sie Ihr Passwort niemandem. Nicht der Praxisanleitung, nicht der "
                            "Vertretung und nicht der IT. Was unter Ihrem Namen geschieht, sieht im "
                            "Protokoll aus wie Ihre Tat.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Der Tresor für alle anderen</h2>
<p>Niemand kann sich fünfzig Passphrasen merken. Das muss auch niemand. Ein Passwortmanager ist ein
Programm, das Passwörter verschlüsselt aufbewahrt und neue erzeugt. Sie merken sich nur noch eines:
das für den Tresor. Er hat noch einen Vorteil. Auf einer gefälschten Seite füllt er nichts aus,
weil er die Adresse nicht kennt. Nutzen Sie dienstlich nur das Programm, das Ihre Stadt
freigibt.</p>
<h2>Zwei Schlösser sind besser als eines</h2>
<p>Beim zweiten Faktor genügt das Passwort allein nicht mehr. Fachleute unterscheiden Wissen,
Besitz und Körper. Ein Passwort wissen Sie. Ein Handy oder einen Sicherheitsschlüssel besitzen Sie.
Ihr Fingerabdruck gehört zum Körper. Zwei Faktoren aus verschiedenen Gruppen machen Dieben das
Leben schwer.</p>
<ul>
<li><b>Code per SMS:</b> besser als nichts, lässt sich aber abfangen oder abschwatzen.</li>
<li><b>Code oder Bestätigung in einer App:</b> besser, aber ebenfalls abschwatzbar.</li>
<li><b>Sicherheitsschlüssel oder Passkey:</b> sehr gut gegen Phishing. Sie funktionieren nur auf
der echten Seite.</li>
</ul>
<p>Ihr Handy fragt plötzlich: „Anmeldung bestätigen?“ Sie melden sich aber gerade gar nicht an.
Dann kennt jemand schon Ihr Passwort. Lehnen Sie ab, auch beim zehnten Mal. Manche Täter fragen so
lange, bis jemand aus Müdigkeit zustimmt. Melden Sie den Vorfall und ändern Sie das Passwort.</p>
""",
                },
                {
                    "type": "accordion",
                    "value": {
                        "items": [
                            {
                                "title": "Muss ich mein Passwort alle drei Monate ändern?",
                                "text": (
                                    "<p>Das Bundesamt für Sicherheit in der Informationstechnik rät davon ab, "
                                    "Passwörter nur nach Kalender zu wechseln. Sonst entstehen Reihen wie „Sommer1“ "
                                    "und „Sommer2“. Bei einem Verdacht ändern Sie es sofort. Verlangt Ihre Stadt einen "
                                    "Wechsel, gilt diese Regel.</p>"
                                ),
                            },
                            {
                                "title": "Darf ich das Passwort aufschreiben?",
                                "text": (
                                    "<p>Nicht auf einem Zettel am Bildschirm und nicht unter der Tastatur. Dort sehen "
                                    "alle zuerst nach. Nehmen Sie den Passwortmanager Ihrer Stadt.</p>"
                                ),
                            },
                            {
                                "title": "Meine Vertretung braucht Zugriff. Was nun?",
                                "text": (
                                    "<p>Sie bekommt eigene Rechte oder ein gemeinsames Postfach. Bitten Sie die IT "
                                    "rechtzeitig vor dem Urlaub darum.</p>"
                                ),
                            },
                            {
                                "title": "Mein Handy mit dem zweiten Faktor ist weg.",
                                "text": (
                                    "<p>Rufen Sie sofort die IT an. Sie sperrt das Gerät und richtet einen neuen "
                                    "Faktor ein. Fragen Sie schon heute, ob es Ersatzcodes gibt und wo sie liegen "
                                    "sollen.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welches Vorgehen schützt ein Dienstkonto am besten?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ein kurzes Passwort mit Sonderzeichen, das ich überall nutze",
                                "right": False,
                                "feedback": "Nein. Ein Diebstahl öffnet dann alle Konten.",
                            },
                            {
                                "text": "Eine eigene, lange Passphrase und ein zweiter Faktor",
                                "right": True,
                                "feedback": "Richtig. Ein gestohlenes Passwort allein reicht dann nicht.",
                            },
                            {
                                "text": "Der Name meines Haustiers, jeden Monat mit neuer Zahl",
                                "right": False,
                                "feedback": "Nein. Solche Muster probieren Programme zuerst.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "unterwegs-usb-updates",
            "title": "Unterwegs, USB-Sticks und Updates",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Im Regionalzug von Augsburg nach München telefoniert ein Mann. Nach zehn Minuten kennt der halbe
Wagen den Fall: Name, Straße, Schulden. Auf seinem Bildschirm liest die Sitznachbarin mit. Gehackt
wurde hier nichts. Die Daten sind trotzdem weg.</p>
<h2>Mobil arbeiten</h2>
<p>Wer im Austausch ist, pendelt viel. Unterwegs fehlen die Türen und Wände des Amts. Deshalb gelten
einfache Regeln:</p>
<ul>
<li>Besprechen Sie Fälle nie im Zug, im Café oder auf dem Flur.</li>
<li>Setzen Sie sich mit dem Rücken zur Wand oder nutzen Sie eine Folie für den Blickschutz.</li>
<li>Lassen Sie Geräte nie im Auto oder auf dem Sitz liegen, auch nicht kurz.</li>
<li>Sperren Sie den Bildschirm, sobald Sie aufstehen.</li>
<li>Arbeiten Sie nur über die gesicherte Verbindung Ihrer Stadt, oft VPN genannt.</li>
</ul>
<p>In einem offenen WLAN können Fremde lauschen. Manchmal heißt ein falsches Netz genau wie das vom Hotel. Die
gesicherte Verbindung schützt Ihre Arbeit auch dort. Klappt sie nicht, nehmen Sie den Hotspot
Ihres Diensthandys, wenn Ihre Stadt das erlaubt.</p>
<h2>Dienstlich bleibt dienstlich</h2>
<p>Schicken Sie keine Akten an Ihre private Adresse. Laden Sie keine Fälle in private
Cloud-Speicher, Übersetzer oder Chatprogramme mit künstlicher Intelligenz. Niemand im Amt kann dort
sehen, wer die Daten bekommt. Fragen Sie, welche Werkzeuge freigegeben sind. Fehlt Ihnen eines,
sagen Sie es. Heimliche Lösungen sind selten gute Lösungen.</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Was tun mit gefundenen und geschenkten Dingen?",
                        "head": ["Sie haben …", "Gefahr", "Richtig"],
                        "rows": [
                            [
                                "einen USB-Stick auf dem Parkplatz gefunden",
                                "Er kann ein Schadprogramm enthalten.",
                                "Nicht anstecken. Bei der IT abgeben.",
                            ],
                            [
                                "einen Stick mit Bauplänen von einem Bürger bekommen",
                                "Auch ein ehrlicher Mensch kann einen Virus mitbringen.",
                                "Die IT prüfen lassen oder einen Weg zum Hochladen anbieten.",
                            ],
                            [
                                "ein Werbegeschenk mit USB-Stecker erhalten",
                                "Es kann sich als Tastatur ausgeben und Befehle senden.",
                                "Nicht am Dienstrechner anstecken.",
                            ],
                            [
                                "ein leeres Handy und nur einen fremden Anschluss",
                                "Über das Kabel können auch Daten fließen.",
                                "Eigenes Netzteil oder eigene Powerbank nutzen.",
                            ],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>USB-Sticks: klein und neugierig</h2>
<p>Ein Stick mit der Aufschrift „Personal vertraulich“ ist ein alter Köder. Er liegt vor dem Rathaus
und hofft auf Ihre Neugier. Schon das Anstecken kann genügen. Der zweite Fall ist häufiger: Ein
eigener Stick geht verloren. Speichern Sie dienstliche Daten deshalb nur auf freigegebenen,
verschlüsselten Sticks. Noch besser ist das Laufwerk Ihres Amts.</p>
<h2>Updates: die langweiligste Heldentat</h2>
<p>Kein Programm ist fehlerfrei. Manche Fehler sind Sicherheitslücken. Der Hersteller schließt sie
mit einem Update. Ab diesem Tag kennen aber auch Angreifer die Lücke und suchen Geräte, auf denen
sie noch offen ist. Wer wochenlang auf „Später erinnern“ klickt, lässt ein Fenster offen.</p>
<p>Am Dienstrechner kümmert sich meist die IT um Updates. Ihr Beitrag ist klein. Starten Sie neu,
wenn der Rechner darum bittet. Verbinden Sie auch das selten genutzte Tablet aus dem Schrank
regelmäßig mit dem Netz. Auf dem Diensthandy installieren Sie Updates zügig. Eigene Programme
installieren Sie nicht.</p>
<p>Vorsicht bei Fenstern im Browser: „Ihr System ist veraltet, jetzt klicken!“ Das ist fast immer
ein Trick. Echte Updates kommen aus dem System selbst und nicht von einer Webseite.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Gerät verloren? Sofort anrufen",
                        "text": (
                            "<p>Suchen Sie nicht erst drei Tage. Die IT kann ein Handy oder einen Laptop "
                            "oft aus der Ferne sperren. Taucht das Gerät wieder auf, freuen sich "
                            "alle.</p>"
                        ),
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Rundgang am eigenen Arbeitsplatz",
                        "text": (
                            "<p>Gehen Sie mit Ihrer Praxisanleitung einmal um Ihren Schreibtisch. Sperrt sich der "
                            "Bildschirm von selbst? Kleben irgendwo Passwörter? Liegt ein Stick herum, den niemand "
                            "kennt? Wann wurde der Rechner zuletzt neu gestartet? Notieren Sie zwei Punkte, die Sie "
                            "noch diese Woche verbessern.</p>"
                        ),
                        "minutes": 15,
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Sie finden im Treppenhaus einen USB-Stick. Sie möchten der Besitzerin helfen. Was tun Sie?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich stecke ihn kurz an und suche nach einem Namen.",
                                "right": False,
                                "feedback": "Nein. Schon das Anstecken kann Schaden anrichten.",
                            },
                            {
                                "text": "Ich nehme ihn mit und prüfe ihn am privaten Rechner.",
                                "right": False,
                                "feedback": "Nein. Dort richtet er auch Schaden an, und es könnten Akten darauf sein.",
                            },
                            {
                                "text": "Ich gebe ihn ungeprüft bei der IT ab.",
                                "right": True,
                                "feedback": "Richtig. Sie kann ihn gefahrlos untersuchen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "erste-zehn-minuten",
            "module": "Wenn es ernst wird",
            "title": "Geklickt! Die ersten zehn Minuten",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Es ist 16:20 Uhr. Sie sind müde. Eine E-Mail kündigt ein Paket an, und Sie klicken. Eine
Anmeldeseite erscheint. Sie tippen Name und Passwort ein. Nichts passiert. Und dann merken Sie es.
Ihnen wird heiß. Was jetzt?</p>
<h2>Zuerst: Das kann allen passieren</h2>
<p>Gute Fälschungen täuschen auch Fachleute. Es gibt niemanden, der immer aufmerksam ist. Deshalb
wird niemand beschuldigt, der einen Klick meldet. Wer meldet, schützt die ganze Stadt. Teuer wird
ein Klick meist erst dann, wenn niemand davon erfährt.</p>
<p>Nach dem ersten Zugang sehen sich Angreifer oft tagelang im Netz um. Sie suchen weitere
Passwörter und die Sicherungskopien. In dieser Zeit lässt sich noch viel verhindern. Ihr Anruf gibt
der IT diesen Vorsprung.</p>
""",
                },
                {
                    "type": "steps",
                    "value": {
                        "title": "Die ersten zehn Minuten",
                        "steps": [
                            {
                                "title": "Minute 0: Hände weg",
                                "text": (
                                    "<p>Arbeiten Sie nicht weiter. Geben Sie nichts mehr ein. Lassen Sie das Gerät "
                                    "eingeschaltet, denn im Speicher können wichtige Spuren liegen.</p>"
                                ),
                            },
                            {
                                "title": "Minute 1: anrufen",
                                "text": (
                                    "<p>Rufen Sie die Meldestelle für IT-Notfälle Ihrer Stadt an. Nehmen Sie ein anderes "
                                    "Gerät. Eine E-Mail vom betroffenen Rechner könnte mitgelesen werden.</p>"
                                ),
                            },
                            {
                                "title": "Minute 3: Anweisungen befolgen",
                                "text": (
                                    "<p>Die IT sagt, ob Sie das Netzwerkkabel ziehen oder das WLAN ausschalten. Tun Sie "
                                    "genau das und nicht mehr. Manche Städte schreiben das Trennen schon vorab vor. Dann "
                                    "gilt diese Regel.</p>"
                                ),
                            },
                            {
                                "title": "Minute 5: Passwort ändern",
                                "text": (
                                    "<p>Haben Sie ein Passwort eingegeben? Dann ändern Sie es nach Absprache, und zwar an "
                                    "einem sauberen Gerät. Haben Sie es auch anderswo benutzt, ändern Sie es dort "
                                    "ebenfalls.</p>"
                                ),
                            },
                            {
                                "title": "Minute 8: aufschreiben",
                                "text": (
                                    "<p>Notieren Sie Uhrzeit, Absender und was Sie gesehen haben. Fotografieren Sie die "
                                    "Meldung nur mit dem Diensthandy. Löschen Sie die E-Mail nicht.</p>"
                                ),
                            },
                            {
                                "title": "Minute 10: Praxisanleitung informieren",
                                "text": (
                                    "<p>Sagen Sie im Team Bescheid. Vielleicht liegt dieselbe E-Mail schon in fünf "
                                    "anderen Postfächern.</p>"
                                ),
                            },
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Was die Meldestelle wissen will</h2>
<p>Sie brauchen keine Fachwörter. Diese Angaben genügen für den Anfang:</p>
<ul>
<li>Wer meldet, und wie sind Sie erreichbar?</li>
<li>Welches Gerät ist betroffen, und wo steht es?</li>
<li>Was haben Sie getan? Geklickt, geöffnet, angemeldet?</li>
<li>Was haben Sie beobachtet?</li>
<li>Wann war das?</li>
</ul>
<p>Seien Sie ehrlich, auch wenn es peinlich ist. „Ich habe mein Passwort eingegeben“ ist ein sehr
nützlicher Satz. „Ich habe eigentlich nichts gemacht“ kostet die IT eine Stunde.</p>
<h2>Und danach?</h2>
<p>Die IT sperrt Ihr Konto, prüft das Gerät und warnt andere. Vielleicht bekommen Sie für ein paar
Tage einen Ersatz. Das ist keine Strafe, sondern Vorsicht. Arbeiten Sie erst weiter, wenn die IT das
Gerät freigibt. Waren Daten von Menschen betroffen, kommt die Stelle für Datenschutz dazu. Mehr
darüber lesen Sie in der nächsten Lektion.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Nicht selbst reparieren",
                        "text": (
                            "<p>Löschen Sie nichts. Starten Sie nicht neu. Installieren Sie kein "
                            "Putzprogramm aus dem Internet. Und stecken Sie keine Festplatte an, um "
                            "Daten zu retten. Sie könnte mit infiziert werden.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Auch ohne Klick: Auffälliges melden</h2>
<p>Nicht jeder Angriff beginnt mit einem Klick, an den Sie sich erinnern. Melden Sie auch, wenn sich
ein Gerät seltsam verhält:</p>
<ul>
<li>Der Mauszeiger bewegt sich von selbst.</li>
<li>Dateien haben fremde Endungen oder lassen sich nicht öffnen.</li>
<li>Bekannte fragen nach E-Mails, die Sie nie geschrieben haben.</li>
<li>Der Virenschutz ist plötzlich ausgeschaltet.</li>
<li>Sie bekommen Codes, die Sie nicht angefordert haben.</li>
</ul>
<p>Oft steckt eine harmlose Störung dahinter. Ob es eine ist, entscheidet die IT. Ihr Anruf kostet
fünf Minuten. Ein übersehener Angriff kostet Monate.</p>
<h2>Für alle, die ausbilden</h2>
<p>Der Ton der ersten Antwort entscheidet, ob die nächste Meldung kommt. Sagen Sie zuerst: „Gut,
dass Sie sich melden.“ Fragen Sie danach, was passiert ist. Spott am Mittagstisch ist ein
Sicherheitsrisiko. Erzählen Sie lieber von Ihrem eigenen schlimmsten Klick.</p>
""",
                },
                {
                    "type": "quote",
                    "value": {
                        "text": (
                            "Ich hatte Angst vor Ärger. Dann sagte die Kollegin von der IT: „Danke, Sie waren die "
                            "Erste. Vor Ihnen haben schon neun geklickt.“"
                        ),
                        "source": "Mia Modell, erfundene Auszubildende im Standesamt",
                    },
                },
                {
                    "type": "task",
                    "value": {
                        "title": "Die Nummer für den Notfall",
                        "text": (
                            "<p>Suchen Sie die Meldestelle für IT-Notfälle Ihrer Stadt. Schreiben Sie Nummer und Zeiten "
                            "auf eine Karte aus Papier und hängen Sie sie ans Telefon. Klären Sie auch, wen Sie am Abend "
                            "erreichen. Im Intranet nützt die Nummer nichts, wenn der Rechner steht. Sind Sie im "
                            "Austausch, wiederholen Sie das am ersten Tag in der anderen Stadt.</p>"
                        ),
                        "minutes": 10,
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Sie haben Ihr Passwort auf einer falschen Seite eingegeben. Was ist richtig?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Sofort die Meldestelle anrufen",
                                "right": True,
                                "feedback": "Ja. Das kommt vor allem anderen.",
                            },
                            {
                                "text": "Das Passwort an einem sauberen Gerät ändern",
                                "right": True,
                                "feedback": "Ja, in Absprache mit der IT.",
                            },
                            {
                                "text": "Die E-Mail löschen und abwarten",
                                "right": False,
                                "feedback": "Nein. Sie ist eine wichtige Spur, und Abwarten hilft nur den Tätern.",
                            },
                            {
                                "text": "Den Rechner mehrmals neu starten",
                                "right": False,
                                "feedback": "Nein. Dabei können Spuren verloren gehen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "ransomware-und-notbetrieb",
            "title": "Ransomware, Notbetrieb und Datenpanne",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Auf allen Bildschirmen steht derselbe Satz: „Ihre Dateien wurden verschlüsselt.“ Darunter läuft
eine Uhr. Das ist Ransomware. Das englische Wort „ransom“ heißt Lösegeld. Dieser Tag ist
schlimm. Aber eine vorbereitete Stadt bleibt handlungsfähig.</p>
<h2>So läuft eine Erpressung ab</h2>
<ol>
<li><b>Einbruch:</b> Ein Klick, ein gestohlenes Passwort oder eine offene Lücke genügt.</li>
<li><b>Ausbreitung:</b> Die Täter suchen im Netz nach wichtigen Systemen.</li>
<li><b>Diebstahl:</b> Oft kopieren sie vertrauliche Daten.</li>
<li><b>Verschlüsselung:</b> Sie sperren Dateien und, wenn möglich, auch die Sicherungen.</li>
<li><b>Forderung:</b> Sie verlangen Geld und drohen, die Daten zu veröffentlichen.</li>
</ol>
<p>Polizei und Bundesamt für Sicherheit in der Informationstechnik raten davon ab, zu zahlen.
Niemand weiß, ob die Daten dann zurückkommen oder trotzdem im Netz landen. Außerdem bezahlt das Geld
den nächsten Angriff. Ob und mit wem gesprochen wird, entscheidet die Leitung mit den
Ermittlern. Sie selbst antworten nie auf eine solche Nachricht.</p>
<p>Am meisten helfen Sicherungskopien, die vom Netz getrennt sind. Sie entstehen nur von Dateien, die
am richtigen Ort liegen. Speichern Sie deshalb auf dem Laufwerk Ihres Amts und nicht auf dem
Desktop.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Nur eine Stimme nach außen",
                        "text": (
                            "<p>Fragt die Presse, verweisen Sie auf die Pressestelle. Fotos vom Bildschirm "
                            "gehören nicht in private Chats. Die Täter lesen mit.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Notbetrieb: ein Amt ohne Rechner</h2>
<p>Die Systeme werden nun geprüft und neu aufgebaut. Das kann Wochen dauern. Die Menschen am Schalter
brauchen ihre Leistungen trotzdem. Ein guter Notfallplan beantwortet vorher vier Fragen. Was muss
weitergehen? Wer macht was? Womit? Und wie erreichen wir einander?</p>
""",
                },
                {
                    "type": "table",
                    "value": {
                        "caption": "Erfundenes Beispiel: Notbetrieb im Rathaus von Musterstadt",
                        "head": ["Aufgabe", "Wie dringend?", "So geht es ohne Rechner weiter"],
                        "rows": [
                            [
                                "Auszahlung für Menschen ohne Geld",
                                "am selben Tag",
                                "Vordruck auf Papier, zweite Unterschrift, Barkasse nach Plan",
                            ],
                            [
                                "Anzeige eines Todesfalls",
                                "am selben Tag",
                                "Handschriftlich aufnehmen, später nachtragen",
                            ],
                            [
                                "Anmeldung einer Wohnung",
                                "in einigen Tagen",
                                "Formular annehmen, Eingang stempeln, sicher wegschließen",
                            ],
                            [
                                "Auskunft zum Straßenfest",
                                "kann warten",
                                "Name und Rückrufnummer notieren",
                            ],
                        ],
                    },
                },
                {
                    "type": "text",
                    "value": """
<p>Auch auf Papier gelten Fristen und Datenschutz. Stempeln Sie den Eingang. Nummerieren Sie die
Zettel. Schließen Sie sie am Abend weg. Private E-Mail-Konten und Messenger sind auch jetzt kein
Ersatz. Für Auszubildende gibt es viel zu tun: Menschen im Foyer beraten, Botengänge machen,
Vordrucke nachfüllen, Listen führen. Ruhe und Freundlichkeit sind an so einem Tag Gold wert.</p>
<h2>Ist das auch eine Datenpanne?</h2>
<p>Meistens ja. Nach Art. 4 Nr. 12 DSGVO zählt nicht nur, wenn Fremde Daten sehen. Auch Verlust,
Vernichtung und Veränderung gehören dazu. Sind Daten verschlüsselt und nicht mehr erreichbar, kann schon
das genügen. Ein eingegebenes Passwort kann fremden Menschen das ganze Postfach öffnen.</p>
<p>Besteht ein Risiko für Menschen, meldet die Stadt die Panne der Aufsicht. Das soll nach Art. 33
DSGVO möglichst binnen 72 Stunden geschehen, nachdem die Panne bekannt wurde. Für Städte in Bayern
ist der Landesbeauftragte für den Datenschutz zuständig. Ist das Risiko hoch, benachrichtigt die
Stadt nach Art. 34 DSGVO auch die Betroffenen. Ihr Teil bleibt derselbe: sofort intern melden. Die
Stellen für IT-Sicherheit und Datenschutz stimmen sich dann ab.</p>
<p>Der Angriff selbst ist strafbar, zum Beispiel als Ausspähen von Daten, Computersabotage oder
Erpressung. Deshalb wird oft die Polizei eingeschaltet. In Bayern unterstützt außerdem das Landesamt
für Sicherheit in der Informationstechnik die Kommunen.</p>
""",
                },
                {
                    "type": "quote",
                    "value": {
                        "text": (
                            "die Fähigkeit, die Verfügbarkeit der personenbezogenen Daten und den Zugang zu ihnen bei "
                            "einem physischen oder technischen Zwischenfall rasch wiederherzustellen"
                        ),
                        "source": "Art. 32 Abs. 1 Buchstabe c DSGVO über das, was zum Schutz von Daten gehört",
                    },
                },
                {
                    "type": "links",
                    "value": {
                        "title": "Zum Nachlesen",
                        "links": [
                            {
                                "label": "Datenschutz-Grundverordnung bei EUR-Lex",
                                "url": "https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32016R0679",
                                "note": "Art. 4 Nr. 12, Art. 32, 33 und 34: Sicherheit und Datenpannen.",
                            },
                            {
                                "label": "Bayerisches Digitalgesetz bei Bayern.Recht",
                                "url": "https://www.gesetze-bayern.de/Content/Document/BayDiG",
                                "note": "Art. 43: Behörden müssen ihre IT schützen.",
                            },
                            {
                                "label": "Strafgesetzbuch bei Gesetze im Internet",
                                "url": "https://www.gesetze-im-internet.de/stgb/",
                                "note": "§ 202a Ausspähen von Daten, § 253 Erpressung, § 303b Computersabotage.",
                            },
                            {
                                "label": "Der Bayerische Landesbeauftragte für den Datenschutz",
                                "url": "https://www.datenschutz-bayern.de/",
                                "note": "Die Aufsicht für Städte in Bayern, mit Hilfen zu Datenpannen.",
                            },
                        ],
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Ransomware hat die Akten Ihres Amts verschlüsselt. Was stimmt?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ohne gestohlene Daten kann es keine Datenpanne sein.",
                                "right": False,
                                "feedback": "Doch. Auch der Verlust von Daten zählt.",
                            },
                            {
                                "text": "Es kann eine Datenpanne sein. Ich melde sofort intern.",
                                "right": True,
                                "feedback": "Richtig. Die Stadt prüft dann das Risiko und die Frist.",
                            },
                            {
                                "text": "Ich schreibe den Tätern und frage nach dem Schlüssel.",
                                "right": False,
                                "feedback": "Nein. Mit Tätern sprechen höchstens dafür bestimmte Stellen.",
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
                "kind": "multiple",
                "text": "Warum sind Stadtverwaltungen für Angreifer interessant?",
                "choices": [
                    {"text": "Sie haben viele vertrauliche Daten.", "right": True},
                    {"text": "Ihre Leistungen können oft nicht warten.", "right": True},
                    {"text": "Sie dürfen ihre Computer nicht schützen.", "right": False},
                    {"text": "Sie zahlen jedes Lösegeld sofort.", "right": False},
                ],
                "feedback": "Viele Daten und hoher Druck locken Erpresser an.",
                "lesson": "warum-ein-rathaus",
            },
            {
                "kind": "single",
                "text": (
                    "Jemand ruft im Namen der Amtsleitung an. Er möchte sofort eine Liste mit Adressen. Was ist der beste Schritt?"
                ),
                "choices": [
                    {"text": "Die Liste schicken, weil die Leitung es verlangt", "right": False},
                    {"text": "Über das interne Verzeichnis zurückrufen", "right": True},
                    {"text": "Nach dem Geburtstag der Amtsleitung fragen", "right": False},
                    {"text": "Unter der Nummer zurückrufen, die er nennt", "right": False},
                ],
                "feedback": "Nur ein Weg, den Sie selbst wählen, ist verlässlich.",
                "lesson": "warum-ein-rathaus",
            },
            {
                "kind": "single",
                "text": "Wem gehört die Adresse „https://musterstadt.example.konto-neu.example/start“ (erfunden)?",
                "choices": [
                    {"text": "Der Stelle hinter „musterstadt.example“", "right": False},
                    {"text": "Der Stelle hinter „konto-neu.example“", "right": True},
                    {"text": "Der Stadt, weil „https“ davorsteht", "right": False},
                ],
                "feedback": "Es zählt, was direkt vor dem ersten einzelnen Schrägstrich steht.",
                "lesson": "phishing-erkennen",
            },
            {
                "kind": "single",
                "text": (
                    "Eine bekannte Kollegin antwortet auf eine alte E-Mail und schickt ein Archiv mit Passwort. "
                    "Damit haben Sie nicht gerechnet. Was tun Sie?"
                ),
                "choices": [
                    {"text": "Öffnen, denn ich kenne die Absenderin", "right": False},
                    {"text": "Mit „Was ist das?“ antworten und dann öffnen", "right": False},
                    {"text": "Sie anrufen und bei Zweifeln die IT fragen", "right": True},
                    {"text": "An das ganze Team weiterleiten", "right": False},
                ],
                "feedback": "Ein Konto kann übernommen sein. Prüfen Sie auf einem anderen Weg.",
                "lesson": "phishing-erkennen",
            },
            {
                "kind": "multiple",
                "text": "Was macht eine gute Passphrase aus?",
                "choices": [
                    {"text": "Sie besteht aus mehreren zufälligen Wörtern.", "right": True},
                    {"text": "Sie wird nur für ein Konto benutzt.", "right": True},
                    {"text": "Sie ist der Anfang eines bekannten Liedes.", "right": False},
                    {"text": "Die Vertretung kennt sie auch.", "right": False},
                ],
                "feedback": "Lang, zufällig, einmalig und nur Ihnen bekannt.",
                "lesson": "passwort-und-zweiter-faktor",
            },
            {
                "kind": "single",
                "text": "Ihr Handy bittet um eine Bestätigung, obwohl Sie sich gerade nicht anmelden. Was bedeutet das?",
                "choices": [
                    {"text": "Das Handy braucht ein Update.", "right": False},
                    {"text": "Die IT testet die Anmeldung. Ich stimme zu.", "right": False},
                    {"text": "Vermutlich kennt jemand mein Passwort. Ich lehne ab und melde es.", "right": True},
                ],
                "feedback": "Der zweite Faktor hat den Zugang gerade noch verhindert.",
                "lesson": "passwort-und-zweiter-faktor",
            },
            {
                "kind": "single",
                "text": "Ein Bürger bringt Baupläne auf einem USB-Stick. Wie gehen Sie vor?",
                "choices": [
                    {"text": "Ich stecke ihn an, denn der Bürger ist freundlich.", "right": False},
                    {"text": "Ich lasse ihn prüfen oder biete einen sicheren Weg zum Hochladen an.", "right": True},
                    {"text": "Ich schicke den Bürger ohne Erklärung weg.", "right": False},
                ],
                "feedback": "Auch ehrliche Menschen können ein Schadprogramm mitbringen.",
                "lesson": "unterwegs-usb-updates",
            },
            {
                "kind": "multiple",
                "text": "Welche Gewohnheiten schützen unterwegs?",
                "choices": [
                    {"text": "Die gesicherte Verbindung der Stadt nutzen", "right": True},
                    {"text": "Fälle nur leise im Zug besprechen", "right": False},
                    {"text": "Updates auf dem Diensthandy zügig installieren", "right": True},
                    {"text": "Akten zur Sicherheit an die private Adresse schicken", "right": False},
                ],
                "feedback": "Gesicherte Verbindung und aktuelle Geräte schützen. Gespräche über Fälle warten bis zum Büro.",
                "lesson": "unterwegs-usb-updates",
            },
            {
                "kind": "single",
                "text": "Sie haben auf einen verdächtigen Link geklickt. Was kommt zuerst?",
                "choices": [
                    {"text": "Nicht weiterarbeiten und die Meldestelle anrufen", "right": True},
                    {"text": "Den Verlauf löschen", "right": False},
                    {"text": "Bis zum nächsten Morgen beobachten", "right": False},
                    {"text": "Ein Reinigungsprogramm herunterladen", "right": False},
                ],
                "feedback": "Jede Minute Vorsprung hilft. Niemand wird beschuldigt, der meldet.",
                "lesson": "erste-zehn-minuten",
            },
            {
                "kind": "multiple",
                "text": "Welche Angaben helfen der Meldestelle?",
                "choices": [
                    {"text": "Welches Gerät betroffen ist", "right": True},
                    {"text": "Was Sie getan und gesehen haben", "right": True},
                    {"text": "Wann es passiert ist", "right": True},
                    {"text": "Ihr Passwort, damit die IT es prüfen kann", "right": False},
                ],
                "feedback": "Gerät, Handlung und Zeit sind wichtig. Ihr Passwort braucht niemand.",
                "lesson": "erste-zehn-minuten",
            },
            {
                "kind": "single",
                "text": "Wie arbeiten Sie im Notbetrieb mit Anträgen auf Papier?",
                "choices": [
                    {"text": "Ich stemple den Eingang und schließe die Anträge sicher weg.", "right": True},
                    {"text": "Ich fotografiere sie mit dem privaten Handy.", "right": False},
                    {"text": "Ich lege sie offen ins Foyer, damit alle sie finden.", "right": False},
                ],
                "feedback": "Fristen und Datenschutz gelten auch ohne Rechner.",
                "lesson": "ransomware-und-notbetrieb",
            },
            {
                "kind": "single",
                "text": "Nach einem Angriff sind Daten von Menschen in Gefahr. Was gilt nach Art. 33 DSGVO?",
                "choices": [
                    {"text": "Wer geklickt hat, meldet selbst an die Aufsicht.", "right": False},
                    {"text": "Die Stadt meldet der Aufsicht möglichst binnen 72 Stunden.", "right": True},
                    {"text": "Gemeldet wird erst, wenn alle Systeme wieder laufen.", "right": False},
                    {"text": "Bei Ransomware entfällt die Meldung immer.", "right": False},
                ],
                "feedback": "Die Frist beginnt, sobald die Panne der Stadt bekannt ist. Ihr Teil ist die sofortige Meldung im Haus.",
                "lesson": "ransomware-und-notbetrieb",
            },
        ],
    },
}
