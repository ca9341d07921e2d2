"""Records that a file names, as plain rows: which one is meant, what each row says of it, what is
refused and what is asked for."""

from datetime import timedelta

import pytest

from assurance.dbs.models.checks import DbsApplication
from assurance.governance.importing.documents import DOCUMENTS
from assurance.governance.importing.measures import MEASURES
from assurance.governance.models.documents import Document
from assurance.governance.models.measures import Measure
from assurance.governance.models.risks import Risk
from assurance.imports.declaration import Column
from assurance.imports.plan.records import of_model, slug_of
from assurance.imports.plan.row_faults import STILL_TO_COME
from assurance.people.models.people import Engagement
from assurance.people.models.posts import Post
from assurance.runtime.periods import today
from assurance.tables.cells import Choice, Day, Text, YesNo
from tests.kinds.rows import faults, reading, targets
from tests.sweeping import swept

MEASURE = MEASURES.records[0]
HEAD = Post(pk=1, title="Head")
FIRST = Measure(pk=1, title="Visits in time", slug="visits-in-time", unit="number")
SECOND = Measure(pk=2, title="Visits in time", slug="visits-2", unit="number")
WHOLE = {"unit": "number", "definition": "Visits", "source": "Return", "better": "higher"}


def test_a_record_is_given_back_by_the_name_that_finds_it():
    found = reading(MEASURES, measure=[SECOND, FIRST])
    assert found.name_of(MEASURE, FIRST) == "Visits in time"
    assert found.name_of(MEASURE, SECOND) == "visits-2"
    for one in (FIRST, SECOND):
        assert found.current("measure", {"title": found.name_of(MEASURE, one)}) is one


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Visits in time", "visits-in-time"),
        *(("Children’s visits (all)", "childrens-visits-all"), ("  16+ ", "16"), ("!?", "")),
        ("a" * 80, "a" * 60),
    ],
)
def test_a_new_record_is_called_by_its_title(title, slug):
    assert slug_of(title) == slug


def test_the_first_row_that_says_something_speaks_for_the_silent_ones():
    rows = [
        {"title": "Visits", "unit": None, "source": "", "area": "a"},
        {"title": " VISITS ", "unit": "percent", "source": "", "area": "b"},
        {"title": "visits", "unit": "number", "source": "Return", "area": "c"},
        {"title": "Costs", "unit": None, "source": "Ledger"},
    ]
    found = reading(MEASURES, *rows)
    said = [found.fields("measure", row) for row in rows]
    assert [(one["unit"], one["source"], one["area"]) for one in said] == [
        ("percent", "Return", "a"),
        ("percent", "Return", "b"),
        ("number", "Return", "c"),  # what it says itself stands before the others
        (None, "Ledger", None),
    ]
    assert found.fields("measure", {"title": "Others"})["source"] is None


def test_what_a_row_leaves_empty_is_as_it_stands_and_nought_is_not_empty():
    stands = Document(pk=1, title="A plan", slug="a-plan", edition="1", owner=HEAD)
    found = reading(DOCUMENTS, document=[stands])
    after = found.after("document", {"title": "A PLAN", "edition": "0", "owner": None})
    assert (after["edition"], after["owner"]) == ("0", HEAD)
    assert found.after("document", {"title": "Other", "edition": ""})["edition"] is None


@pytest.mark.parametrize(
    ("title", "left_out", "columns"),
    [
        ("Visits in time", [*WHOLE], []),  # it stands: what it needs was said before
        ("VISITS-2", [*WHOLE], []),  # by its slug
        ("Costs", [], []),
        ("Costs", ["unit", "source"], ["unit", "source"]),
    ],
)
def test_a_new_record_says_what_it_needs(title, left_out, columns):
    row = {"title": title, **WHOLE, **dict.fromkeys(left_out, "")}
    found = faults(MEASURES, row, reading(MEASURES, row, measure=[SECOND, FIRST]))
    assert [one.column for one in found] == columns
    assert {one.wrong for one in found} <= {"A measure that is new needs this"}
    assert [one.right for one in found[:1]] == (
        ["Enter the unit: number, per cent, pounds or days."] if columns else []
    )


def test_a_title_that_names_nothing_or_nothing_new_is_refused_at_the_title():
    for title, refused in (("!!", True), ("Visits, in time", False), ("Vísits 2", True)):
        row = {"title": title, **WHOLE}
        found = faults(MEASURES, row, reading(MEASURES, row, measure=[SECOND, FIRST]))
        assert [one.column for one in found] == ["title"] * refused, title


def test_a_row_asks_for_the_record_that_stands_or_for_a_new_one():
    found = reading(MEASURES, measure=[FIRST])
    [wanted] = targets(MEASURES, {"title": "visits IN time", "unit": "number"}, found)
    assert wanted.identity == {"slug": "visits-in-time"}
    assert wanted.values["unit"] == "number" and "title" not in wanted.values
    [wanted] = targets(MEASURES, {"title": "Costs of care", "unit": "number"}, found)
    assert wanted.identity == {"slug": "costs-of-care"}
    assert (wanted.values["unit"], wanted.values["title"]) == ("number", "Costs of care")


@pytest.mark.parametrize("installation", ["", "2016-02-29", "2099-12-30"])
def test_a_day_still_to_come_is_refused_and_today_is_not(settings, installation):
    settings.CANDOUR_TODAY = installation
    stands = Document(pk=1, title="A plan", slug="a-plan", kind="plan", owner=HEAD)
    for days, late in ((-1, []), (0, []), (2, ["last_checked_on"]), (400, ["last_checked_on"])):
        row = {"title": "A plan", "last_checked_on": today() + timedelta(days)}
        found = faults(DOCUMENTS, row, reading(DOCUMENTS, document=[stands]))
        assert [one.column for one in found] == late
    assert (found[0].wrong, found[0].right) == STILL_TO_COME


@swept(
    [
        (Column("kind", "Kind"), Document, Choice(dict(Document.KINDS))),
        (Column("opened_on", "Opened"), Risk, Day()),
        (Column("withheld", "Withheld", field="needs_check"), Engagement, YesNo()),
        (Column("cause", "Cause"), Risk, Text(5000, lines=True)),
        (Column("cause", "Cause", longest=40), Risk, Text(40, lines=True)),
        (Column("name", "Name", field="title"), Risk, Text(160, printed=True)),
        (Column("title", "Title", read=Text(9)), Risk, Text(9)),
    ]
)
def test_the_field_says_how_the_cells_of_its_column_are_read(column, model, reader):
    read = of_model(column, model).read
    assert type(read) is type(reader) and vars(read) == vars(reader)


def test_a_choice_knows_further_words_and_no_empty_one():
    read = of_model(
        Column("outcome", "Outcome", words={"stopped": ("cancelled",)}), DbsApplication
    ).read
    assert read.usual == {"certificate": "Certificate issued", "stopped": "Stopped"}
    assert read("Cancelled") == "stopped"


def test_a_column_that_fills_no_field_is_read_as_it_says():
    column = of_model(Column("note", "Note", read=Text(9)), Risk)
    assert (column.field, column.read) == ("", Text(9))
