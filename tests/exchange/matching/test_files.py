"""The files other programs rely on: what is wrong is named by its field, and the commands answer as agreed."""

import json
from copy import deepcopy

import pytest
from django.core.management import call_command

from exchange.matching import audit
from exchange.matching.files import read_instance, read_json, read_result
from exchange.matching.lottery import Lottery
from exchange.matching.market import MarketError
from exchange.matching.modes import Mode
from tests.exchange.matching.markets import applicant, market, offer

DOCUMENT = audit.instance(
    market(
        [offer("chatbot", occupations=frozenset({"VFA-K"})), offer("process", "N-digital")],
        [applicant("mina", "chatbot"), applicant("zoe", "process", busy=frozenset({2}))],
        scores={"M-innolab": {"mina": 20}},
    ),
    "2027",
)


def changed(path, value):
    document = deepcopy(DOCUMENT)
    *way, last = path
    inner = document
    for step in way:
        inner = inner[step]
    if value is KeyError:
        del inner[last]
    else:
        inner[last] = value
    return document


def test_what_is_written_is_read_again():
    read, lottery = read_instance(json.loads(audit.canonical_json(DOCUMENT)))
    assert audit.instance(read, lottery.seed) == DOCUMENT


@pytest.mark.parametrize(("path", "value", "about"), [
    (["format"], "exmatch-instance/2", "format"),
    (["weeks"], 53.5, "weeks"),
    (["weeks"], True, "weeks"),
    (["weeks"], 0, "weeks"),
    (["cities"], {}, "cities"),
    (["cities", 0, "id"], 7, "cities[0].id"),
    (["offers", 0, "id"], "", "offers[0].id"),
    (["cities", 1, "tolerance"], -1, "cities[1].tolerance"),
    (["cities", 0], None, "cities[0]"),
    (["departments", 0, "city"], KeyError, "departments[0].city"),
    (["offers", 1, "capacity"], "2", "offers[1].capacity"),
    (["offers", 0, "weeks"], [5, 2], "offers[0].weeks"),
    (["offers", 0, "weeks"], [5], "offers[0].weeks"),
    (["offers", 0, "occupations"], "VFA-K", "offers[0].occupations"),
    (["applicants", 1, "prefs"], KeyError, "applicants[1].prefs"),
    (["applicants", 0, "prefs", 0], None, "applicants[0].prefs[0]"),
    (["applicants", 0, "busy"], [1, "2"], "applicants[0].busy[1]"),
    (["scores", "M-innolab", "mina"], None, "scores.M-innolab.mina"),
    (["lottery"], KeyError, "lottery"),
    (["lottery", "algorithm"], "md5", "lottery.algorithm"),
    (["lottery", "explicit"], ["nobody"], "lottery.explicit"),
    (["pairs"], [["mina"]], "pairs[0]"),
    (["pairs"], [["mina", "mina"]], "pairs[0]"),
    (["pinned"], [], "pinned"),
])  # fmt: skip
def test_bad_input_names_its_field(path, value, about):
    with pytest.raises(MarketError) as error:
        read_instance(changed(path, value))
    assert error.value.about[0] == about
    assert error.value.message.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 100_000, '{"a": 1, "a": 2}', '{"weeks": NaN}', '{"weeks": 1e3}', "\x00", "9" * 5000, r'["\ud800"]'],
)
def test_what_is_no_such_json_is_said(text):
    with pytest.raises(MarketError):
        read_json(text)


@pytest.mark.parametrize("wrong", [
    {"assignment": []}, {"assignment": {"mina": 7}}, {"claims": "feasible"}, {"claims": [1]}, {"objective": None},
    {"effective": []}, {"effective": {"excluded": [7]}}, {"effective": {"excluded": [["mina"]]}},
    {"effective": {"max_in": {"N": "2"}}}, {"format": "exmatch-instance/1"},
])  # fmt: skip
def test_a_result_that_is_none_is_refused(wrong):
    right = {"format": "exmatch-result/1", "assignment": {"mina": None}}
    assert read_result(right) == right
    with pytest.raises(MarketError):
        read_result(right | wrong)


def test_a_result_that_cannot_be_written_is_said(instance, tmp_path, capsys):
    where = tmp_path / "no folder" / "result.json"
    error = json.loads(ask(capsys, "match_file", str(instance), mode="stable", out=where, exits=2))
    assert (error["code"], error["about"]) == ("file", [str(where)])


@pytest.mark.parametrize("value", [None, 1, [], "text", {}, {"format": None}])
def test_anything_else_is_refused_with_a_sentence(value):
    with pytest.raises(MarketError):
        read_instance(value)


def test_an_explicit_order_comes_before_the_draw():
    assert Lottery("2027", ("c", "a")).places(["a", "b", "c"]) == {"c": 1, "a": 2, "b": 3}


# The commands


@pytest.fixture
def instance(tmp_path):
    path = tmp_path / "instance.json"
    path.write_text(json.dumps(DOCUMENT))
    return path


def ask(capsys, *arguments, exits=0, **options):
    """What the command prints."""
    if exits:
        with pytest.raises(SystemExit) as ended:
            call_command(*arguments, **options)
        assert ended.value.code == exits
    else:
        call_command(*arguments, **options)
    return capsys.readouterr().out


@pytest.mark.parametrize("mode", Mode)
def test_a_file_is_assigned_and_its_claims_hold(instance, tmp_path, capsys, mode):
    result = tmp_path / "result.json"
    assert ask(capsys, "match_file", str(instance), mode=mode.value, out=result) == ""
    written = result.read_bytes()
    assert json.loads(written)["format"] == "exmatch-result/1"
    assert ask(capsys, "match_file", str(instance), mode=mode.value).encode() == written
    assert ask(capsys, "match_verify", str(instance), str(result)) == ""
    broken = json.loads(written)
    broken["assignment"]["mina"] = "process"
    result.write_text(json.dumps(broken))
    found = ask(capsys, "match_verify", str(instance), str(result), exits=1).splitlines()
    assert found == ["feasible: mina may not have process.", "feasible: process has 1 seats and 2 people."]


def test_the_result_is_the_one_of_the_format(instance, capsys):
    found = json.loads(ask(capsys, "match_file", str(instance), mode="serial_max", priority="lottery"))
    assert found == {
        "format": "exmatch-result/1",
        "mode": "serial_max",
        "instance_sha256": audit.fingerprint(DOCUMENT),
        "engine": audit.ENGINE,
        "assignment": {"mina": "chatbot", "zoe": "process"},
        "claims": ["feasible", "balanced", "nonwasteful", "pareto", "max_cardinality", "optimal"],
        "objective": ["matched", "serial"],
        "priority": "lottery",
        "metrics": {"placed": 2, "listed": 2, "first_choice": 2, "rank_sum": 2, "net": {"A": 0, "M": 0, "N": 0}},
    }


def test_with_reasons_the_file_says_why(instance, tmp_path, capsys):
    document = changed(["applicants", 0, "prefs"], ["gone", "chatbot"])
    instance.write_text(json.dumps(document))
    out = tmp_path / "result.json"
    ask(capsys, "match_file", str(instance), mode="serial_max", reasons=True, out=out)
    result = json.loads(out.read_text())
    assert result["claims"][-1] == "reasons"
    assert result["reasons"] == {"mina": [{"offer": "gone", "code": "unknown_offer"}], "zoe": []}
    assert ask(capsys, "match_verify", str(instance), str(out)) == ""


def test_pins_that_contradict_the_rules_end_with_one_and_are_named(instance, capsys):
    document = changed(["pinned"], {"mina": "chatbot", "zoe": "chatbot"})
    instance.write_text(json.dumps(document))
    error = json.loads(ask(capsys, "match_file", str(instance), mode="serial_max", exits=1))
    assert (error["format"], error["code"], error["about"]) == (
        "exmatch-error/1", "pinned_over_capacity", ["chatbot"],
    )  # fmt: skip


@pytest.mark.parametrize("command", ["match_file", "match_verify", "match_compare"])
def test_bad_files_end_with_two(instance, tmp_path, capsys, command):
    more = {"match_file": {"mode": "stable"}}.get(command, {})
    named = [str(instance)] if command == "match_verify" else []
    for content in (b"{", b"\xff\xfe", json.dumps(changed(["weeks"], "53")).encode()):
        instance.write_bytes(content)
        error = json.loads(ask(capsys, command, str(instance), *named, exits=2, **more))
        assert (error["format"], len(error["about"]) > 0) == ("exmatch-error/1", True)
    missing = str(tmp_path / "nowhere.json")
    assert json.loads(ask(capsys, command, missing, *named, exits=2, **more))["code"] == "file"


def test_all_modes_are_compared(instance, capsys):
    rows = json.loads(ask(capsys, "match_compare", str(instance)))["rows"]
    assert [row["mode"] for row in rows] == [mode.value for mode in Mode]
    assert {row["placed"] for row in rows} == {2}
    assert set(rows[0]) == {
        "mode", "placed", "first_choice", "mean_rank_milli", "blocking_pairs", "largest_net", "milliseconds",
    }  # fmt: skip
