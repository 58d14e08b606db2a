"""The course "Datenschutz im Amt" of the city of Nürnberg."""

COURSE = {
    "slug": "datenschutz-im-amt",
    "city": "nuernberg",
    "title": "Datenschutz im Amt",
    "summary": (
        "Was Sie mit den Daten von Bürgerinnen und Bürgern tun dürfen: am Schalter, am Telefon, "
        "am Bildschirm. Und was zu tun ist, wenn etwas schiefgeht."
    ),
    "goals": [
        "Sie können erkennen, welche Angaben personenbezogene Daten sind.",
        "Sie können erklären, wann Ihr Amt Daten nutzen darf.",
        "Sie können am Arbeitsplatz Daten vor fremden Blicken schützen.",
        "Sie können einen Antrag auf Auskunft richtig weitergeben.",
        "Sie können bei einer Datenpanne sofort das Richtige tun.",
    ],
    "audience": "Auszubildende aller Berufe und Kolleginnen und Kollegen, die mit Daten arbeiten",
    "level": "beginner",
    "language": "de",
    "topic": "administration",
    "licence": "CC BY-SA 4.0",
    "contact": "barbara.blaupause@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "personenbezogene-daten",
            "title": "Was sind personenbezogene Daten?",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Sie öffnen am Morgen Ihr E-Mail-Postfach. Eine Frau fragt nach ihrem Wohngeld. Ein Verein meldet
ein Straßenfest an. Ein Kollege schickt den Dienstplan. In jeder dieser Nachrichten stecken Daten
über Menschen. In dieser Lektion lernen Sie, welche Daten besonders geschützt sind.</p>
<h2>Die einfache Regel</h2>
<p>Personenbezogene Daten sind alle Informationen über einen Menschen, den man erkennen kann. So
steht es in Art. 4 der Datenschutz-Grundverordnung, kurz DSGVO. Sie gilt in der ganzen Europäischen
Union. Der Name muss nicht dabeistehen. Es reicht, wenn man die Person mit etwas Mühe herausfinden
kann.</p>
<ul>
<li>Direkt erkennbar: Name, Foto, Stimme, private E-Mail-Adresse.</li>
<li>Über einen Umweg erkennbar: Kennzeichen, Aktenzeichen, Kundennummer, IP-Adresse.</li>
<li>Durch die Mischung erkennbar: „die Hausmeisterin der Schule am Park“.</li>
</ul>
<p>Keine personenbezogenen Daten sind zum Beispiel die Zahl aller Hunde in der Stadt oder die
Öffnungszeiten des Bürgeramts. Auch Daten über Verstorbene fallen nicht unter die DSGVO. Für sie
gelten aber oft andere Regeln. Fragen Sie deshalb nach, bevor Sie etwas herausgeben.</p>
<h2>Was „verarbeiten“ heißt</h2>
<p>Das Gesetz spricht von „verarbeiten“. Das Wort ist sehr weit gemeint. Schon das Lesen auf dem
Bildschirm gehört dazu. Auch Speichern, Drucken, Weiterleiten, Sortieren und Löschen sind
Verarbeitung. Sie arbeiten also fast jeden Tag mit personenbezogenen Daten, auch wenn Sie nichts
eintippen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Pseudonym ist nicht anonym",
                        "text": (
                            "<p>Sie ersetzen Namen durch Nummern und bewahren die Liste dazu auf? "
                            "Dann sind die Daten pseudonym. Die Regeln gelten weiter. Anonym sind "
                            "Daten erst, wenn niemand mehr die Person finden kann.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Besonders geschützte Daten</h2>
<p>Manche Angaben können einem Menschen sehr schaden, wenn sie bekannt werden. Art. 9 DSGVO nennt
sie besondere Kategorien. Für sie gilt: Die Nutzung ist verboten, außer das Gesetz erlaubt sie
ausdrücklich. Dazu gehören Angaben über:</p>
<ul>
<li>Gesundheit und Behinderung</li>
<li>Religion oder Weltanschauung</li>
<li>politische Meinung und Mitgliedschaft in einer Gewerkschaft</li>
<li>ethnische Herkunft</li>
<li>Sexualleben und sexuelle Orientierung</li>
<li>genetische Daten und Fingerabdrücke, die eine Person eindeutig ausweisen</li>
</ul>
<p>Ein Beispiel aus dem Alltag: Eine Kollegin ist krank. Im gemeinsamen Kalender steht „abwesend“.
Das genügt für die Planung. Der Eintrag „Rückenoperation“ wäre ein Gesundheitsdatum. Er hat im
Teamkalender nichts verloren.</p>
<h2>Warum das im Amt so wichtig ist</h2>
<p>In ein Geschäft muss niemand gehen. Zum Amt müssen die Menschen aber kommen. Sie melden ihre
Wohnung an, sie beantragen einen Pass oder bitten um Hilfe. Dabei geben sie uns Dinge preis, die
sonst niemand weiß. Sie verlassen sich darauf, dass wir damit sorgsam umgehen. Dieses Vertrauen ist
der Grund für alle Regeln in diesem Kurs.</p>
<p>Den genauen Wortlaut finden Sie im <a
href="https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32016R0679">Text der DSGVO</a>. Sie
müssen ihn nicht auswendig können. Wichtig ist, dass Sie im Alltag kurz innehalten und fragen: Geht
es hier um einen Menschen, den man erkennen kann?</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Angaben sind personenbezogene Daten?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Das Kennzeichen eines privaten Autos",
                                "right": True,
                                "feedback": "Ja. Man kann herausfinden, auf wen es zugelassen ist.",
                            },
                            {
                                "text": "Die Zahl der Passanträge im letzten Jahr",
                                "right": False,
                                "feedback": "Nein. Eine reine Summe zeigt keine einzelne Person.",
                            },
                            {
                                "text": "Der Satz „der Pförtner im Rathaus hat heute Urlaub“",
                                "right": True,
                                "feedback": "Ja. Viele wissen sofort, wer damit gemeint ist.",
                            },
                            {
                                "text": "Die Öffnungszeiten der Stadtbibliothek",
                                "right": False,
                                "feedback": "Nein. Die Zeiten sagen nichts über einen Menschen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "rechtsgrundlage",
            "title": "Wann dürfen wir Daten nutzen?",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Ein Nachbar ruft an. Er möchte wissen, wer in der Wohnung über ihm gemeldet ist. Dürfen Sie
nachsehen? Technisch geht es mit wenigen Klicks. Erlaubt ist es deshalb noch nicht. Diese Lektion
zeigt, wann ein Amt Daten nutzen darf.</p>
<h2>Erst die Erlaubnis, dann die Daten</h2>
<p>Im Datenschutz gilt ein strenger Grundsatz. Jede Nutzung von personenbezogenen Daten braucht
eine Erlaubnis. Fachleute sagen dazu Rechtsgrundlage. Die möglichen Gründe stehen in Art. 6 DSGVO.
Für eine Stadtverwaltung sind vor allem drei wichtig:</p>
<ol>
<li><b>Eine rechtliche Pflicht.</b> Das Gesetz verlangt die Nutzung. Beispiel: Das Bürgeramt führt
das Melderegister.</li>
<li><b>Eine öffentliche Aufgabe.</b> Die Daten sind nötig, damit das Amt seine Aufgabe erfüllt.
Beispiel: Die Bibliothek speichert, wer welches Buch ausgeliehen hat.</li>
<li><b>Eine Einwilligung.</b> Die Person sagt freiwillig Ja. Beispiel: Eine Bürgerin bestellt den
Newsletter der Stadt.</li>
</ol>
<p>Für die Gemeinden in Bayern gilt zusätzlich das Bayerische Datenschutzgesetz, kurz BayDSG. Nach
Art. 4 BayDSG darf eine öffentliche Stelle Daten verarbeiten, wenn das für ihre Aufgabe
<b>erforderlich</b> ist. Nützlich oder bequem reicht nicht. Daneben gibt es Fachgesetze, etwa für
das Meldewesen oder die Sozialleistungen. Sie gehen oft noch genauer ins Detail.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "„Berechtigtes Interesse“ gilt für Behörden nicht",
                        "text": (
                            "<p>Firmen berufen sich oft auf ein berechtigtes Interesse. Das Gesetz "
                            "schließt diesen Weg für Behörden aus, wenn sie ihre Aufgaben "
                            "erfüllen.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Wann eine Einwilligung passt</h2>
<p>Eine Einwilligung muss freiwillig sein. Im Amt ist das oft schwierig. Wer einen Ausweis braucht,
hat kaum eine Wahl. Deshalb stützen wir uns meist auf ein Gesetz. Eine Einwilligung passt, wenn die
Person wirklich Nein sagen kann und dadurch keinen Nachteil hat. Denken Sie an ein Foto für die
Webseite oder an die Einladung zu einem Bürgerfest.</p>
<ul>
<li>Die Person weiß vorher, wofür die Daten genutzt werden.</li>
<li>Sie sagt aktiv Ja. Ein schon gesetztes Häkchen zählt nicht.</li>
<li>Sie kann ihr Ja jederzeit für die Zukunft zurücknehmen.</li>
<li>Das Amt kann nachweisen, dass sie eingewilligt hat.</li>
</ul>
<h2>Darf ich nachsehen?</h2>
<p>Die Erlaubnis gehört dem Amt und seiner Aufgabe. Sie gehört nicht Ihnen als Person. Sie dürfen
nur die Daten ansehen, die Sie für Ihre eigene Arbeit brauchen. Ein Blick in die Akte eines
Nachbarn, einer Sängerin oder der eigenen Familie ist verboten, wenn Sie dafür keinen dienstlichen
Grund haben. Viele Programme schreiben mit, wer welche Akte geöffnet hat.</p>
<p>Zurück zum Anruf: Der Nachbar bekommt von Ihnen keine schnelle Antwort am Telefon. Für Auskünfte
aus dem Melderegister gibt es einen eigenen Weg mit festen Voraussetzungen. Erklären Sie ihm
freundlich, wie er den Antrag stellt. So helfen Sie ihm und schützen zugleich die anderen Menschen
im Haus.</p>
<h2>Auch Auszubildende sind gebunden</h2>
<p>Vielleicht arbeiten Sie nur wenige Wochen in einer Abteilung. Trotzdem gelten alle Regeln vom
ersten Tag an. Bekommen Sie Zugriff auf ein Programm, das Sie gar nicht brauchen? Sagen Sie Ihrer
Praxisanleitung Bescheid. Das ist keine Kritik, sondern gute Arbeit.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Sie arbeiten im Bürgeramt. Aus Neugier möchten Sie nachsehen, wo ein "
                            "bekannter Fußballer wohnt. Was gilt?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich darf nachsehen, wenn ich niemandem davon erzähle.",
                                "right": False,
                                "feedback": "Nein. Schon das Nachsehen ist eine Verarbeitung.",
                            },
                            {
                                "text": "Ich darf nicht nachsehen, weil der dienstliche Grund fehlt.",
                                "right": True,
                                "feedback": "Die Erlaubnis hängt an Ihrer Aufgabe.",
                            },
                            {
                                "text": "Ich darf nachsehen, weil ich die Zugriffsrechte habe.",
                                "right": False,
                                "feedback": "Nein. Ein technischer Zugriff ist keine Erlaubnis.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "zweck-menge-zeit",
            "title": "Drei Fragen: wofür, wie viel, wie lange?",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Stellen Sie sich vor, Sie planen einen Tag der offenen Tür. Sie wollen eine Anmeldeliste
anlegen. Welche Spalten braucht sie? Name, E-Mail, Geburtsdatum, Beruf? Und was passiert nach dem
Fest mit der Liste? Art. 5 DSGVO gibt Ihnen dafür klare Grundsätze. Sie lassen sich mit drei Fragen
merken.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/drei-fragen.png",
                        "alt": (
                            "Ein Weg mit drei Stationen. Station 1: Wofür? Der Zweck steht vorher "
                            "fest. Station 2: Wie viel? Nur, was nötig ist. Station 3: Wie lange? "
                            "Nur, solange es nötig ist."
                        ),
                        "caption": "Drei Fragen, die Sie vor jeder neuen Liste stellen.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>1. Wofür? Die Zweckbindung</h2>
<p>Schon vor dem ersten Eintrag muss feststehen, wozu das Amt die Daten braucht. Diesen Zweck
dürfen Sie später nicht einfach wechseln. Wer sich zum Fest anmeldet, möchte keine Einladung zu
einer Umfrage bekommen. Will ein Amt Daten für einen anderen Zweck nutzen, braucht es dafür wieder
eine Erlaubnis. Art. 6 BayDSG zählt auf, in welchen Fällen das in Bayern möglich ist. Ob ein
solcher Fall vorliegt, entscheiden nicht Sie allein. Fragen Sie Ihre Ausbildenden oder die Stelle
für Datenschutz.</p>
<h2>2. Wie viel? Die Datenminimierung</h2>
<p>Fragen Sie nur, was Sie wirklich brauchen. Für das Fest reichen vielleicht der Name und die Zahl
der Gäste. Das Geburtsdatum brauchen Sie nur, wenn es ein Mindestalter gibt. Und selbst dann genügt
oft die Frage: „Sind Sie mindestens 18 Jahre alt?“ Ein gutes Formular ist also kurz. Das freut auch
die Menschen, die es ausfüllen.</p>
<h2>3. Wie lange? Die Speicherbegrenzung</h2>
<p>Daten bleiben nur so lange gespeichert, wie der Zweck es verlangt. Danach werden sie gelöscht
oder dem Archiv angeboten. Für Akten gibt es Aufbewahrungsfristen. Sie stehen meist im Aktenplan
Ihrer Stadt. Eine private Kopie auf dem Desktop hat keine Frist. Sie sollte gar nicht erst
entstehen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "So sieht die gute Liste aus",
                        "text": (
                            "<p>Die Anmeldeliste hat zwei Spalten: Name und Zahl der Gäste. Oben "
                            "steht, wofür die Liste dient. Daneben steht das Datum, an dem sie "
                            "gelöscht wird.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Die anderen Grundsätze in Kürze</h2>
<ul>
<li><b>Rechtmäßig und offen:</b> Die Menschen erfahren, was mit ihren Daten geschieht.</li>
<li><b>Richtig:</b> Falsche Angaben werden berichtigt oder gelöscht.</li>
<li><b>Vertraulich und sicher:</b> Niemand sieht oder ändert Daten ohne Erlaubnis.</li>
<li><b>Nachweisbar:</b> Das Amt kann zeigen, dass es die Regeln einhält.</li>
</ul>
<p>Der letzte Punkt heißt Rechenschaftspflicht. Deshalb gibt es in jeder Stadt ein Verzeichnis
aller Verarbeitungen. Neue Listen und neue Programme gehören dort hinein. Wenn Sie in Ihrem Projekt
Daten sammeln möchten, sprechen Sie früh mit der Stelle für Datenschutz. Eine kurze Frage am Anfang
spart viel Arbeit am Ende.</p>
<h2>Vorsicht bei alten Listen</h2>
<p>Viele Pannen entstehen durch Gewohnheit. Jemand kopiert die Liste vom letzten Jahr und ergänzt
neue Spalten. Die alten Namen bleiben stehen. Fangen Sie lieber mit einer leeren Vorlage an. Dann
bleibt nur stehen, was Sie bewusst eingetragen haben.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Für einen Ferienkurs melden Eltern ihre Kinder an. Welche Angaben "
                            "sind für den Kurs erforderlich?"
                        ),
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Name des Kindes",
                                "right": True,
                                "feedback": "Ja. Ohne den Namen gibt es keine Teilnahmeliste.",
                            },
                            {
                                "text": "Telefonnummer für den Notfall",
                                "right": True,
                                "feedback": "Ja. Im Notfall müssen Sie die Eltern erreichen.",
                            },
                            {
                                "text": "Beruf der Eltern",
                                "right": False,
                                "feedback": "Nein. Der Beruf spielt für den Kurs keine Rolle.",
                            },
                            {
                                "text": "Religion des Kindes",
                                "right": False,
                                "feedback": "Nein. Das ist sogar besonders geschützt.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "schalter-telefon-bildschirm",
            "title": "Am Schalter, am Telefon, am Bildschirm",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Datenschutz klingt nach Gesetz. In Wahrheit besteht er aus vielen kleinen Handgriffen. Art. 32
DSGVO verlangt, dass Daten sicher sind. Die Stadt sorgt für sichere Technik. Sie selbst sorgen für
sichere Gewohnheiten. Gehen wir einmal durch einen normalen Arbeitstag.</p>
<h2>Am Schalter</h2>
<p>Hinter Ihrer Kundin warten fünf weitere Menschen. Sie hören oft mehr, als man denkt. Sprechen
Sie leise und nennen Sie keine Diagnose, keine Schulden und keine Adresse laut. Zeigen Sie lieber
auf die Stelle im Formular: „Stimmt diese Angabe noch?“ Bitten Sie wartende Personen freundlich um
Abstand. Für schwierige Gespräche gehen Sie in einen eigenen Raum.</p>
<ul>
<li>Drehen Sie den Bildschirm so, dass nur Sie ihn lesen.</li>
<li>Legen Sie fremde Akten weg, bevor die nächste Person kommt.</li>
<li>Nehmen Sie Ausdrucke sofort aus dem Drucker.</li>
</ul>
<h2>Am Telefon</h2>
<p>Am Telefon sehen Sie nicht, wer spricht. Jeder kann sagen: „Ich habe einen Antrag gestellt und
brauche den Bescheid.“ Geben Sie deshalb am Telefon keine persönlichen Angaben heraus, solange Sie
die Person nicht sicher erkannt haben. Bieten Sie einen anderen Weg an. Sie können den Bescheid an
die bekannte Adresse schicken oder auf der Nummer zurückrufen, die in der Akte steht. Auch
Ehepartner und Eltern von Volljährigen bekommen Auskünfte nur mit einer Vollmacht.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Der eilige Anruf",
                        "text": (
                            "<p>Jemand drängt, droht oder gibt sich als Leitung aus? Bleiben Sie "
                            "ruhig. Sagen Sie: „Ich prüfe das und melde mich.“ Dann fragen Sie eine "
                            "Kollegin oder einen Kollegen.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Am Bildschirm</h2>
<p>Sie holen sich kurz einen Kaffee. Der Bildschirm bleibt offen. Das reicht schon für ein Foto mit
dem Handy. Sperren Sie den Rechner jedes Mal, auch für zwei Minuten. Unter Windows drücken Sie dazu
die Windows-Taste und L. Ihr Passwort gehört nur Ihnen. Auch die Vertretung bekommt ein
eigenes.</p>
<ul>
<li>Prüfen Sie vor dem Senden die Adresse und den Anhang.</li>
<li>Schreiben Sie an viele Personen, nutzen Sie das Feld „BCC“.</li>
<li>Schicken Sie keine Akten an Ihre private E-Mail-Adresse.</li>
<li>Nutzen Sie für Dienstliches keinen privaten Messenger.</li>
<li>Geben Sie keine echten Daten in KI-Programme ein, die Ihre Stadt nicht freigegeben hat.</li>
</ul>
<h2>Schweigen gehört zum Beruf</h2>
<p>Was Sie im Amt erfahren, bleibt im Amt. Art. 11 BayDSG nennt das Datengeheimnis. Es gilt auch
nach dem Ende Ihrer Ausbildung weiter. Wer Geheimnisse aus dem Amt verrät, kann sich außerdem
strafbar machen. Für Amtsträger und für besonders Verpflichtete steht das in § 203 StGB. Viele
Städte verpflichten Auszubildende deshalb am Anfang förmlich. Ob und wie Sie verpflichtet sind,
sagt Ihnen Ihre Ausbildungsleitung.</p>
<p>Schweigen heißt nicht, dass Sie allein sind. Mit Ihrer Praxisanleitung dürfen Sie über einen
Fall sprechen, wenn es für die Arbeit nötig ist. Zu Hause erzählen Sie lieber davon, was Sie
gelernt haben. Namen und Einzelheiten lassen Sie weg. Auch in Ihrem Ausbildungsnachweis stehen
keine Daten von Bürgerinnen und Bürgern.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Eine Frau ruft an: „Mein Mann hat bei Ihnen Wohngeld beantragt. Wie "
                            "viel bekommt er?“ Was antworten Sie?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich nenne den Betrag, weil die beiden verheiratet sind.",
                                "right": False,
                                "feedback": "Nein. Die Ehe ersetzt keine Vollmacht.",
                            },
                            {
                                "text": "Ich lasse mir das Geburtsdatum nennen und gebe dann Auskunft.",
                                "right": False,
                                "feedback": "Nein. Dieses Datum kennen viele Menschen.",
                            },
                            {
                                "text": (
                                    "Ich erkläre, dass ihr Mann selbst fragen oder ihr eine Vollmacht geben kann."
                                ),
                                "right": True,
                                "feedback": "So schützen Sie die Daten und helfen weiter.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "rechte-der-menschen",
            "title": "Welche Rechte die Menschen haben",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Im Posteingang liegt ein kurzer Brief: „Bitte teilen Sie mir mit, was Sie über mich gespeichert
haben.“ Kein Aktenzeichen, kein Paragraf, keine Begründung. Trotzdem ist das ein vollwertiger
Antrag. Er setzt eine Frist in Gang. In dieser Lektion erfahren Sie, was Sie damit tun.</p>
<h2>Auskunft: Art. 15 DSGVO</h2>
<p>Jeder Mensch darf wissen, ob und welche Daten ein Amt über ihn hat. Er erfährt auch, wozu das
Amt die Daten nutzt und wer sie bekommt. Die erste Kopie ist kostenlos. Der Antrag braucht keine
besondere Form. Er kann per Brief, per E-Mail oder am Schalter kommen. Das Wort „Datenschutz“ muss
darin nicht vorkommen.</p>
<h2>Berichtigung: Art. 16 DSGVO</h2>
<p>Falsche Angaben muss das Amt unverzüglich berichtigen. Unvollständige Angaben kann die Person
ergänzen lassen. Ein Beispiel: Der Vorname ist falsch geschrieben, und deshalb kommt die Post nicht
an. Bitten Sie um einen Beleg, wenn Sie die Änderung prüfen müssen.</p>
<h2>Löschung: Art. 17 DSGVO</h2>
<p>Daten müssen gelöscht werden, wenn das Amt sie nicht mehr braucht. Das gilt auch, wenn die
Nutzung nie erlaubt war. Viele Menschen glauben, dass sie jederzeit alles löschen lassen können. So
weit geht das Recht nicht. Muss das Amt eine Akte nach dem Gesetz aufbewahren, bleibt sie bestehen.
Erklären Sie das freundlich und nennen Sie den Grund.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Die Frist: ein Monat",
                        "text": (
                            "<p>Das Amt antwortet unverzüglich, spätestens innerhalb eines Monats. "
                            "In schwierigen Fällen sind zwei weitere Monate möglich. Dann muss es "
                            "die Verzögerung im ersten Monat begründen (Art. 12 DSGVO).</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Ihre Aufgabe: erkennen und weitergeben</h2>
<p>Sie müssen den Antrag nicht selbst beantworten. Oft liegen Daten in mehreren Ämtern. Darum gibt
es in jeder Stadt einen festen Ablauf. Ihre Aufgabe ist trotzdem wichtig, denn die Frist läuft ab
dem Tag, an dem der Antrag bei der Stadt ankommt.</p>
<ol>
<li>Notieren Sie das Datum des Eingangs.</li>
<li>Geben Sie den Antrag noch am selben Tag an die zuständige Stelle weiter.</li>
<li>Löschen oder ändern Sie nichts in der Akte.</li>
<li>Sagen Sie der Person, dass der Antrag angekommen ist.</li>
</ol>
<p>Vor der Antwort prüft das Amt, ob wirklich die richtige Person fragt. Sonst landen Daten bei
Fremden. Zu viel darf es dabei aber nicht verlangen. Eine Ausweiskopie ist nur nötig, wenn echte
Zweifel bestehen.</p>
<h2>Informieren, bevor jemand fragt</h2>
<p>Menschen sollen nicht erst fragen müssen. Deshalb hängt an Formularen ein Hinweis zum
Datenschutz. Darin steht, wer verantwortlich ist, wozu die Daten dienen und wie lange sie bleiben.
Händigen Sie diesen Hinweis immer mit aus. Können Sie ihn in zwei Sätzen erklären? Dann haben Sie
ihn verstanden.</p>
<h2>Wer hilft bei Streit?</h2>
<p>Jede Stadt hat eine Person, die als Datenschutzbeauftragte berät. An sie können sich Bürgerinnen
und Bürger und auch Sie selbst wenden. Wer mit der Antwort der Stadt nicht zufrieden ist, kann sich
bei der Aufsicht beschweren. Für bayerische Behörden ist das der <a
href="https://www.datenschutz-bayern.de/">Bayerische Landesbeauftragte für den Datenschutz</a>. Für
Firmen und Vereine in Bayern ist dagegen das <a href="https://www.lda.bayern.de/">Landesamt für
Datenschutzaufsicht</a> zuständig.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Ein Bürger schreibt per E-Mail: „Was wissen Sie alles über mich?“ Was tun Sie zuerst?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich bitte ihn, den Antrag auf dem Postweg zu wiederholen.",
                                "right": False,
                                "feedback": "Nein. Der Antrag braucht keine besondere Form.",
                            },
                            {
                                "text": "Ich notiere den Eingang und gebe die E-Mail heute weiter.",
                                "right": True,
                                "feedback": "Die Frist läuft ab dem Eingang.",
                            },
                            {
                                "text": "Ich schicke ihm gleich alles, was ich im Programm finde.",
                                "right": False,
                                "feedback": (
                                    "Nein. Zuerst prüft die zuständige Stelle, wer fragt und wo Daten liegen."
                                ),
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "datenpanne",
            "title": "Wenn etwas schiefgeht: die Datenpanne",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Freitag, kurz vor Feierabend. Sie haben eine Liste mit 40 Namen an den falschen Verteiler
geschickt. Ihr Herz klopft. Was nun? Das Wichtigste zuerst: Solche Fehler passieren auch erfahrenen
Menschen. Entscheidend ist, was in den nächsten Minuten geschieht.</p>
<h2>Was eine Datenpanne ist</h2>
<p>Eine Datenpanne liegt vor, wenn Daten verloren gehen, verändert werden oder in falsche Hände
kommen. Das Gesetz sagt dazu „Verletzung des Schutzes personenbezogener Daten“. Ob Absicht dahinter
steckt, spielt keine Rolle.</p>
<ul>
<li>Ein Brief liegt im falschen Umschlag.</li>
<li>Ein Diensthandy bleibt in der Straßenbahn liegen.</li>
<li>Ein Schadprogramm sperrt den Zugriff auf die Akten.</li>
<li>Ein Ordner auf dem Laufwerk ist für alle offen.</li>
</ul>
<h2>Die Uhr läuft: 72 Stunden</h2>
<p>Nach Art. 33 DSGVO muss die Stadt eine Panne der Aufsicht melden. Das soll möglichst innerhalb
von 72 Stunden geschehen, nachdem die Panne der Stadt bekannt wurde. Auch Wochenende und Feiertage
zählen mit. Nur wenn voraussichtlich kein Risiko für die Menschen besteht, entfällt die Meldung.
Besteht ein hohes Risiko, muss die Stadt zusätzlich die betroffenen Menschen benachrichtigen. Das
steht in Art. 34 DSGVO.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/datenpanne-72-stunden.png",
                        "alt": (
                            "Zeitstrahl mit vier Stationen. Sofort: Sie bemerken die Panne. In den "
                            "nächsten Minuten: Sie melden sie im Haus. Danach: Die Stadt prüft das "
                            "Risiko. Spätestens nach 72 Stunden: Die Stadt meldet die Panne der "
                            "Aufsicht, wenn ein Risiko besteht."
                        ),
                        "caption": "Ihr Teil sind die ersten beiden Stationen.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Ihr Teil: sofort melden</h2>
<p>Ob ein Risiko besteht, entscheiden nicht Sie. Das prüft die Stelle für Datenschutz. Sie
beurteilt, wie heikel die Daten sind und wer sie gesehen haben kann. Dafür braucht sie jede Stunde.
Warten Sie deshalb nicht bis Montag. Und versuchen Sie nicht, die Sache still zu beheben.</p>
<ol>
<li>Atmen Sie durch und stoppen Sie, was noch zu stoppen ist.</li>
<li>Rufen Sie Ihre Praxisanleitung oder die Meldestelle Ihrer Stadt an.</li>
<li>Schreiben Sie auf, was wann passiert ist und welche Daten betroffen sind.</li>
<li>Löschen Sie keine Spuren. Sie helfen bei der Klärung.</li>
</ol>
<p>Bei der falschen E-Mail heißt das: Sie melden den Fehler sofort. Ob Sie um Löschung bitten, sagt
Ihnen die Stelle für Datenschutz. Beim verlorenen Handy heißt das: Die IT-Abteilung sperrt das
Gerät aus der Ferne. Je früher sie davon erfährt, desto besser klappt das.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Nicht verschweigen",
                        "text": (
                            "<p>Ein Fehler lässt sich meist beheben. Ein verschwiegener Fehler wird "
                            "größer. Wer früh Bescheid gibt, handelt richtig.</p>"
                        ),
                    },
                },
                {
                    "type": "file",
                    "value": {
                        "title": "Checkliste: Datenpanne",
                        "file": "files/checkliste-datenpanne.txt",
                        "description": (
                            "Eine Seite zum Ausdrucken: die ersten Schritte und die Angaben, die "
                            "die Meldestelle braucht."
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Danach: aus Fehlern lernen</h2>
<p>Die Stadt hält jede Panne schriftlich fest, auch wenn sie nicht gemeldet wird. Es geht nicht
darum, Schuldige zu suchen. Es geht darum, dass derselbe Fehler nicht noch einmal passiert.
Vielleicht hilft eine Verzögerung beim Senden von E-Mails. Vielleicht braucht der Verteiler einen
klareren Namen. Ihr frischer Blick ist dabei viel wert. Sagen Sie, was Ihnen auffällt.</p>
<p>Suchen Sie noch heute heraus, wie die Meldestelle in Ihrer Stadt heißt. Speichern Sie die Nummer
in Ihrem Diensttelefon. Dann müssen Sie im Ernstfall nicht suchen. Wechseln Sie für einen Austausch
die Stadt, gilt dort ein eigener Meldeweg. Fragen Sie am ersten Tag danach.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": (
                            "Sie merken am Freitagabend, dass ein Brief an die falsche Person ging. Was ist richtig?"
                        ),
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Ich warte bis Montag, weil am Wochenende keine Frist läuft.",
                                "right": False,
                                "feedback": "Nein. Die 72 Stunden laufen auch am Wochenende.",
                            },
                            {
                                "text": "Ich melde es sofort auf dem Meldeweg meiner Stadt.",
                                "right": True,
                                "feedback": "So bleibt Zeit, das Risiko zu prüfen.",
                            },
                            {
                                "text": "Ich schreibe selbst an die Aufsicht.",
                                "right": False,
                                "feedback": "Nein. Die Stadt meldet. Ihr Weg führt über Ihr Amt.",
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
            "Elf Fragen zu allen Lektionen. Bei manchen Fragen sind mehrere Antworten richtig. Das "
            "steht dann dabei. Sie haben drei Versuche und bestehen mit 70 Prozent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "single",
                "text": "Wann sind Daten personenbezogen?",
                "choices": [
                    {"text": "Nur, wenn Vorname und Nachname dabeistehen", "right": False},
                    {"text": "Wenn man den Menschen dahinter erkennen kann", "right": True},
                    {"text": "Nur, wenn sie in einer Akte aus Papier stehen", "right": False},
                    {"text": "Nur, wenn sie geheim sind", "right": False},
                ],
                "feedback": "Nach Art. 4 DSGVO reicht es, dass eine Person erkennbar ist.",
                "lesson": "personenbezogene-daten",
            },
            {
                "kind": "multiple",
                "text": "Welche Angaben sind nach Art. 9 DSGVO besonders geschützt?",
                "choices": [
                    {"text": "Eine Erkrankung", "right": True},
                    {"text": "Die Religion", "right": True},
                    {"text": "Die dienstliche Telefonnummer", "right": False},
                    {"text": "Die Hausnummer", "right": False},
                ],
                "feedback": "Gesundheit und Religion gehören zu den besonderen Kategorien.",
                "lesson": "personenbezogene-daten",
            },
            {
                "kind": "single",
                "text": "Worauf stützt sich ein Amt meistens, wenn es Daten nutzt?",
                "choices": [
                    {"text": "Auf sein berechtigtes Interesse", "right": False},
                    {"text": "Auf eine mündliche Zusage am Telefon", "right": False},
                    {"text": "Auf ein Gesetz oder seine öffentliche Aufgabe", "right": True},
                    {"text": "Auf die Gewohnheit der Abteilung", "right": False},
                ],
                "feedback": "Rechtliche Pflicht und öffentliche Aufgabe sind die wichtigsten Grundlagen.",
                "lesson": "rechtsgrundlage",
            },
            {
                "kind": "multiple",
                "text": "Was gehört zu einer gültigen Einwilligung?",
                "choices": [
                    {"text": "Die Person kann ohne Nachteil Nein sagen.", "right": True},
                    {"text": "Das Häkchen ist im Formular schon gesetzt.", "right": False},
                    {"text": "Die Person weiß, wofür die Daten genutzt werden.", "right": True},
                    {"text": "Das Ja gilt für immer und ist endgültig.", "right": False},
                ],
                "feedback": "Eine Einwilligung ist freiwillig, informiert und widerrufbar.",
                "lesson": "rechtsgrundlage",
            },
            {
                "kind": "single",
                "text": (
                    "Ein Amt hat Adressen für einen Parkausweis gesammelt. Nun möchte es damit "
                    "eine Umfrage verschicken. Was gilt?"
                ),
                "choices": [
                    {"text": "Das geht, denn die Adressen sind schon da.", "right": False},
                    {
                        "text": "Für den neuen Zweck braucht das Amt wieder eine Erlaubnis.",
                        "right": True,
                    },
                    {
                        "text": "Das geht, wenn weniger als 100 Menschen betroffen sind.",
                        "right": False,
                    },
                ],
                "feedback": "Das ist die Zweckbindung aus Art. 5 DSGVO und Art. 6 BayDSG.",
                "lesson": "zweck-menge-zeit",
            },
            {
                "kind": "single",
                "text": "Was bedeutet Datenminimierung?",
                "choices": [
                    {"text": "Das Amt fragt nur, was es für den Zweck braucht.", "right": True},
                    {"text": "Das Amt speichert kleine Dateien.", "right": False},
                    {"text": "Das Amt löscht jede Akte nach einem Jahr.", "right": False},
                    {"text": "Das Amt nutzt möglichst kurze Namen für Ordner.", "right": False},
                ],
                "feedback": "So wenig wie möglich, so viel wie nötig.",
                "lesson": "zweck-menge-zeit",
            },
            {
                "kind": "multiple",
                "text": "Welche Gewohnheiten schützen Daten am Arbeitsplatz?",
                "choices": [
                    {"text": "Den Bildschirm beim Weggehen sperren", "right": True},
                    {"text": "Das Passwort an die Vertretung weitergeben", "right": False},
                    {"text": "Vor dem Senden Adresse und Anhang prüfen", "right": True},
                    {"text": "Akten an die private E-Mail-Adresse schicken", "right": False},
                ],
                "feedback": "Sperren und prüfen dauert Sekunden.",
                "lesson": "schalter-telefon-bildschirm",
            },
            {
                "kind": "single",
                "text": "Wie lange gilt das Datengeheimnis nach Art. 11 BayDSG für Sie?",
                "choices": [
                    {"text": "Bis zum Ende der Probezeit", "right": False},
                    {"text": "Bis zur Abschlussprüfung", "right": False},
                    {"text": "Auch nach dem Ende der Tätigkeit", "right": True},
                ],
                "feedback": "Das Datengeheimnis wirkt weiter.",
                "lesson": "schalter-telefon-bildschirm",
            },
            {
                "kind": "single",
                "text": "Wie viel Zeit hat das Amt normalerweise für eine Auskunft nach Art. 15 DSGVO?",
                "choices": [
                    {"text": "72 Stunden", "right": False},
                    {"text": "Höchstens einen Monat", "right": True},
                    {"text": "Ein halbes Jahr", "right": False},
                    {"text": "Es gibt keine Frist.", "right": False},
                ],
                "feedback": "Ein Monat ist die Regel. Nur in schwierigen Fällen kommen zwei Monate dazu.",
                "lesson": "rechte-der-menschen",
            },
            {
                "kind": "single",
                "text": (
                    "Eine Bürgerin möchte, dass ihre Akte gelöscht wird. Das Amt muss die Akte nach "
                    "dem Gesetz noch aufbewahren. Was geschieht?"
                ),
                "choices": [
                    {"text": "Das Amt löscht die Akte sofort.", "right": False},
                    {"text": "Die Akte bleibt, und das Amt erklärt den Grund.", "right": True},
                    {"text": "Das Amt muss nicht antworten.", "right": False},
                ],
                "feedback": "Gesetzliche Aufbewahrung geht vor.",
                "lesson": "rechte-der-menschen",
            },
            {
                "kind": "multiple",
                "text": "Was tun Sie, wenn Sie eine Datenpanne bemerken?",
                "choices": [
                    {"text": "Ich melde sie sofort im Haus.", "right": True},
                    {"text": "Ich schreibe auf, was wann passiert ist.", "right": True},
                    {"text": "Ich lösche die Spuren, damit niemand sie sieht.", "right": False},
                    {"text": "Ich warte ab, ob sich jemand beschwert.", "right": False},
                ],
                "feedback": "Die Stadt hat möglichst nur 72 Stunden für ihre Meldung.",
                "lesson": "datenpanne",
            },
        ],
    },
}
