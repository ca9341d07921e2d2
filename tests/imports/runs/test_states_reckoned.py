"""The state of every row of any file, reckoned again slowly: one plain loop after the other."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.imports.messages import each, file_given, files_of, grouped, reason_of
from assurance.imports.run.lifecycle import unpacked
from tests.cases import written_cases
from tests.make import audits, people
from tests.make.imports import checked, row, table

DAYS = {"31/01/2015": 31, "2015-01-31": 31, "30 January 2015": 30}
BEFORE_IT_WAS_DONE = "01/01/2015"
STANDING = {
    "CA-1": ("North", 31, "Date the plan", "", "Clear"),
    "CA-2": ("South", 30, "", "", ""),
}
ROWS = st.builds(
    row,
    st.integers(1, 3),
    team=st.sampled_from(["North", "North", "South"]),
    date=st.sampled_from([*DAYS, *DAYS, "30 February 2015", ""]),
    actions=st.sampled_from(["", "Date the plan", "Call"]),
    shared=st.sampled_from(["", "", "13/02/2015", BEFORE_IT_WAS_DONE]),
    strengths=st.sampled_from(["", "Clear", "Quick"]),
)


def stand():
    """The audits of `STANDING`, in teams that stand too."""
    for reference, (team, day, actions, _, strengths) in STANDING.items():
        said = {"actions": actions, "strengths": strengths, "team": people.team(team)}
        audits.case_audit(reference=reference, audited_on=date(2015, 1, day), **said)


def reckoned(rows):
    """Row's number → its state."""
    states, first, of_reference = {}, {}, defaultdict(dict)
    for number, (reference, day, _, team, *said) in enumerate(rows, 2):
        if day not in DAYS or BEFORE_IT_WAS_DONE in said:
            states[number] = "refused"
            continue
        told = tuple(one or "" for one in (team, DAYS[day], *said))
        if (reference, told) in first:
            states[number] = first[reference, told]
        else:
            first[reference, told] = number
            of_reference[reference][number] = told
    for reference, several in of_reference.items():
        states |= dict.fromkeys(several, _state(reference, list(several.values())))
    # What points at an earlier row repeats it, or is as wrong as that one.
    return {
        number: state
        if isinstance(state, str)
        else {"refused": "refused"}.get(states[state], "repeated")
        for number, state in states.items()
    }


def _state(reference, several):
    fields = [{told[place] for told in several} - {""} for place in range(5)]
    if any(len(values) > 1 for values in fields):
        return "refused"
    if reference not in STANDING:
        return "added"
    pairs = zip(fields, STANDING[reference], strict=True)
    return "changed" if any(values and values != {held} for values, held in pairs) else "same"


class EveryState(TestCase):
    """Each example in a transaction of its own."""

    @written_cases()
    @given(st.lists(ROWS, max_size=8))
    def test_every_row_is_in_the_state_that_a_plain_loop_finds(self, rows):
        stand()
        [unit] = unpacked(checked(table(*rows)).found)["units"]
        told = {number: state for state, held in unit["rows"].items() for number in held}
        self.assertEqual(told, reckoned(rows))
        for state, held in unit["rows"].items():
            self.assertEqual(unit["counts"][state], len(held))


def test_the_loop_itself_tells_each_state():
    rows = [
        row(1, shared="", strengths="Clear"),
        row(1, shared="", strengths="Clear"),
        row(2, team="South", date="30 January 2015", actions="", shared="13/02/2015"),
        row(3, date=""),
        row(4),
        row(5),
        row(5, actions="Call"),
        row(5),
    ]
    states = ["same", "repeated", "changed", "refused", "added", "refused", "refused", "refused"]
    assert list(dict(sorted(reckoned(rows).items())).values()) == states


def refusal(row, wrong="It is empty.", column="Team", file="a.csv", right="Fill it in."):
    """One refusal as the check page has it."""
    return {"file": file, "row": row, "column": column, "wrong": wrong, "right": right}


def bare(told):
    """Refusals without the rows of their group, for comparing whatever order equals stand in."""
    names = ("file", "row", "column", "wrong", "right")
    return [tuple(one[name] for name in names) for one in told]


@pytest.mark.parametrize(
    ("refusals", "groups"),
    [
        ([], []),
        ([refusal(2)], [[2]]),
        ([refusal(2), refusal(3), refusal(9)], [[2, 3, 9]]),
        ([refusal(2), refusal(3, column="Grade"), refusal(4)], [[2, 4], [3]]),
        ([refusal(2), refusal(3, wrong="It is long."), refusal(4)], [[2, 4], [3]]),
        ([refusal(2), refusal(3, right=""), refusal(4)], [[2, 4], [3]]),
        ([refusal(2), refusal(2, file="b.csv"), refusal(4)], [[2, 4], [2]]),
        ([refusal(2), refusal(2, column="Grade")], [[2], [2]]),
        ([refusal(0)], [[0]]),
    ],
)
def test_refusals_that_say_the_same_stand_together(refusals, groups):
    assert [one["rows"] for one in grouped(refusals)] == groups
    assert sorted(bare(each(grouped(refusals)))) == sorted(bare(refusals))


def test_refusals_are_told_file_by_file_and_row_by_row():
    second = [refusal(row, file="second.csv") for row in (9, 3)]
    kept = grouped([second[0], refusal(7), refusal(3, column="Grade"), second[1], refusal(2)])
    told = [*(("second.csv", row) for row in (3, 9)), *(("a.csv", row) for row in (2, 3, 7))]
    assert [(one["file"], one["row"]) for one in each(kept)] == told


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("Is it a team?", "Write it", "Is it a team? Write it."),
        *(("Look!", "Write it.", "Look! Write it."), ("", "Write it", "Write it."), ("", "", "")),
        ("The register has “good”", "", "The register has “good”."),
    ],
)
def test_a_reason_ends_its_sentences_once(wrong, right, said):
    assert reason_of({"wrong": wrong, "right": right}) == said


def test_what_is_kept_of_a_file_is_its_account_and_never_its_cells():
    told = {"name": "a.csv", "sha256": "1f", "sheet": "Audits", "rows": 3, "kind": "case-audits"}
    told |= {"title": "Case audits", "dropped": ["Postcode"], "unread": ["Notes"]}
    told |= {"notices": ["Totals in row 9: left out."], "shape": "2e", "read_as": "3d"}
    found = {"tables": [{**told, "columns": [], "questions": ["cells"], "said": {}, "fits": []}]}
    assert files_of(found) == [told]
    one = table(("CA-1", "Ann"), headings=("Reference", "Name"))
    kept = file_given(one)
    assert set(kept) == set(told) and "Ann" not in str(kept)
    assert (kept["name"], kept["sha256"], kept["rows"]) == (one.name, one.sha256, 1)
    assert not any(kept[name] for name in ("kind", "title", "dropped", "unread", "notices"))
