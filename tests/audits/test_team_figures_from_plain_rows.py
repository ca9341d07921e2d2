"""The figures of audits by team, counted from plain rows a second time; and what names a meeting's
audits."""

from collections import Counter
from types import SimpleNamespace

import pytest
from django.utils.text import slugify
from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.figures import analysis
from assurance.audits.rules import learning
from assurance.audits.rules.facts import AuditFacts
from assurance.figures.figure import WHOLE
from tests.cases import random_cases

GRADES = {"good": "Good", "poor": "Inadequate"}
UNSAID = dict.fromkeys(AuditFacts._fields)


def audits(*rows):
    """What figures read of audits; a row is (key, team's key, team's name, grade)."""
    names = ("pk", "team_id", "team", "first_code")
    return [AuditFacts(**UNSAID | dict(zip(names, row, strict=True))) for row in rows]


def total(done):
    """Audits known only as a total."""
    return SimpleNamespace(done=done, title="Audits", source="A list", history_name="total 1")


@pytest.fixture(autouse=True)
def held(monkeypatch):
    """What the figures find: rows of audits and totals, as a test puts them."""
    monkeypatch.setattr(analysis, "found_in", lambda asked: asked)
    monkeypatch.setattr(analysis, "labels_of", lambda asked, given: GRADES)
    monkeypatch.setattr(analysis, "steps_of", lambda asked: [])
    monkeypatch.setattr(analysis, "reading_of", lambda asked, found, *rest: tuple(rest))


def of_members(reading):
    """Member → count of what a figure gave."""
    return {name: tally.count for name, tally in reading[0].items()}


NORTH, SOUTH, EAST = (1, "North"), (2, "South"), (3, "East & coast")
ROWS = (
    (11, *NORTH, "good"), (12, *NORTH, "good"), (13, *NORTH, "poor"), (14, *NORTH, ""),
    (21, *SOUTH, "poor"),
    (31, *EAST, ""),
)  # fmt: skip


def test_each_team_has_its_audits_and_each_audit_one_team():
    members, bases, labels = analysis.by_team((audits(*ROWS), []))
    assert {name: tally.count for name, tally in members.items()} == {
        "north": 4, "south": 1, "east-coast": 1,
    }  # fmt: skip
    assert labels == {"north": "North", "south": "South", "east-coast": "East & coast"}
    assert bases[WHOLE].count == 6
    assert list(members["north"].rows()) == [f"case audit {key}" for key in (11, 12, 13, 14)]


def test_each_team_has_every_grade_out_of_its_own_audits():
    members, bases, labels = analysis.by_team_and_grade((audits(*ROWS), []))
    assert {name: tally.count for name, tally in members.items()} == {
        "north__good": 2, "north__poor": 1, "north__not_graded": 1,
        "south__good": 0, "south__poor": 1, "south__not_graded": 0,
        "east-coast__good": 0, "east-coast__poor": 0, "east-coast__not_graded": 1,
    }  # fmt: skip
    assert {name: bases[name].count for name in members} == {
        **dict.fromkeys(("north__good", "north__poor", "north__not_graded"), 4),
        **dict.fromkeys(("south__good", "south__poor", "south__not_graded"), 1),
        **dict.fromkeys(("east-coast__good", "east-coast__poor", "east-coast__not_graded"), 1),
    }
    assert labels["north__poor"] == "North: Inadequate"
    assert labels["east-coast__not_graded"] == "East & coast: Not graded"


def test_totals_stand_apart_and_nothing_at_all_is_no_figure():
    for figure in (analysis.by_team, analysis.by_team_and_grade):
        reading = figure((audits(*ROWS), [total(30), total(4)]))
        assert reading[0]["not_broken_down"].count == 34
        assert reading[1][WHOLE].count == 40
        assert reading[2]["not_broken_down"] == "Not broken down by team"
        assert of_members(figure((audits(), [total(3)]))) == {"not_broken_down": 3}
        assert figure((audits(), [])) is None
        assert figure(None) is None


NAMES = ("North", "north", "North!", "North 2", "North-2", "南", "  ", "East", "Not broken down",
         "north__good", "not_broken_down")  # fmt: skip


@given(st.lists(st.tuples(st.integers(1, 6), st.sampled_from(("good", "poor", ""))), max_size=12),
       st.lists(st.sampled_from(NAMES), min_size=6, max_size=6), st.booleans())  # fmt: skip
@random_cases(60)
def test_no_two_teams_share_a_name_and_nothing_is_lost(drawn, names, has_total):
    rows = [(key, team, names[team - 1], code) for key, (team, code) in enumerate(drawn, 1)]
    totals = [total(5)] if has_total else []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(analysis, "found_in", lambda asked: asked)
        patched.setattr(analysis, "labels_of", lambda asked, given: GRADES)
        patched.setattr(analysis, "reading_of", lambda asked, found, *rest: tuple(rest))
        reading = analysis.by_team((audits(*rows), totals))
        graded = analysis.by_team_and_grade((audits(*rows), totals))
    if not rows and not totals:
        assert reading is None and graded is None
        return
    by_team = Counter(team for _, team, *_ in rows)
    counts = [*by_team.values(), *[5] * has_total]
    assert sorted(of_members(reading).values()) == sorted(counts)
    assert WHOLE not in reading[0] and set(reading[0]) == set(reading[2])
    assert len(graded[0]) == 3 * len(by_team) + has_total
    assert sum(of_members(graded).values()) == sum(counts)
    assert all(tally.count <= graded[1][name].count
               for name, tally in graded[0].items() if name in graded[1])  # fmt: skip


def test_a_team_that_alone_has_its_name_is_called_by_it():
    for name in ("North", "MASH & EDT", "Through care 16+"):
        assert set(analysis.by_team((audits((1, 7, name, "")), []))[0]) == {slugify(name)}
    for name, called in {
        "南": "team_7",
        "!": "team_7",
        "not_broken_down": "not-broken-down",
    }.items():
        assert set(analysis.by_team((audits((1, 7, name, "")), []))[0]) == {called}
    two = analysis.by_team((audits((1, 7, "North", ""), (2, 9, "North", "")), []))
    assert set(two[0]) == {"north_7", "north_9"}
    assert two[2] == {"north_7": "North", "north_9": "North"}


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("", []),
        (" \n ,; ", []),
        ("CA-1", ["CA-1"]),
        ("CA-1, CA-2;CA-3\nCA-4", ["CA-1", "CA-2", "CA-3", "CA-4"]),
        ("CA-1\r\nCA-2\r\n", ["CA-1", "CA-2"]),
        ("CA-2, CA-1, CA-2", ["CA-2", "CA-1"]),
        ("CA 1 , CA  2", ["CA 1", "CA  2"]),
        ("ca-1, CA-1", ["ca-1", "CA-1"]),
        (",,CA-1,,", ["CA-1"]),
    ],
)
def test_references_stand_one_to_a_line_or_between_commas(text, references):
    assert learning.references_of(text) == references


@pytest.mark.parametrize(
    ("unknown", "withdrawn", "sentence"),
    [
        ([], [], None),
        (["A"], [], "No case audit has the reference A: check it"),
        (["A", "B"], ["C"], "No case audit has the reference A, B: check it"),
        ([], ["C"], "C was withdrawn: take it away"),
        (list("ABCDE"), [], "No case audit has the reference A, B, C, D, E: check it"),
        (list("ABCDEF"), [], "No case audit has the reference A, B, C, D, E and 1 more: check it"),
        (
            ["A" * 40, "B" * 5_000],
            [],
            f"No case audit has the reference {'A' * 40}, {'B' * 40}…: check it",
        ),
        ([], list("ABCDEFGH"), "A, B, C, D, E and 3 more was withdrawn: take it away"),
    ],
)
def test_references_that_name_no_audit_are_named_five_at_most(unknown, withdrawn, sentence):
    assert learning.why_not_audits(unknown, withdrawn) == sentence
