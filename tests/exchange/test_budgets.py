"""How often the pages of a round ask the database, whether ten people want to join it or a thousand."""

import pytest
from django.urls import reverse

from lms.demo.rush import endorsed_applications
from tests.exchange.stories import a_place, later
from tests.queries import questions_in


@pytest.mark.parametrize("how_many", [10, 1000])
@pytest.mark.parametrize(("who", "page", "most"), [("hanna", "inbox", 15), ("mina", "explore", 12), ("konrad", "", 20)])
def test_a_rush_costs_no_more_than_a_few(client, cast, spring, online, who, page, most, how_many):
    second = a_place(spring, cast.augsburg, "Papier raus", **later(online))
    endorsed_applications(spring, cast.mina.apprenticeship, [online, second], how_many)
    client.force_login(getattr(cast, who))
    address = reverse(f"exchange:{page}") if page else spring.get_absolute_url()
    assert client.get(address).status_code == 200  # the first look of the day at a file costs more
    assert questions_in(lambda: client.get(address)) <= most
