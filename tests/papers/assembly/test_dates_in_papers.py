"""Dates that a paper names: printed wherever words stand, moved together, missed where they go."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.periods import When
from reports.checks.context import CheckContext
from reports.documents.document import text_of
from reports.papers.assembly.pipeline import assemble
from reports.papers.assembly.questions import NO_DATE, NO_LABEL
from reports.papers.manuscript import BlockText, read
from reports.papers.operations.papers import set_dates
from reports.papers.wording.date_words import days_text
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.registry import rule_called
from reports.verdicts.run import check
from tests import cast
from tests.make.drafts import NAMES, ON, written

GRID = {
    "rows": [{"label": "All on [[date:now | short]]", "quote": "looked_after.children"}],
    "columns": [
        {"label": "[[date:comparison]]", "when": "comparison"},
        {"label": "[[date:now | label]]", "when": "now"},
    ],
}
BLOCKS = (
    BlockText("held", "body", "section", "", "Work at [[date:now]]", "", {}),
    BlockText("said", "body", "paragraph", "held", "In [[date:period]]", "To [[date:now]].", {}),
    BlockText("t", "body", "table", "held", "", "", {"caption": "At [[date:now]]", "grid": GRID}),
    BlockText(
        *("c", "body", "chart", "held", "", ""),
        {"caption": "Chart at [[date:now]]", "grid": GRID, "finding": "By [[date:now | short]]."},
    ),
    BlockText(
        *("l", "body", "records", "held", "", ""),
        {"caption": "Reviews at [[date:now]]", "records": {"what": "reviews", "when": "now"}},
    ),
    BlockText("x", "annexes", "annex", "", "The plan at [[date:now]]", "Words.", {}),
)
DAYS = st.dates(date(1999, 1, 1), date(2030, 12, 31))


def with_blocks(paper, *blocks):
    manuscript = read(paper)
    for block in blocks:
        manuscript = manuscript.with_block(block)
    return manuscript


@pytest.mark.django_db
def test_a_named_date_prints_and_moves_in_every_place_that_holds_words():
    clerk = cast.clerk()
    paper = written(clerk)
    for day, long, short in (
        (date(2015, 12, 1), "1 December 2015", "1 Dec 2015"),
        (date(2015, 1, 1), "1 January 2015", "1 Jan 2015"),
    ):
        names = {**NAMES, "now": When(day, day, "Children counted on")}
        set_dates(paper=paper, version=paper.version, names=names, by=clerk, on=ON)
        paper.refresh_from_db()
        made = assemble(with_blocks(paper, *BLOCKS))
        assert not [one for one in made.problems if "[[" in one.sentence]
        section = next(one for one in made.document.sections if one.title.startswith("Work"))
        assert section.title == f"Work at {long}"
        said, table, chart, listed = section.blocks[:4]
        assert text_of(said.heading) == "In 1 July to 31 December 2015"
        assert said.content[0].runs[1].to == "now"
        assert text_of(said.content) == f"To {long}."
        assert (table.caption, chart.caption) == (f"At {long}", f"Chart at {long}")
        assert [text_of(one.runs) for one in table.columns[1:]] == [
            *("1 January 2015", "Children counted on")
        ]
        assert text_of(table.rows[0][0].runs) == f"All on {short}"
        assert (chart.bars[1].label, chart.bars[1].series) == (
            *(f"All on {short}", "Children counted on"),
        )
        assert (chart.finding, listed.caption) == (f"By {short}.", f"Reviews at {long}")
        printed = text_of(made.document.sections)
        assert f"The plan at {long}" in printed and "[[" not in printed


@pytest.mark.django_db
def test_a_date_that_is_gone_or_has_no_label_and_a_figure_in_a_heading_are_named_where_they_stand():
    manuscript = with_blocks(
        written(cast.clerk()),
        BlockText("a", "body", "section", "", "At [[date:gone]]", "", {}),
        BlockText("b", "body", "paragraph", "a", "On [[audits.done]]", "x", {}),
        BlockText("t", "body", "table", "a", "", "", {"caption": "C", "grid": GRID}),
        BlockText("d", "body", "paragraph", "a", "", "[[date:position | label]] [[date:x|y]]", {}),
    )
    found = {(one.place, one.sentence) for one in assemble(manuscript).problems}
    place = {slug: manuscript.numbering.of(slug).anchor for slug in "abtd"}
    assert (place["a"], NO_DATE.format("[[date:gone]]", "gone")) in found
    assert (place["t"], NO_DATE.format("[[date:now | label]]", "now")) in found
    assert (place["d"], NO_LABEL.format("[[date:position | label]]", "position")) in found
    assert any(where == place["b"] and "[[audits.done]]" in what for where, what in found)
    assert any("write it as [[date:name]]" in what for where, what in found if where == place["d"])


@given(first=DAYS, days=st.integers(0, 900))
def test_a_period_prints_both_its_ends_and_no_other(first, days):
    last = first + timedelta(days=days)
    long, short = (days_text(first, last, form) for form in ("long", "short"))
    for text, month in ((long, "%B"), (short, "%b")):
        opening, joint, ending = text.rpartition(" to ")
        ending_day = f"{last.day} {last:{month} %Y}"
        if joint:
            assert ending == ending_day
            whole = f"{first.day} {first:{month} %Y}"
            assert whole.startswith(opening)
            assert opening == whole or first.year == last.year
        elif days:
            assert text == f"{last:{month} %Y}" and (first.day, (last + timedelta(1)).day) == (1, 1)
        else:
            assert text == ending_day


@pytest.mark.django_db
def test_a_list_of_records_is_of_the_day_that_its_caption_says():
    paper = written(cast.clerk())
    rule = [rule_called("date-over-figures")]
    for caption, wrong in (
        ("Reviews at [[date:position]]", False),
        ("Reviews at 1 December 2015", False),
        ("Reviews at [[date:comparison]]", True),
        ("Reviews on 30 June 2015", True),
        ("Reviews agreed on 30 June 2015", False),
        ("Reviews from 1 July to 31 December 2015", False),
    ):
        data = {"caption": caption, "records": {"what": "reviews", "when": "position"}}
        manuscript = with_blocks(paper, BlockText("l", "body", "records", "work", "", "", data))
        read_as = reading_of(manuscript, assemble(manuscript).document)
        assert bool(check(read_as, CheckContext(), rule)) == wrong, caption
