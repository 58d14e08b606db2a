import pytest

from tests.exchange.stories import a_place, a_round


@pytest.fixture
def spring(cast):
    return a_round(cast)


@pytest.fixture
def online(cast, spring):
    return a_place(spring, cast.munich, "Online-Dienste")


@pytest.fixture
def as_mina(client, cast):
    client.force_login(cast.mina)
    return client
