"""A correction's notice names the rows and cells of lists of records that changed, and the numbers
of rows in sentences; of typed words it names the place alone."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.improvement.models.actions import Action
from reports.documents.document import HIDDEN, Cell, Run, Table
from reports.documents.entries import Enclosed, RecordEntry, StoredFile
from reports.documents.front.kinds import CommitmentEntry, Front
from reports.editions.correction_notice import sentences
from reports.editions.snapshot import draft
from reports.papers.models.papers import Paper
from tests import cast
from tests.issue.test_corrected_editions import told
from tests.make import improvements
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
LIST = RecordEntry("actions", "2016-01-18", rows=2, places=("table-1",))


def rows_of(*rows, heads=("Action", "Due", "State"), **more):
    """A table with its rows as tuples of texts or cells."""

    def cells(texts):
        return tuple(one if isinstance(one, Cell) else Cell((Run(one),)) for one in texts)

    return Table("table-1", "Table 1", "Actions", cells(heads), tuple(map(cells, rows)), **more)


def notice(before, after, *, records=(LIST,)):
    """What the notice of two documents with one table names."""
    both = (replace(told(table), records=records) for table in (before, after))
    return sentences(*both)


TRAIN = ("Train all staff", "1 May 2016", "Open")
AUDIT = ("Audit ten files", "2 May 2016", "Open")
PLAN = ("Write a plan", "3 May 2016", "Open")


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (
            rows_of(TRAIN, AUDIT),
            rows_of(TRAIN, ("Audit ten files", "9 May 2016", "Done")),
            (
                "Table 1, “Audit ten files”, “Due”: “2 May 2016” is corrected to “9 May 2016”.",
                "Table 1, “Audit ten files”, “State”: “Open” is corrected to “Done”.",
            ),
        ),
        (
            rows_of(TRAIN, AUDIT),
            rows_of(TRAIN, PLAN),
            (
                "Table 1: the row “Write a plan” is added.",
                "Table 1: the row “Audit ten files” is taken out.",
            ),
        ),
        (
            rows_of(TRAIN, AUDIT),
            rows_of(AUDIT, TRAIN),
            ("Table 1: its rows are in another order.",),
        ),
        (
            rows_of(TRAIN[:2], heads=("Action", "Due")),
            rows_of((*TRAIN[:2], "4 May 2016"), heads=("Action", "Due", "Done on")),
            (
                "Table 1: the column “Done on” is added.",
                "Table 1, “Train all staff”, “Done on”: “4 May 2016” is added.",
            ),
        ),
        # The group before it is the same in both rows: the action tells them apart.
        (
            rows_of(("Staff", "Train", "Open"), ("Staff", "Hire", "Open")),
            rows_of(("Staff", "Train", "Open"), ("Staff", "Hire", "")),
            ("Table 1, “Hire”, “State”: “Open” is taken out.",),
        ),
        # Nothing tells these apart.
        (
            rows_of(("Staff", "1", "Open"), ("Staff", "1", "Open")),
            rows_of(("Staff", "1", "Open"), ("Staff", "1", "Done")),
            ("Table 1: words are changed.",),
        ),
        # What else of a row could be reckoned from is printed no second time.
        (
            rows_of(("A", "3", "20"), AUDIT),
            rows_of(("A", Cell((Run("–", HIDDEN),)), "21"), AUDIT),
            ("Table 1: words are changed.",),
        ),
    ],
)
def test_rows_and_cells_of_a_list_of_records_are_named(before, after, lines):
    assert notice(before, after) == lines


def test_typed_words_that_are_changed_or_taken_out_are_not_printed_again():
    before = rows_of(("Home", "For Ann Field"), ("Other", "Her room"), heads=("A", "B"))
    after = rows_of(("Home", "For one child"), heads=("A", "B"))
    lines = ("Table 1, “Home”, “B”: words are changed.", "Table 1: a line is taken out.")
    assert notice(before, after, records=()) == lines


DUE = CommitmentEntry("Open", "Audit ten files", "Head", "1 May 2016", slug="one")
TWO = CommitmentEntry("Open", "Write a plan", "Head", "2 May 2016", slug="two")
PDF = StoredFile(".pdf", "PDF", "application/pdf", 10, "a" * 64)
ANNEX = Enclosed("annex", 1, "Survey", files=(PDF,))


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (
            {"commitments": (DUE,)},
            {"commitments": (replace(DUE, due="1 June 2016"),)},
            ("Commitment “Audit ten files”, due: “1 May 2016” is corrected to “1 June 2016”.",),
        ),
        (
            {"commitments": (DUE,)},
            {"commitments": (replace(DUE, what="Audit two files", who=""),)},
            (
                "Commitment “Audit two files”: words are changed.",
                "Commitment “Audit two files”, made by: “Head” is taken out.",
            ),
        ),
        (
            {"commitments": (DUE,)},
            {"commitments": (TWO,)},
            ("Commitment “Write a plan” is added.", "1 commitment is taken out."),
        ),
        ({"commitments": (DUE,)}, {"commitments": (replace(DUE, state="Kept"),)}, ()),
        (
            {"enclosed": (ANNEX,)},
            {"enclosed": (replace(ANNEX, files=(replace(PDF, sha256="b" * 64),)),)},
            ("Annex file 1, “Survey”: the file is replaced by another.",),
        ),
        (
            {"enclosed": (ANNEX,)},
            {"enclosed": (replace(ANNEX, title="Survey of staff"),)},
            ("Annex file 1, “Survey of staff”: words are changed.",),
        ),
        ({}, {"enclosed": (ANNEX,)}, ("Annex file 1, “Survey” is added.",)),
        ({"enclosed": (ANNEX,)}, {}, ("1 file is taken out.",)),
    ],
)
def test_commitments_and_files_that_differ_are_named(before, after, lines):
    def document(*, commitments=(), enclosed=()):
        return replace(told(), front=Front(commitments=commitments), enclosed=enclosed)

    assert sentences(document(**before), document(**after)) == lines


def test_a_report_with_a_list_and_the_number_of_its_rows_names_both():
    priority = improvements.priority(improvements.plan(slug="plan", from_date=date(2015, 10, 1)))
    for words in ("Train all staff", "Audit ten files"):
        improvements.action(priority=priority, text=words, starts_on=date(2015, 10, 19))
    row = {"part": "body", "parent": "work", "heading": ""}
    listed = {"caption": "Actions", "records": {"what": "actions", "columns": ["text", "due"]}}
    paper = written(
        cast.clerk(),
        {
            **row,
            "slug": "said",
            "kind": "paragraph",
            "text": "We keep [[rows:list]] actions.",
            "data": {},
        },
        {**row, "slug": "list", "kind": "records", "text": "", "data": listed},
    )
    before = draft(paper)
    Action.objects.filter(text="Audit ten files").delete()
    lines = sentences(before, draft(Paper.objects.get(pk=paper.pk)))
    assert "Table 1: the row “Audit ten files” is taken out." in lines
    assert "Table 1, the number of rows: 2 is corrected to 1." in lines
    assert not any("words are changed" in line for line in lines)
