"""Whatever prints next to a live figure is held against it: every kind of printed text, with a
false statement of every kind, and with true ones."""

import sys
from dataclasses import replace
from datetime import date

from reports.checks import figure_texts
from reports.checks import reading as kinds
from reports.checks.context import Cadence, CheckContext, RecordedState
from reports.checks.reading import Grid, Line, Listing, LiveFigure, Reading
from reports.documents.entries import Entry
from reports.verdicts.registry import RULES
from tests.sweeping import swept

# The rules that go through the one list of printed texts, and those of dates over figures.
AROUND = [
    rule
    for rule in RULES
    if hasattr(sys.modules[rule.check.__module__], "faults_around")
    or rule.key == "date-over-figures"
]
DAY = "2015-12-01"
ENTRY = Entry(
    number=1,
    key="looked_after.children",
    title="Children looked after",
    text="188",
    counts="children looked after by the authority at the end of the day",
    out_of="",
    when="1 December 2015",
    cohort="",
    source="the return to 14 December 2015",
    rule="A child counts once.",
    citation="",
    unit="children",
    start=DAY,
    end=DAY,
    count=188,
)
COUNTS = {(2014, 12): 209, (2015, 6): 201, (2015, 7): 196, (2015, 9): 192, (2015, 11): 188}


def values(entry, first, last):
    """What the records of these tests have of other months."""
    count = COUNTS.get((first.year, first.month)) if (last - first).days < 2 else None
    return count and RecordedState(entry.title, f"{first:%-d %B %Y}", count)


KNOWN = CheckContext(
    today=date(2016, 1, 18),
    cadences=(Cadence("DBS audit", 6, "dbs.", (date(2016, 1, 5),)),),
    parts=lambda _entry, _state: (),
    values=values,
)
FALSE = (
    *("at midsummer", "in the first quarter", "on the day of the DBS audit", "at Easter"),
    *(
        ", the lowest in the region",
        ", more than in July 2015",
        ", still rising",
        " on 1 July 2014",
    ),
    *(" throughout the half-year", " because of the strategy of 2017", ", as validated by Ofsted"),
    *(", one more than last year", ", a mere handful", " who are aged 16 to 18", ", new in care"),
    *("known to social care", "on child protection plans"),
)
TRUE = (
    *("at the start of winter", "in the last quarter of the year", "on the day of the count"),
    *(", of whom some live outside the region", ", fewer than in July 2015", " on 1 December 2015"),
    *(
        ", fewer than a year before",
        " because of the strategy of 2012",
        ", as many as in November 2015",
    ),
    *(
        ", as counted by the Council",
        ", of whom most are under 14",
        " whom the Council looks after",
    ),
)


def line(kind, text, where="para-1", live=True, **more):
    """A line of a kind, with the figure behind its text where it prints it."""
    text = f"{text}: 188." if live else text
    found = (LiveFigure(len(text) - 4, len(text) - 1, ENTRY),) if live else ()
    return Line(where, where, kind, text, live=found, block=where, **more)


VALUE = Line("table-1-r1-c2", "Table 1", kinds.CELL, "188", live=(LiveFigure(0, 3, ENTRY),))
PLAIN = line(kinds.PARAGRAPH, "In all", "para-2")


def table(caption="Counts", head="Number", label="All", note="", finding="", of_chart=False):
    """A report with a table or chart, one of whose texts is as given."""
    where = "chart-1" if of_chart else "table-1"
    heads = tuple(line(kinds.CELL, text, f"{where}-r0", live=False) for text in ("", head))
    row = (line(kinds.CELL, label, f"{where}-r1", live=False), VALUE)
    lines = [line(kinds.CAPTION, caption, where, live=False), *heads, *row]
    lines += [line(kinds.NOTE, note, where, live=False)] if note else []
    lines += [line(kinds.FINDING, finding, where, live=False)] if finding else []
    data = f"{where}-data" if of_chart else where
    grid = Grid(data, "Table 1", "Table 1", caption, heads, (row,), of_chart=of_chart)
    return lines, {"grids": (grid,)}


def listed(text):
    """A line that opens a list, of which an item prints the figure."""
    lead, item = (
        line(kinds.PARAGRAPH, f"{text}:", live=False),
        line(kinds.ITEM, "In all", "para-1-i"),
    )
    return [lead, item], {"lists": (Listing(lead, (item,)),)}


def footnote(text):
    """A note whose mark is behind the figure of a sentence."""
    marked = replace(PLAIN, notes=((len(PLAIN.text) - 1, "note-1"),))
    return [marked, line(kinds.NOTE, text, "note-1", live=False)], {}


TEXTS = {
    kinds.PARAGRAPH: lambda text: ([line(kinds.PARAGRAPH, text)], {}),
    kinds.ITEM: lambda text: ([line(kinds.ITEM, text)], {}),
    kinds.RECOMMENDATION: lambda text: ([line(kinds.RECOMMENDATION, text)], {}),
    kinds.REASON: lambda text: ([line(kinds.REASON, text)], {}),
    kinds.FACT: lambda text: ([line(kinds.FACT, text)], {}),
    kinds.HEADING: lambda text: ([line(kinds.HEADING, text, live=False, level=2), PLAIN], {}),
    kinds.RUN_IN: lambda text: (
        [line(kinds.RUN_IN, text, "para-2", live=False), PLAIN],
        {},
    ),
    kinds.CAPTION: lambda text: table(caption=text),
    kinds.CELL: lambda text: ([line(kinds.CELL, text, "table-1-r1-c1")], {}),
    kinds.NOTE: footnote,
    kinds.FINDING: lambda text: table(finding=text, of_chart=True),
    "head": lambda text: table(head=text),
    "label": lambda text: table(label=text),
    "legend": lambda text: table(label=text, of_chart=True),
    "note of a table": lambda text: table(note=text),
    "opening line": listed,
    "headline": lambda text: ([line(kinds.ITEM, text, "headlines-1")], {}),
}


def faults(kind, statement):
    """The rules that find an error in a text of a kind."""
    lines, more = TEXTS[kind](
        f"Children looked after {statement}".replace(" ,", ",").replace("  ", " ")
    )
    report = Reading(
        "Report",
        "Northmoor",
        tuple(lines),
        figures=(ENTRY,),
        period=(date(2015, 7, 1), date(2015, 12, 31)),
        paper_date=date(2016, 1, 18),
        **more,
    )
    rows = [(rule, item) for rule in AROUND for item in rule.check(report, KNOWN)]
    return [rule.key for rule, item in rows if (item.severity or rule.severity) == "error"]


def test_every_kind_of_line_is_tried():
    every = {value for name, value in vars(kinds).items() if name.isupper() and name != "PROSE"}
    assert {item for item in every if isinstance(item, str)} - {kinds.HEADLINES} <= {*TEXTS}
    assert {"_printing", "_over_tables", "_over_lists", "_headings", "_notes"} <= {
        *vars(figure_texts)
    }


@swept([(kind, statement) for kind in TEXTS for statement in FALSE])
def test_a_false_statement_is_an_error_whatever_prints_it(kind, statement):
    assert faults(kind, statement)


@swept([(kind, statement) for kind in TEXTS for statement in TRUE])
def test_a_true_statement_is_none_whatever_prints_it(kind, statement):
    assert faults(kind, statement) == []
