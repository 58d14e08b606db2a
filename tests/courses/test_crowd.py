"""Many hand in their test at the same moment: all get their result, nobody an error."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from certificates.models import Certificate
from courses.models import Attempt, Completion
from courses.services.assessing.assessment import save_answers, start_attempt
from tests.factories.courses import RIGHT, CourseFactory, EnrollmentFactory
from tests.factories.courses import test_of as the_test_of
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_twelve_at_once_all_complete_the_course(cast, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    course = CourseFactory(city=cast.nuremberg, lessons=0, test=True)
    test = the_test_of(course)

    def ready(person):
        attempt = start_attempt(EnrollmentFactory(person=person, course=course), test, actor=person)
        save_answers(attempt, RIGHT, actor=person)
        client = Client()
        client.force_login(person)
        return client, reverse("courses:attempt_review", args=[attempt.pk])

    def hand_in(at_the_test):
        client, address = at_the_test
        try:
            return client.post(address).status_code
        finally:
            connection.close()

    crowd = [ready(person) for person in UserFactory.create_batch(12)]
    with ThreadPoolExecutor(len(crowd)) as pool:
        assert list(pool.map(hand_in, crowd)) == [302] * 12
    assert Attempt.objects.filter(passed=True, score=100).count() == 12
    assert Completion.objects.count() == 12
    assert list(Certificate.objects.order_by("serial").values_list("serial", flat=True)) == list(range(1, 13))
