"""What a table can be made of is every declared figure and every date that suits it."""

import pytest

from assurance.figures.figure import Timing
from assurance.figures.quotable import LISTS
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.editor.forms.builders.filters import FilterWidget
from reports.language.tokens import is_row, read_token
from reports.papers.assembly.questions import questions_of
from reports.papers.manuscript import read
from reports.quotable.columns import NO_LONGER, column_dates, column_heading, column_label
from reports.quotable.rows import RowCatalogue, timings
from tests.make import findings, improvements, matters


@pytest.fixture
def manuscript(paper):
    """The report with its dates."""
    return read(paper)


@pytest.fixture
def catalogue(manuscript):
    """What tables of the report can count."""
    return RowCatalogue(manuscript)


@pytest.mark.long
def test_every_declared_figure_and_fixed_part_is_a_row_that_its_own_words_find(catalogue):
    rows = list(catalogue.rows())
    quotes = {row.quote for row in rows}
    assert len(quotes) == len(rows)
    expected = {key for key, figure in FIGURES.items() if not figure.has_members}
    expected |= {f"{key}:{name}" for key, figure in FIGURES.items() for name in figure.members}
    assert len(expected) > 60
    assert expected <= quotes
    for row in rows:
        assert is_row(read_token(f"[[{row.quote}]]")), row
        assert row.label and row.group
        assert catalogue.heading(row.quote) == row.label.replace("|", "/")
        assert row in catalogue.search(catalogue.title(row.quote)), row


def test_parts_whose_names_are_data_are_rows_too(catalogue):
    quotes = {row.quote: row.label for row in catalogue.search("placement own carers")}
    assert [quote for quote in quotes if quote.startswith("looked_after.placement:")]
    assert catalogue.title("looked_after.placement:agency_foster").startswith(
        "Children looked after by placement: "
    )


@pytest.mark.parametrize(
    ("quote", "heading", "title"),
    [
        ("looked_after.children", "Children looked after", "Children looked after"),
        ("dbs.needing_check of=cses-staff", "People who need a DBS check", None),
        ("no.figure", "", ""),
        ("para:one", "", ""),
        ("[[", "", ""),
    ],
)
def test_a_row_is_called_by_its_part_or_its_figure(catalogue, quote, heading, title):
    assert catalogue.heading(quote) == heading
    assert catalogue.title(quote) == (heading if title is None else title)


def test_a_sum_is_called_by_its_parts(catalogue):
    names = FIGURES["dbs.by_status"].members
    quote = "sum dbs.by_status:unknown + dbs.by_status:due_soon"
    assert catalogue.heading(quote) == f"{names['unknown']} and {names['due_soon']}"
    assert not RowCatalogue(None).search("")


def test_each_date_that_is_offered_for_a_figure_can_be_asked_of_it(manuscript):
    for figure in FIGURES.values():
        for name in column_dates(manuscript, timings([figure.key])):
            [query] = questions_of(read_token(f"[[{figure.key} @{name}]]"), FIGURES, manuscript)
            assert query.when.is_day == (figure.timing == Timing.AT)
    assert set(column_dates(manuscript, ())) == {*manuscript.names, "period"}
    assert column_dates(None, ()) == []


def test_a_column_has_a_label_and_a_heading_that_moves_with_its_date(manuscript):
    names = {"position", "comparison", "year", "period"}
    for name in names:
        assert column_heading(manuscript, name, ()) == f"[[date:{name}]]"
        assert str(manuscript.when(name)) in column_label(manuscript, name, ())
    assert column_heading(manuscript, "", {Timing.AT}) == "[[date:position]]"
    assert column_heading(manuscript, "", {Timing.IN}) == "[[date:period]]"
    assert column_heading(manuscript, "2015-12-01", ()) == "1 December 2015"
    assert column_label(manuscript, "2015-12-01", ()).startswith("1 December 2015 – always")
    for gone in ("gone", "2015-13-01", "2015"):
        assert column_label(manuscript, gone, ()) == NO_LONGER
    assert column_heading(manuscript, "2015-13-01", ()) == "2015-13-01"


def records(council):
    """Something of each kind that a list can be narrowed by."""
    matters.development(council=council, kind="project")
    matters.document(council=council)
    matters.event(council=council)
    matters.risk(council=council)
    improvements.action(council=council)
    findings.finding(council=council)


def test_each_filter_offers_the_values_that_it_takes_by_their_labels(paper):
    records(paper.council)
    chosen = 0
    for kind in LISTS.values():
        widget = FilterWidget()
        widget.kind, widget.council = kind, paper.council
        drawn = widget.get_context("filter", "", {})["widget"]["filters"]
        offered = [name for name, known in kind.filters.items() if known.is_offered]
        assert [item["name"] for item in drawn] == offered
        for item in drawn:
            known = kind.filters[item["name"]]
            for value, label in item["choices"]:
                assert label and "_" not in label, label
                assert not known.why_not(item["name"], value, paper.council)
                chosen += 1
    assert chosen > 30


def test_actions_are_not_narrowed_by_the_number_of_a_finding(paper):
    # “Recommendation 1 / Strength 1 / …” of every review names none of them.
    widget = FilterWidget()
    widget.kind, widget.council = LISTS["actions"], paper.council
    drawn = widget.get_context("filter", "", {})["widget"]["filters"]
    assert [item["name"] for item in drawn] == ["plan", "priority", "status"]
    drawn = widget.get_context("filter", "finding | 3", {})["widget"]["filters"]
    assert drawn[-1]["name"] == "finding" and ("3", "3") in [*drawn[-1]["choices"]]


def test_a_value_that_is_no_more_is_offered_still(paper):
    widget = FilterWidget()
    widget.kind, widget.council = LISTS["actions"], paper.council
    [drawn] = [
        item
        for item in widget.get_context("filter", "plan | gone", {})["widget"]["filters"]
        if item["name"] == "plan"
    ]
    assert drawn["choices"] == [("gone", "gone")]


def test_a_list_keeps_what_happened_in_a_period_in_part_or_whole(paper):
    kind, days = LISTS["reviews"], ("2015-06-30", "2015-07-01", "2015-12-31", "2016-01-01")
    for start in days:
        for end in (item for item in days if item >= start):
            findings.review(
                council=paper.council, slug=f"{start}--{end}", started_on=start, ended_on=end
            )
    when = When(paper.period_start, paper.period_end)
    rows = kind.rows_within(kind.rows(paper.council), when)
    expected = {
        row.slug
        for row in kind.rows(paper.council)
        if row.started_on <= when.end and (row.ended_on is None or row.ended_on >= when.start)
    }
    assert {row.slug for row in rows} == expected and len(expected) == 8
