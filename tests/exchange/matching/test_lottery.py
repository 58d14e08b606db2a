import subprocess
from hashlib import sha256

from exchange.matching.lottery import commitment, places_in_draw, ticket


def test_anybody_can_recompute_a_ticket_with_sha256sum():
    shown = subprocess.run(["sha256sum"], input=b"2027:a0", capture_output=True, check=True).stdout.split()[0]
    assert ticket("2027", "a0").hex() == shown.decode()


def test_places_do_not_depend_on_the_order_of_the_input():
    people = [f"a{number}" for number in range(50)]
    draw = places_in_draw(people, "2027")
    assert sorted(draw.values()) == list(range(1, 51))
    assert places_in_draw(reversed(people), "2027") == draw
    assert places_in_draw(people, "2028") != draw


def test_every_person_wins_about_equally_often():
    wins = [min(draw, key=draw.get) for number in range(3000) if (draw := places_in_draw("abc", str(number)))]
    assert all(900 < wins.count(person) < 1100 for person in "abc")


def test_the_commitment_is_the_hash_of_the_seed():
    assert commitment("Grüße") == sha256("Grüße".encode()).hexdigest()
