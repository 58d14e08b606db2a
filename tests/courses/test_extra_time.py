from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.models import ExtraTime, TestPage
from courses.services.assessing.assessment import start_attempt
from courses.services.assessing.extra_time import end_extra_time, grant_extra_time
from lms.core.errors import NotAllowed, Refused
from tests.courses.stories import learn
from tests.factories.courses import CourseFactory
from tests.factories.courses import test_of as the_test_of


def grant(cast, percent=25, **changes):
    told = {"person": cast.mina, "city": cast.nuremberg, "percent": percent, "ends_on": None, "actor": cast.hanna}
    return grant_extra_time(**(told | changes))


def minutes_of(cast):
    """How long Mina has for a test of 40 minutes."""
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))
    TestPage.objects.child_of(enrollment.course).update(minutes_limit=40)
    attempt = start_attempt(enrollment, the_test_of(enrollment.course), actor=cast.mina)
    return (attempt.due_at - attempt.started_at).total_seconds() / 60


def text(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True).split())


def test_extra_time_is_added_to_the_limit(cast):
    assert minutes_of(cast) == 40
    grant(cast)
    assert minutes_of(cast) == 50


def test_it_holds_until_its_last_day(cast, time_machine):
    grant(cast, ends_on=timezone.localdate())
    assert minutes_of(cast) == 50
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert minutes_of(cast) == 40


def test_an_attempt_that_runs_keeps_its_time(cast):
    granted = grant(cast)
    assert minutes_of(cast) == 50
    end_extra_time(granted, actor=cast.hanna)
    assert minutes_of(cast) == 40


def test_the_training_office_of_the_home_city_grants_it(cast):
    for actor in (cast.mina, cast.barbara, cast.marlene, cast.konrad):
        with pytest.raises(NotAllowed):
            grant(cast, actor=actor)
    with pytest.raises(Refused):
        grant(cast, person=cast.kilian)
    assert not ExtraTime.objects.exists()


def test_granting_again_changes_it(cast):
    grant(cast)
    grant(cast, percent=50)
    assert ExtraTime.objects.get().percent == 50


def test_the_person_and_the_office_alone_see_it(cast):
    grant(cast)
    people = [person for person in vars(cast).values() if hasattr(person, "email")]
    assert {one for one in people if ExtraTime.objects.visible_to(one).exists()} == {cast.mina, cast.hanna}


def test_the_journal_tells_neither_whom_nor_how_much(cast):
    grant(cast, percent=33)
    entry = ModelLogEntry.objects.filter(action="courses.extra_time.grant").get()
    told = f"{entry.label} {entry.data} {entry.message} {entry.comment}"
    assert not any(word in told for word in ("33", "Mina", "Muster", "Zeitzuschlag"))


def test_hanna_grants_changes_and_ends_it(client, cast):
    client.force_login(cast.hanna)
    page = reverse("courses:extra_times")
    assert "Niemand in Ihrer Stadt" in text(client.get(page))
    client.post(page, {"person": cast.mina.pk, "percent": "25"})
    granted = ExtraTime.objects.get()
    assert "25 Prozent" in text(client.get(page))
    client.post(reverse("courses:extra_time_change", args=[granted.pk]), {"percent": "50", "ends_on": "2099-01-01"})
    granted.refresh_from_db()
    assert (granted.percent, granted.ends_on.year) == (50, 2099)
    client.post(reverse("courses:extra_time_end", args=[granted.pk]))
    assert not ExtraTime.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [{}, {"percent": "0"}, {"percent": "201"}, {"percent": "viel"}, {"percent": "25", "ends_on": "2001-01-01"},
     {"percent": "25", "ends_on": "morgen"}, {"percent": "9" * 30}],
)  # fmt: skip
def test_wrong_input_is_a_sentence_at_the_field(client, cast, sent):
    client.force_login(cast.hanna)
    answer = client.post(reverse("courses:extra_times"), {"person": cast.mina.pk, **sent})
    assert answer.status_code == 200
    assert BeautifulSoup(answer.content, "html.parser").select(".kern-error")
    assert not ExtraTime.objects.exists()


def test_only_apprentices_of_the_own_city_can_be_chosen(client, cast):
    client.force_login(cast.hanna)
    client.post(reverse("courses:extra_times"), {"person": cast.kilian.pk, "percent": "25"})
    assert not ExtraTime.objects.exists()
    assert cast.kilian.full_name not in text(client.get(reverse("courses:extra_times")))


def test_mina_reads_on_her_own_pages_that_she_has_it(client, cast):
    grant(cast)
    client.force_login(cast.mina)
    assert "Sie haben bei Tests mit Zeitgrenze 25 Prozent mehr Zeit." in text(client.get(reverse("profile")))
    enrollment = learn(cast.mina, CourseFactory(city=cast.nuremberg, test=True))
    TestPage.objects.child_of(enrollment.course).update(minutes_limit=40)
    assert "50 Minuten (mit Ihrem Zeitzuschlag)" in text(client.get(the_test_of(enrollment.course).url))


def test_the_way_there_is_shown_to_the_training_office_alone(client, cast):
    for person, sees in [(cast.hanna, True), (cast.barbara, False)]:
        client.force_login(person)
        assert ("Zeitzuschlag bei Tests" in text(client.get(reverse("courses:teaching")))) == sees
