"""Fourteen places as departments might describe them: invented content, real names of offices."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OfferText:
    city: str
    department: str
    title: str
    mission: str
    goals: tuple[str, ...]
    supervisor: str
    deputy: str
    occupations: tuple[str, ...] = ()
    years: tuple[int, int] = (1, 3)
    seats: int = 1
    weeks: int = 6
    remote: int = 0
    step_free: bool = True
    bring: str = ""


OFFERS = {
    "chatbot": OfferText(
        "muenchen",
        "it@M InnovationLab",
        "Chatbot für Anträge erproben",
        "Sie bauen mit uns einen Prototyp, der Anträge vor dem Absenden auf Vollständigkeit prüft. Sie sprechen mit dem Fachamt, testen mit echten Nutzenden und zeigen am Ende, was trägt und was nicht.",
        (
            "Anforderungen mit einem Fachamt klären",
            "Einen Prototyp bauen und testen",
            "Ergebnisse verständlich vorstellen",
        ),
        "Carla Copyvorlage",
        "Clemens Collage",
        ("FIAE", "WINF", "QE3-VI", "KDM"),
        (2, 3),
        seats=2,
        weeks=6,
        remote=40,
        bring="Ein eigenes Beispiel für ein Formular, das Sie ärgert.",
    ),
    "architecture": OfferText(
        "muenchen",
        "it@M Competence Center Software Engineering",
        "Code lesen, Code verbessern",
        "Sie begleiten ein Team bei der Arbeit an einem Fachverfahren, lesen mit beim Code-Review und verbessern mit uns die Vorlage, nach der neue Projekte beginnen.",
        (
            "Ein Code-Review vorbereiten und führen",
            "Automatische Tests schreiben",
            "Eine Entscheidung zur Architektur begründen",
        ),
        "Carla Copyvorlage",
        "Clemens Collage",
        ("FIAE", "QE3-VI", "WINF"),
        (2, 3),
        weeks=6,
        remote=40,
    ),
    "queues": OfferText(
        "muenchen",
        "Kreisverwaltungsreferat",
        "Termine ohne Warteschlange",
        "Sie messen Wartezeiten im Bürgerbüro, sprechen mit wartenden Menschen und mit dem Team am Schalter und schlagen drei Änderungen an der Terminvergabe vor. Eine davon probieren wir gemeinsam aus.",
        (
            "Eine kleine Erhebung planen und auswerten",
            "Bürgerinnen und Bürger befragen",
            "Einen Vorschlag mit Zahlen begründen",
        ),
        "Clemens Collage",
        "Carla Copyvorlage",
        ("VFA-K", "KBM", "QE2", "KDM"),
        seats=2,
        weeks=6,
    ),
    "onboarding": OfferText(
        "muenchen",
        "Personal- und Organisationsreferat",
        "Der erste Tag, ganz ohne Papier",
        "Sie begleiten neue Nachwuchskräfte in ihrer ersten Woche und gestalten mit uns die digitale Mappe, die vor dem ersten Tag auf dem Telefon ist.",
        (
            "Einen Ablauf aus Sicht der Ankommenden aufnehmen",
            "Texte für das Telefon schreiben",
            "Mit Personal, IT und Ausbildung abstimmen",
        ),
        "Clemens Collage",
        "Carla Copyvorlage",
        ("KDM", "KBM", "VFA-K"),
        weeks=5,
        remote=20,
    ),
    "bicycles": OfferText(
        "muenchen",
        "Mobilitätsreferat",
        "Zahlen der Radzählstellen zeigen",
        "Sie bereiten offene Daten der Radzählstellen so auf, dass Stadtrat und Presse sie ohne Hilfe verstehen. Dabei prüfen Sie auch, ob die Darstellung barrierefrei ist.",
        (
            "Offene Daten prüfen und aufbereiten",
            "Eine barrierefreie Grafik mit Tabelle bauen",
            "Fachliche Fragen mit dem Fachamt klären",
        ),
        "Carla Copyvorlage",
        "Clemens Collage",
        ("FIAE", "FISI", "WINF", "QE3-VI"),
        weeks=6,
        remote=20,
    ),
    "forms": OfferText(
        "muenchen",
        "Referat für Bildung und Sport",
        "Online-Formulare für alle",
        "Sie prüfen zehn Online-Formulare mit Tastatur und Vorleseprogramm, schreiben auf, was hindert, und verbessern die drei wichtigsten mit dem Team.",
        (
            "Barrieren in Formularen erkennen",
            "Prüfergebnisse so aufschreiben, dass sie helfen",
            "Formulartexte verständlich machen",
        ),
        "Clemens Collage",
        "Carla Copyvorlage",
        weeks=4,
        remote=40,
        step_free=False,
    ),
    "process": OfferText(
        "nuernberg",
        "Amt für Digitalisierung und Prozessorganisation",
        "Einen Ablauf aufnehmen und verkürzen",
        "Sie nehmen mit einem Amt einen Ablauf auf, zeichnen ihn in BPMN, finden die Stelle, an der es hakt, und bauen mit uns den Online-Dienst, der sie auflöst.",
        (
            "Einen Ablauf in BPMN zeichnen",
            "Ein Gespräch mit Fachleuten führen",
            "Einen Online-Dienst einrichten und testen",
        ),
        "Robert Rahmen",
        "Rita Reserve",
        ("KDM", "VFA-K", "WINF", "QE3-VI", "FIAE"),
        (2, 3),
        seats=2,
        weeks=6,
        remote=20,
    ),
    "mailroom": OfferText(
        "nuernberg",
        "Amt für Digitalisierung und Prozessorganisation",
        "Posteingang, der sich selbst sortiert",
        "Sie erproben, welche Teile eines elektronischen Posteingangs sich nach festen Regeln sortieren lassen, und messen, was das dem Team spart.",
        (
            "Regeln mit dem Fachamt festlegen",
            "Einen Versuch aufsetzen und messen",
            "Grenzen der Automatisierung benennen",
        ),
        "Robert Rahmen",
        "Rita Reserve",
        ("FIAE", "FISI", "WINF", "KDM"),
        weeks=6,
        remote=40,
    ),
    "servicecenter": OfferText(
        "nuernberg",
        "Bürgeramt Mitte",
        "Am Telefon und am Tresen",
        "Sie arbeiten im Bürgerservice mit, hören, wonach die Menschen fragen, und schreiben daraus fünf Antworten für das Online-Angebot, die wirklich helfen.",
        ("Anliegen aufnehmen und klären", "Verständliche Antworten schreiben", "Rückmeldungen auswerten"),
        "Rita Reserve",
        "Robert Rahmen",
        ("VFA-K", "KBM", "QE2"),
        seats=2,
        weeks=6,
    ),
    "records": OfferText(
        "nuernberg",
        "Amt für Migration und Integration",
        "Mit der digitalen Akte im Gespräch",
        "Sie begleiten Beratungsgespräche, in denen die Akte nur noch am Bildschirm liegt, und schreiben mit dem Team auf, was dabei anders werden muss.",
        (
            "Die digitale Akte sicher führen",
            "Gespräche beobachten und auswerten",
            "Einen Leitfaden von zwei Seiten schreiben",
        ),
        "Rita Reserve",
        "Robert Rahmen",
        ("VFA-K", "QE2", "KBM"),
        (2, 3),
        weeks=6,
        bring="Verschwiegenheit ist hier besonders wichtig.",
    ),
    "rollout": OfferText(
        "augsburg",
        "Amt für Digitalisierung, Organisation und Informationstechnik",
        "E-Akte: ein Amt zieht um",
        "Sie gehören zum Team, das ein Amt auf die E-Akte umstellt: Aktenplan, Schulung, der Tag des Umzugs und die Sprechstunde danach.",
        (
            "Eine Schulung vorbereiten und halten",
            "Fragen aus dem Amt aufnehmen und lösen",
            "Einen Umstellungsplan führen",
        ),
        "Otto Ohneecht",
        "Olga Ornament",
        seats=2,
        weeks=6,
    ),
    "opendata": OfferText(
        "augsburg",
        "Geschäftsstelle Open Data",
        "Ein Datensatz für alle",
        "Sie suchen mit einem Amt einen Datensatz, der noch im Schrank liegt, klären Rechte und Datenschutz und veröffentlichen ihn mit einem Datenblatt, das jede Stadt nutzen kann.",
        ("Rechte an Daten klären", "Ein Datenblatt schreiben", "Daten prüfen und veröffentlichen"),
        "Olga Ornament",
        "Otto Ohneecht",
        weeks=6,
        remote=40,
    ),
    "vehicles": OfferText(
        "augsburg",
        "Bürgeramt",
        "Papier raus aus dem Bürgeramt",
        "Sie untersuchen, an welcher Stelle Menschen die Online-Zulassung abbrechen, und verbessern mit uns Hinweise, Bilder und den Brief danach.",
        ("Abbrüche auswerten", "Hinweistexte schreiben und testen", "Einen Versuch mit vorher und nachher zeigen"),
        "Otto Ohneecht",
        "Olga Ornament",
        ("VFA-K", "KDM", "KBM", "QE2"),
        weeks=6,
    ),
    "sensors": OfferText(
        "augsburg",
        "Geschäftsstelle Smart City",
        "Sensoren, die etwas nützen",
        "Sie begleiten einen Versuch mit Sensoren an Spielplätzen und Parkplätzen. Im Zeitraum liegt das Augsburger Hohe Friedensfest: Der 8. August ist hier frei, zu Hause nicht.",
        (
            "Einen Versuch mit Sensoren aufbauen",
            "Messwerte prüfen und erklären",
            "Datenschutz im öffentlichen Raum beachten",
        ),
        "Olga Ornament",
        "Otto Ohneecht",
        ("FISI", "FIAE", "WINF", "QE3-VI"),
        weeks=6,
    ),
}

# what a place is about, and which courses prepare for it
PREPARING: dict[str, tuple[str, tuple[str, ...]]] = {
    "chatbot": ("infrastructure", ("ki-in-der-verwaltung",)),
    "architecture": ("infrastructure", ("agiles-arbeiten",)),
    "queues": ("citizens", ()),
    "onboarding": ("administration", ("verstaendlich-schreiben", "fit-fuer-den-austausch")),
    "bicycles": ("citizens", ("barrierefreie-dokumente",)),
    "forms": ("citizens", ("barrierefreie-dokumente", "verstaendlich-schreiben")),
    "process": ("administration", ("agiles-arbeiten",)),
    "mailroom": ("infrastructure", ("ki-in-der-verwaltung", "digitale-akte")),
    "servicecenter": ("citizens", ("verstaendlich-schreiben",)),
    "records": ("administration", ("digitale-akte", "datenschutz-im-amt")),
    "rollout": ("administration", ("digitale-akte",)),
    "opendata": ("citizens", ("datenschutz-im-amt",)),
    "sensors": ("infrastructure", ("it-sicherheit", "datenschutz-im-amt")),
}
