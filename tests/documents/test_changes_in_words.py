"""Changes in tables read “▲ Up 5” on each form of a report, and stay numbers in its data."""

import pytest

from reports.documents import formats
from reports.documents.data.changes import with_changes
from reports.documents.data.tables import printed_tables
from reports.documents.document import FIGURE, HIDDEN, Cell, Document, Facts, Run, Section, Table
from tests.documents import forms

HEADS = ("", "2014", "2015", "Change")
MINUS, PLUS = ("Own", "16", "13", "−3"), ("Agency", "16", "21", "+5")


def table(*rows, heads=HEADS, kind="plain"):
    """A table of numbers in which each signed cell is a run of `kind`."""

    def cell(words, place):
        is_sign = words[:1] in ("+", "−") or words == "no change"
        return Cell((Run(words, kind if is_sign else "plain"),), place > 0, place == 0)

    head, *cells = [
        tuple(cell(words, place) for place, words in enumerate(row)) for row in (heads, *rows)
    ]
    return Table("t", "Table 1", "Children", head, tuple(cells))


def printed(made):
    """The words of each row's last cell."""
    return ["".join(run.text for run in row[-1].runs) for row in with_changes(made).rows]


@pytest.mark.long
def test_a_change_reads_in_words_in_each_form_and_is_a_number_in_data():
    made = table(PLUS, MINUS, ("All", "32", "32", "no change"), kind=FIGURE)
    document = Document(
        "Netherby", "Paper", Facts("h", "About"), (Section("s", "Tables", 2, "", (made,)),)
    )
    files = {file.name: file.content for file in formats.render(document, "paper", formats.FORMATS)}
    page = formats.print_html(document)
    assert '<td><span aria-hidden="true">▲ </span><b>Up 5</b></td>' in page
    assert "Down 3" in page and "No change" in page and "+5" not in page
    word = next(files[name] for name in files if name.endswith(".docx"))
    assert [forms.of_word(word)[1][0][place][-1] for place in (1, 2, 3)] == printed(made)
    assert printed(made) == ["▲ Up 5", "▼ Down 3", "No change"]
    assert [row[-1] for row in printed_tables(document)[0].rows] == [5, -3, 0]
    columns = with_changes(made).columns
    assert [cell.numeric for cell in columns] == [False, True, True, False]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (table(PLUS, ("Kin", "[c]", "16", "−12")), ["▲ Up 5", "▼ Down 12"]),
        (table(PLUS, ("Kin", "4", "4", "0")), ["▲ Up 5", "No change"]),
        (table(("A", "0", "5"), heads=("Area", "2014", "Changes of worker")), ["5"]),
        (table(("A", "0"), ("B", "5"), heads=("Area", "Changes of worker")), ["0", "5"]),
        (table(("England", "+3"), heads=("Area", "Difference")), ["+3"]),
        (table(("Agency", "+3"), ("Kin", "−2"), heads=("Area", "Since July"), kind=FIGURE),
         ["▲ Up 3", "▼ Down 2"]),
        (table(("Balance", "−2"), heads=("Measure", "2015"), kind=FIGURE), ["−2"]),
        (table(("2014", "5"), ("Change", "+1.5 percentage points"), heads=("", "Kin")),
         ["5", "▲ Up 1.5 percentage points"]),
        (table(("Cost", "+£5k"), heads=("", "Change")), ["▲ Up £5k"]),
    ],
)  # fmt: skip
def test_only_a_change_is_written_as_one(made, words):
    assert printed(made) == words


def test_a_hidden_change_stays_hidden_in_a_column_of_words():
    made = table(PLUS, ("Kin", "[c]", "16", ""))
    hidden = Cell((Run("[c]", HIDDEN),), numeric=True)
    rows = (made.rows[0], (*made.rows[1][:-1], hidden))
    drawn = with_changes(Table(made.anchor, made.label, made.caption, made.columns, rows))
    assert drawn.rows[1][-1].runs == hidden.runs and not drawn.rows[1][-1].numeric
