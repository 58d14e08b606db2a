"""The course "Verständlich schreiben im Bürgerservice" of the city of Augsburg."""

COURSE = {
    "slug": "verstaendlich-schreiben",
    "city": "augsburg",
    "title": "Verständlich schreiben im Bürgerservice",
    "summary": (
        "Briefe, Bescheide und E-Mails, die beim ersten Lesen klar sind. Mit vielen Beispielen "
        "aus dem Büro, die Sie gleich umschreiben können."
    ),
    "goals": [
        "Sie können einen Text für die Menschen planen, die ihn lesen.",
        "Sie können lange Sätze teilen und schwere Wörter ersetzen.",
        "Sie können sagen, wer was bis wann tun muss.",
        "Sie können die Teile eines Bescheids benennen und ordnen.",
        "Sie können eine Absage freundlich und klar schreiben.",
    ],
    "audience": "Auszubildende und Beschäftigte, die an Bürgerinnen und Bürger schreiben",
    "level": "beginner",
    "language": "de",
    "topic": "citizens",
    "licence": "CC BY-SA 4.0",
    "contact": "dieter.demozweck@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "fuer-wen",
            "title": "Für wen schreiben Sie?",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Ein Mann steht mit einem Brief der Stadt am Schalter. Er hat ihn dreimal gelesen. „Muss ich
jetzt etwas tun?“, fragt er. Die Kollegin braucht selbst eine Minute, um die Antwort zu finden. So
ein Brief kostet zweimal Zeit: bei ihm zu Hause und bei uns im Amt. Ein klarer Text hätte beides
gespart.</p>
<h2>Wer liest mit?</h2>
<p>Unsere Briefe gehen an alle Menschen in der Stadt. Manche lesen jeden Tag lange Texte. Andere
lesen langsam, sind sehr müde oder haben Angst vor Post vom Amt. Viele lernen noch Deutsch. Viele
lesen auf dem Handy, im Bus, zwischen zwei Terminen. Schreiben Sie so, dass auch diese Menschen
beim ersten Lesen verstehen, worum es geht. Wer viel liest, freut sich ebenfalls über einen kurzen
Text.</p>
<p>Die Amtssprache ist Deutsch. So steht es in Art. 23 des Bayerischen
Verwaltungsverfahrensgesetzes, kurz BayVwVfG. Von schwerem Deutsch steht dort nichts. Und nach Art.
13 des Bayerischen Behindertengleichstellungsgesetzes sollen sich Behörden gegenüber Menschen mit
Behinderung einfach und verständlich ausdrücken. Wer von Anfang an klar schreibt, hilft allen.</p>
<h2>Drei Fragen vor dem ersten Satz</h2>
<ol>
<li><b>Wer</b> liest den Text, und was weiß diese Person schon?</li>
<li><b>Was</b> soll sie nach dem Lesen wissen oder tun?</li>
<li><b>Bis wann</b> soll sie es tun, und wer hilft ihr dabei?</li>
</ol>
<p>Schreiben Sie die Antworten in Stichworten auf. Erst dann beginnen Sie mit dem Brief. Das
Wichtigste kommt an den Anfang. Der Grund folgt danach. Paragrafen und Einzelheiten stehen weiter
hinten.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Vorher und nachher",
                        "text": (
                            "<p><b>Vorher:</b> Bezugnehmend auf Ihre Antragstellung wird um "
                            "Vorlage fehlender Unterlagen ersucht.</p><p><b>Nachher:</b> Danke für "
                            "Ihren Antrag. Uns fehlt noch Ihr Mietvertrag. Bitte schicken Sie ihn "
                            "uns bis zum 15. März.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Klare, einfache und Leichte Sprache</h2>
<p>Diese Begriffe werden oft verwechselt. Sie meinen aber Verschiedenes:</p>
<ul>
<li><b>Klare Sprache</b> ist gutes Deutsch ohne Umwege. So schreiben wir jeden Brief.</li>
<li><b>Einfache Sprache</b> nutzt kurze Sätze und bekannte Wörter. Sie passt etwa zum Sprachniveau
B1.</li>
<li><b>Leichte Sprache</b> folgt festen Regeln und wird von Menschen mit Lernschwierigkeiten
geprüft. Sie ist ein zusätzliches Angebot.</li>
</ul>
<p>In diesem Kurs üben Sie klare und einfache Sprache. Texte in Leichter Sprache schreibt man am
besten mit geschulten Fachleuten.</p>
<h2>Ist einfach auch richtig?</h2>
<p>Manche sorgen sich, dass ein einfacher Text vor Gericht nicht hält. Das Gegenteil ist oft der
Fall. Ein Bescheid muss inhaltlich bestimmt sein. Das verlangt Art. 37 BayVwVfG. Die Person muss
also erkennen, was von ihr verlangt wird. Ein klarer Satz erfüllt das besser als ein
verschachtelter. Wichtige Fachwörter bleiben stehen. Sie bekommen nur eine kurze Erklärung
dazu.</p>
<p>Machen Sie am Ende eine Probe. Bitten Sie jemanden aus einer anderen Abteilung, den Text einmal
zu lesen. Fragen Sie dann: „Was müssten Sie jetzt tun?“ Kommt die Antwort sofort, ist Ihr Text
fertig.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Was gehört an den Anfang eines Briefs an eine Bürgerin?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Die Paragrafen, auf die sich das Amt stützt",
                                "right": False,
                                "feedback": "Sie sind wichtig, stehen aber weiter hinten.",
                            },
                            {
                                "text": "Was entschieden ist oder was sie tun soll",
                                "right": True,
                                "feedback": "Das will sie zuerst wissen.",
                            },
                            {
                                "text": "Wie das Amt den Antrag intern geprüft hat",
                                "right": False,
                                "feedback": "Der Ablauf im Amt hilft der Leserin meist nicht.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "kurze-saetze",
            "title": "Kurze Sätze, bekannte Wörter",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Lesen Sie einmal laut vor, was Sie geschrieben haben. Geht Ihnen mitten im Satz die Luft aus?
Dann ist er zu lang. Kurze Sätze sind kein Zeichen von wenig Wissen. Sie zeigen, dass jemand
sortiert hat. In dieser Lektion üben Sie das an echten Mustern aus dem Büro.</p>
<h2>Ein Gedanke, ein Satz</h2>
<p>Zielen Sie auf etwa 15 Wörter im Durchschnitt. Mal sind es 6, mal 18, das klingt natürlich. Ab
25 Wörtern sollten Sie teilen. Suchen Sie nach „wobei“, „sofern“, „welche“ und nach Klammern. Dort
liegt oft die Stelle für einen Punkt.</p>
<p>Auch Ausnahmen bekommen einen eigenen Satz. Sagen Sie zuerst, was für die meisten gilt. Dann
folgt die Ausnahme. So verlieren Menschen, die es nicht betrifft, nicht den Faden.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Ein langer Satz wird zu zwei kurzen",
                        "text": (
                            "<p><b>Vorher:</b> Der Bewohnerparkausweis kann, sofern das Fahrzeug "
                            "auf den Antragsteller zugelassen ist, für ein Jahr ausgestellt "
                            "werden.</p><p><b>Nachher:</b> Wir stellen den Ausweis für ein Jahr "
                            "aus. Das Auto muss auf Ihren Namen zugelassen sein.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Verben statt schwerer Hauptwörter</h2>
<p>Im Amt werden Verben gern zu Hauptwörtern. Aus „prüfen“ wird „einer Prüfung unterziehen“. Das
macht Sätze lang und steif. Achten Sie auf Wörter mit den Endungen -ung, -heit, -keit und -ion. Oft
steckt ein Verb darin, das Sie befreien können.</p>
<ul>
<li>zur Auszahlung bringen: <b>auszahlen</b></li>
<li>in Erwägung ziehen: <b>überlegen</b></li>
<li>eine Mitteilung machen: <b>mitteilen, sagen</b></li>
<li>die Beantragung vornehmen: <b>beantragen</b></li>
<li>unter Zuhilfenahme von: <b>mit</b></li>
</ul>
<h2>Bekannte Wörter wählen</h2>
<p>Viele Amtswörter kommen nur im Amt vor. Für die meisten gibt es ein Wort, das alle kennen.
Lassen Sie sich beim Ersetzen Zeit, denn nicht jedes passt immer. Manche Wörter haben eine feste
rechtliche Bedeutung. „Widerspruch“ und „Klage“ zum Beispiel dürfen Sie nicht austauschen.</p>
<ul>
<li>Lichtbild: <b>Foto</b></li>
<li>Lebensunterhalt bestreiten: <b>vom Einkommen leben</b></li>
<li>fernmündlich: <b>am Telefon</b></li>
<li>postalisch: <b>mit der Post</b></li>
<li>anbei erhalten Sie: <b>wir schicken Ihnen</b></li>
</ul>
<p>Muss ein Fachwort bleiben? Dann erklären Sie es beim ersten Mal: „Sie bekommen eine
Fiktionsbescheinigung. Das ist ein vorläufiges Papier für Ihren Aufenthalt.“ Nutzen Sie danach
immer dasselbe Wort. In der Schule sollten Sie Wörter wechseln. Im Bescheid verwirrt das nur. Wer
erst „Gebühr“ und dann „Kosten“ liest, denkt an zwei Zahlungen.</p>
<h2>Wörter mit Bindestrich teilen</h2>
<p>Das Deutsche liebt lange Wörter. „Grundstücksverkehrsgenehmigungsverfahren“ kann niemand in
einem Zug lesen. Lösen Sie solche Wörter auf: „das Verfahren für die Genehmigung“. Bei mittellangen
Wörtern hilft manchmal ein Bindestrich, etwa bei „Eltern-Beitrag“. Setzen Sie ihn sparsam ein.</p>
<h2>Zahlen und Abkürzungen</h2>
<p>Schreiben Sie Zahlen als Ziffern. „3 Monate“ findet das Auge schneller als „drei Monate“. Nennen
Sie ein genaues Datum statt „binnen zwei Wochen nach Erhalt“, wenn das rechtlich möglich ist.
Abkürzungen wie „i. V. m.“ oder „ggf.“ schreiben Sie aus. Gesetze nennen Sie beim ersten Mal mit
vollem Namen.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welcher Satz ist am leichtesten zu verstehen?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Die Auszahlung des Betrags erfolgt zum Monatsende.",
                                "right": False,
                                "feedback": "Hier verstecken zwei Hauptwörter die Handlung.",
                            },
                            {
                                "text": "Wir überweisen Ihnen das Geld am 30. Juni.",
                                "right": True,
                                "feedback": "Wer, was und wann sind sofort klar.",
                            },
                            {
                                "text": "Der Betrag wird zum 30. Juni zur Anweisung gebracht.",
                                "right": False,
                                "feedback": "„Zur Anweisung bringen“ heißt einfach „überweisen“.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "aktiv-und-persoenlich",
            "title": "Aktiv schreiben, Menschen ansprechen",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>„Es wird gebeten, die Hunde an der Leine zu führen.“ Wer bittet hier? Und wen? Solche Sätze
klingen, als käme der Brief von niemandem. Menschen möchten aber wissen, mit wem sie es zu tun
haben. Und sie möchten wissen, ob sie selbst etwas tun müssen.</p>
<h2>Wer tut was?</h2>
<p>In einem aktiven Satz steht, wer handelt. Im Passiv fehlt diese Person oft. Sie erkennen das
Passiv an den Wörtern „wird“, „wurde“ und „worden“. Fragen Sie dann: Wer tut das? Setzen Sie die
Antwort an den Anfang des Satzes.</p>
<ul>
<li>Passiv: Ihr Antrag wird geprüft. Aktiv: <b>Wir prüfen Ihren Antrag.</b></li>
<li>Passiv: Der Ausweis ist abzuholen. Aktiv: <b>Bitte holen Sie Ihren Ausweis ab.</b></li>
<li>Passiv: Es wird um Rückmeldung gebeten. Aktiv: <b>Bitte melden Sie sich bei uns.</b></li>
</ul>
<p>Manchmal ist das Passiv gut. „Die Straße wird am Montag gesperrt“ reicht völlig. Hier zählt nur,
was geschieht. Prüfen Sie also jeden Fall für sich. Verboten ist das Passiv nicht.</p>
<h2>„Wir“ und „Sie“</h2>
<p>Schreiben Sie „wir“, wenn das Amt handelt. Schreiben Sie „Sie“, wenn die Leserin oder der Leser
handelt. „Der Antragsteller“ ist ein Mensch, der gerade Ihren Brief liest. Sprechen Sie ihn an. Das
ist höflich und macht den Text fast immer kürzer.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Der Sie-Test",
                        "text": (
                            "<p>Zählen Sie in Ihrem Brief, wie oft „Sie“ und „wir“ vorkommen. "
                            "Finden Sie kaum eines davon? Dann fehlen wahrscheinlich die handelnden "
                            "Personen.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Alle Menschen ansprechen</h2>
<p>Ein Brief soll niemanden ausschließen. Oft geht das ohne Sonderzeichen. Nutzen Sie Wörter, die
für alle gelten, oder sprechen Sie direkt an:</p>
<ul>
<li>die Antragsteller: <b>Sie</b> oder <b>alle, die einen Antrag stellen</b></li>
<li>die Mitarbeiter: <b>das Team</b> oder <b>die Beschäftigten</b></li>
<li>der Ansprechpartner: <b>die Ansprechperson</b></li>
<li>die Teilnehmer: <b>die Teilnehmenden</b></li>
</ul>
<p>Wissen Sie nicht, wie jemand angesprochen werden möchte? Dann hilft „Guten Tag“ mit Vorname und
Nachname. So müssen Sie nicht raten.</p>
<h2>Bitten, müssen, können</h2>
<p>Menschen sollen erkennen, wie verbindlich etwas ist. Schreiben Sie deshalb genau, was gilt:</p>
<ul>
<li><b>müssen:</b> Es gibt eine Pflicht. „Sie müssen den Umzug melden.“</li>
<li><b>bitte:</b> Wir brauchen Ihre Hilfe. „Bitte bringen Sie den Ausweis mit.“</li>
<li><b>können:</b> Sie haben die Wahl. „Sie können auch online zahlen.“</li>
</ul>
<p>„Sollte“ ist unklar. Die einen lesen darin einen Tipp, die anderen einen Befehl. Nennen Sie bei
einer Pflicht auch die Folge. Ein Beispiel: „Fehlt der Nachweis am 1. Mai noch, müssen wir den
Antrag ablehnen.“ Das ist nicht unfreundlich. Es gibt der Person die Chance, rechtzeitig zu
handeln.</p>
<h2>Freundlich ohne Floskeln</h2>
<p>Freundlich wird ein Text durch Respekt und nicht durch viele Worte. „Hiermit möchten wir Ihnen
höflichst mitteilen“ sagt nichts. „Gute Nachricht: Ihr Platz in der Kita ist sicher“ sagt alles.
Nennen Sie am Ende eine Person, eine Telefonnummer und die Zeiten, zu denen jemand erreichbar ist.
Damit zeigen Sie: Hier hört Ihnen jemand zu.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Sätze nennen die Person, die handeln soll?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Bitte bringen Sie zum Termin ein Foto mit.",
                                "right": True,
                                "feedback": "Ja. „Sie“ macht klar, wer das Foto mitbringt.",
                            },
                            {
                                "text": "Die Gebühr ist bei Abholung zu entrichten.",
                                "right": False,
                                "feedback": "Nein. Besser: Sie zahlen, wenn Sie den Pass abholen.",
                            },
                            {
                                "text": "Wir rufen Sie bis Freitag an.",
                                "right": True,
                                "feedback": "Ja. Das Amt sagt, dass es selbst handelt.",
                            },
                            {
                                "text": "Um Beachtung der Hausordnung wird gebeten.",
                                "right": False,
                                "feedback": "Nein. Niemand bittet hier, und niemand ist gemeint.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "der-bescheid",
            "title": "Der Bescheid: Aufbau mit System",
            "minutes": 10,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Ein Bescheid ist mehr als ein Brief. Mit ihm entscheidet die Stadt über einen einzelnen Fall. Im
Gesetz heißt das Verwaltungsakt (Art. 35 BayVwVfG). Er gibt jemandem ein Recht, lehnt etwas ab oder
verlangt etwas. Deshalb folgt er einem festen Aufbau. Wer ihn kennt, schreibt schneller und
vergisst nichts.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/bescheid-aufbau.png",
                        "alt": (
                            "Skizze eines Bescheids mit fünf nummerierten Teilen von oben nach "
                            "unten: 1 Kopf mit Absender und Ansprechperson, 2 Entscheidung, "
                            "3 Begründung, 4 Rechtsbehelfsbelehrung, 5 Gruß und Hilfe."
                        ),
                        "caption": "Fünf Teile, immer in derselben Reihenfolge.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>1. Der Kopf</h2>
<p>Oben steht, welche Behörde schreibt und wer den Fall bearbeitet. Die Person muss erkennen, von
wem der Bescheid kommt. Nennen Sie Telefon und E-Mail. Der Betreff sagt in wenigen Worten, worum es
geht: „Ihr Antrag auf einen Bewohnerparkausweis“. Ein Aktenzeichen allein ist kein Betreff.</p>
<h2>2. Die Entscheidung</h2>
<p>Jetzt folgt sofort das Ergebnis. Fachleute sagen dazu Tenor. Er muss eindeutig sein. Jede
Regelung bekommt eine eigene Nummer. Gehört eine Zahlung dazu, stehen hier der Betrag und das
Datum.</p>
<ol>
<li>Sie bekommen den Bewohnerparkausweis für die Zone 5.</li>
<li>Er gilt vom 1. Juni an für ein Jahr.</li>
<li>Sie zahlen dafür eine Gebühr. Den Betrag finden Sie auf der Rechnung.</li>
</ol>
<h2>3. Die Begründung</h2>
<p>Ein schriftlicher Bescheid wird in der Regel begründet. Art. 39 BayVwVfG verlangt die wichtigen
Tatsachen und die rechtlichen Gründe. Ausnahmen gibt es zum Beispiel, wenn das Amt dem Antrag ganz
folgt und niemand sonst betroffen ist. Ordnen Sie die Begründung in drei Schritten:</p>
<ul>
<li><b>Was ist geschehen?</b> „Sie haben am 3. Mai einen Antrag gestellt.“</li>
<li><b>Was verlangt das Gesetz?</b> Erst die Regel in einfachen Worten, dann der Paragraf.</li>
<li><b>Was heißt das für diesen Fall?</b> „Ihr Auto ist auf eine andere Person zugelassen.“</li>
</ul>
<p>Bevor ein Amt jemandem etwas wegnimmt oder auferlegt, hört es die Person in der Regel an. Das
steht in Art. 28 BayVwVfG. Gehen Sie in der Begründung darauf ein, was die Person gesagt hat. So
merkt sie, dass ihr Argument gelesen wurde.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "stop",
                        "title": "Diesen Teil nicht umschreiben",
                        "text": (
                            "<p>Die Rechtsbehelfsbelehrung kommt aus der geprüften Vorlage Ihres "
                            "Amtes. Ändern Sie daran kein Wort. Erklären Sie sie lieber in einem "
                            "Begleittext.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>4. Die Rechtsbehelfsbelehrung</h2>
<p>Sie sagt, wie man sich gegen den Bescheid wehren kann. Nach § 58 der Verwaltungsgerichtsordnung,
kurz VwGO, nennt sie den Rechtsbehelf, die zuständige Stelle mit ihrem Sitz und die Frist. Meist
beträgt die Frist einen Monat. Fehlt die Belehrung oder ist sie falsch, hat die Person in der Regel
ein ganzes Jahr Zeit. In Bayern kann man oft direkt klagen. Einen Widerspruch gibt es nur noch in
bestimmten Bereichen. Im Sozialrecht und bei Steuern gelten eigene Regeln.</p>
<h2>5. Gruß und Hilfe</h2>
<p>Unter dem Bescheid stehen der Name und, wenn nötig, die Unterschrift. Ein Satz zum Schluss
hilft: „Haben Sie Fragen? Rufen Sie mich gern an.“ So endet auch ein strenger Bescheid menschlich.
Den Gesetzestext lesen Sie bei Bedarf in der Sammlung <a
href="https://www.gesetze-im-internet.de/vwgo/">Gesetze im Internet</a> nach.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "In welchem Teil steht, wie man sich gegen den Bescheid wehrt?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "In der Begründung",
                                "right": False,
                                "feedback": "Dort stehen die Tatsachen und die Gründe.",
                            },
                            {
                                "text": "In der Rechtsbehelfsbelehrung",
                                "right": True,
                                "feedback": "Sie nennt Weg, Stelle und Frist.",
                            },
                            {
                                "text": "Im Betreff",
                                "right": False,
                                "feedback": "Der Betreff nennt nur das Thema.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "e-mail-und-absage",
            "title": "E-Mails, Absagen und Beschwerden",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Die meisten Menschen bekommen nur selten einen Bescheid. Eine E-Mail schreiben sie uns
schneller. Oft lesen sie die Antwort auf dem Handy. Hier zählt jede Zeile. In dieser Lektion lernen
Sie ein Muster für E-Mails kennen und üben den schwersten Fall: die Absage.</p>
<h2>Eine gute E-Mail hat fünf Zeilen</h2>
<ol>
<li><b>Betreff:</b> Thema und Ziel, zum Beispiel „Ihr Termin am 4. Mai: bitte Ausweis
mitbringen“.</li>
<li><b>Anrede:</b> mit dem Namen, richtig geschrieben.</li>
<li><b>Antwort:</b> das Ergebnis im ersten Satz.</li>
<li><b>Nächster Schritt:</b> wer was bis wann tut.</li>
<li><b>Kontakt:</b> Name, Telefon, Zeiten.</li>
</ol>
<p>Beantworten Sie alle Fragen aus der Nachricht. Haben Sie drei Fragen bekommen, geben Sie drei
Antworten, am besten mit Nummern. Wissen Sie etwas noch nicht? Schreiben Sie, bis wann Sie sich
melden. Eine kurze Zwischennachricht ist besser als langes Schweigen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Nicht alles gehört in eine E-Mail",
                        "text": (
                            "<p>Eine normale E-Mail ist wie eine Postkarte. Schicken Sie keine "
                            "Gesundheitsdaten, Bescheide oder Kontodaten offen mit. Nutzen Sie den "
                            "sicheren Weg, den Ihre Stadt dafür anbietet.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Freundlich absagen</h2>
<p>Niemand sagt gern ab. Deshalb verstecken viele das Nein am Ende eines langen Textes. Das ist gut
gemeint, tut aber doppelt weh. Die Person hofft bis zum letzten Satz. Gehen Sie lieber in vier
Schritten vor:</p>
<ol>
<li><b>Klar:</b> „Leider können wir Ihnen den Platz nicht geben.“</li>
<li><b>Warum:</b> „Für den Kurs haben sich 30 Personen angemeldet. Es gibt 12 Plätze.“</li>
<li><b>Weiter:</b> „Der nächste Kurs beginnt im Herbst. Möchten Sie auf die Warteliste?“</li>
<li><b>Hilfe:</b> „Ich berate Sie gern am Telefon.“</li>
</ol>
<p>Nennen Sie den wahren Grund. „Aus organisatorischen Gründen“ hilft niemandem. Sagen Sie „leider“
nur einmal. Versprechen Sie nichts, was Sie nicht halten können. Wird ein Antrag förmlich
abgelehnt, gehört das Nein in einen Bescheid. Dann reicht eine E-Mail nicht. Fragen Sie Ihre
Praxisanleitung, welcher Weg richtig ist.</p>
<h2>Wenn jemand wütend schreibt</h2>
<p>Manche Nachrichten sind laut. Da stehen Großbuchstaben und viele Ausrufezeichen. Meist steckt
eine Sorge dahinter. Lesen Sie die Nachricht zweimal. Beim ersten Mal sehen Sie den Ärger, beim
zweiten Mal das Anliegen. Antworten Sie nur auf das Anliegen.</p>
<ul>
<li>Zeigen Sie Verständnis: „Ich verstehe, dass Sie auf den Bescheid warten.“</li>
<li>Entschuldigen Sie sich, wenn das Amt einen Fehler gemacht hat.</li>
<li>Sagen Sie, was Sie jetzt tun und wann es fertig ist.</li>
<li>Verzichten Sie auf Ironie und Gegenvorwürfe.</li>
</ul>
<p>Beleidigungen oder Drohungen müssen Sie nicht allein aushalten. Antworten Sie darauf nicht.
Zeigen Sie die Nachricht Ihrer Praxisanleitung. Dafür gibt es im Amt einen festen Ablauf.</p>
<h2>Die letzte Minute vor dem Senden</h2>
<p>Lesen Sie die E-Mail noch einmal auf dem kleinen Bildschirm. Stimmen Name, Datum und Anhang?
Steht die wichtigste Aussage oben? Gibt es genau einen nächsten Schritt? Dann drücken Sie auf
„Senden“.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Was gehört in eine gute Absage?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Das klare Nein am Anfang",
                                "right": True,
                                "feedback": "Ja. So muss niemand bis zum Ende hoffen.",
                            },
                            {
                                "text": "Der wahre Grund",
                                "right": True,
                                "feedback": "Ja. Ein Grund macht die Entscheidung verständlich.",
                            },
                            {
                                "text": "Die Wendung „aus organisatorischen Gründen“",
                                "right": False,
                                "feedback": "Nein. Sie erklärt nichts.",
                            },
                            {
                                "text": "Ein Weg, wie es weitergehen kann",
                                "right": True,
                                "feedback": "Ja. Das zeigt Respekt und hilft wirklich.",
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
            "Zehn Fragen mit Sätzen und Fällen aus dem Büro. Bei manchen Fragen sind mehrere "
            "Antworten richtig. Sie haben drei Versuche und bestehen mit 70 Prozent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "multiple",
                "text": "Welche Fragen klären Sie, bevor Sie einen Brief schreiben?",
                "choices": [
                    {"text": "Wer liest den Text, und was weiß diese Person?", "right": True},
                    {"text": "Was soll die Person nach dem Lesen tun?", "right": True},
                    {"text": "Wie kann ich den Text länger machen?", "right": False},
                    {"text": "Welche Fachwörter klingen am wichtigsten?", "right": False},
                ],
                "feedback": "Erst die Leserin, dann der Text.",
                "lesson": "fuer-wen",
            },
            {
                "kind": "single",
                "text": "Was unterscheidet Leichte Sprache von klarer Sprache?",
                "choices": [
                    {"text": "Leichte Sprache ist nur für Kinder gedacht.", "right": False},
                    {
                        "text": "Leichte Sprache folgt festen Regeln und wird geprüft.",
                        "right": True,
                    },
                    {"text": "Leichte Sprache verzichtet auf Rechtschreibung.", "right": False},
                ],
                "feedback": "Menschen mit Lernschwierigkeiten prüfen Texte in Leichter Sprache.",
                "lesson": "fuer-wen",
            },
            {
                "kind": "single",
                "text": "Wie verbessern Sie „einer Prüfung unterziehen“?",
                "choices": [
                    {"text": "prüfen", "right": True},
                    {"text": "eine Überprüfung vornehmen", "right": False},
                    {"text": "zur Prüfung bringen", "right": False},
                    {"text": "in die Prüfung aufnehmen", "right": False},
                ],
                "feedback": "Das Verb reicht.",
                "lesson": "kurze-saetze",
            },
            {
                "kind": "single",
                "text": "In einem Bescheid steht erst „Gebühr“, dann „Kosten“, dann „Betrag“. Was ist besser?",
                "choices": [
                    {"text": "Noch ein viertes Wort, damit es lebendig klingt", "right": False},
                    {"text": "Immer dasselbe Wort für dieselbe Sache", "right": True},
                    {"text": "Alle drei Wörter in Klammern erklären", "right": False},
                ],
                "feedback": "Wechselnde Wörter lassen an verschiedene Zahlungen denken.",
                "lesson": "kurze-saetze",
            },
            {
                "kind": "multiple",
                "text": "Welche Sätze sind aktiv und sprechen die Person an?",
                "choices": [
                    {"text": "Bitte schicken Sie uns den Mietvertrag.", "right": True},
                    {"text": "Der Mietvertrag ist einzureichen.", "right": False},
                    {"text": "Wir melden uns bis Freitag bei Ihnen.", "right": True},
                    {"text": "Eine Rückmeldung erfolgt in Kürze.", "right": False},
                ],
                "feedback": "„Wir“ und „Sie“ zeigen, wer handelt.",
                "lesson": "aktiv-und-persoenlich",
            },
            {
                "kind": "single",
                "text": "Eine Bürgerin hat eine Pflicht. Welches Wort passt?",
                "choices": [
                    {"text": "sollte", "right": False},
                    {"text": "könnte", "right": False},
                    {"text": "müssen", "right": True},
                    {"text": "dürfte", "right": False},
                ],
                "feedback": "„Müssen“ ist eindeutig. Nennen Sie auch die Folge.",
                "lesson": "aktiv-und-persoenlich",
            },
            {
                "kind": "single",
                "text": "Was kommt im Bescheid direkt nach dem Kopf?",
                "choices": [
                    {"text": "Die Begründung", "right": False},
                    {"text": "Die Entscheidung", "right": True},
                    {"text": "Die Rechtsbehelfsbelehrung", "right": False},
                    {"text": "Die Liste der Gesetze", "right": False},
                ],
                "feedback": "Das Ergebnis steht vor den Gründen.",
                "lesson": "der-bescheid",
            },
            {
                "kind": "multiple",
                "text": "Was steht nach § 58 VwGO in der Rechtsbehelfsbelehrung?",
                "choices": [
                    {"text": "Der Rechtsbehelf", "right": True},
                    {"text": "Die Frist", "right": True},
                    {"text": "Die zuständige Stelle und ihr Sitz", "right": True},
                    {"text": "Der Name einer Anwältin oder eines Anwalts", "right": False},
                ],
                "feedback": "Weg, Stelle, Sitz und Frist gehören dazu.",
                "lesson": "der-bescheid",
            },
            {
                "kind": "single",
                "text": "Sie können eine Frage per E-Mail noch nicht beantworten. Was tun Sie?",
                "choices": [
                    {
                        "text": "Ich warte, bis ich alles weiß, auch wenn es Wochen dauert.",
                        "right": False,
                    },
                    {"text": "Ich schreibe kurz, bis wann ich mich melde.", "right": True},
                    {
                        "text": "Ich leite die E-Mail ohne Text an den Verteiler weiter.",
                        "right": False,
                    },
                ],
                "feedback": "Eine Zwischennachricht nimmt die Sorge.",
                "lesson": "e-mail-und-absage",
            },
            {
                "kind": "single",
                "text": "Jemand schreibt sehr wütend wegen einer langen Wartezeit. Womit beginnen Sie?",
                "choices": [
                    {"text": "Mit einem Satz, der das Anliegen ernst nimmt", "right": True},
                    {"text": "Mit dem Hinweis, dass der Ton unpassend ist", "right": False},
                    {"text": "Mit einem Scherz, um die Lage zu lockern", "right": False},
                    {"text": "Mit den Paragrafen zur Zuständigkeit", "right": False},
                ],
                "feedback": "Antworten Sie auf das Anliegen und nicht auf den Ärger.",
                "lesson": "e-mail-und-absage",
            },
        ],
    },
}
