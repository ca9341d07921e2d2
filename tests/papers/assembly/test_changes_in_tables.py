"""A table of figures with a column of changes, and with the parts of a figure across the top."""

from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.language.block_data import problems
from reports.language.tokens import FaultyToken, read_token
from reports.papers.assembly.pipeline import assemble
from reports.papers.assembly.tables import quote
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.make import audits, drafts, looked_after

pytestmark = pytest.mark.django_db
CHANGE = {"label": "Change", "when": "position", "since": "comparison", "form": "change"}
DATES = [{"label": name, "when": name} for name in ("comparison", "position")]
CHILDREN = {"label": "All", "quote": "looked_after.children"}
KEY = "looked_after.placement"
SUM = {"label": "Two", "quote": f"sum {KEY}:agency_foster + {KEY}:foster_own"}


@pytest.fixture
def paper():
    return drafts.written(cast.clerk())


def with_parts(paper, *counts):
    """The censuses of both dates with these counts of agency and own foster care."""
    for day, (agency, own, total) in zip((drafts.EARLIER, drafts.POSITION), counts, strict=True):
        looked_after.CensusCount.objects.filter(census__date=day.end).delete()
        looked_after.Census.objects.filter(date=day.end).delete()
        rest = total - agency - own
        parts = {"agency_foster": agency, "foster_own": own, "not_broken_down": rest}
        looked_after.census({"placement": parts}, council=paper.council, date=day.end, total=total)


def printed(paper, rows, columns, **more):
    """(texts of the cells of each row, the notes, the problems) of a table in the report."""
    data = {"caption": "C", "grid": {"rows": rows, "columns": columns, **more}}
    block = BlockText("grid", "body", "table", "work", "", "", data)
    made = assemble(read(paper).with_block(block))
    (table,) = [
        block
        for section in made.document.sections
        for block in section.blocks
        if getattr(block, "caption", "") == "C"
    ]
    words = lambda text: "".join(run.text for run in text.runs)  # noqa: E731
    rows = [[words(cell) for cell in row] for row in table.rows]
    return rows, [words(note) for note in table.notes], made.problems


def test_a_change_has_its_sign_and_is_the_difference_of_the_columns(paper):
    with_parts(paper, (40, 60, 210), (51, 60, 188))
    part = {"label": "Agency", "quote": f"{KEY}:agency_foster"}
    same = {"label": "Own", "quote": f"{KEY}:foster_own"}
    rows, notes, wrong = printed(paper, [CHILDREN, part, same, SUM], [*DATES, CHANGE])
    assert rows == [
        ["All", "210", "188", "−22"],
        ["Agency", "40", "51", "+11"],
        ["Own", "60", "60", "no change"],
        ["Two", "100", "111", "+11"],
    ]
    assert (notes, wrong) == ([], ())
    for _label, before, after, change in rows:
        signed = change.replace("−", "-").replace("no change", "0")
        assert int(after) - int(before) == int(signed)


@pytest.mark.parametrize("counts", [((3, 60, 210), (51, 60, 188)), ((40, 60, 210), (2, 60, 188))])
def test_a_change_is_hidden_where_one_of_its_two_numbers_is(paper, counts):
    with_parts(paper, *counts)
    part = {"label": "Agency", "quote": f"{KEY}:agency_foster"}
    rows, notes, wrong = printed(paper, [CHILDREN, part], [*DATES, CHANGE])
    assert rows[1][3] == "[c]" and rows[0][3] == "−22"
    assert "[c]" in rows[1][1:3] and not wrong
    assert any("not shown" in note for note in notes)


def test_what_is_not_comparable_says_so_with_its_reason_beneath(paper):
    names = {"month": When(date(2015, 7, 1), date(2015, 7, 31)), **paper.names}
    paper.named_dates.create(name="month", start=names["month"].start, end=names["month"].end)
    audits.case_audit(council=paper.council, audited_on=date(2015, 7, 3))
    columns = [{"label": "Then", "when": "year"}, {**CHANGE, "when": "year", "since": "month"}]
    row = {"label": "Audits", "quote": "audits.done"}
    rows, notes, wrong = printed(paper, [row], columns)
    assert rows == [["Audits", "3", "not comparable"]]
    assert not wrong
    assert notes == [
        (
            "No change is given in cells marked “not comparable”: they cover periods of different "
            "length."
        )
    ]


def test_a_change_since_a_date_without_a_record_or_without_a_name_is_a_fault(paper):
    looked_after.Census.objects.filter(date=drafts.EARLIER.end).delete()
    rows, _notes, wrong = printed(paper, [CHILDREN], [CHANGE])
    assert rows[0][1].startswith("[[difference ") and wrong
    grid = {"rows": [CHILDREN], "columns": [{**CHANGE, "since": "nowhere"}]}
    (problem,) = problems("table", {"grid": grid}, ["position"], "body")
    assert "“nowhere”" in problem.sentence


def test_the_parts_of_a_figure_go_across_with_figures_down(paper):
    with_parts(paper, (40, 60, 210), (51, 60, 188))
    columns = [
        {"label": label, "member": member, "when": "position", "form": form}
        for label, member, form in (
            ("Agency", "agency_foster", "number"),
            ("Own", "foster_own", "number"),
            ("Own, per cent", "foster_own", "percent"),
        )
    ]
    rows, notes, wrong = printed(paper, [{"label": "Placed", "quote": KEY}], columns)
    assert rows == [["Placed", "51", "60", "32%"]]
    assert (notes, wrong) == ([], ())
    turned, *_ = printed(paper, [{"label": "Placed", "quote": KEY}], columns, turned=True)
    assert turned == [["Agency", "51"], ["Own", "60"], ["Own, per cent", "32%"]]
    with_parts(paper, (40, 60, 210), (3, 60, 188))
    hidden, *_ = printed(paper, [{"label": "Placed", "quote": KEY}], columns)
    assert hidden[0][1] == "[c]"


@pytest.mark.parametrize(
    "written", [f"{KEY}:agency_foster", SUM["quote"], "", "no figure at all", "a b c"]
)
def test_a_part_of_what_has_no_parts_is_a_fault_and_no_crash(paper, written):
    column = {"label": "Own", "member": "foster_own", "when": "position"}
    assert isinstance(quote({"quote": written}, column), FaultyToken)


def test_no_part_of_a_sum_is_read_as_a_reckoning():
    for written in ("sum:a b:c + d:e", "difference:a b - c", "share:a b of c"):
        assert isinstance(read_token(f"[[{written}]]"), FaultyToken)


def test_a_population_stands_behind_the_part_and_behind_each_date():
    row = {"quote": "dbs.by_group of=cses-staff"}
    part = quote(row, {"member": "staff", "when": "position"})
    assert (part.member, part.cohort, part.when) == ("staff", "cses-staff", "position")
    change = quote({"quote": "dbs.overdue of=cses-staff"}, CHANGE)
    assert [item.cohort for item in change.operands] == ["cses-staff"] * 2
    assert [item.when for item in change.operands] == ["position", "comparison"]
