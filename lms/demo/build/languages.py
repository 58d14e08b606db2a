"""Two courses in English as well."""

from datetime import timedelta

from courses.models import CoursePage
from courses.services.translating.described_translations import translate_as_described
from lms.demo import content
from lms.demo.build.clock import at, monday_of_this_week
from lms.demo.build.learning import FILES
from lms.demo.build.people import People
from people.models import Role


def build_translations(courses: dict[str, CoursePage], people: People) -> None:
    with at(monday_of_this_week() - timedelta(weeks=50)):
        for spec in content.ENGLISH:
            office = people.of_role(Role.HR, spec["city"])[0]
            translate_as_described(courses[spec["slug"]], spec, actor=office, files=FILES)
