"""Where translators write, what they are told, and who gets there."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Collection, Page

from courses.models import CoursePage, LessonPage
from courses.queries.translating.translations import is_translated
from courses.services.reviewing.review import submit_course
from courses.services.writing.authoring import set_up_shelf
from courses.services.writing.co_authors import invite
from lms.media.models import CourseImage
from tests.courses.every_block import lesson_of_everything
from tests.courses.sharing import a_course, content, fresh, lesson, parts, publish, text
from tests.courses.translations import begun, missing, page, say, say_everything, texts
from tests.factories.courses import CourseFactory, LessonFactory, lessons_of
from tests.factories.courses import test_of as the_test_of
from tests.factories.people import UserFactory
from tests.queries import queries_of

ALL_OF_LOCALIZE = [
    ("javascript_catalog", []), ("submit_page_translation", ["page"]), ("update_translations", [1]),
    ("edit_string_translation", [1, 1]), ("edit_override", [1, 1]), ("download_pofile", [1]), ("upload_pofile", [1]),
    ("machine_translate", [1]), ("preview_translation", [1]), ("stop_translation", [1]), ("convert_to_alias", ["page"]),
    ("translations_report", []), ("snippets_api_listing", ["courses", "coursepage"]),
    ("submit_snippet_translation", ["courses", "coursepage", "1"]), ("translations_report_results", []),
]  # fmt: skip


@pytest.fixture
def course(cast):
    for city in (cast.nuremberg, cast.augsburg):
        set_up_shelf(city)
    return a_course(cast, summary="Akten führen, die man wiederfindet.", owner=cast.barbara)


@pytest.fixture
def english(cast, course):
    return begun(course, cast)


def bench(course):
    return reverse("courses:workbench", args=[course.pk])


def address(english, title=None):
    part = page(english, title) if title else english
    return reverse("courses:translate", args=[english.pk, part.pk])


def shown(client, who, url):
    client.force_login(who)
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def filled(found, **said):
    """What the browser sends: each text as typed, and the marks of what stood there."""
    data = {
        name: value
        for text in found.texts
        for name, value in ((text.name, text.value), (f"seen-{text.name}", text.mark))
    }
    data |= {one.name: one.value or "" for one in found.chosen}
    by_original = {text.original: text.name for text in found.texts}
    return data | {by_original.get(original, original): words for original, words in said.items()}


def sent(client, who, english, title, follow=True, **said):
    client.force_login(who)
    data = filled(texts(page(english, title)), **said)
    return client.post(address(english, title), data, follow=follow)


def test_from_the_workbench_to_a_begun_translation(client, cast, course):
    assert "Auf Englisch übersetzen" in shown(client, cast.barbara, bench(course))
    answer = client.post(reverse("courses:translation_start", args=[course.pk]), {"language": "en"}, follow=True)
    english = CoursePage.objects.get(locale__language_code="en")
    assert answer.redirect_chain == [(bench(english), 302)]
    told = answer.content.decode()
    assert "Niemand sieht sie, bevor Sie sie einreichen." in told
    assert "0 von 34 Texten übersetzt" in told
    assert "Weiter übersetzen" in told
    assert reverse("wagtailadmin_pages:edit", args=[parts(english)[0].pk]) in told
    original = shown(client, cast.barbara, bench(course))
    assert f'href="{bench(english)}"' in original
    assert "Auf Englisch übersetzen" not in original


def test_the_texts_of_a_page_stand_beside_their_original(client, cast, english):
    told = shown(client, cast.barbara, address(english, "Ordnen"))
    assert "0 von 9 Texten übersetzt" in told
    assert re.findall(r"<legend[^>]*>([^<]*)<", told) == ["Titel", "Text", "Hinweis", "Frage zur Selbstprüfung"]
    assert '<p class="wj-pair__words" id="original-' in told
    assert f'href="{bench(english)}"' in told


def test_what_is_typed_is_saved_and_leads_on_to_what_is_missing(client, cast, english):
    answer = sent(client, cast.barbara, english, "Ordnen", Ordnen="Sorting")
    assert "Gespeichert. Hier fehlen noch 8 Texte." in answer.content.decode()
    assert answer.redirect_chain == [(address(english, "Ordnen"), 302)]
    answer = sent(client, cast.barbara, english, "Ordnen", on="1")
    assert answer.redirect_chain == [(address(english, "Finden"), 302)]
    say_everything(english, cast.barbara)
    answer = sent(client, cast.barbara, english, "Abschlusstest", on="1")
    assert answer.redirect_chain == [(bench(english), 302)]
    assert "Gespeichert. Hier ist alles übersetzt." in answer.content.decode()
    assert missing(english) == {}


def test_bold_words_and_links_are_typed_with_signs(client, cast, course):
    words = '<p>Das <b>Amt</b> und <a href="https://example.org/a">das Gesetz</a>.</p>'
    LessonFactory(parent=course, title="Zeichen", body=[{"type": "text", "id": "t", "value": words}])
    english = begun(course, cast)
    told = shown(client, cast.barbara, address(english, "Zeichen"))
    assert "Das **Amt** und [das Gesetz](1)." in told
    said = {"Das **Amt** und [das Gesetz](1).": "The **office** & [the law](1) <script>alert(1)</script>."}
    sent(client, cast.barbara, english, "Zeichen", **said)
    link = '<a href="https://example.org/a">the law</a>'
    stored = f"<p>The <b>office</b> &amp; {link} &lt;script&gt;alert(1)&lt;/script&gt;.</p>"
    assert content(page(english, "Zeichen"))["t"] == stored


def test_what_cannot_be_stored_is_said_at_the_text_and_stays(client, cast, english):
    answer = sent(client, cast.barbara, english, "Ordnen", Ordnen="x" * 260, **{"Gut zu wissen": "Good to know"})
    told = answer.content.decode()
    assert answer.status_code == 422
    assert told.count("Dieser Text ist zu lang: 260 Zeichen. Platz ist für 255.") == 2
    assert "Good to know" in told
    assert missing(english)["Ordnen"] == 9
    stray = {"Akten erzählen einen Vorgang.": "Files [here](3)."}
    told = sent(client, cast.barbara, english, "Ordnen", **stray).content.decode()
    assert "Im Original gibt es keinen Link mit der Nummer 3." in told


def test_two_people_translate_the_same_text(client, cast, english):
    before = filled(texts(page(english, "Ordnen")))
    [title] = [name for name in before if name.startswith("t")][:1]
    say(page(english, "Ordnen"), cast.hanna, Ordnen="Filing")
    client.force_login(cast.barbara)
    answer = client.post(address(english, "Ordnen"), before | {title: "Sorting"})
    told = answer.content.decode()
    assert answer.status_code == 422
    assert "Hanna Hypothese hat das inzwischen so übersetzt: „Filing“." in told
    assert ">\nSorting</textarea>" in told
    seen = re.search(rf'name="seen-{title}" value="(\w*)"', told)[1]
    client.post(address(english, "Ordnen"), before | {title: "Sorting", f"seen-{title}": seen})
    assert fresh(page(english, "Ordnen")).draft_title == "Sorting"


def test_pictures_films_and_addresses_can_differ(client, cast, course):
    lesson_of_everything(course)
    english = begun(course, cast)
    [shelf] = Collection.objects.filter(name="Nürnberg")
    diagram = CourseImage.objects.create(title="A diagram", file=CourseImage.objects.first().file, collection=shelf)
    names = {(one.spot.title, one.spot.label): one.name for one in texts(page(english, "Alle Blöcke")).chosen}
    picture, link = names["Bild", "Bild"], names["Links", "Adresse"]
    assert "A diagram" in shown(client, cast.barbara, address(english, "Alle Blöcke"))
    told = sent(client, cast.barbara, english, "Alle Blöcke", **{link: "javascript:alert(1)"}).content.decode()
    assert "Bitte beginnen Sie mit https://." in told
    sent(client, cast.barbara, english, "Alle Blöcke", **{picture: diagram.pk, link: "https://example.org/en"})
    body = fresh(page(english, "Alle Blöcke")).get_latest_revision_as_object().body
    said = {block.block_type: block.value for block in body}
    assert (said["image"]["image"].pk, said["links"]["links"][0]["url"]) == (diagram.pk, "https://example.org/en")
    diagram.delete()
    sent(client, cast.barbara, english, "Alle Blöcke", **{"Alle Blöcke": "All blocks", picture: "", link: ""})
    body = fresh(page(english, "Alle Blöcke")).get_latest_revision_as_object().body
    assert body[3].value["image"].title == "Sehr klein"


def test_what_the_original_changed_is_shown_before_it_is_brought_over(client, cast, course, english):
    say_everything(english, cast.barbara)
    news = reverse("courses:translation_news", args=[english.pk])
    assert "Nichts hat sich geändert" in shown(client, cast.barbara, news)
    publish(lesson(course, "Ordnen"), title="Ordnung halten", by=cast.hanna)
    LessonFactory(parent=course, title="Ablegen")
    lesson(course, "Finden").unpublish()
    assert "3 Änderungen, seit diese Übersetzung ihm zuletzt gefolgt ist." in shown(
        client, cast.barbara, bench(english)
    )
    told = shown(client, cast.barbara, news)
    assert re.findall(r'<h3 class="wj-h4" id="label[^>]*>([^<]*)<', told) == [
        "Lektion: neu", "Lektion: weggefallen", "Titel: geändert",
    ]  # fmt: skip
    answer = client.post(news, follow=True)
    assert "Die Übersetzung folgt wieder dem Original." in answer.content.decode()
    assert "Sie folgt dem neuesten Stand des Originals." in answer.content.decode()
    fresh(course).unpublish()
    assert "Das Original ist zurzeit nicht veröffentlicht" in shown(client, cast.barbara, news)
    assert "Das Original ist zurzeit nicht veröffentlicht" in shown(client, cast.barbara, bench(english))


def test_what_only_the_office_can_take_out_is_named(client, cast, course, english):
    Page.objects.filter(pk=page(english, "Ordnen").pk).update(live=True)
    lesson(course, "Ordnen").unpublish()
    client.force_login(cast.barbara)
    told = client.post(reverse("courses:translation_news", args=[english.pk]), follow=True).content.decode()
    assert "„Ordnen“ gehört nicht mehr zum Original. Hier herausnehmen kann das nur die Ausbildungsleitung." in told


def test_every_way_into_the_editor_leads_to_the_texts(client, cast, english):
    one = page(english, "Ordnen")
    for person in (cast.barbara, cast.hanna):
        client.force_login(person)
        for url in (
            reverse("wagtailadmin_pages:edit", args=[one.pk]),
            reverse("wagtailadmin_pages:revisions_revert", args=[one.pk, one.latest_revision_id]),
        ):
            assert client.get(url).headers["Location"] == address(english, "Ordnen")
            assert client.post(url, {"action": "publish"}).headers["Location"] == address(english, "Ordnen")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).headers["Location"] == address(english)
    assert not LessonPage.objects.get(pk=one.pk).live


def test_a_course_that_goes_its_own_way_is_edited_like_any_other(client, cast, english):
    client.force_login(cast.barbara)
    told = client.post(reverse("courses:own_way", args=[english.pk]), follow=True).content.decode()
    assert "Ab jetzt ist das ein eigener Kurs." in told
    one = page(english, "Ordnen")
    edit = reverse("wagtailadmin_pages:edit", args=[one.pk])
    assert client.get(address(english, "Ordnen")).headers["Location"] == edit
    editor = client.get(edit).content.decode()
    assert 'name="slug"' in editor
    assert "localize" not in editor
    assert client.post(edit, {"localize-restart-translation": "1"}).headers["Location"] == edit
    assert not is_translated(one)


@pytest.mark.parametrize("who", ["barbara", "dieter", "mina", "admin"])
def test_no_address_of_localize_is_open_to_anybody(client, cast, english, who):
    person = UserFactory(is_superuser=True) if who == "admin" else getattr(cast, who)
    client.force_login(person)
    for name, keys in ALL_OF_LOCALIZE:
        url = reverse(f"wagtail_localize:{name}", args=[english.pk if key == "page" else key for key in keys])
        expected = {302} if who == "mina" else {404}  # who may not enter the editor at all is led back
        assert {client.get(url).status_code, client.post(url).status_code, client.put(url).status_code} == expected


def test_only_those_who_write_the_course_translate_it(client, cast, course, english):
    urls = [bench(english), address(english, "Ordnen"), reverse("courses:translation_news", args=[english.pk])]
    for stranger in (cast.dieter, cast.sabine, cast.mina, cast.konrad):
        client.force_login(stranger)
        assert [client.get(url).status_code for url in urls] == [404] * 3
        assert client.post(urls[1]).status_code == 404
    invite(course, cast.dieter, actor=cast.barbara)
    client.force_login(cast.dieter)
    assert [client.get(url).status_code for url in urls] == [200] * 3
    other = CourseFactory(city=cast.nuremberg)
    assert client.get(reverse("courses:translate", args=[english.pk, lessons_of(other)[0].pk])).status_code == 404


def test_who_reads_it_for_a_partner_city_sees_both_languages_and_changes_nothing(client, cast, english):
    say_everything(english, cast.barbara)
    submit_course(english, actor=cast.barbara)
    told = shown(client, cast.dieter, address(english, "Ordnen"))
    assert ">EN Ordnen</p>" in told
    assert "<textarea" not in told
    assert client.post(address(english, "Ordnen"), filled(texts(page(english, "Ordnen")))).status_code == 403
    assert "<textarea" not in shown(client, cast.barbara, address(english, "Ordnen"))
    answer = sent(client, cast.barbara, english, "Ordnen", Ordnen="Sorting")
    assert answer.status_code == 400
    assert "wartet auf eine Entscheidung" in answer.content.decode()


def test_course_pages_lead_to_each_other(client, cast, course, english):
    assert "Auch auf" not in shown(client, cast.mina, course.url)
    Page.objects.filter(pk=english.pk).update(live=True)
    assert f'<a href="{english.url}" hreflang="en">Auch auf Englisch</a>' in shown(client, cast.mina, course.url)
    assert f'<a href="{course.url}" hreflang="de">Auch auf Deutsch</a>' in shown(client, cast.mina, english.url)


def test_a_copy_within_the_city_leads_to_its_own_lessons(client, cast, course, english):
    client.force_login(cast.hanna)
    shelf = course.get_parent()
    data = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": shelf.pk, "copy_subpages": "on"}
    for one in (course, english):
        client.post(reverse("wagtailadmin_pages:copy", args=[one.pk]), data | {"new_slug": f"kopie-{one.slug}"})
        copy = CoursePage.objects.get(slug=f"kopie-{one.slug}")
        first = page(copy, "Ordnen")
        test = fresh(the_test_of(copy)).get_latest_revision_as_object()
        assert [question.value["lesson"].pk for question in test.questions] == [first.pk] * 2
        assert f'id="{first.pk}"' in content(page(copy, "Finden"))["link"]
        assert not is_translated(copy)


def test_the_page_asks_the_same_for_few_and_many_texts(client, cast, course):
    few = LessonFactory(parent=course, title="Wenige", body=[text("a", "Eins.")])
    many = LessonFactory(parent=course, title="Viele", body=[text(f"b{n}", f"Text {n}.") for n in range(40)])
    english = begun(course, cast)
    client.force_login(cast.barbara)
    asked = {queries_of(client, address(english, one.title)) for one in (few, many)}
    assert len(asked) == 1
    assert asked.pop() <= 30


def test_workbench_and_news_ask_the_same_for_any_number_of_lessons(client, cast):
    set_up_shelf(cast.nuremberg)
    client.force_login(cast.barbara)
    asked = []
    for lessons in (1, 20):
        course = CourseFactory(city=cast.nuremberg, lessons=lessons)
        english = begun(course, cast)
        for one in lessons_of(course):
            LessonPage.objects.filter(pk=one.pk).update(title=f"Neu {one.pk}")
        news = reverse("courses:translation_news", args=[english.pk])
        asked.append((queries_of(client, bench(english)), queries_of(client, news)))
    [(workbench, told), more] = asked
    assert more == (workbench, told)
    assert (workbench <= 48, told <= 18) == (True, True)


def test_who_takes_the_original_back_reads_that_the_translation_stays(client, cast, course, english):
    Page.objects.filter(path__startswith=english.path).update(live=True)
    client.force_login(cast.hanna)
    told = client.get(reverse("courses:course_close", args=[course.pk])).content.decode()
    assert "„Akten führen“ auf Englisch bleibt offen;" in told
    gone = reverse("wagtailadmin_pages:unpublish", args=[lesson(course, "Ordnen").pk])
    told = [str(one) for one in client.post(gone, follow=True).context["messages"]]
    assert "„Ordnen“ auf Englisch ist weiterhin veröffentlicht." in told
