"""The course "Fit für den Austausch" of the city of München."""

COURSE = {
    "slug": "fit-fuer-den-austausch",
    "city": "muenchen",
    "title": "Fit für den Austausch",
    "summary": (
        "Was Sie vor, während und nach Ihren Wochen in einer anderen Stadt klären: Regeln, Schule, "
        "Versicherung, erster Tag, Mission und Rückmeldung."
    ),
    "goals": [
        "Sie können sagen, wer während des Austauschs wofür zuständig ist.",
        "Sie können Berufsschule, Nachweise und freie Tage rechtzeitig planen.",
        "Sie können Fragen zu Versicherung, Kosten und Unterkunft klären.",
        "Sie können eine kleine Mission planen und vorstellen.",
        "Sie können Ideen mitbringen und faire Rückmeldung geben.",
    ],
    "audience": "Auszubildende, Anwärterinnen und Anwärter und dual Studierende vor einem Einsatz",
    "level": "beginner",
    "language": "de",
    "topic": "administration",
    "licence": "CC BY-SA 4.0",
    "contact": "sabine.schablone@example.org",
    "cover": None,
    "lessons": [
        {
            "slug": "wer-ist-zustaendig",
            "title": "Der Austausch und wer zuständig bleibt",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Früher gingen Handwerksgesellen auf Wanderschaft. Sie sahen, wie andere arbeiten, und kamen mit
neuen Ideen zurück. Heute öffnen Nürnberg, Augsburg und München ihre Ämter für den Nachwuchs der
Partnerstädte. Sie arbeiten einige Wochen in einem anderen Rathaus. Danach kehren Sie mit neuem
Wissen zurück.</p>
<h2>So kommen Sie zu Ihrem Platz</h2>
<p>Ein Einsatz dauert meist vier bis zwölf Wochen. Bis dahin sind es wenige Schritte. Bei jedem
Schritt sehen Sie, wer gerade dran ist.</p>
<ol>
<li>Sie wählen bis zu sechs Plätze und ordnen sie nach Ihrem Wunsch.</li>
<li>Ihre Ausbilderin oder Ihr Ausbilder befürwortet die Bewerbung.</li>
<li>Die Ausbildungsleitung Ihrer Heimatstadt gibt sie frei.</li>
<li>Das System schlägt nach festen Regeln Plätze vor.</li>
<li>Je eine Person aus beiden Städten bestätigt den Vorschlag.</li>
<li>Sie nehmen den Platz an.</li>
</ol>
<p>Kein Programm entscheidet allein. Klappt ein Wunsch nicht, erfahren Sie den Grund. Setzen Sie
deshalb nur Plätze auf Ihre Liste, an die Sie wirklich gehen möchten. Lesen Sie vorher, welche
Aufgaben dort warten und was Sie mitbringen sollten. Fragen Sie auch andere Auszubildende, die
schon im Austausch waren.</p>
""",
                },
                {
                    "type": "image",
                    "value": {
                        "file": "images/heimat-und-gast.png",
                        "alt": (
                            "Zwei Häuser, durch eine Straße verbunden. Die Heimatstadt bleibt "
                            "Ausbildungsbetrieb: Vertrag, Vergütung, Urlaub, Schule und Prüfung, "
                            "Verantwortung. Die Gaststadt gibt den Platz: Aufgaben im Alltag, "
                            "Praxisanleitung, Arbeitsplatz, Einführung und Hausregeln."
                        ),
                        "caption": "Die Verantwortung bleibt zu Hause, der Alltag findet in der Gaststadt statt.",
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Ihre Heimatstadt bleibt Ihr Ausbildungsbetrieb</h2>
<p>Das ist die wichtigste Regel. Ihr Vertrag ändert sich nicht. Ihre Heimatstadt zahlt weiter Ihre
Vergütung, genehmigt Urlaub und verantwortet Ihre Ausbildung. Die Gaststadt übernimmt einen
Abschnitt davon. Sie gibt Ihnen einen Platz, Aufgaben und eine feste Ansprechperson. Das
Berufsbildungsgesetz, kurz BBiG, erlaubt so eine Zusammenarbeit in § 10 Abs. 5. Bedingung ist, dass
die Verantwortung für jeden Abschnitt und für die ganze Ausbildung gesichert ist. Deshalb schreiben
beide Städte vorher auf, wer wofür zuständig ist.</p>
<h2>Wen fragen Sie?</h2>
<ul>
<li><b>Ihre Ausbildenden zu Hause:</b> Lernziele, Schule, Sorgen, Ärger.</li>
<li><b>Die Ausbildungsleitung zu Hause:</b> Vertrag, Urlaub, Kosten, Krankmeldung.</li>
<li><b>Die Praxisanleitung in der Gaststadt:</b> Aufgaben, Arbeitszeit, Arbeitsplatz.</li>
</ul>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Für Anwärterinnen und Anwärter",
                        "text": (
                            "<p>Sind Sie im Beamtenverhältnis? Dann gilt für Sie nicht das BBiG, "
                            "sondern das Beamtenrecht. Ein Austausch passt nur in die Praxisphasen. Die "
                            "Form klärt Ihre Ausbildungsleitung.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Ihre Daten gehören Ihnen</h2>
<p>Die Gaststadt braucht einige Angaben über Sie. Ihre Heimatstadt gibt Personaldaten aber nur mit
Ihrer Einwilligung weiter. Lesen Sie den Text in Ruhe, bevor Sie zustimmen. Sie können fragen, wer
welche Angaben sieht. Vor dem Einsatz können Sie Ihre Einwilligung zurücknehmen. Damit endet dann
auch die Bewerbung.</p>
<p>Sind Sie noch nicht 18? Dann müssen auch Ihre gesetzlichen Vertreter, meist die Eltern,
zustimmen. Sprechen Sie früh mit ihnen. Den Text des Gesetzes finden Sie bei <a
href="https://www.gesetze-im-internet.de/bbig_2005/">Gesetze im Internet</a>.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Sie arbeiten sechs Wochen in Augsburg. Wer genehmigt Ihren Urlaub?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Die Gaststadt allein",
                                "right": False,
                                "feedback": "Nein. Sie sollte es aber rechtzeitig wissen.",
                            },
                            {
                                "text": "Meine Heimatstadt",
                                "right": True,
                                "feedback": "Sie bleibt der Ausbildungsbetrieb.",
                            },
                            {
                                "text": "Die Berufsschule",
                                "right": False,
                                "feedback": "Nein. Die Schule genehmigt keinen Urlaub vom Betrieb.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "schule-und-nachweise",
            "title": "Schule, Nachweise, freie Tage",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Legen Sie einmal drei Kalender nebeneinander: den Schulplan, den Prüfungsplan und den Kalender
der Gaststadt. Wo überschneidet sich etwas? Diese zehn Minuten ersparen Ihnen später viele
Anrufe.</p>
<h2>Die Berufsschule bleibt dieselbe</h2>
<p>Sie wechseln für einige Wochen die Stadt, aber nicht die Schule. Unterricht und Prüfungen gehen
immer vor. Ihre Ausbildungsstelle stellt Sie dafür frei. Das steht in § 15 BBiG und gilt auch für
Volljährige. Drei Regeln daraus sind für die Planung besonders wichtig:</p>
<ul>
<li>Beginnt der Unterricht vor 9 Uhr, arbeiten Sie vorher nicht.</li>
<li>Ein Schultag mit mehr als fünf Unterrichtsstunden zählt einmal in der Woche als ganzer
Ausbildungstag.</li>
<li>Eine Blockwoche mit mindestens 25 Stunden an mindestens fünf Tagen zählt als ganze Woche.</li>
</ul>
<p>Haben Sie jede Woche einen Schultag in der Heimat? Dann rechnen Sie die Fahrt mit ein. Leichter
wird es, wenn der Einsatz zwischen zwei Schulblöcken liegt. Auch der letzte Arbeitstag vor der
schriftlichen Abschlussprüfung ist frei.</p>
<h2>Prüfungen und Lehrgänge</h2>
<p>Tragen Sie alle Termine ein, bevor Sie sich bewerben. Dazu gehören Zwischenprüfung, Lehrgänge
und wichtige Schulaufgaben. Ein Austausch direkt vor einer Prüfung bringt meist Stress. Ein
Austausch in der Probezeit ist in der Regel nicht vorgesehen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Feiertage sind nicht überall gleich",
                        "text": (
                            "<p>Es zählt der Ort, an dem Sie arbeiten. Am 8. August feiert Augsburg das "
                            "Friedensfest. Der 15. August ist in Augsburg und München frei, in Nürnberg "
                            "nicht.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Ihr Ausbildungsnachweis läuft weiter</h2>
<p>Sie führen den Nachweis auch in der Gaststadt, auf Papier oder elektronisch. Die Form steht in
Ihrem Vertrag. Schreiben dürfen Sie ihn während der Arbeitszeit. Planen Sie dafür jede Woche eine
feste halbe Stunde ein. Im Portal schreiben Sie außerdem jede Woche einen kurzen Wochenbericht. Ihre
Praxisanleitung liest ihn, und Ihre Ausbildenden zu Hause lesen mit.</p>
<p>Für die Prüfung ist wichtig, dass keine Woche fehlt. Ein guter Eintrag nennt die Aufgabe und was
Sie dabei gelernt haben. Namen und Fälle von Bürgerinnen und Bürgern lassen Sie weg. Ein
Beispiel:</p>
<ul>
<li>Schwach: „Telefondienst“</li>
<li>Gut: „Anrufe zum Parkausweis beantwortet. Gelernt: erst das Anliegen klären, dann zuständige
Stelle suchen.“</li>
</ul>
<h2>Krank in der Gaststadt</h2>
<p>Krank werden kann jeder Mensch. Melden Sie sich zuerst in Ihrer Heimatstadt krank, so wie immer.
Sagen Sie dann Ihrer Praxisanleitung Bescheid, damit niemand auf Sie wartet. Am besten tun Sie
beides vor Arbeitsbeginn. Den Grund der Krankheit müssen Sie nicht nennen. An Schultagen
informieren Sie auch die Schule.</p>
<h2>Wenn ein Termin dazwischenkommt</h2>
<p>Manchmal ändert die Schule einen Plan. Dann hilft nur eins: früh sprechen. Schreiben Sie beiden
Städten und machen Sie einen Vorschlag. Meist lässt sich ein Tag tauschen. Eine Änderung an der
Vereinbarung bestätigen beide Städte. Darum kümmert sich die Ausbildungsleitung.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Sie arbeiten in München und haben Fieber. Wem sagen Sie Bescheid?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Meiner Heimatstadt",
                                "right": True,
                                "feedback": "Ja. Dort melden Sie sich zuerst krank.",
                            },
                            {
                                "text": "Meiner Praxisanleitung in München",
                                "right": True,
                                "feedback": "Ja. Sie plant den Tag mit Ihnen.",
                            },
                            {
                                "text": "Allen Kolleginnen und Kollegen, mit der Diagnose",
                                "right": False,
                                "feedback": "Nein. Die Diagnose geht niemanden etwas an.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "versicherung-und-kosten",
            "title": "Versicherung, Kosten, Unterkunft",
            "minutes": 9,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Über Geld und Versicherungen spricht kaum jemand gern. Vor einem Austausch ist es trotzdem der
wichtigste Punkt auf der Liste. Wer vorher fragt, schläft in der neuen Stadt besser.</p>
<h2>Unfall bei der Arbeit und auf dem Weg</h2>
<p>Auszubildende der Städte in Bayern sind gesetzlich gegen Arbeitsunfälle versichert. Zuständig
ist die <a href="https://www.kuvb.de/">Kommunale Unfallversicherung Bayern</a>. Der Schutz gilt
auch während des Einsatzes in der Partnerstadt. Auch der direkte Weg zur Arbeit ist versichert. Wer
einen privaten Umweg macht, kann den Schutz verlieren. Für Beamtinnen und Beamte auf Widerruf gilt
stattdessen die Dienstunfallfürsorge.</p>
<p>Ist etwas passiert? Dann melden Sie den Unfall sofort bei beiden Städten. Sagen Sie in der
Arztpraxis, dass es ein Arbeitsunfall war. Schreiben Sie Ort und Zeit auf, und wer dabei war.</p>
<h2>Schäden, die Sie verursachen</h2>
<p>Die Unfallversicherung hilft nicht, wenn Sie privat etwas kaputt machen. In einer fremden
Unterkunft geht schnell einmal eine Lampe zu Bruch. Prüfen Sie, ob Sie eine private
Haftpflichtversicherung haben. Oft sind Sie während der Ausbildung noch bei den Eltern
mitversichert. Fragen Sie dort nach.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Unter 18?",
                        "text": (
                            "<p>Dann gilt das Jugendarbeitsschutzgesetz: in der Regel höchstens 8 "
                            "Stunden am Tag und 40 in der Woche, meist nur zwischen 6 und 20 Uhr. Nach "
                            "der Arbeit haben Sie mindestens 12 Stunden frei.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Wer zahlt was?</h2>
<p>Ihre Vergütung läuft weiter. Für Fahrten, Unterkunft und Essen gibt es Regeln im Tarifvertrag
oder im Reisekostenrecht. Was für Sie gilt, hängt von Ihrem Vertrag und von der Form des Einsatzes
ab. Verlassen Sie sich deshalb nicht auf Erzählungen. Ihre Ausbildungsleitung entscheidet und sagt
Ihnen vorher, was sie übernimmt.</p>
<ol>
<li>Fragen Sie nach der Kostenübernahme, bevor Sie ein Zimmer buchen.</li>
<li>Bitten Sie um die Antwort in Textform, zum Beispiel per E-Mail.</li>
<li>Fragen Sie nach einem Vorschuss, wenn Sie Geld auslegen müssten.</li>
<li>Sammeln Sie alle Belege und beachten Sie die Frist für die Abrechnung.</li>
</ol>
<h2>Wohnen auf Zeit</h2>
<p>Nicht jeder Einsatz braucht ein Zimmer. Zwischen den drei Städten fahren viele Züge. Rechnen Sie
aber ehrlich: Zwei Stunden am Morgen und zwei am Abend sind auf Dauer anstrengend. Brauchen Sie ein
Zimmer? Fragen Sie Ihre Ausbildungsleitung und die Gaststadt nach Wohnheimen oder bewährten
Adressen. Achten Sie auf den Weg zur Arbeit und darauf, ob Sie früher kündigen können.</p>
<p>Müssen Sie sich in der neuen Stadt anmelden? Wer in Deutschland gemeldet ist und für höchstens
sechs Monate eine weitere Wohnung bezieht, muss das nicht tun. So steht es in § 27 des
Bundesmeldegesetzes. Ihre Hauptwohnung bleibt dabei bestehen.</p>
<h2>Besondere Bedürfnisse</h2>
<p>Vielleicht brauchen Sie einen stufenfreien Arbeitsplatz, eine besondere Tastatur oder feste
Pausen. Vielleicht pflegen Sie jemanden oder haben ein Kind. Sprechen Sie früh darüber, wenn Sie
möchten. Die Städte finden leichter eine Lösung, wenn sie vier Wochen Zeit haben. Welche
Einzelheiten Sie erzählen, entscheiden Sie selbst.</p>
""",
                },
                {
                    "type": "file",
                    "value": {
                        "title": "Checkliste: vor der Abreise",
                        "file": "files/checkliste-abreise.txt",
                        "description": ("Alles, was Sie vier Wochen, eine Woche und einen Tag vorher klären sollten."),
                    },
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Wann klären Sie, wer Ihre Unterkunft bezahlt?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Bevor ich ein Zimmer buche",
                                "right": True,
                                "feedback": "Bitten Sie um eine Antwort in Textform.",
                            },
                            {
                                "text": "Am ersten Tag in der Gaststadt",
                                "right": False,
                                "feedback": "Dann haben Sie das Geld vielleicht schon ausgegeben.",
                            },
                            {
                                "text": "Wenn ich alle Rechnungen gesammelt habe",
                                "right": False,
                                "feedback": "Belege sind wichtig, ersetzen aber keine Zusage.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "erster-tag",
            "title": "Der erste Tag in der Gaststadt",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Neuer Bahnhof, neues Haus, neue Gesichter. Ein bisschen Aufregung gehört dazu. Gut zu wissen:
Auch Ihre Praxisanleitung ist gespannt auf Sie. Das kurze Video zeigt, wie ein erster Tag ablaufen
kann. Es hat keinen Ton. Alles Wichtige steht im Bild und im Text darunter.</p>
""",
                },
                {
                    "type": "video",
                    "value": {
                        "title": "Der erste Tag in der Gaststadt",
                        "file": "video/erster-tag.webm",
                        "captions": "video/erster-tag.vtt",
                        "transcript": (
                            "Das Video hat keinen Ton. Gezeichnete Bilder zeigen einen Weg mit fünf "
                            "Stationen. Zu Beginn: Der erste Tag in der Gaststadt. "
                            "Station 1, Ankommen: Ihre Praxisanleitung holt Sie am Eingang ab. Sie haben "
                            "Ihren Ausweis und die Zusage dabei. "
                            "Station 2, Sicherheit: Sie sehen Fluchtweg, Sammelplatz und "
                            "Verbandskasten. Sie wissen, wem Sie einen Unfall oder eine Datenpanne "
                            "melden. "
                            "Station 3, Arbeitsplatz: Sie bekommen einen eigenen Zugang. Das Passwort "
                            "bleibt bei Ihnen. Den Bildschirm sperren Sie beim Weggehen. "
                            "Station 4, Gespräch: Sie klären Arbeitszeit, Pausen, Vertretung und Ihre "
                            "Mission. "
                            "Station 5, Rückblick: Ihre Praxisanleitung bestätigt im Portal, dass Sie da "
                            "sind. Sie notieren drei Dinge, die Ihnen aufgefallen sind. "
                            "Zum Schluss: Fragen Sie früh. Beide Städte sind für Sie da."
                        ),
                        "seconds": 40,
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Am Tag davor</h2>
<p>Schauen Sie sich den Weg an und planen Sie einen Zug früher ein. Legen Sie Ausweis, Zusage und
die Nummer Ihrer Praxisanleitung bereit. Laden Sie Ihr Handy. Überlegen Sie sich zwei Sätze, mit
denen Sie sich vorstellen: „Ich komme aus Nürnberg und werde Verwaltungsfachangestellte. Mich
interessiert, wie Sie hier Termine vergeben.“</p>
<h2>Der Vormittag: ankommen</h2>
<p>Am ersten Tag müssen Sie nichts leisten. Hören Sie zu, schreiben Sie Namen auf und stellen Sie
Fragen. Zur Einführung gehört immer die Sicherheit. Ihre Praxisanleitung zeigt Ihnen Fluchtweg,
Sammelplatz und Verbandskasten. Sie nennt auch die Personen, die Erste Hilfe leisten. Fragen Sie
nach, wenn dieser Teil fehlt.</p>
<ul>
<li>Wo ist mein Arbeitsplatz, und wer sitzt neben mir?</li>
<li>Wann beginnt und endet mein Tag? Wann ist Pause?</li>
<li>Wer vertritt meine Praxisanleitung?</li>
<li>Wie melde ich eine Datenpanne in diesem Haus?</li>
<li>Wie sprechen sich die Menschen hier an: mit Vornamen oder mit „Sie“?</li>
</ul>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "ok",
                        "title": "Drei Sätze, die immer gehen",
                        "text": (
                            "<p>„Das kenne ich noch nicht. Zeigen Sie es mir bitte einmal?“</p>"
                            "<p>„Bei uns läuft das anders. Darf ich kurz erzählen, wie?“</p>"
                            "<p>„Ich bin mir nicht sicher. Ich frage lieber nach.“</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Der Nachmittag: klären</h2>
<p>Nehmen Sie sich mit Ihrer Praxisanleitung eine halbe Stunde Zeit. Sprechen Sie über Ihre
Lernziele, Ihre Schultage und Ihre Mission. Vereinbaren Sie einen festen Termin in der Woche. Zehn
Minuten am Freitag reichen oft, damit nichts liegen bleibt. Ihre Praxisanleitung bestätigt im
Portal, dass Sie da sind. So wissen beide Städte, dass Ihr Einsatz läuft. Sie selbst müssen dafür
nichts tun.</p>
<h2>Andere Stadt, andere Regeln</h2>
<p>Manches wird Ihnen fremd vorkommen. Die Software heißt anders, die Wege sind länger, die
Unterschrift kommt später. Das ist weder besser noch schlechter. Fragen Sie nach dem Grund, bevor
Sie urteilen. Hausregeln der Gaststadt gelten für Sie vom ersten Tag an. Dazu gehören
Arbeitszeiten, Datenschutz und der Umgang mit dem Diensthandy.</p>
<h2>Wenn es sich nicht gut anfühlt</h2>
<p>Haben Sie nichts zu tun? Gibt es Streit, oder verletzt jemand Ihre Grenzen? Warten Sie nicht bis
zum Ende. Sprechen Sie zuerst mit Ihrer Praxisanleitung. Geht das nicht, rufen Sie Ihre
Ausbildenden in der Heimatstadt an. Auch die Jugend- und Auszubildendenvertretung hilft Ihnen. Ein
früher Anruf ist ein Zeichen von Stärke.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Was klären Sie am ersten Tag mit Ihrer Praxisanleitung?",
                        "kind": "multiple",
                        "choices": [
                            {
                                "text": "Arbeitszeit, Pausen und Vertretung",
                                "right": True,
                                "feedback": "Ja. So wissen alle, woran sie sind.",
                            },
                            {
                                "text": "Den Weg bei Unfall und Datenpanne",
                                "right": True,
                                "feedback": "Ja. Im Ernstfall zählt jede Minute.",
                            },
                            {
                                "text": "Die Noten der anderen Auszubildenden",
                                "right": False,
                                "feedback": "Nein. Das sind Daten anderer Menschen.",
                            },
                            {
                                "text": "Ihre Lernziele und Schultage",
                                "right": True,
                                "feedback": "Ja. Dann lassen sich die Wochen gut planen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "mission",
            "title": "Ihre Mission: eine kleine Idee ausprobieren",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Neben dem Alltag haben Sie im Austausch eine eigene kleine Aufgabe. Wir nennen sie Mission. Sie
soll zu Ihrem Beruf passen und der Gaststadt etwas nützen. Niemand erwartet eine Revolution. Eine
gute Mission passt in wenige Wochen und lässt sich am Ende auf einer Seite zeigen.</p>
<h2>Was eine gute Mission ausmacht</h2>
<ul>
<li><b>Klein:</b> Sie schaffen sie neben den täglichen Aufgaben.</li>
<li><b>Konkret:</b> Am Ende gibt es etwas zum Anschauen oder Anfassen.</li>
<li><b>Nützlich:</b> Jemand im Amt freut sich über das Ergebnis.</li>
<li><b>Übertragbar:</b> Auch Ihre Heimatstadt kann etwas damit anfangen.</li>
</ul>
<p>Drei Beispiele: Im Bürgeramt messen Sie eine Woche lang, welche Fragen am Schalter am häufigsten
kommen. In der IT schreiben Sie eine Anleitung für neue Kolleginnen und Kollegen. Im Personalamt
prüfen Sie ein Formular mit der Tastatur und sammeln die Hürden.</p>
<h2>Vom Problem zur Idee in vier Schritten</h2>
<ol>
<li><b>Beobachten:</b> Wo warten Menschen? Wo fragen sie nach? Schreiben Sie eine Woche lang
mit.</li>
<li><b>Eingrenzen:</b> Fassen Sie das Problem in einen Satz: „Viele bringen das falsche Foto
mit.“</li>
<li><b>Ausprobieren:</b> Testen Sie eine einfache Lösung an einem Tag, zum Beispiel ein
Schild.</li>
<li><b>Auswerten:</b> Hat es geholfen? Woran sehen Sie das?</li>
</ol>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "warn",
                        "title": "Erst fragen, dann testen",
                        "text": (
                            "<p>Sprechen Sie jede Idee mit Ihrer Praxisanleitung ab. Das gilt besonders, "
                            "wenn Menschen befragt, Daten gesammelt oder neue Programme benutzt werden "
                            "sollen.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Ein einfacher Wochenplan</h2>
<p>Für sechs Wochen könnte Ihr Plan so aussehen. In der ersten Woche lernen Sie das Team kennen und
beobachten. In der zweiten Woche einigen Sie sich auf ein Problem. Die Wochen drei und vier gehören
dem Versuch. In Woche fünf werten Sie aus. In der letzten Woche stellen Sie das Ergebnis vor.
Halten Sie jeden Freitag im Wochenbericht fest, was geklappt hat und was Sie als Nächstes tun.</p>
<h2>Zählen, ohne zu überwachen</h2>
<p>Zahlen überzeugen. Aber zählen Sie Vorgänge und keine Personen. „An einem Tag kamen 34 Fragen
zum Foto“ ist eine gute Zahl. „Herr X hat nur 12 Anrufe geschafft“ ist Kontrolle und gehört nicht
in Ihre Mission. Für Ihre Auswertung genügt meist eine Strichliste ohne Namen.</p>
<h2>Wenn der Versuch nicht klappt</h2>
<p>Auch das ist ein Ergebnis. Vielleicht hat das Schild niemand gelesen. Dann wissen Sie jetzt,
dass die Information vor dem Termin kommen muss. Schreiben Sie auf, was Sie vermutet, getan und
gelernt haben. Ein ehrlicher Bericht über einen Fehlschlag spart der nächsten Person viel Zeit.</p>
<h2>Auf einer Seite vorstellen</h2>
<p>Zum Abschluss zeigen Sie Ihr Ergebnis dem Team. Fünf Minuten reichen. Halten Sie sich an vier
Fragen: Was war das Problem? Was haben wir versucht? Was kam heraus? Was sollte bleiben? Danken Sie
denen, die geholfen haben. Laden Sie auch Ihre Ausbildenden aus der Heimatstadt ein, gern per
Video.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welche Mission passt am besten zu vier Wochen im Bürgeramt?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "Alle Formulare der Stadt neu gestalten",
                                "right": False,
                                "feedback": "Das ist viel zu groß für vier Wochen.",
                            },
                            {
                                "text": "Zählen, welche Unterlagen am häufigsten fehlen, und einen Hinweis testen",
                                "right": True,
                                "feedback": "Das ist klein, konkret und nützlich.",
                            },
                            {
                                "text": "Die Arbeitszeiten der Kolleginnen und Kollegen vergleichen",
                                "right": False,
                                "feedback": "Nein. Das wäre Kontrolle von Personen.",
                            },
                        ],
                    },
                },
            ],
        },
        {
            "slug": "zurueckkommen",
            "title": "Ideen mitbringen, Rückmeldung geben",
            "minutes": 8,
            "body": [
                {
                    "type": "text",
                    "value": """
<p>Der letzte Tag kommt schneller, als man denkt. Jetzt entscheidet sich, ob der Austausch
weiterwirkt. Wer nur den Koffer packt, nimmt schöne Erinnerungen mit. Wer sich noch eine Stunde
Zeit nimmt, bringt etwas für alle nach Hause.</p>
<h2>Sauber abschließen</h2>
<ul>
<li>Übergeben Sie offene Aufgaben mit einer kurzen Notiz.</li>
<li>Geben Sie Schlüssel, Ausweis und Geräte zurück.</li>
<li>Lassen Sie Ihre Zugänge sperren und löschen Sie lokale Kopien.</li>
<li>Vervollständigen Sie Ihren Ausbildungsnachweis.</li>
<li>Bitten Sie um ein Abschlussgespräch.</li>
</ul>
<h2>Der Austauschnachweis</h2>
<p>Nach dem Einsatz bekommen Sie einen Nachweis als PDF. Darin stehen Zeitraum, Stationen, Lernziele
und Ihre abgeschlossenen Kurse. Beide Städte bestätigen ihn. Über einen QR-Code kann jede Person prüfen, ob er echt
ist. Dabei erscheint nicht Ihr voller Name. Sie entscheiden selbst, wem Sie das Dokument
zeigen.</p>
""",
                },
                {
                    "type": "hint",
                    "value": {
                        "tone": "info",
                        "title": "Nachweis ist nicht Zeugnis",
                        "text": (
                            "<p>Der Austauschnachweis ersetzt nicht das Zeugnis nach § 16 BBiG. Dieses "
                            "bekommen Sie am Ende der Ausbildung von Ihrer Heimatstadt.</p>"
                        ),
                    },
                },
                {
                    "type": "text",
                    "value": """
<h2>Faire Rückmeldung geben</h2>
<p>Ihre Meinung hilft der Gaststadt und allen, die nach Ihnen kommen. Gute Rückmeldung beschreibt,
was Sie gesehen haben. Sie urteilt nicht über Menschen. Ein einfaches Muster hat drei Teile:</p>
<ol>
<li><b>Beobachtung:</b> „In den ersten drei Tagen hatte ich keinen Zugang zum Programm.“</li>
<li><b>Wirkung:</b> „Ich konnte deshalb nur zuschauen.“</li>
<li><b>Wunsch:</b> „Für die Nächsten wäre ein Zugang ab dem ersten Tag gut.“</li>
</ol>
<p>Sagen Sie auch, was gut war, und werden Sie dabei genau. „Alles super“ freut kurz. „Das Gespräch
am Freitag hat mir geholfen“ zeigt dem Team, was es behalten soll. Heikle Dinge besprechen Sie
zuerst mit Ihren Ausbildenden zu Hause.</p>
<h2>Rückmeldung annehmen</h2>
<p>Auch Sie bekommen eine Einschätzung. Hören Sie zu, ohne sich sofort zu verteidigen. Fragen Sie
nach einem Beispiel, wenn etwas unklar ist. Sind Sie nicht einverstanden, dürfen Sie das sagen und
Ihre Sicht dazu schreiben. Eine Einschätzung ist ein Foto von wenigen Wochen. Sie ist kein Urteil
über Ihre Person.</p>
<h2>Ideen nach Hause tragen</h2>
<p>Wählen Sie höchstens drei Ideen aus. Mehr geht im Alltag unter. Schreiben Sie zu jeder Idee auf
eine Karte:</p>
<ul>
<li>Was machen die anderen anders?</li>
<li>Was bringt das den Bürgerinnen und Bürgern oder dem Team?</li>
<li>Was bräuchten wir dafür?</li>
<li>Wer in der Gaststadt beantwortet Fragen?</li>
</ul>
<p>Bitten Sie um zehn Minuten in der nächsten Teamrunde. Sagen Sie nicht: „In München ist alles
besser.“ Sagen Sie lieber: „Ich habe etwas gesehen, das wir testen könnten.“ Schlagen Sie einen
kleinen ersten Schritt vor. Interne Unterlagen der Gaststadt geben Sie nur weiter, wenn man Ihnen
das erlaubt hat.</p>
<h2>In Verbindung bleiben</h2>
<p>Schreiben Sie nach zwei Wochen eine kurze Nachricht an Ihr Team auf Zeit. Erzählen Sie, was aus
Ihrer Idee geworden ist. So entsteht ein Netz zwischen den Städten. Beim nächsten schwierigen Fall
kennen Sie jemanden, den Sie anrufen können.</p>
""",
                },
                {
                    "type": "self_check",
                    "value": {
                        "question": "Welcher Satz ist eine faire Rückmeldung?",
                        "kind": "single",
                        "choices": [
                            {
                                "text": "„Ihre Abteilung ist schlecht organisiert.“",
                                "right": False,
                                "feedback": "Das ist ein Urteil. Es fehlt die Beobachtung.",
                            },
                            {
                                "text": "„Alles war okay.“",
                                "right": False,
                                "feedback": "Damit kann das Team nichts anfangen.",
                            },
                            {
                                "text": (
                                    "„In Woche eins wusste niemand von meinem Schultag. Ein Hinweis im "
                                    "Plan würde helfen.“"
                                ),
                                "right": True,
                                "feedback": "Beobachtung und Wunsch sind klar.",
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
            "Zwölf Fragen, dann sind Sie bereit. Bei manchen Fragen sind mehrere Antworten richtig. "
            "Sie haben drei Versuche und bestehen mit 70 Prozent."
        ),
        "pass_mark": 70,
        "max_attempts": 3,
        "questions": [
            {
                "kind": "single",
                "text": "Wer ist während des Austauschs Ihr Ausbildungsbetrieb?",
                "choices": [
                    {"text": "Die Gaststadt", "right": False},
                    {"text": "Die Heimatstadt", "right": True},
                    {"text": "Das Portal für den Austausch", "right": False},
                    {"text": "Die Berufsschule", "right": False},
                ],
                "feedback": "Vertrag und Verantwortung bleiben bei der Heimatstadt.",
                "lesson": "wer-ist-zustaendig",
            },
            {
                "kind": "multiple",
                "text": "Wofür ist die Praxisanleitung in der Gaststadt da?",
                "choices": [
                    {"text": "Für Ihre Aufgaben im Alltag", "right": True},
                    {"text": "Für Ihren Arbeitsplatz vor Ort", "right": True},
                    {"text": "Für Ihren Ausbildungsvertrag", "right": False},
                    {"text": "Für Ihre monatliche Vergütung", "right": False},
                ],
                "feedback": "Der Alltag liegt bei der Gaststadt, der Vertrag zu Hause.",
                "lesson": "wer-ist-zustaendig",
            },
            {
                "kind": "single",
                "text": "Wer entscheidet am Ende über einen vorgeschlagenen Platz?",
                "choices": [
                    {"text": "Das Computerprogramm allein", "right": False},
                    {"text": "Je eine Person aus beiden Städten, und Sie nehmen an", "right": True},
                    {"text": "Das Los", "right": False},
                ],
                "feedback": "Das System macht nur einen Vorschlag.",
                "lesson": "wer-ist-zustaendig",
            },
            {
                "kind": "single",
                "text": "Ihr Unterricht beginnt um 8 Uhr. Dürfen Sie vorher noch arbeiten?",
                "choices": [
                    {"text": "Ja, wenn es nur eine halbe Stunde ist", "right": False},
                    {"text": "Ja, wenn Sie volljährig sind", "right": False},
                    {"text": "Nein, weil der Unterricht vor 9 Uhr beginnt", "right": True},
                ],
                "feedback": "§ 15 BBiG schützt auch Volljährige.",
                "lesson": "schule-und-nachweise",
            },
            {
                "kind": "single",
                "text": "Sie kommen aus Nürnberg und arbeiten in Augsburg. Was gilt am 8. August?",
                "choices": [
                    {"text": "Es ist Feiertag, weil der Arbeitsort zählt.", "right": True},
                    {"text": "Sie arbeiten, weil Ihr Vertrag aus Nürnberg kommt.", "right": False},
                    {"text": "Sie müssen einen Urlaubstag nehmen.", "right": False},
                ],
                "feedback": "Das Friedensfest ist in Augsburg ein Feiertag.",
                "lesson": "schule-und-nachweise",
            },
            {
                "kind": "multiple",
                "text": "Was ist nach einem Unfall auf dem Weg zur Arbeit richtig?",
                "choices": [
                    {"text": "Ich melde ihn bei beiden Städten.", "right": True},
                    {
                        "text": "Ich sage in der Arztpraxis, dass es ein Arbeitsunfall war.",
                        "right": True,
                    },
                    {"text": "Ich warte, bis der Einsatz zu Ende ist.", "right": False},
                    {"text": "Ich bezahle die Behandlung selbst.", "right": False},
                ],
                "feedback": "Auch der direkte Weg ist versichert.",
                "lesson": "versicherung-und-kosten",
            },
            {
                "kind": "single",
                "text": "Wer sagt Ihnen verbindlich, welche Kosten übernommen werden?",
                "choices": [
                    {"text": "Andere Auszubildende, die schon dort waren", "right": False},
                    {"text": "Die Ausbildungsleitung meiner Heimatstadt", "right": True},
                    {"text": "Die Vermieterin oder der Vermieter", "right": False},
                    {"text": "Ein Beitrag in einem sozialen Netzwerk", "right": False},
                ],
                "feedback": "Fragen Sie vorher und in Textform.",
                "lesson": "versicherung-und-kosten",
            },
            {
                "kind": "multiple",
                "text": "Was gehört zur Einführung am ersten Tag?",
                "choices": [
                    {"text": "Fluchtweg, Sammelplatz und Erste Hilfe", "right": True},
                    {"text": "Arbeitszeit, Pausen und Vertretung", "right": True},
                    {"text": "Ein gemeinsames Passwort für das Team", "right": False},
                    {"text": "Die Bewertung Ihrer Leistung", "right": False},
                ],
                "feedback": "Sicherheit und Ansprechpersonen kommen zuerst.",
                "lesson": "erster-tag",
            },
            {
                "kind": "single",
                "text": "In der Gaststadt läuft vieles anders als zu Hause. Was ist ein guter erster Schritt?",
                "choices": [
                    {"text": "Nach dem Grund fragen", "right": True},
                    {"text": "Sofort alles ändern", "right": False},
                    {"text": "Heimlich weiter wie zu Hause arbeiten", "right": False},
                ],
                "feedback": "Erst verstehen, dann urteilen.",
                "lesson": "erster-tag",
            },
            {
                "kind": "single",
                "text": "Was ist eine gute Zahl für Ihre Mission?",
                "choices": [
                    {"text": "Wie viele Fragen zum Foto an einem Tag kamen", "right": True},
                    {"text": "Wie lange ein Kollege Pause macht", "right": False},
                    {"text": "Wer im Team die meisten Fehler macht", "right": False},
                    {"text": "Welche Bürgerin am häufigsten anruft", "right": False},
                ],
                "feedback": "Zählen Sie Vorgänge und keine Personen.",
                "lesson": "mission",
            },
            {
                "kind": "multiple",
                "text": "Aus welchen Teilen besteht eine faire Rückmeldung?",
                "choices": [
                    {"text": "Beobachtung", "right": True},
                    {"text": "Wirkung", "right": True},
                    {"text": "Wunsch", "right": True},
                    {"text": "Urteil über die Person", "right": False},
                ],
                "feedback": "Beschreiben Sie, was Sie gesehen haben.",
                "lesson": "zurueckkommen",
            },
            {
                "kind": "single",
                "text": "Was ist der Austauschnachweis?",
                "choices": [
                    {"text": "Das Zeugnis nach § 16 BBiG", "right": False},
                    {
                        "text": "Ein Nachweis über Zeitraum und Stationen, der sich prüfen lässt",
                        "right": True,
                    },
                    {"text": "Ein neuer Ausbildungsvertrag", "right": False},
                ],
                "feedback": "Er ersetzt nicht das Zeugnis am Ende der Ausbildung.",
                "lesson": "zurueckkommen",
            },
        ],
    },
}
