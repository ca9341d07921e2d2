"""The state of every row of any file, reckoned again slowly: one plain loop after the other."""

from collections import defaultdict
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.imports.run.lifecycle import unpacked
from tests.cases import written_cases
from tests.make import audits, people
from tests.make.imports import checked, row, table

DAYS = {"31/01/2015": 31, "2015-01-31": 31, "30 January 2015": 30}
BEFORE_IT_WAS_DONE = "01/01/2015"
STANDING = {
    "CA-1": ("North", 31, "Practice Manager", "", "Clear"),
    "CA-2": ("South", 30, "", "", ""),
}
ROWS = st.builds(
    row,
    st.integers(1, 3),
    team=st.sampled_from(["North", "North", "South"]),
    date=st.sampled_from([*DAYS, *DAYS, "30 February 2015", ""]),
    auditor=st.sampled_from(["", "Practice Manager", "Principal"]),
    shared=st.sampled_from(["", "", "13/02/2015", BEFORE_IT_WAS_DONE]),
    strengths=st.sampled_from(["", "Clear", "Quick"]),
)


def stand():
    """The audits of `STANDING`, in teams that stand too."""
    for reference, (team, day, auditor, _, strengths) in STANDING.items():
        said = {"auditor_role": auditor, "strengths": strengths, "team": people.team(team)}
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
        row(2, team="South", date="30 January 2015", auditor="", shared="13/02/2015"),
        row(3, date=""),
        row(4),
        row(5),
        row(5, auditor="Principal"),
        row(5),
    ]
    states = ["same", "repeated", "changed", "refused", "added", "refused", "refused", "refused"]
    assert list(dict(sorted(reckoned(rows).items())).values()) == states
