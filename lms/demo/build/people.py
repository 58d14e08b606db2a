"""The invented people: the cast with their fixed meanings, and fifty more whose names nobody bears."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from zlib import crc32

from django.contrib.auth.hashers import make_password

from lms.core.periods import Period
from lms.demo.build.clock import monday_of_this_week
from lms.demo.build.places import Places
from people.models import Role, User
from people.services.memberships import give_role
from training.holidays import public_holidays
from training.models import Apprenticeship, SchoolBlock, SchoolCalendar

PASSWORD = "wanderjahr-demo"  # noqa: S105 - for invented people only
WEEK = timedelta(weeks=1)
INVENTED = "Berufsschule (erfundene Termine)"
LONG_AGO = 5 * 52 * WEEK

# name, role, city, department
STAFF = [
    ("Barbara Blaupause", Role.TRAINER, "nuernberg", "Personalamt"),
    ("Dieter Demozweck", Role.TRAINER, "augsburg", "Personalamt"),
    ("Sabine Schablone", Role.TRAINER, "muenchen", "Personal- und Organisationsreferat"),
    ("Rita Reserve", Role.SUPERVISOR, "nuernberg", "Bürgeramt Mitte"),
    ("Robert Rahmen", Role.SUPERVISOR, "nuernberg", "Amt für Digitalisierung und Prozessorganisation"),
    ("Otto Ohneecht", Role.SUPERVISOR, "augsburg", "Bürgeramt"),
    ("Olga Ornament", Role.SUPERVISOR, "augsburg", "Geschäftsstelle Open Data"),
    ("Carla Copyvorlage", Role.SUPERVISOR, "muenchen", "it@M InnovationLab"),
    ("Clemens Collage", Role.SUPERVISOR, "muenchen", "Kreisverwaltungsreferat"),
    ("Hanna Hypothese", Role.HR, "nuernberg", "Personalamt"),
    ("Hugo Zwischenablage", Role.HR, "nuernberg", "Personalamt"),
    ("Anton Ausgedacht", Role.HR, "augsburg", "Personalamt"),
    ("Anna Annahme", Role.HR, "augsburg", "Personalamt"),
    ("Marlene Muster", Role.HR, "muenchen", "Personal- und Organisationsreferat"),
    ("Moritz Vordruck", Role.HR, "muenchen", "Personal- und Organisationsreferat"),
    ("Konrad Kunstfigur", Role.COORDINATOR, None, None),
    ("Petra Plattform", Role.ADMIN, None, None),
]
DIGITAL_OFFICE = "Amt für Digitalisierung, Organisation und Informationstechnik"
# name, occupation, city, department, weeks since the start of training, age in years, class
CAST = [
    ("Mina Musterfrau", "VFA-K", "nuernberg", "Sozialamt", 64, 20, "VFA 2"),
    ("Kilian Beispiel", "FIAE", "augsburg", DIGITAL_OFFICE, 64, 22, "IT 2"),
    ("Zoe Platzhalter", "KDM", "muenchen", "IT-Referat", 64, 21, "KDM 2"),
    ("Tarik Testmann", "QE2", "muenchen", "Kreisverwaltungsreferat", 64, 23, None),
    ("Lena Dummy-Daten", "QE3-VI", "nuernberg", "Stadtkämmerei", 64, 24, None),
    ("Jonas Probelauf", "FISI", "augsburg", DIGITAL_OFFICE, 64, 17, "IT 2"),
    ("Aylin Attrappe", "WINF", "muenchen", "Stadtkämmerei", 64, 25, None),
    ("Piet Phantasie", "VFA-K", "nuernberg", "Ordnungsamt", 6, 19, "VFA 1"),
    ("Nora Niemand", "KBM", "augsburg", "Stadtarchiv", 64, 20, "VFA 2"),
    ("Emil Erfunden", "VFA-K", "nuernberg", "Umweltamt", 116, 22, "VFA 3"),
]
FIRST_NAMES = (
    "Ada Ben Cem Dana Elif Finn Greta Hakan Ida Jakob Kira Leon Maja Nils Oya Paul Rosa Sami Tilda Umut Vera Willi "
    "Yara Zeno Alma Bela Cora David Edda Felix Gina Henri Ilka Jule Karim Lotte Mats Nele Ole Pia Quentin Romy Sven "
    "Tara Uwe Vito Wanda Yusuf Zita Arno"
).split()
LAST_NAMES = (
    "Absatz Blindtext Checkliste Datensatz Einzelfall Fußnote Gliederung Hilfstext Inhalt Jahrgang Klammer "
    "Leerzeile Merkblatt Nachtrag Ordner Probedruck Querverweis Randnotiz Seitenzahl Tabelle Umbruch Vorlage "
    "Wasserzeichen Xbeliebig Ypsilon Zeilenende Anhang Bindestrich Deckblatt Entwurf Formblatt Griffel Heftstreifen "
    "Index Karteikarte Locher Mappe Notizzettel Ösenheft Papierformat Quittung Rundschreiben Schriftbild "
    "Textbaustein Unterlage Vermerk Wortliste Zettelkasten Zwischenraum Abkürzung"
).split()
SCHOOL_OF = {"FIAE": "IT", "FISI": "IT", "VFA-K": "VFA", "KBM": "VFA", "KDM": "KDM"}
# weeks (relative to this week) in which the classes of one kind are at school
BLOCKS = {
    "VFA 1": [-22, -14, -6, 6, 20, 36],
    "VFA 2": [-24, -12, 4, 18, 38],
    "VFA 3": [-50, -26, -10, 8, 22, 40],
    "IT 1": [-21, -11, 3, 12, 37],
    "IT 2": [-23, -13, -7, 6, 19, 29, 39],
    "KDM 2": [-20, -9, 5, 17, 41],
}


@dataclass(frozen=True)
class People:
    by_name: dict[str, User] = field(default_factory=dict)
    crowd: dict[str, list[User]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> User:
        return self.by_name[name]

    def of_role(self, role: Role, slug: str) -> list[User]:
        return [self[name] for name, held, city, _department in STAFF if held == role and city == slug]


def build_people(places: Places) -> People:
    people = People(crowd={slug: [] for slug in places.cities})
    hashed = make_password(PASSWORD)
    monday = monday_of_this_week()
    for name, role, slug, department in STAFF:
        city = places.cities[slug] if slug else None
        person = people.by_name[name] = _person(name, hashed)
        office = places.department(city, department) if city and department else None
        give_role(person, role, actor=None, city=city, department=office, starts_on=monday - LONG_AGO)
    classes = _classes(places, monday)
    for name, short, slug, department, weeks, age, school_class in CAST:
        person = people.by_name[name] = _person(name, hashed)
        school = classes[slug, school_class] if school_class else None
        _train(person, places, people, slug, short, department, monday - weeks * WEEK, age, school)
    _crowd(places, people, classes, monday, hashed)
    return people


def _crowd(
    places: Places, people: People, classes: dict[tuple[str, str], SchoolCalendar], monday: date, hashed: str
) -> None:
    """Fifty more apprentices, spread evenly over cities, occupations and years."""
    slugs, shorts = list(places.cities), list(places.occupations)
    for number, (first, last) in enumerate(zip(FIRST_NAMES, LAST_NAMES, strict=True)):
        slug, short = slugs[number % 3], shorts[number % len(shorts)]
        weeks = (64, 12, 116)[number % 5 % 3]
        offices = [name for city, name in places.departments if city == slug]
        kind = SCHOOL_OF.get(short, "")
        year = 2 if kind == "KDM" else weeks // 52 + 1
        person = people.by_name[f"{first} {last}"] = _person(f"{first} {last}", hashed)
        school = classes.get((slug, f"{kind} {year}"))
        start = monday - min(weeks, places.occupations[short].years * 52 - 40) * WEEK
        office = offices[number % len(offices)]
        _train(person, places, people, slug, short, office, start, 18 + number % 9, school)
        people.crowd[slug].append(person)


def _person(name: str, hashed: str) -> User:
    first, _, last = name.partition(" ")
    plain = name.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "."}))
    return User.objects.create(first_name=first, last_name=last, email=f"{plain}@example.org", password=hashed)


def own_number(person: User) -> int:
    """A number of one's own that does not change when the demo is built again."""
    return crc32(person.email.encode())


def _train(
    person: User, places: Places, people: People, slug: str, short: str, department: str, starts_on: date, age: int,
    school: SchoolCalendar | None,
) -> None:  # fmt: skip
    city, occupation = places.cities[slug], places.occupations[short]
    office = places.department(city, department)
    give_role(person, Role.APPRENTICE, actor=None, city=city, department=office, starts_on=starts_on)
    today = monday_of_this_week()
    Apprenticeship.objects.create(
        person=person,
        city=city,
        department=office,
        occupation=occupation,
        trainer=people.of_role(Role.TRAINER, slug)[0],
        school_calendar=school,
        birth_date=today - timedelta(days=age * 365 + age // 4 + 170),
        starts_on=starts_on,
        ends_on=starts_on + occupation.years * 52 * WEEK,
        probation_ends_on=starts_on + 17 * WEEK,
    )


def school_is_out(monday: date) -> bool:
    """Roughly the school holidays of Bavaria."""
    year = monday.year
    names = {
        name: day for day, name in public_holidays("augsburg", Period(date(year, 1, 1), date(year, 12, 31))).items()
    }
    easter, whitsun = names["Ostermontag"], names["Pfingstmontag"]
    return (
        date(year, 8, 1) <= monday <= date(year, 9, 13)
        or date(year, 10, 28) <= monday <= date(year, 11, 3)
        or monday >= date(year, 12, 20)
        or monday <= date(year, 1, 5)
        or monday in (easter - 7 * WEEK, easter - WEEK, easter, whitsun, whitsun + WEEK)
    )


def _classes(places: Places, monday: date) -> dict[tuple[str, str], SchoolCalendar]:
    classes = {}
    for slug, city in places.cities.items():
        for name, weeks in BLOCKS.items():
            calendar = classes[slug, name] = SchoolCalendar.objects.create(city=city, name=name, school=INVENTED)
            for week in weeks:
                start = monday + week * WEEK
                if school_is_out(start):
                    continue
                SchoolBlock.objects.create(calendar=calendar, starts_on=start, ends_on=start + timedelta(days=4))
    return classes
