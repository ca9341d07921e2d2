"""The rules of later years: what breaks each, what does not, and from which return on."""

from datetime import date

import pytest

from assurance.looked_after.rules import validation
from assurance.looked_after.rules.later_years import BREAKING, FROM, of_later_years
from assurance.looked_after.rules.returns import Cover
from tests.looked_after.reading import read, whole
from tests.make.looked_after import UASC, csv
from tests.sweeping import swept

ROW = "7,{start},{rne},C2,N1,{place},{provider},{end},{rec},{change},,,"
USUAL = {"start": "01/06/2025", "rne": "S", "place": "U4", "provider": "PR4", "end": "",
         "rec": "", "change": ""}  # fmt: skip
HOME = {"start": "01/06/2025", "end": "05/06/2025", "rec": "X1", "place": "K2"}
AWAY = {"start": "05/06/2025", "end": "09/06/2025", "rec": "X1", "place": "T1", "provider": ""}
BACK = {"start": "09/06/2025", "rne": "P", "place": "K2"}


def row(**said):
    """A line of the episodes file, usual but for what is said."""
    return ROW.format(**{**USUAL, **said})


def year(ends):
    """The cover of the whole collection year that ends in `ends`."""
    return Cover(date(ends, 3, 31), date(ends - 1, 3, 31), date(ends, 3, 31))


def broken(found, ends=2026):
    """The numbers of the rules that a return of the year breaks → the rows."""
    told = of_later_years(found, year(ends))
    return {number: sorted(lines) for (number, _), lines in told.items() if lines}


def child(born, sex="1"):
    """A line of the header file of the child of every row."""
    return f"7,{sex},{born},WBRI,,,"


def returned(*rows, born="05/05/2010", sex="1", alone=False):
    """A return of one child with these rows."""
    lines = csv(UASC, f"7,1,{born},")
    more = [read("uasc.csv", lines)] if alone else []
    return whole(*rows, children=(child(born, sex),), more=more)


@pytest.mark.parametrize(
    ("said", "breaks"),
    [
        ({"place": "P2"}, True),
        ({"place": "P2", "end": "29/10/2023", "rec": "E8", "start": "01/06/2023"}, True),
        ({"place": "P2", "end": "28/10/2023", "rec": "E8", "start": "01/06/2023"}, False),
        ({"place": "P1", "provider": "PR0"}, False),
        ({"place": "P3"}, False),
    ],
)
def test_independent_living_ended_on_28_october_2023(said, breaks):
    assert broken(returned(row(**said))) == ({"217t": [2]} if breaks else {})


@pytest.mark.parametrize(
    ("born", "alone", "breaks"),
    [
        ("01/04/2015", True, True),
        ("31/03/2015", True, False),  # eleven on the last day of the year
        ("30/03/2015", True, False),
        ("01/04/2015", False, False),
        ("31/12/2025", True, True),
    ],
)
def test_an_unaccompanied_child_is_eleven_by_the_years_end(born, alone, breaks):
    found = returned(row(start="01/01/2026"), born=born, alone=alone)
    assert broken(found) == ({"231": [2]} if breaks else {})


@pytest.mark.parametrize(("sex", "breaks"), [("U", True), ("u", True), ("M", False), ("2", False)])
def test_sex_is_known(sex, breaks):
    assert broken(returned(row(), sex=sex)) == ({"232": [2]} if breaks else {})


@pytest.mark.parametrize(
    ("said", "breaks"),
    [
        ({"change": "CARPL"}, True),
        ({"change": "CARPL", "end": "01/07/2025", "rec": "X1"}, False),
        ({"end": "01/07/2025", "rec": "X1"}, False),
        ({}, False),
    ],
)
def test_an_open_episode_has_no_reason_for_a_change(said, breaks):
    assert broken(returned(row(**said))) == ({"233": [2]} if breaks else {})


@pytest.mark.parametrize(
    ("born", "start", "change", "breaks"),
    [
        ("02/06/2015", "01/06/2025", "CUSTOD", True),
        ("01/06/2015", "01/06/2025", "CUSTOD", False),  # ten that day
        ("02/06/2015", "01/06/2025", "CARPL", False),
        ("29/02/2016", "28/02/2026", "CUSTOD", True),
        ("29/02/2016", "01/03/2026", "CUSTOD", False),
    ],
)
def test_nobody_under_ten_moves_into_custody(born, start, change, breaks):
    line = row(start=start, change=change, end="30/03/2026", rec="X1")
    assert broken(returned(line, born=born)) == ({"234": [2]} if breaks else {})


@swept(
    [
        ((HOME, AWAY, BACK), []),
        ((HOME, AWAY, {**BACK, "place": "U4"}), [4]),
        ((HOME, AWAY, {**BACK, "rne": "T"}), [4]),
        ((HOME, AWAY), []),
        ((AWAY, BACK), []),  # nobody knows where the child was before
        ((HOME, {**AWAY, "place": "R1"}, {**BACK, "place": "U4"}), []),
        # Away twice: the second time is no return.
        ((HOME, AWAY, {**AWAY, "start": "09/06/2025", "end": "12/06/2025"}), [4]),
        ((BACK, HOME, AWAY), []),  # in whichever order they stand in the file
    ]
)
def test_after_a_temporary_placement_the_child_returns(rows, breaks):
    found = broken(returned(*(row(**one) for one in rows)))
    assert found == ({"383": breaks} if breaks else {})


EVERY = {
    "383": returned(row(**HOME), row(**AWAY), row(**{**BACK, "place": "U4"})),
    "217t": returned(row(place="P2", provider="PR0")),
    "231": returned(row(start="01/01/2026"), born="31/12/2025", alone=True),
    "232": returned(row(), sex="U"),
    "233": returned(row(change="CARPL")),
    "234": returned(row(change="CUSTOD", end="30/03/2026", rec="X1"), born="01/01/2024"),
}


def test_each_rule_holds_from_its_year_on_and_is_told_with_its_number():
    assert set(EVERY) == set(FROM) == set(BREAKING)
    known = {rule.number: rule.file for rule in validation.RULES}
    for number, found in EVERY.items():
        first = FROM[number].year
        for ends in range(2018, 2030):
            assert (number in broken(found, ends)) is (ends >= first), (number, ends)
        [(_, file)] = [key for key, lines in of_later_years(found, year(2026)).items() if lines]
        assert known[number] == file


def test_a_child_who_is_in_no_header_has_no_age_to_break_a_rule_with():
    line = row(change="CUSTOD", end="01/07/2025", rec="X1").replace("7,", "99,", 1)
    assert broken(whole(line, children=(child("01/01/2024"),))) == {}
