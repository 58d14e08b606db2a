"""A city makes a course of another city its own: a copy that remembers where it came from."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page, Revision

from courses.models import Adaptation, CoursePage, Enrollment
from courses.queries.sharing.sharing import cities_using, origin_of
from courses.services.sharing.adapting import adapt_course
from courses.services.writing.authoring import set_up_shelf
from lms.core.errors import NotAllowed, Refused
from lms.core.journal import entries
from tests.courses.sharing import a_course, adapted, draft, fresh, lesson, parts, publish, release
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory, EnrollmentFactory, LessonFactory, shelf_of
from tests.factories.people import UserFactory
from tests.queries import queries_in


@pytest.fixture
def course(cast):
    return a_course(cast, is_mandatory=True, valid_until=date(2030, 1, 1))


def test_the_copy_has_every_part_as_a_draft(course, cast):
    copy = adapted(course, cast)
    assert [(type(page).__name__, page.title, page.live) for page in [copy, *parts(copy)]] == [
        ("CoursePage", "Akten führen", False),
        ("ModulePage", "Grundlagen", False),
        ("LessonPage", "Ordnen", False),
        ("LessonPage", "Finden", False),
        ("TestPage", "Abschlusstest", False),
    ]
    assert (copy.city, copy.owner, copy.slug) == (cast.augsburg, cast.dieter, "akten")
    assert [entry.action for entry in entries(copy)] == ["wagtail.create", "courses.course.adapt"]


def test_what_only_the_other_city_can_say_is_left_empty(course, cast):
    copy = adapted(course, cast)
    assert (copy.contact, copy.is_mandatory, copy.valid_until, copy.closed_on) == ("", False, None, None)
    assert (copy.summary, copy.licence) == (course.summary, course.licence)


def test_blocks_keep_their_ids_and_links_lead_to_the_copies(course, cast):
    _module, ordering, finding, test = parts(adapted(course, cast))
    assert [block.id for block in finding.body] == [block.id for block in lesson(course, "Finden").body]
    link = f'<p>Lies <a linktype="page" id="{ordering.pk}">Ordnen</a>.</p>'
    assert finding.body[-1].value.source == link
    assert finding.get_latest_revision_as_object().body[-1].value.source == link
    assert [question.value["lesson"].pk for question in test.questions] == [ordering.pk, ordering.pk]


def test_nothing_of_learners_authors_and_drafts_is_copied(course, cast):
    learn(cast.mina, course)
    Comment.objects.create(page=lesson(course, "Ordnen"), user=cast.barbara, text="Hm", contentpath="title")
    draft(lesson(course, "Finden"), title="Noch geheim")
    LessonFactory(parent=course, title="Unfertig", live=False)
    copy = adapted(course, cast)
    pages = [copy, *parts(copy)]
    assert [page.draft_title for page in pages[1:]] == ["Grundlagen", "Ordnen", "Finden", "Abschlusstest"]
    kind = ContentType.objects.get_for_model(Page)
    written = Revision.objects.filter(base_content_type=kind, object_id__in=[page.pk for page in pages])
    assert {revision.user for revision in written} == {cast.dieter}
    assert written.count() == len(pages)
    assert not Comment.objects.filter(page__in=pages).exists()
    assert not Enrollment.objects.filter(course=copy).exists()


def test_plans_and_locks_of_the_original_stay_there(course, cast):
    Page.objects.filter(pk__in=[page.pk for page in [course, *parts(course)]]).update(
        expire_at=timezone.now(), locked=True, locked_by=cast.barbara
    )
    copy = adapted(fresh(course), cast)
    assert {(page.expire_at, page.locked, page.locked_by) for page in [copy, *parts(copy)]} == {(None, False, None)}


def test_a_title_and_address_that_are_taken_are_avoided(course, cast):
    CourseFactory(city=cast.augsburg, title="akten Führen", slug="akten")
    copy = adapted(course, cast)
    assert (copy.title, copy.slug) == ("Akten führen (Nürnberg)", "akten-1")


@pytest.mark.parametrize("who", ["dieter", "anton"])
def test_trainers_and_office_of_another_city_adapt(course, cast, who):
    copy, is_new = adapt_course(course, cast.augsburg, actor=getattr(cast, who))
    assert (copy.city, is_new) == (cast.augsburg, True)


@pytest.mark.parametrize("who", ["kilian", "otto", "barbara", "marlene", "konrad"])
def test_nobody_else_does_for_that_city(course, cast, who):
    with pytest.raises(NotAllowed):
        adapt_course(course, cast.augsburg, actor=getattr(cast, who))


def test_the_own_course_is_changed_not_adapted(course, cast):
    with pytest.raises(Refused, match="Ihrer eigenen Stadt"):
        adapt_course(course, cast.nuremberg, actor=cast.barbara)


def test_a_reserved_licence_is_respected(course, cast):
    CoursePage.objects.update(licence="reserved")
    with pytest.raises(Refused, match="alle Rechte"):
        adapted(fresh(course), cast)


def test_an_unpublished_course_is_not_adapted(course, cast):
    course.unpublish()
    with pytest.raises(Refused, match="nicht veröffentlicht"):
        adapted(course, cast)


def test_the_second_time_leads_to_the_first_copy(course, cast):
    first = adapted(course, cast)
    assert adapt_course(course, cast.augsburg, actor=cast.anton) == (first, False)
    assert adapt_course(course, cast.munich, actor=cast.sabine)[1] is True


def test_the_database_keeps_one_adaptation_per_city(course, cast):
    row = adapted(course, cast).adaptation
    other = CourseFactory(city=cast.augsburg)
    with pytest.raises(IntegrityError), transaction.atomic():
        Adaptation.objects.create(
            page=other, source=course, city=cast.augsburg, source_city=cast.nuremberg, source_title=row.source_title
        )


def test_after_the_copy_is_deleted_the_course_can_be_adapted_again(course, cast):
    first = adapted(course, cast)
    first.delete()
    assert adapted(course, cast) != first


@pytest.mark.django_db(transaction=True)
def test_of_several_who_adapt_at_once_one_makes_the_copy(cast):
    course = a_course(cast)
    people = [cast.dieter, cast.anton, *(UserFactory(trainer_in=cast.augsburg) for _ in range(4))]
    together = Barrier(len(people))

    def adapt(person):
        try:
            together.wait()
            return adapt_course(course, cast.augsburg, actor=person)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        made = list(pool.map(adapt, people))
    assert len({copy.pk for copy, _is_new in made}) == 1
    assert [is_new for _copy, is_new in made].count(True) == 1
    assert CoursePage.objects.child_of(shelf_of(cast.augsburg)).count() == 1


def told(origin):
    return [(one.title, one.city, one.licence, bool(one.url)) for one in origin.originals]


def test_the_whole_way_of_a_course_is_told(course, cast):
    augsburg = release(adapted(course, cast))
    augsburg = publish(augsburg, title="Akten in Augsburg")
    munich = adapt_course(augsburg, cast.munich, actor=cast.sabine)[0]
    assert origin_of(course) is None
    assert (origin_of(munich).by, told(origin_of(munich))) == (
        "München",
        [("Akten in Augsburg", "Augsburg", "CC BY-SA 4.0", True), ("Akten führen", "Nürnberg", "CC BY-SA 4.0", True)],
    )


def test_the_way_is_told_without_links_when_the_originals_are_gone(course, cast):
    augsburg = release(adapted(course, cast))
    munich = adapt_course(augsburg, cast.munich, actor=cast.sabine)[0]
    fresh(augsburg).delete()
    course.unpublish()
    assert told(origin_of(munich)) == [
        ("Akten führen", "Augsburg", "CC BY-SA 4.0", False),
        ("Akten führen", "Nürnberg", "CC BY-SA 4.0", False),
    ]


def test_a_copy_made_in_the_editor_still_names_its_origin(client, course, cast):
    set_up_shelf(cast.augsburg)
    copy = adapted(course, cast)
    client.force_login(cast.anton)
    sent = {"new_title": "Zweite Fassung", "new_slug": "zwei", "new_parent_page": copy.get_parent().pk}
    client.post(reverse("wagtailadmin_pages:copy", args=[copy.pk]), sent | {"copy_subpages": "on"})
    second = CoursePage.objects.get(slug="zwei")
    assert told(origin_of(second)) == told(origin_of(copy))
    assert [part.adaptation.source_id for part in parts(second)] == [part.adaptation.source_id for part in parts(copy)]
    assert adapt_course(course, cast.augsburg, actor=cast.anton) == (copy, False)


def test_adapting_back_and_forth_never_closes_a_circle(course, cast):
    page = course
    offices = {cast.augsburg: cast.anton, cast.nuremberg: cast.hanna}
    for length, city in enumerate([cast.augsburg, cast.nuremberg] * 3, start=1):
        page, is_new = adapt_course(page, city, actor=offices[city])
        page = release(page)
        keys = [page.adaptation.seen["page"], *(step["page"] for step in page.adaptation.earlier)]
        assert (is_new, len(origin_of(page).originals), len(set(keys))) == (True, length, length)
        assert keys == sorted(keys, reverse=True)
        assert page.pk > keys[0]


def test_the_database_lets_no_page_come_from_a_younger_one(course, cast):
    row = adapted(course, cast).adaptation
    for source in (row.page, CourseFactory(city=cast.munich)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Adaptation.objects.filter(pk=row.pk).update(source=source)


def test_cities_that_use_a_course(course, cast):
    assert cities_using(course) == []
    copy = adapted(course, cast)
    assert cities_using(course) == []  # a draft is nobody's business
    release(copy)
    for _ in range(4):
        EnrollmentFactory(course=course, person=UserFactory(apprentice_in=cast.munich))
    assert [(use.city, use.version, use.learns) for use in cities_using(course)] == [(cast.augsburg, copy.pk, False)]
    EnrollmentFactory(course=course, person=UserFactory(apprentice_in=cast.munich))
    assert [(use.city, use.learns) for use in cities_using(course)] == [(cast.augsburg, False), (cast.munich, True)]


def test_who_uses_a_course_is_asked_in_a_fixed_number_of_queries(course, cast):
    def asked():
        return queries_in(lambda: (cities_using(course), origin_of(course)))

    before = asked()
    for city, actor in ((cast.augsburg, cast.dieter), (cast.munich, cast.sabine)):
        release(adapt_course(course, city, actor=actor)[0])
        for _ in range(5):
            EnrollmentFactory(course=course, person=UserFactory(apprentice_in=city))
    assert asked() == before
    assert before == 2
