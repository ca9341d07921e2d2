"""What a list, a table or a sentence leads one to expect ahead, though its day is gone by; and what
is called overdue before its day."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assurance.runtime.periods import say_day
from reports.checks.numbers.passages import opened
from reports.checks.reading import Grid, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.checks.timing.due import is_gone
from reports.prose.dates import DAY, MONTH

# “… the new dates, all of them still ahead of us, are:”, “There remain to be performed:”.
_LEADS = re.compile(
    r"\b(?:lies?|still|are|is|remains?)\s+(?:all\s+|still\s+|yet\s+)?(?:ahead|to\s+come|in\s+the\s+future)\b|"
    r"\bstill\s+to\s+(?:do|be\s+[a-z]+|come|follow)\b|\bremain(?:s|ing)?\s+to\s+be\s+[a-z]+|"
    r"\bwill\s+be\s+[a-z]+\b|"
    r"\b(?:undertakes?|commits?|committed|plans?|intends?|proposes?|promises?|agrees?|will|shall)"
    r"\s+(?:[a-z]+\s+){0,2}?to:$|\b(?:will|shall):$|\byet\s+to\s+(?:be|come)\b|\bnot\s+yet\s+(?:due|reached)\b|\bnew\s+dates?\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|done|performed|discharged|closed|complete[d]?|since|late|overdue|missed|met|held|finished|reported|"
    r"after|following|original\w*|old|first|previous\w*|from)\b",
    re.I,
)
# “None of these dates has yet been reached.”
_NONE_YET = re.compile(
    r"\W*(?:none\s+of\s+(?:these|those|the|which)\s+(?:dates|days|deadlines)\s+(?:has|have|is|are)\s+(?:yet|now)?\b"
    r"|(?:no|neither)\s+(?:of\s+(?:these|those|the)\s+)?(?:dates?|days?|deadlines?)\s+(?:has|have|is|are)\s+"
    r"(?:yet\s+)?(?:been\s+reached|passed|gone|come|arrived)\b"
    r"|each\s+(?:of\s+(?:these|those)\s+)?(?:date|day|deadline)s?\s+(?:still\s+)?lies\s+ahead\b"
    r"|(?:all|both)\s+(?:of\s+)?(?:these|those|the)\s+(?:dates|days|deadlines)\s+(?:still\s+)?(?:lie|are)\b"
    r"[^.;]{0,20}\bahead\b)",
    re.I,
)
# “The new form goes live by 31 May”: what is told in the present, with a day by which it will be.
_GOES = re.compile(
    r"\b(?:goes|comes|becomes|begins|starts|opens|closes|moves|follows|arrives|joins|returns|"
    r"takes\s+(?:up|over|effect|place))\b(?:\s+[a-z-]+){0,5}?\s+by\s+(?:the\s+end\s+of\s+)?(?:the\s+)?$",
    re.I,
)
# “By the end of September 2019 the hubs will have opened.”
_BY_THEN = re.compile(
    r"\W*(?:by|before)\s+(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+)?(?:the\s+)?$", re.I
)
_WILL_HAVE = re.compile(r",?\s+(?:[a-z’'-]+\s+){1,8}?(?:will|shall)\s+have\b", re.I)
_USUAL = re.compile(r"\b(?:usually|always|each|every|normally|if|when|rule|law|must)\b", re.I)
_LABEL = re.compile(r"\bto\s+be\s+[a-z]+\s+by\b|\bnew\s+date\b", re.I)
_DUE = re.compile(r"\b(?:due|deadline|date|by\s+when|to\s+be\s+[a-z]+\s+by)\b", re.I)
_OVERDUE = re.compile(r"^\W*(?:over-?due|late|missed)\W*$", re.I)
_MEND = "Write what has happened, or correct the date."


@rule(
    "day-gone-by",
    Severity.WARNING,
    "error 13",
    follows=("told-as-to-come", "end-before-start"),
)
def days_gone_by(reading: Reading, _known) -> Iterator[Fault]:
    """Work that is written as to come has a date that is not past."""
    if reading.dated is None:
        return
    for listing, lead in opened(reading):
        if lead is not None and _leads_on(lead):
            for item in listing.items:
                yield from _gone(reading, item, item)
    for grid in reading.grids:
        yield from _of_table(reading, grid)
    for line in reading.prose():
        yield from _of_line(reading, line) if line.dates else ()


def _leads_on(line: Line):
    """Whether the last sentence of a line leads to what is yet to come."""
    last = line.sentences[-1].text if line.sentences else ""
    match = _LEADS.search(last)
    return bool(
        match and last.rstrip().endswith((":", "are")) and not _PAST.search(last, match.end())
    )


def _gone(reading: Reading, line: Line, place: Line) -> Iterator[Fault]:
    """The one day of an item or cell, where it is gone and nothing there tells of the past."""
    days = [item for item in line.dates if item.precision in (DAY, MONTH)]
    if len(days) == 1 == len(line.dates) and not _PAST.search(line.text):
        yield from _fault(reading, place, days[0])


def _fault(reading: Reading, line: Line, item) -> Iterator[Fault]:
    if is_gone(item, reading.dated):
        says = (
            f"This is written as still to come, next to {item.words}, but the report is dated "
            f"{say_day(reading.dated)}."
        )
        yield fault(line, item, says, _MEND)


def _of_table(reading: Reading, grid: Grid) -> Iterator[Fault]:
    """The days of a column that its heading or the line above calls those to come, and days to come
    that another cell calls overdue."""
    before = reading.line_before(grid.where)
    ahead = bool(before and _leads_on(before))
    for place, head in enumerate(grid.columns):
        if not (_DUE.search(head.text) or _LABEL.search(head.text)):
            continue
        for cells in grid.rows:
            others = " ".join(cell.text for at, cell in enumerate(cells) if at != place)
            if place >= len(cells) or len(cells[place].dates) != 1:
                continue
            if (ahead or _LABEL.search(head.text)) and not _PAST.search(others):
                yield from _gone(reading, cells[place], cells[place])
            for cell in cells[1:]:
                if _OVERDUE.match(re.split("[,;(]", cell.text)[-1]) and cell is not cells[place]:
                    yield from _not_yet(reading, cell, cells[place])


def _not_yet(reading: Reading, state: Line, due: Line) -> Iterator[Fault]:
    item = due.dates[0]
    if item.first and item.first > reading.dated and len(due.dates) == 1:
        says = (
            f"“{state.text.strip()}” is next to {item.words}, which is after the date of the "
            f"report, {say_day(reading.dated)}."
        )
        yield fault(state, (0, len(state.text)), says, "Right the state or the date.")


def _of_line(reading: Reading, line: Line) -> Iterator[Fault]:
    """The days of a line that its next sentence, or the verb before them, has ahead."""
    for sentence, after in pairwise(line.sentences):
        if _NONE_YET.match(after.text):
            for item in line.dates_in(sentence.start, sentence.end):
                yield from _fault(reading, line, item)
    for item in line.dates:
        sentence = line.sentence_at(item.start)
        ahead = line.text[max(sentence.start, item.start - 110) : item.start]
        opens = _BY_THEN.fullmatch(line.text, sentence.start, item.start)
        goes = opens and _WILL_HAVE.match(line.text, item.end, sentence.end)
        if (goes or _GOES.search(ahead)) and not _USUAL.search(sentence.text):
            yield from _fault(reading, line, item)
