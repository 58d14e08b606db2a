"""Questions of the bank: category, difficulty, tags and what is asked, as trainers would write them.

Answers are written short here; `lms/demo/build/questions.py` gives them keys. The first of several answers is right,
or those that begin with "+".
"""

NUREMBERG = {
    "Datenschutz, Grundlagen": [
        ("easy", ["datenschutz"], {
            "kind": "single",
            "text": "Eine Bürgerin fragt am Telefon, ob ihr Nachbar schon einen neuen Ausweis beantragt hat. Was tun Sie?",
            "choices": [
                "Ich gebe keine Auskunft und erkläre freundlich, warum",
                "Ich sage es ihr, wenn sie ihren Namen nennt",
                "Ich sehe nach und antworte nur mit Ja oder Nein",
                "Ich verbinde sie mit dem Nachbarn",
            ],
            "feedback": "Ob jemand einen Antrag gestellt hat, ist selbst schon eine personenbezogene Angabe.",
        }),
        ("medium", ["datenschutz", "recht"], {
            "kind": "multiple",
            "text": "Welche Angaben sind besonders geschützt (Art. 9 DSGVO)?",
            "choices": ["+Gesundheit", "+Religion", "+Gewerkschaft", "Kontonummer", "Telefonnummer"],
            "feedback": "Kontonummer und Telefonnummer sind auch geschützt, aber nicht besonders.",
        }),
        ("easy", ["datenschutz"], {
            "kind": "true_false",
            "text": "Eine dienstliche E-Mail-Adresse mit Vor- und Nachname ist eine personenbezogene Angabe.",
            "right": True,
            "feedback": "Sie zeigt auf einen bestimmten Menschen, also gilt die DSGVO.",
        }),
        ("medium", ["datenschutz", "fristen"], {
            "kind": "number",
            "text": "Wie viel Zeit bleibt, um eine Datenpanne der Aufsicht zu melden?",
            "value": "72", "tolerance": "", "unit": "Stunden",
            "feedback": "Art. 33 DSGVO: möglichst binnen 72 Stunden, nachdem die Panne bekannt wurde.",
        }),
        ("hard", ["datenschutz"], {
            "kind": "cloze",
            "text": "Setzen Sie ein, worauf es ankommt.",
            "gapped": "Wir erheben nur Angaben, die für den {1} nötig sind. Danach werden sie {2}.",
            "gaps": [["Zweck", "Vorgesetzten", "Schriftverkehr"], ["gelöscht", "ausgedruckt", "weitergegeben"]],
            "feedback": "Datenminimierung und Speicherbegrenzung, Art. 5 DSGVO.",
        }),
    ],
    "Akten und Schriftgut": [
        ("easy", ["e-akte"], {
            "kind": "ordering",
            "text": "Ein Brief kommt an. Bringen Sie die Schritte in die richtige Reihenfolge.",
            "steps": ["Posteingang scannen", "Dem Vorgang zuordnen", "Bearbeiten", "Zu den Akten verfügen"],
            "feedback": "Erst wenn der Brief beim Vorgang liegt, sehen ihn alle, die daran arbeiten.",
        }),
        ("medium", ["e-akte"], {
            "kind": "matching",
            "text": "Was gehört zusammen?",
            "pairs": [
                ("Aktenplan", "ordnet alle Aufgaben der Stadt"),
                ("Vorgang", "sammelt alles zu einem Fall"),
                ("Verfügung", "hält fest, was als Nächstes geschieht"),
            ],
            "others": ["löscht, was niemand mehr braucht"],
            "feedback": "Der Aktenplan ist die Ordnung, der Vorgang der Fall, die Verfügung der nächste Schritt.",
        }),
        ("medium", ["e-akte"], {
            "kind": "short_text",
            "text": "Wie heißt das Zeichen, unter dem ein Vorgang wiederzufinden ist?",
            "accepted": ["Aktenzeichen", "das Aktenzeichen", "Geschäftszeichen"],
            "feedback": "Das Aktenzeichen steht auf jedem Schreiben.",
        }),
        ("hard", ["e-akte", "schreiben"], {
            "kind": "free_text",
            "text": "Eine Bürgerin hat drei Wochen keine Antwort bekommen. Schreiben Sie ihr eine kurze Zwischennachricht.",
            "rubric": [("entschuldigt sich ohne Ausreden", 2), ("nennt den nächsten Schritt mit Datum", 3), ("ist verständlich und freundlich", 2)],
            "feedback": "Eine Zwischennachricht braucht drei Sätze: Dank, Stand, nächster Schritt.",
        }),
        ("medium", ["e-akte"], {
            "kind": "upload",
            "text": "Laden Sie einen Aktenvermerk über ein erfundenes Telefonat hoch.",
            "endings": ["pdf", "docx", "odt"], "max_mb": 5,
            "rubric": [("Datum, Beteiligte und Anlass stehen da", 2), ("das Ergebnis steht da", 2)],
            "feedback": "Ein Vermerk ist für Menschen, die nicht dabei waren.",
        }),
    ],
    "Bürgerservice": [
        ("easy", ["gespräch"], {
            "kind": "single",
            "text": "Jemand wird am Schalter laut. Was hilft zuerst?",
            "choices": [
                "Ruhig bleiben und sagen, was Sie jetzt tun können",
                "Ebenfalls lauter werden",
                "Die Akte schließen und schweigen",
            ],
            "feedback": "Wer hört, was jetzt geschieht, wird meist ruhiger.",
        }),
        ("easy", ["recht", "fristen"], {
            "kind": "number",
            "text": "Wie lange haben Bürgerinnen und Bürger Zeit, gegen einen Bescheid Widerspruch einzulegen?",
            "value": "1", "tolerance": "", "unit": "Monat",
            "feedback": "Ein Monat ab Bekanntgabe, § 70 VwGO; nicht vier Wochen.",
        }),
        ("medium", ["gespräch"], {
            "kind": "multiple",
            "text": "Was gehört in Leichte Sprache?",
            "choices": ["+kurze Sätze", "+bekannte Wörter", "+ein Gedanke in jedem Satz", "Abkürzungen", "Konjunktiv"],
            "feedback": "Leichte Sprache hat feste Regeln; geprüft wird sie von Menschen, für die sie gedacht ist.",
        }),
    ],
}  # fmt: skip
MUNICH = {
    "IT-Sicherheit": [
        ("easy", ["it-sicherheit"], {
            "kind": "true_false",
            "text": "Ein langer Satz ist ein besseres Passwort als acht zufällige Zeichen, die Sie sich aufschreiben.",
            "right": True,
            "feedback": "Länge schlägt Sonderzeichen, und was Sie sich merken, liegt nirgends herum.",
        }),
        ("medium", ["it-sicherheit"], {
            "kind": "multiple",
            "text": "Woran erkennen Sie eine betrügerische E-Mail?",
            "choices": ["+Sie drängt zur Eile", "+Der Link führt woanders hin, als er sagt", "+Sie fragt nach einem Passwort", "Sie enthält ein Bild", "Sie kommt am Abend"],
            "feedback": "Bei Zweifeln rufen Sie an, unter einer Nummer, die Sie schon kennen.",
        }),
        ("medium", ["it-sicherheit"], {
            "kind": "ordering",
            "text": "Sie haben auf einen verdächtigen Link geklickt. Was tun Sie zuerst, was danach?",
            "steps": ["Rechner vom Netz trennen", "IT-Sicherheit anrufen", "Aufschreiben, was geschehen ist", "Passwort an einem anderen Gerät ändern"],
            "feedback": "Melden ist immer richtig. Niemand bekommt Ärger, weil er sich meldet.",
        }),
    ],
}  # fmt: skip
