"""A test in own words and an assignment, and what learners wrote."""

PRACTICE = {
    "title": "Praxisfall: Eine Bürgerin wartet",
    "intro": "Drei Fragen zu einem Fall. Die letzte Antwort schreiben Sie selbst; Ihre Ausbilderin oder Ihr Ausbilder liest sie.",
}
ASSIGNMENT = {
    "title": "Ein Vermerk über ein Telefonat",
    "text": (
        "<p>Denken Sie sich ein Telefonat mit einer Bürgerin oder einem Bürger aus. Schreiben Sie darüber einen kurzen "
        "Vermerk, wie er in die Akte gehört.</p><p>Eine halbe Seite reicht. Sie können ihn hier schreiben oder als "
        "Datei abgeben.</p>"
    ),
    "criteria": "Datum, Beteiligte und Anlass stehen da\nDas Ergebnis steht da\nWer nicht dabei war, versteht ihn",
}
ANSWERS = [
    {
        "short_text": "Aktenzeichen",
        "free_text": "Sehr geehrte Frau Beispiel, bitte entschuldigen Sie, dass Sie so lange nichts von uns gehört haben. "
        "Ihre Unterlagen sind vollständig. Bis zum 15. bekommen Sie den Bescheid. Freundliche Grüße",
    },
    {
        "short_text": "AZ",
        "free_text": "Guten Tag Frau Beispiel, wir hatten viel zu tun. Wir melden uns bald bei Ihnen.",
    },
    {
        "short_text": "das Aktenzeichen",
        "free_text": "Sehr geehrte Frau Beispiel, es tut uns leid, dass Sie warten mussten. Die Kollegin prüft gerade Ihren "
        "Antrag, am Freitag rufe ich Sie an und sage Ihnen, wie es weitergeht.",
    },
    {
        "short_text": "Az",
        "free_text": "Ihr Antrag ist in Bearbeitung. Von Rückfragen bitten wir abzusehen.",
    },
    {
        "short_text": "Aktenzeichen",
        "free_text": "Liebe Frau Beispiel, danke für Ihre Geduld, und Entschuldigung für die lange Zeit. Es fehlt noch eine "
        "Kopie Ihres Mietvertrags. Sobald sie da ist, entscheiden wir innerhalb einer Woche.",
    },
    {
        "short_text": "Nummer",
        "free_text": "Sehr geehrte Damen und Herren, wir bitten die Verzögerung zu entschuldigen.",
    },
]
TOLD_AGAIN = [
    "Sehr gut: eine ehrliche Entschuldigung, und die Bürgerin weiß, wann sie Bescheid bekommt.",
    "Freundlich geschrieben. Nennen Sie beim nächsten Mal einen Tag: „bald“ hilft der Bürgerin nicht.",
]
MEMOS = [
    "Telefonat am 4. März, 10 Uhr, mit Herrn Muster. Anlass: Er fragt, welche Unterlagen für die Ummeldung fehlen. "
    "Ergebnis: Es fehlt die Bestätigung des Vermieters. Er bringt sie am Freitag vorbei.",
    "Herr Muster hat angerufen wegen der Ummeldung. Habe ihm alles erklärt.",
    "Vermerk. Frau Beispiel hat am 6. März angerufen, weil ihre Mülltonne nicht geleert wurde. Ich habe die Meldung an "
    "den Betrieb weitergegeben, er leert morgen nach. Frau Beispiel weiß Bescheid.",
]
FEEDBACK = [
    "Alles da, was jemand später wissen muss. Gut gemacht.",
    "Wann war das, und was ist dabei herausgekommen? Bitte ergänzen Sie beides, dann ist der Vermerk gut.",
]
