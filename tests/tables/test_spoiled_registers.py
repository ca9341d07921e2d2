"""One register of checks, spoiled in the ways that registers come: the rest of it stays usable."""

import pytest

from assurance.tables.cells import CertificateNumber, Day
from assurance.tables.reader import read
from assurance.tables.table import NotATable, Unreadable
from tests.tables.books import book, ods, ods_table

HEADINGS = ["Staff reference", "Post", "Team", "Issued on", "Certificate number", "Home address"]
STAFF = [
    ["S001", "Social worker", "North", "01/03/2015", "001234567890", "1 High Street"],
    ["S002", "Team manager", "North", "15/06/2014", "001234567891", "2 High Street"],
    ["S003", "Support worker", "South", "30/11/2012", "001234567892", "3 High Street"],
]
WHOLE = [("S001", "01/03/2015"), ("S002", "15/06/2014"), ("S003", "30/11/2012")]


def as_csv(rows):
    """The bytes of a CSV file."""
    return "".join(",".join(row) + "\n" for row in rows).encode()


WAYS = {"csv": as_csv, "xlsx": book, "ods": lambda rows: ods(ods_table(rows))}
SPOILED = {
    "as it should be": [HEADINGS, *STAFF],
    "a title": [["Register of checks"], [], HEADINGS, *STAFF],
    "a title with its day": [["Position at", "31/12/2015"], HEADINGS, *STAFF],
    "a total": [HEADINGS, *STAFF, ["Total", "3"]],
    "a total that counts": [HEADINGS, *STAFF, ["Total: 3"], [], ["Source: HR"][:0]],
    "empty rows": [HEADINGS, STAFF[0], [], [""], *STAFF[1:], [], [], []],
    "spaces": [[f" {one} " for one in row] for row in [HEADINGS, *STAFF]],
    "marks of direction": [HEADINGS, *[[f"\u202e{one}\u200f" for one in row] for row in STAFF]],
    "headings above headings": [["Person", "", "", "Check"], HEADINGS, *STAFF],
    "a row of units": [HEADINGS, ["", "", "", "dd/mm/yyyy", "12 digits"], *STAFF],
    "a column without a heading": [[*HEADINGS, ""], *[[*row, "x"] for row in STAFF]],
    "columns in another order": [row[::-1] for row in [HEADINGS, *STAFF]],
    "a further column": [[*row, f"more {n}"] for n, row in enumerate([HEADINGS, *STAFF])],
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("rows", SPOILED.values(), ids=SPOILED)
def test_what_can_be_read_is_read(way, rows):
    (found,) = read("register", way(rows))
    reference, issued = map(found.headings.index, ("Staff reference", "Issued on"))
    assert [(row.cells[reference], row.cells[issued]) for row in found.rows] == WHOLE
    assert found.dropped == ("Home address",)
    assert not any("High Street" in str(row.cells) for row in found.rows)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    "rows",
    [
        [],
        *([[]], [HEADINGS], [HEADINGS, [], [""]], [HEADINGS, ["Total", "0"]], STAFF),
        [[*HEADINGS, "Team"], *[[*row, "x"] for row in STAFF]],
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(way, rows):
    with pytest.raises(NotATable) as refused:
        read("register", way(rows))
    assert str(refused.value).endswith(".")
    assert "S001" not in str(refused.value)


def test_no_notice_repeats_a_cell():
    rows = [["Secret title"], HEADINGS, *STAFF, ["Total", "3", "", "", "", ""], ["x"] * 9]
    (found,) = read("register", as_csv(rows))
    said = " ".join(found.notices)
    assert said
    assert not [one for one in ("Secret", "S001", "High Street", "x x") if one in said]


def test_a_spreadsheets_own_days_and_numbers_are_read_or_refused_with_the_way_to_mend_them():
    rows = [
        HEADINGS,
        ["S1", "", "", 42064, 123456789012, ""],
        ["S2", "", "", 216, 1234567890.5, ""],
    ]
    (found,) = read("register", book(rows))
    first, second = (row.cells for row in found.rows)
    assert str(Day()(first[3])) == "2015-03-01"
    assert CertificateNumber()(first[4]) == "123456789012"
    for reader, cell in ((Day(), second[3]), (CertificateNumber(), second[4])):
        with pytest.raises(Unreadable) as why:
            reader(cell)
        assert "Format the column" in why.value.right
