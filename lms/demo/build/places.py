"""Cities with real names of offices (as public in November 2026) and the occupations they train for."""

from dataclasses import dataclass

from people.models import City, Department, Occupation, Regime

CITIES = {
    "nuernberg": ("Nürnberg", "N"),
    "augsburg": ("Augsburg", "A"),
    "muenchen": ("München", "M"),
}
DEPARTMENTS: dict[str, dict[str, list[str]]] = {
    "nuernberg": {
        "Direktorium Bürgerservice, Digitales und Recht": ["Amt für Digitalisierung und Prozessorganisation"],
        "Bürgeramt Mitte": ["ServiceCenter Nürnberg", "Standesamt"],
        "Amt für Migration und Integration": [],
        "Ordnungsamt": [],
        "Personalamt": [],
        "Sozialamt": [],
        "Jugendamt": [],
        "Umweltamt": [],
        "Stadtplanungsamt": [],
        "Stadtkämmerei": [],
        "Stadtbibliothek": [],
    },
    "augsburg": {
        "Referat für Ordnung, Personal, Digitalisierung und Organisation": [
            "Amt für Digitalisierung, Organisation und Informationstechnik",
            "Geschäftsstelle Open Data",
            "Geschäftsstelle Smart City",
        ],
        "Bürgeramt": [],
        "Personalamt": [],
        "Amt für Soziale Leistungen": [],
        "Geodatenamt": [],
        "Stadtarchiv": [],
        "Standesamt": [],
        "Umweltamt": [],
        "Stadtbücherei": [],
    },
    "muenchen": {
        "IT-Referat": ["it@M InnovationLab", "it@M Competence Center Software Engineering"],
        "Kreisverwaltungsreferat": [],
        "Personal- und Organisationsreferat": [],
        "Mobilitätsreferat": [],
        "Referat für Bildung und Sport": [],
        "Kommunalreferat": [],
        "Kulturreferat": [],
        "Sozialreferat": [],
        "Referat für Klima- und Umweltschutz": [],
        "Gesundheitsreferat": [],
        "Stadtkämmerei": [],
    },
}
OCCUPATIONS = [
    ("VFA-K", "Verwaltungsfachangestellte (Kommunalverwaltung)", Regime.BBIG, 3),
    ("FIAE", "Fachinformatik Anwendungsentwicklung", Regime.BBIG, 3),
    ("FISI", "Fachinformatik Systemintegration", Regime.BBIG, 3),
    ("KDM", "Kaufleute für Digitalisierungsmanagement", Regime.BBIG, 3),
    ("KBM", "Kaufleute für Büromanagement", Regime.BBIG, 3),
    ("QE2", "Verwaltungswirtin, Verwaltungswirt (QE2)", Regime.QE2, 2),
    ("QE3-VI", "Verwaltungsinformatik (QE3)", Regime.QE3, 3),
    ("WINF", "Wirtschaftsinformatik dual", Regime.DUAL, 3),
]


@dataclass(frozen=True)
class Places:
    cities: dict[str, City]
    departments: dict[tuple[str, str], Department]
    occupations: dict[str, Occupation]

    def department(self, city: City, name: str) -> Department:
        return self.departments[city.slug, name]


def build_places() -> Places:
    cities = {slug: City.objects.create(name=name, slug=slug, letter=letter) for slug, (name, letter) in CITIES.items()}
    departments: dict[tuple[str, str], Department] = {}
    for slug, tree in DEPARTMENTS.items():
        for name, units in tree.items():
            parent = Department.objects.create(city=cities[slug], name=name)
            departments[slug, name] = parent
            for unit in units:
                departments[slug, unit] = Department.objects.create(city=cities[slug], parent=parent, name=unit)
    occupations = {
        short: Occupation.objects.create(short=short, name=name, regime=regime, years=years)
        for short, name, regime, years in OCCUPATIONS
    }
    return Places(cities, departments, occupations)
