from dataclasses import replace
from hashlib import sha256

from exchange.matching import Mode, audit, run
from tests.exchange.matching.markets import applicant, market, offer

SMALL = market(
    [offer("chatbot", occupations=frozenset({"VFA-K", "FIAE"}))], [applicant("mina", "chatbot", busy=frozenset({3, 1}))]
)


def test_the_instance_is_written_in_the_public_format():
    document = audit.instance(SMALL, "2027")
    assert document["offers"] == [
        {
            "id": "chatbot",
            "department": "M-innolab",
            "capacity": 1,
            "weeks": [10, 15],
            "occupations": ["FIAE", "VFA-K"],
            "years": [1, 4],
            "min_age": 0,
            "skills": [],
        }
    ]
    assert document["applicants"] == [
        {
            "id": "mina",
            "city": "N",
            "occupation": "VFA-K",
            "year": 2,
            "age": 19,
            "skills": [],
            "busy": [1, 3],
            "prefs": ["chatbot"],
            "class": 0,
        }
    ]
    assert document["lottery"] == {"seed": "2027", "algorithm": "sha256(seed:applicant)"}


def test_canonical_json_has_sorted_keys_and_no_spaces():
    assert audit.canonical_json({"b": [1, None], "a": "ü"}) == '{"a":"ü","b":[1,null]}'
    assert audit.fingerprint({"b": 1}) == sha256(b'{"b":1}').hexdigest()


def test_the_fingerprints_change_with_input_seed_and_result():
    first = run(SMALL, seed="2027")
    other_input = run(replace(SMALL, name="again"), seed="2027")
    other_seed = run(SMALL, seed="2028")
    assert len({first.instance_sha256, other_input.instance_sha256, other_seed.instance_sha256}) == 3
    assert len({first.outcome_sha256, other_input.outcome_sha256, other_seed.outcome_sha256}) == 3
    assert run(SMALL, seed="2027", mode=Mode.SERIAL_MAX).outcome_sha256 != first.outcome_sha256


def test_a_replay_gives_the_same_bytes():
    """Pinned: a change of these fingerprints is a new engine version."""
    result = run(SMALL, seed="2027")
    assert (result.engine, result.instance_sha256[:16], result.outcome_sha256[:16]) == (
        "wanderjahr-matching/2",
        "1ac1ee93c2311c0d",
        "c1a60a32b088c743",
    )
