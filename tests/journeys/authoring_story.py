"""A course that three cities write together, told to a driver: begun, read, released, adapted, changed, added to."""

from django.urls import reverse

from courses.models import AnnexPage, CoursePage, Enrollment
from courses.services.sharing.news import tell_of_changed_originals
from courses.services.writing.authoring import set_up_shelf

TITLE = "Akten führen"
FIRST, SECOND = "Akten anlegen", "Akten finden"
TEXTS = {
    FIRST: "Eine Akte erzählt einen Vorgang von Anfang an.",
    SECOND: "Wer sucht, fragt zuerst nach dem Zeichen.",
}
NEWS = {FIRST: "Das Zeichen steht immer auf der ersten Seite.", SECOND: "Im Archiv hilft das Findbuch."}
EXAMPLE = "Beispiel: Frau Kunz beantragt einen Parkausweis."
WISH, REMARK = "Bitte ein Beispiel ergänzen.", "Welcher Vorgang?"
ADDITION = "Ansprechpersonen in München"


def prepare(cast):
    for city in (cast.nuremberg, cast.augsburg, cast.munich):
        set_up_shelf(city)


def begin(walk, cast):
    """Barbara names the course, what it is good for, and its lessons; everything stands in its place."""
    walk.become(cast.barbara)
    walk.visit(reverse("courses:teaching"))
    walk.follow("Kurs in 10 Minuten")
    walk.fill("Titel des Kurses", TITLE)
    walk.fill("Was können die Teilnehmenden danach?", "Akten anlegen\nAkten wiederfinden")
    walk.fill("Lektionen", f"# Grundlagen\n{FIRST}\n{SECOND}")
    walk.leave_out("Mit Abschlusstest")
    walk.press("Entwurf anlegen")
    walk.sees("Der Entwurf steht.", "Grundlagen", FIRST, SECOND)
    return CoursePage.objects.get(title=TITLE)


def write(walk, course):
    """She follows what the workbench says is missing: summary and contact, then lesson by lesson."""
    walk.follow("Geben Sie eine E-Mail-Adresse an")
    walk.fill("Zusammenfassung", "Akten so führen, dass andere sie wiederfinden.")
    walk.fill("Kontakt", "akten@example.org")
    save(walk)
    for title, text in TEXTS.items():
        add_words(walk, title, text)
    walk.sees("Es fehlt nichts")


def add_words(walk, title, text):
    walk.follow("Bearbeiten", about=title)
    walk.write(text)
    save(walk)


def save(walk):
    walk.press("Entwurf speichern")
    walk.follow("Zurück zum Kurs")


def hand_in(walk, course, person, label="Einreichen"):
    walk.become(person)
    walk.visit(reverse("courses:workbench", args=[course.pk]))
    walk.press(label)
    walk.sees("Eingereicht. Sie bekommen eine Nachricht")


def send_back(walk, cast, course):
    """Dieter has a message, reads a lesson as learners will see it, comments on it, and misses an example."""
    open_message(walk, cast.dieter, f"„{TITLE}“ wartet auf eine zweite Meinung")
    walk.follow("Vorschau", about=FIRST)
    walk.sees(TEXTS[FIRST], "So sehen Lernende die Seite.")
    walk.follow("Zurück zur Kurswerkstatt")
    walk.follow("Anmerken", about=FIRST)
    walk.comment(REMARK)
    walk.follow("Zurück zum Kurs")
    walk.sees("1 offener Kommentar")
    walk.fill("Ihre Anmerkung", WISH)
    walk.press("Mit der Anmerkung zurückgeben")
    walk.sees("Zurückgegeben.")


def put_right(walk, cast, course):
    """Barbara reads what is wanted, adds it, and hands in again."""
    open_message(walk, cast.barbara, f"„{TITLE}“ kam mit einem Kommentar zurück")
    walk.sees("Der Kurs kam zurück", WISH, "Dieter Demozweck")
    walk.follow("1 offener Kommentar", about=FIRST)
    walk.sees_comment(REMARK)
    walk.write(EXAMPLE)
    save(walk)
    hand_in(walk, course, cast.barbara, "Wieder einreichen")


def recommend(walk, course, reader):
    open_message(walk, reader, f"„{course.title}“ wartet auf eine zweite Meinung")
    walk.press("Zur Veröffentlichung empfehlen")
    walk.sees("Danke fürs Lesen.")


def release(walk, course, officer):
    open_message(walk, officer, f"„{course.title}“ wartet auf Ihre Freigabe")
    walk.press("Veröffentlichen")
    walk.sees("Veröffentlicht.")


def open_message(walk, person, about):
    walk.become(person)
    walk.visit(reverse("notifications:list"))
    walk.press("Öffnen", about=about)


def learn_the_first(walk, cast, course):
    """Mina takes the course and finishes a lesson."""
    walk.become(cast.mina)
    walk.visit(reverse("courses:catalogue"))
    walk.follow(TITLE)
    walk.press("Anmelden und beginnen")
    walk.sees(EXAMPLE)
    walk.press("Als erledigt markieren und weiter")
    walk.visit(course.url)
    walk.sees("1 von 2 Schritten erledigt")


def adapt(walk, cast, course):
    """Sabine makes the course one of München: only the contact has to be told."""
    walk.become(cast.sabine)
    walk.visit(course.url)
    walk.press("Ja, kopieren und anpassen")
    walk.sees("Das ist Ihre Fassung, noch als Entwurf.")
    walk.follow("Geben Sie eine E-Mail-Adresse an")
    walk.fill("Kontakt", "akten@muenchen.example")
    save(walk)
    copy = CoursePage.objects.get(adaptation__source=course)
    hand_in(walk, copy, cast.sabine)
    recommend(walk, copy, cast.dieter)
    release(walk, copy, cast.marlene)
    copy.refresh_from_db()
    walk.visit(copy.url)
    walk.sees("Kurs aus München", "Angepasst von", "der Stadt Nürnberg", course.get_licence_display())
    return copy


def change_the_original(walk, cast, course):
    """Nürnberg says more in two lessons, which takes the same two steps."""
    walk.become(cast.barbara)
    walk.visit(reverse("courses:workbench", args=[course.pk]))
    for title, text in NEWS.items():
        add_words(walk, title, text)
    hand_in(walk, course, cast.barbara)
    compare(walk, cast, course)
    recommend(walk, course, cast.dieter)
    release(walk, course, cast.hanna)
    tell_of_changed_originals()


def compare(walk, cast, course):
    """Dieter need not read again what has been published."""
    walk.become(cast.dieter)
    walk.visit(reverse("courses:workbench", args=[course.pk]))
    walk.follow("Was hat sich geändert?", about=FIRST)
    walk.sees(NEWS[FIRST])


def take_over_one(walk, cast, copy):
    """Sabine hears of it, looks at both changes and takes one; learners get it with Marlene's release."""
    open_message(walk, cast.sabine, "Das Original Ihres Kurses hat sich geändert")
    walk.sees("2 Änderungen warten auf Ihre Entscheidung", *NEWS.values())
    walk.choose(f"Text: geändert (Lektion „{FIRST}“)")
    walk.press("Ausgewähltes übernehmen")
    walk.sees("1 Änderung wartet auf Ihre Entscheidung", NEWS[SECOND])
    assert told_to_learners(copy) == {FIRST: False, SECOND: False}
    hand_in(walk, copy, cast.sabine)
    recommend(walk, copy, cast.dieter)
    release(walk, copy, cast.marlene)
    assert told_to_learners(copy) == {FIRST: True, SECOND: False}


def told_to_learners(copy):
    """Which news of the original stand in the published lessons of the adaptation."""
    lessons = {page.title: page.specific for page in copy.get_children().live()}
    return {title: text in str(lessons[title].body) for title, text in NEWS.items()}


def keep_learning(walk, cast, course):
    """What Mina has done is still done, and what is new stands there."""
    walk.become(cast.mina)
    walk.visit(course.url)
    walk.sees("1 von 2 Schritten erledigt")
    walk.follow(FIRST)
    walk.sees(NEWS[FIRST], "Diese Lektion ist erledigt")


def add_for_munich(walk, cast, course):
    """Sabine adds whom to ask in München, Marlene releases it."""
    walk.become(cast.sabine)
    walk.visit(course.url)
    walk.follow("Für unsere Stadt ergänzen")
    walk.fill("Titel", ADDITION)
    walk.press("Mit dem Schreiben beginnen")
    walk.write("Fragen Sie Frau Reiter, Zimmer 12.")
    walk.press("Entwurf speichern")
    walk.follow("Ihre Kurse")
    walk.press("Einreichen", about=ADDITION)
    walk.sees("Ihre Ausbildungsleitung hat eine Nachricht")
    open_message(walk, cast.marlene, f"„{ADDITION}“ wartet auf Ihre Freigabe")
    walk.press("Veröffentlichen")
    assert AnnexPage.objects.get().live


def see_what_is_added(walk, cast, course):
    """Zoe of München finds it in the course of Nürnberg, Mina does not."""
    walk.become(cast.zoe)
    walk.visit(course.url)
    walk.press("Anmelden und beginnen")
    walk.visit(course.url)
    walk.follow(ADDITION)
    walk.sees("Fragen Sie Frau Reiter, Zimmer 12.")
    walk.become(cast.mina)
    walk.visit(course.url)
    assert ADDITION not in walk.text()


def progress_of(person):
    return Enrollment.objects.get(person=person).lessons_done.count()
