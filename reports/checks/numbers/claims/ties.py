"""The date of a sentence that is a live figure's own, by the words between them."""

import re
from itertools import chain

from reports.checks.numbers.claims.figure_days import OTHER_EVENT, governs
from reports.checks.reading import FINDING, NOTE, Line, LiveFigure
from reports.prose.dates import DAY, MONTH, YEAR, Mention
from reports.prose.quantities.phrases import stems

# A day is the figure's own where nothing but these words stands between them.
_TIES_BEFORE = re.compile(
    r"^\s*,?\s*(?:there\s+(?:were|was)|we\s+(?:had|looked\s+after|counted)|the\s+number\s+was|a\s+total\s+"
    r"of|it\s+(?:was|stood\s+at)|all|some|the|in\s+all|stood\s+at|was|were|had|:|\s)*$",
    re.I,
)
# “Fewer than in July 2015: 188”.
COMPARED = re.compile(
    r"\b(?:than|as|since|from|before|after|with|to)\s+(?:(?:it|they|there)\s+(?:was|were|had\s+been)\s+)?"
    r"(?:(?:on|at|by|in)\s+)?(?:the\s+)?$",
    re.I,
)
_TIES_AFTER = re.compile(
    r"^\s*(?:[a-z’'-]+\s+){0,6}?(?:on|at|as\s+at|at\s+the\s+end\s+of|by|in|during|of)\s+(?:the\s+)?$",
    re.I,
)
# What counts people or things at a day; between such words and a figure stand no others of note.
_COUNTING = re.compile(
    r"\b(?:looked\s+after|cared\s+for|counted|there\s+(?:were|was)|numbered|stood\s+at|lived|employed|"
    r"carried\s+out|(?:was|were)\s+(?:in|on|placed|overdue|open|without|past)|"
    r"in\s+(?:care|post|placement))\b",
    re.I,
)
_NEAR = 60
_OWN_DAY = re.compile(r"\s+(?:on|at|by|in)\s+(?:the\s+)?")
# “Will look at the records of 351 staff in March”: what is done in March is not the count.
_TO_COME = re.compile(
    r"\b(?:will|shall)\s+[^.;]*\b(?:of|for|with|to)\s+(?:(?:all|the|these|our)\s+)*$", re.I
)
_PLAIN = re.compile(r"[\sA-Za-z’',()-]{0,90}")


def tied_date(line: Line, live: LiveFigure) -> Mention | None:
    """The date that stands before or after a figure as its own: the one that leads straight to it,
    else the one after it, before any from which words lead to it that count."""
    dates = [item for item in line.dates if item.first and item.precision in (DAY, MONTH, YEAR)]
    before = [item for item in dates if item.end <= live.start]
    ties = chain(
        (item for item in before if _leads_to(line, item, live)),
        (item for item in dates if item.start > live.end and _ties_after(line, item, live)),
        (item for item in before if _ties_before(line, item, live)),
    )
    return next(ties, None)


def _ties_after(line, item, live):
    """Whether a figure leads to the date after it, with no other figure between."""
    between = line.text[live.end : item.start]
    one_between = any(live.end <= other.start < item.start for other in line.live)
    ties = not one_between and (_TIES_AFTER.match(between) or _counts_at(between))
    lead = line.text[line.sentence_at(live.start).start : live.start]
    return bool(ties) and not (_of_another_event(between, live) or _TO_COME.search(lead))


def _of_another_event(between, live):
    """Whether words tell of something else than the figure: what is due in a month is due."""
    own = stems(live.entry.title)
    return any(not stems(word) <= own for word in OTHER_EVENT.findall(between))


def _leads_to(line, item, live):
    """Whether a date leads straight to a figure."""
    lead = line.text[max(0, item.start - 30) : item.start]
    if COMPARED.search(lead):
        return False
    # “188 on 1 December 2015, was 210 …” has a figure of its own; a note may tell of an event.
    owned = any(_OWN_DAY.fullmatch(line.text, x.end, item.start) for x in line.live)
    of_event = line.kind in (NOTE, FINDING) and _of_another_event(lead, live)
    straight = _TIES_BEFORE.match(line.text[item.end : live.start])
    led = straight and re.search(r"\b(?:on|at|by|in)\s+(?:the\s+)?$", lead, re.I)
    return bool(led) and not (owned or of_event)


def _ties_before(line, item, live):
    """Whether words that count a figure lead to it from a date."""
    between = line.text[item.end : live.start]
    if _TIES_BEFORE.match(between):
        return False
    if item.precision != DAY or any(item.end <= other.start < live.start for other in line.live):
        return False
    near = _PLAIN.fullmatch(between) and not OTHER_EVENT.search(between)
    clause = line.text[max(0, item.start - _NEAR) : live.start]
    return bool(near and _COUNTING.search(clause) and governs(line.text, item))


def _counts_at(between):
    """Whether a clause that counts stands between a figure and its date: “whom we had on”."""
    near = _PLAIN.fullmatch(between) and re.search(r"\b(?:on|at)\s+(?:the\s+)?$", between)
    return near and _COUNTING.search(between)
