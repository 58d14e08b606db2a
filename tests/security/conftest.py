import pytest

from tests.world import one_of_everything, propose_revocation


@pytest.fixture
def world(cast):
    """One of everything, a proposed revocation included."""
    made = one_of_everything(cast)
    propose_revocation(made, cast)
    return made
