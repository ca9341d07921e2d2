"""Drawn histories of editions: every statement about figures on public pages, derived again."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import Phase, given
from hypothesis import strategies as st

from reports.documents.document import (
    Bar,
    Cell,
    Chart,
    Fact,
    Facts,
    Headline,
    Headlines,
    Item,
    ItemList,
    Notes,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
)
from reports.documents.entries import RecordEntry
from reports.editions.models.removals import COURT
from reports.issue.operations import removals
from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment
from tests import cast
from tests.cases import written_cases
from tests.make import promised, published_figures
from tests.make.published_figures import entry
from tests.publication.derived.pages import assert_every_page_follows
from tests.publication.derived.reading import issues

pytestmark = pytest.mark.django_db
ON = date(2017, 3, 1)
ENDS = ("2014-12-31", "2015-06-30", "2015-12-31", "2016-06-30")
# A day, half-years, a year, and a period of no whole months.
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
WORDS = ("DBS checks are made.", "DBS checks are made twice.", "A survey of staff.",
         "The audit committee met.", "It rained.")  # fmt: skip
ASKED = ("note the audits;", "note the audits and the checks;", "agree the plan, in short:")
ANCHORS = ("work", "para-1", "para-1-a", "annex-a-para-1")
# Of whom, with its slug and definition where an edition keeps them.
GROUPS = (("Staff", "", ""), ("Staff", "staff", "d1"), ("All staff", "all", "d1"), ("", "", "d2"),
          ("Members of staff", "staff", "d1"))  # fmt: skip


ALIKE = (entry("30", "2014-12-31", count=30, key="dbs.overdue"),)
OTHER = (entry("24", "2014-12-31", count=24, key="audits.done"),)
UNLIKE = (entry("30", "2014-12-31", count=30, key="dbs.overdue", cohort="All"),)


@st.composite
def figures(draw, by):
    """A few figures of an edition, each of a day or period that is over `by` a day."""
    key = st.sampled_from(("dbs.overdue", "audits.done", "weather.days", "surveys.yes"))
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
    base = draw(st.sampled_from(("", "1050", "1050", "2100")))
    return entry(
        "not shown" if mark else f"{count:,}" if count is not None else "97%",
        span[1],
        start=span[0],
        when=" to ".join(f"{date.fromisoformat(one):%-d %B %Y}" for one in dict.fromkeys(span)),
        key=key,
        member=member,
        title=" ".join(f"Figure {key} {member}{draw(_wave(key))}".split()),
        count=None if mark else count,
        mark=mark,
        base="" if mark else base,
        base_count=int(base) if base and not mark else None,
        cohort=cohort,
        population=population,
        definition=definition,
        rule=draw(st.sampled_from(("Counted.", "Counted.", "Otherwise."))),
        source=draw(st.sampled_from(("DBS audit", "audit tool"))),
        places=tuple(draw(st.lists(st.sampled_from(ANCHORS), unique=True, max_size=3))),
    )


def _wave(key):
    return st.sampled_from((" (2015)", " (2016)") if key == "surveys.yes" else ("",))


@st.composite
def records(draw, by):
    """What an edition prints of records: lists with their lengths, and quoted fields."""
    rows = st.sampled_from((None, 0, 4))
    kinds = st.sampled_from(("actions", "dbs_audit", "review"))
    made = draw(st.lists(st.tuples(kinds, rows, st.sampled_from(ANCHORS)), max_size=2))
    return [RecordEntry(kind, by, "one", "title", "One", rows=rows, places=(place,))
            for kind, rows, place in made]  # fmt: skip


@st.composite
def promises(draw):
    """(sentence, due to what, state, whether it follows, the paper that answers) of commitments."""
    sentence = st.sampled_from((*WORDS, "An audit of 24 files is to be made by 2017."))
    due = st.sampled_from((due_dates.DAY, due_dates.PAPER, due_dates.NEXT))
    state = st.sampled_from((due_dates.OPEN, due_dates.OPEN, due_dates.MET, due_dates.REFUSED))
    one = st.tuples(sentence, due, state, st.booleans(), st.booleans())
    return draw(st.lists(one, max_size=3, unique_by=lambda row: row[0]))


@st.composite
def openings(draw):
    """(title, rows of the head, recommendations, each with the points in it)."""
    row = st.sampled_from(("Committee", "Report of", "Date of report", "Period covered"))
    head = draw(st.dictionaries(row, st.sampled_from(("One", "Two")), max_size=4))
    asked = st.tuples(st.sampled_from(ASKED), st.sampled_from((0, 0, 2)))
    title = st.sampled_from(("Assurance report", "Assurance report, corrected"))
    return draw(title), head, draw(st.lists(asked, max_size=3, unique_by=lambda one: one[0]))


@st.composite
def histories(draw):
    """(period's end, [(figures, records, words, opening) of each edition], promises of the paper,
    whether the last is removed)."""
    papers = []
    for end in draw(st.lists(st.sampled_from(ENDS), min_size=3, max_size=4, unique=True)):
        words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)
        edition = st.tuples(figures(end), records(end), words, openings())
        editions = draw(st.lists(edition, min_size=1, max_size=3))
        papers.append(
            (
                end,
                editions,
                draw(promises()),
                draw(st.sampled_from((None, None, None, 1, len(editions)))),
            )
        )
    return sorted(papers, key=lambda paper: paper[0])


def sections(texts):
    """A section with a paragraph and its item, an annex with a paragraph that quotes a figure and
    a table with a note, and between them a section that only some papers have."""
    item = Item("a.", "para-1-a", (Text((Run("An item."),)),))
    first, *more = texts
    rows = [Paragraph("para-1", "1.", (), (_text(first), ItemList("letter", (item,))))]
    rows += [Paragraph(f"para-{n}", f"{n}.", (), (_text(one),)) for n, one in enumerate(more, 2)]
    quoted = (Run("There were "), Run("30", "figure", "1"))
    annex = Paragraph("annex-a-para-1", "1.", (), (Text(quoted),))
    # Rows, a nested point, a bar's words and a note come and go with the words that are drawn.
    cells = tuple((Cell((Run(one),)), Cell((Run(str(n)),))) for n, one in enumerate(texts))
    heads = (Cell((Run("What"),), header=True), Cell((Run(texts[0]),), header=True))
    table = Table("table-1", "Table 1", "What was done", heads, cells, notes=(_text(first),))
    bars = tuple(Bar(one, "7", 500) for one in texts)
    data = Table("chart-1-data", "", "Content of the chart", heads, cells[:2])
    chart = Chart("chart-1", "Chart 1", "What was seen", texts[-1], bars, data)
    headlines = Headlines("headlines-1", tuple(
        Headline(one, (Run("30", "figure", "1"),), (Run(first),)) for one in texts[:2]
    ))  # fmt: skip
    deep = ItemList("bullet", (Item("", "para-8-a-point-1", (_text(texts[-1]),)),))
    listed = Item("a)", "para-8-a", (_text(first), deep))
    heading, listing = (Run(texts[-1]),), ItemList("letter", (listed,))
    opened = Paragraph("para-8", "8.", heading, (_text("As listed:"), listing))
    notes = Notes((Item("1", "note-1", (_text(first),)),))
    return (
        Section("shown", "Shown", blocks=(headlines, chart, opened, notes)),
        Section("work", "Work", number="2", blocks=tuple(rows)),
        *([Section(f"only-{len(texts)}", texts[-1])] if len(texts) % 2 else []),
        Section("annex-a", "Annex A: More", blocks=(annex, table)),
    )


def asking(asked):
    """The section of the recommendations, in which a reason follows the list."""
    items = tuple(
        Item(f"{n}.", f"para-9-{n}", (_text(words), *_points(f"para-9-{n}", points)))
        for n, (words, points) in enumerate(asked, 1)
    )
    lists = (ItemList("number", items),) if items else ()
    lead = Paragraph("para-9", "9.", (), (_text("The committee is asked to:"), *lists))
    reason = Paragraph("reason", "", (), (_text("So it can judge."),))
    return Section("part-recommendations", "Recommendations", blocks=(lead, reason))


def _points(anchor, many):
    points = (Item("", f"{anchor}-point-{n}", (_text(f"Point {n};"),)) for n in range(1, many + 1))
    return (ItemList("bullet", tuple(points)),) if many else ()


def opening(title, head):
    """What a document has before its sections."""
    rows = (Fact(name, (_text(words),)) for name, words in head.items())
    return {"title": title, "head": Facts("head", "About this report", tuple(rows))}


def promise(paper, made, others):
    """The drawn commitments of `paper`: one may follow, and one be answered by, another of
    `others`."""
    last = Commitment.objects.filter(paper__in=others).last() if others else None
    for sentence, due_to, state, follows, is_answered_here in made:
        said = {"answered_on": date(2016, 1, 15)} if state == due_dates.MET else {}
        if said and is_answered_here:
            said["answered_in"] = (others or [paper])[0]
        free = follows and last and not last.followed_by.exists()
        promised.commitment(
            paper=paper,
            sentence=sentence,
            digest=str(len(sentence)),
            what=f"See to it: {sentence} ({paper.slug})",
            due_to=due_to,
            due_on=None if due_to == due_dates.NEXT else date(2016, 3, 31),
            state=state,
            follows=last if free else None,
            **said,
        )


def _text(words):
    return Text((Run(words),))


def publish(history):
    """Publishes and removes what was drawn, in order of time."""
    others = []
    for end, editions, made, taken in history:
        paper = None
        for number, (entries, rows, texts, (title, head, asked)) in enumerate(editions, 1):
            issued_on = date.fromisoformat(end) + timedelta(days=20 * number)
            said = {"period_end": end, "issued_on": issued_on, "records": rows}
            said["sections"] = (*sections(texts), asking(asked))
            said["opening"] = opening(title, head)
            paper = published_figures.edition(*entries, of=paper, number=number, **said).paper
        promise(paper, made, others)
        promised.decisions(paper, len(asked), number)
        others.insert(0, paper)
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


@pytest.mark.parametrize(
    ("then", "now", "sentence"),
    [
        (ALIKE, ALIKE, "No figure in both changed."),
        (ALIKE, UNLIKE, "No figure in both can be compared."),
        (ALIKE, OTHER, "No figure is in both."),
        ((), (), "No figure is in both."),
        (ALIKE, (*ALIKE, *OTHER), "1 figure is in one of the two only"),
        ((*ALIKE, *OTHER), ALIKE, "1 figure is in one of the two only"),
    ],
)
def test_two_papers_that_say_all_or_nothing_alike_are_compared_whole(then, now, sentence):
    opening = ("Assurance report", {"Committee": "One"}, [])
    history = [
        (end, [(figures, [], [WORDS[0]], opening)], [], None)
        for end, figures in zip(ENDS, (then, now), strict=False)
    ]
    publish(history)
    assert_every_page_follows("netherby", ON)
    [later] = [one for one in issues("netherby") if one.period_end.isoformat() == ENDS[1]]
    assert sentence in Client().get(f"{later.paper_address}compare/").content.decode()


@pytest.fixture(autouse=True)
def _day(settings):
    settings.CANDOUR_TODAY = ON.isoformat()
