from lms.core import journal
from people.services.memberships import end_role


def test_journal_tells_who_did_what_with_which_facts(cast):
    membership = cast.mina.memberships.get()

    end_role(membership, actor=cast.hanna, on=membership.starts_on)

    last = journal.entries(membership).last()
    assert (last.action, last.user, last.data) == ("people.role.end", cast.hanna, {"role": "apprentice"})


def test_the_system_acts_without_a_person(cast):
    first = journal.entries(cast.mina.memberships.get()).first()
    assert (first.action, first.user) == ("people.role.give", None)
