"""People see who has seen their file; noting it never costs anybody a page."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from people.models import FileLook, LookKind
from people.queries import looks_at, with_offices
from people.services import looks
from people.services.looks import note_look


def test_one_row_for_each_viewer_kind_and_day_however_often(cast):
    for _time in range(3):
        note_look(cast.hanna, cast.mina, LookKind.APPLICATION, "2027-F-0001")
    note_look(cast.hanna, cast.mina, LookKind.STAY)
    note_look(cast.barbara, cast.mina, LookKind.APPLICATION)
    assert sorted(FileLook.objects.values_list("viewer__first_name", "what", "times")) == [
        ("Barbara", "application", 1), ("Hanna", "application", 3), ("Hanna", "stay", 1),
    ]  # fmt: skip
    FileLook.objects.update(day=timezone.localdate() - timedelta(days=1))
    note_look(cast.hanna, cast.mina, LookKind.STAY)
    assert looks_at(cast.mina).count() == 4


def test_nobody_is_told_of_looking_at_the_own_file(cast):
    note_look(cast.mina, cast.mina, LookKind.STAY)
    assert not FileLook.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        FileLook.objects.create(
            viewer=cast.mina, subject=cast.mina, what="stay", day=timezone.localdate(), last_at=timezone.now()
        )


def test_the_page_names_person_role_office_and_what(client, cast):
    note_look(cast.hanna, cast.mina, LookKind.APPLICATION, "2027-F-0001")
    ((_look, office),) = with_offices(looks_at(cast.mina))
    assert "Nürnberg" in office
    client.force_login(cast.mina)
    page = client.get(reverse("looks")).text
    assert "Hanna Hypothese" in page
    assert "2027-F-0001" in page
    assert reverse("looks") in client.get(reverse("profile")).text
    client.force_login(cast.zoe)
    assert "Hanna" not in client.get(reverse("looks")).text


def test_the_list_costs_the_same_for_one_and_for_many(client, cast, django_assert_num_queries):
    note_look(cast.hanna, cast.mina, LookKind.STAY)
    with django_assert_num_queries(2):
        with_offices(looks_at(cast.mina))
    for who in (cast.barbara, cast.marlene, cast.carla, cast.konrad):
        note_look(who, cast.mina, LookKind.NOTE)
    with django_assert_num_queries(2):
        assert len(with_offices(looks_at(cast.mina))) == 5


def test_a_look_that_cannot_be_written_loses_no_page(cast, monkeypatch, caplog):
    def broken(*_about):
        raise DatabaseError("disk is full")

    monkeypatch.setattr(looks, "_count", broken)
    note_look(cast.hanna, cast.mina, LookKind.STAY)
    assert "could not be noted" in caplog.text
    assert not FileLook.objects.exists()
