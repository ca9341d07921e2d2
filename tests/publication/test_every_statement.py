"""Drawn histories of editions: every statement about figures on public pages, derived again."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import Phase, given
from hypothesis import strategies as st

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text
from reports.documents.entries import RecordEntry
from reports.editions.models.removals import COURT
from reports.issue.operations import removals
from tests import cast
from tests.cases import written_cases
from tests.make import published_figures
from tests.make.published_figures import entry
from tests.publication.derived.pages import assert_every_page_follows

pytestmark = pytest.mark.django_db
ON = date(2017, 3, 1)
ENDS = ("2014-12-31", "2015-06-30", "2015-12-31", "2016-06-30")
# A day, half-years, a year, and a period that is no whole number of months.
SPANS = {
    "2014-12-31": ("2014-12-31", "2014-07-01", "2014-01-01", "2014-07-16"),
    "2015-06-30": ("2015-06-30", "2015-01-01", "2014-07-01", "2015-01-16"),
    "2015-12-31": ("2015-12-31", "2015-07-01", "2015-01-01", "2015-07-16"),
    "2016-06-30": ("2016-06-30", "2016-01-01", "2015-07-01", "2016-01-16"),
}
# What is due after every paper.
DUE = ("2017-12-01", "2017-12-31")
# A number that nobody counted, which no page follows.
TYPED = entry("13", "", key="stated", start="", when="", source="Minutes, 3 May 2015")
WORDS = ("DBS checks are made.", "A survey of staff.", "The audit committee met.", "It rained.")
ANCHORS = ("work", "para-1", "para-1-a", "annex-a-para-1")
# Of whom, with its slug and definition where an edition keeps them.
GROUPS = (("Staff", "", ""), ("Staff", "staff", "d1"), ("All staff", "all", "d1"), ("", "", "d2"))


@st.composite
def figures(draw, by):
    """A few figures of an edition, each of a day or period that is over `by` a day."""
    key = st.sampled_from(("dbs.overdue", "audits.done", "weather.days"))
    chosen = draw(st.lists(st.tuples(key, st.sampled_from(("", "north")), _span(by)), max_size=6,
                           unique=True))  # fmt: skip
    # One is told of at the end of every paper's period, and so is drawn through time.
    made = [draw(_figure(*one)) for one in (*chosen, ("dbs.overdue", "all", (by, by)))]
    return [*made, *draw(st.sampled_from(((), (TYPED,))))]


def _span(by):
    ends = [end for end in ENDS if end <= by]
    return st.sampled_from([DUE, *((start, end) for end in ends for start in SPANS[end])])


@st.composite
def _figure(draw, key, member, span):
    count = draw(st.sampled_from((0, 7, 24, 30, 1024, None)))
    mark = draw(st.sampled_from(("", "", "", "withheld")))
    cohort, population, definition = draw(st.sampled_from(GROUPS))
    base = draw(st.sampled_from(("", "351")))
    return entry(
        "not shown" if mark else f"{count:,}" if count is not None else "97%",
        span[1],
        start=span[0],
        when=f"{span[0]} to {span[1]}",
        key=key,
        member=member,
        title=f"Figure {key} {member}".strip(),
        count=None if mark else count,
        mark=mark,
        base="" if mark else base,
        cohort=cohort,
        population=population,
        definition=definition,
        rule=draw(st.sampled_from(("Counted.", "Counted.", "Otherwise."))),
        source=draw(st.sampled_from(("DBS audit", "audit tool"))),
        places=tuple(draw(st.lists(st.sampled_from(ANCHORS), unique=True, max_size=3))),
    )


@st.composite
def records(draw, by):
    """What an edition prints of records: lists with their lengths, and quoted fields."""
    rows = st.sampled_from((None, 0, 4))
    kinds = st.sampled_from(("actions", "dbs_audit", "review"))
    made = draw(st.lists(st.tuples(kinds, rows, st.sampled_from(ANCHORS)), max_size=2))
    return [RecordEntry(kind, by, "one", "title", "One", rows=rows, places=(place,))
            for kind, rows, place in made]  # fmt: skip


@st.composite
def histories(draw):
    """(period's end, [(figures, records, words) of each edition], whether the last is removed)."""
    papers = []
    for end in draw(st.lists(st.sampled_from(ENDS), min_size=3, max_size=4, unique=True)):
        edition = st.tuples(figures(end), records(end), st.sampled_from(WORDS))
        editions = draw(st.lists(edition, min_size=1, max_size=2))
        papers.append((end, editions, draw(st.sampled_from((None, None, None, 1, len(editions))))))
    return sorted(papers, key=lambda paper: paper[0])


def sections(text):
    """A section with a paragraph and its item, and an annex with a paragraph."""
    item = Item("a.", "para-1-a", (Text((Run("An item."),)),))
    first = Paragraph("para-1", "1.", (), (Text((Run(text),)), ItemList("letter", (item,))))
    annex = Paragraph("annex-a-para-1", "1.", (), (Text((Run("It says no more."),)),))
    return (
        Section("work", "Work", number="2", blocks=(first,)),
        Section("annex-a", "Annex A: More", blocks=(annex,)),
    )


def publish(history):
    """Publishes and removes what was drawn, in order of time."""
    for end, editions, taken in history:
        paper = None
        for number, (entries, rows, text) in enumerate(editions, 1):
            issued_on = date.fromisoformat(end) + timedelta(days=20 * number)
            said = {"period_end": end, "issued_on": issued_on, "sections": sections(text)}
            made = published_figures.edition(
                *entries, of=paper, number=number, records=rows, **said
            )
            paper = made.paper
        if taken:
            said = {"reason": COURT, "explanation": "By order.", "by": cast.clerk(), "on": ON}
            removals.remove(paper=paper, numbers=[taken], **said)


@written_cases(phases=(Phase.explicit, Phase.generate))
@given(histories())
def test_every_statement_follows_from_the_documents_whatever_was_published(history):
    with transaction.atomic():
        publish(history)
        assert_every_page_follows("netherby", ON)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _day(settings):
    settings.CANDOUR_TODAY = ON.isoformat()
