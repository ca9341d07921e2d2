"""What records say beside the paper: what comes round, what reviews ask, plans that answer."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from assurance.runtime.periods import say_day
from reports.checks.context import Cadence
from reports.checks.numbers.columns import TOTAL
from reports.checks.numbers.passages import opened
from reports.checks.reading import CAPTION, CELL, Grid, Line, Reading
from reports.checks.rule import Fault, Mend, Severity, fault, rule

# What a certificate or check lasts is no interval of the audit of them.
_OF_CERTIFICATES = re.compile(
    r"\b(?:certificates?|renew\w*|re-?check\w*|valid\w*|expir\w*|licen[cs]es?|update\s+service"
    r"|lasts?|checks?\s+(?:must|are|is))\b",
    re.I,
)
WHOLE = "the paper as a whole"
_WORD = re.compile(r"[a-z]{3,}")
_PASSED_OVER = ("the", "and", "for", "all", "audit", "audits", "review", "check", "checks")
_NOT_YET = re.compile(
    r"\b(?:await\w*|outstanding|under\s?way|in progress|ongoing|not yet|commenced|has begun|began|"
    r"started|to follow|(?:will|are to|is to|due to) be|results? (?:is|are) due)\b",
    re.I,
)
_INTERVALS = (
    (1, re.compile(r"\b(?:every month|each month|monthly)\b", re.I)),
    (3, re.compile(r"\b(?:every (?:three|3) months|each quarter|every quarter|quarterly)\b", re.I)),
    (6, re.compile(r"\b(?:every (?:six|6) months|six[- ]monthly|half[- ]yearly)\b", re.I)),
    (12, re.compile(r"\b(?:every (?:year|twelve months|12 months)|yearly|annual(?:ly)?)\b", re.I)),
    (24, re.compile(r"\b(?:every (?:two|2) years|every second year|two[- ]yearly)\b", re.I)),
    (36, re.compile(r"\b(?:every (?:three|3) years|three[- ]yearly)\b", re.I)),
)
# "six monthly" holds "monthly", "three-yearly" holds "yearly": the longer reading is meant.
_LONGER = re.compile(r"\b(?:two|three|six|half|bi|2|3|6)[\s-]+$", re.I)


@rule("cadence-reported", Severity.WARNING, "C14; sources of error 35")
def reported(reading: Reading, known):
    """What comes round at an interval and fell in the period is reported or explained."""
    if not reading.period or not reading.lines:
        return
    start, end = reading.period
    # What fell due between two papers is told in the next.
    since = min(start, known.previous_end or start)
    for cadence in known.cadences:
        day = next((day for day in cadence.done if start <= day <= end), None)
        late = cadence.due if cadence.due and since <= cadence.due <= end and not day else None
        if not (day or late) or any(_names(cadence, line) for line in reading.lines):
            continue
        text = (
            f"was done on {say_day(day)}, in this paper's period"
            if day
            else f"was due on {say_day(late)} and has not been done"
        )
        says = (
            f"“{cadence.title}”, which comes round {_every(cadence.months)}, {text}, and the paper "
            "says nothing of it. Report it, or say why it is left out."
        )
        yield Fault(reading.lines[0].where, WHOLE, says)


@rule("interval-as-recorded", Severity.WARNING, "C14")
def interval(reading: Reading, known):
    """The interval that a paper gives for an audit is the one that its record holds."""
    for line in reading.prose():
        for cadence in known.cadences:
            if not _names(cadence, line):
                continue
            for sentence in line.sentences:
                if not _named_in(cadence.title, sentence.text):
                    continue
                value = _intervals(sentence.text)
                if value and cadence.months not in value.values():
                    text, months = next(iter(value.items()))
                    says = (
                        f"“{text}” says that “{cadence.title}” comes round {_every(months)}; its "
                        f"record says {_every(cadence.months)}. Write the one that is right, and "
                        "say when it changed."
                    )
                    place = sentence.start + sentence.text.find(text)
                    yield fault(line, (max(place, 0), max(place, 0) + len(text)), says)


@rule("result-awaited", Severity.WARNING, "C17")
def awaited(reading: Reading, known):
    """An audit that has begun and has no result yet is said to await it."""
    for cadence in known.cadences:
        named = [line for line in reading.prose() if _named_in(cadence.title, line.text)]
        values = any(_quotes(cadence, line) for line in reading.lines)
        awaited = any(_NOT_YET.search(line.text) for line in named)
        if not cadence.waiting or values or awaited or not reading.lines:
            continue
        says = (
            f"“{cadence.title}” has begun and has no result in the records. Give its result, "
            "or say that it is awaited and when it will come."
        )
        yield fault(named[0], 0, says) if named else Fault(reading.lines[0].where, WHOLE, says)


@rule("series-without-gap", Severity.ADVICE, "sources of error 36")
def gap(reading: Reading, known):
    """A series that skips months says so."""
    if not (reading.period and known.previous_end and reading.lines):
        return
    start = reading.period[0]
    if (start - known.previous_end).days > 1:
        says = (
            f"The last paper of this series covered up to {say_day(known.previous_end)}, and this "
            f"one begins on {say_day(start)}: say what happened to the time between."
        )
        yield Fault(reading.lines[0].where, WHOLE, says)


def _names(cadence: Cadence, line: Line) -> bool:
    return _quotes(cadence, line) or _named_in(cadence.title, line.text)


def _quotes(cadence: Cadence, line: Line) -> bool:
    """Whether the line says a figure that reports it: the result of what is done case by case."""
    keys = (current_key(live.entry.key) for live in line.live)
    return bool(cadence.figures) and any(key.startswith(cadence.figures) for key in keys)


def _named_in(title: str, text: str) -> bool:
    """Whether every word of weight of the title stands in the text, in whatever form."""
    stems = {word[:6] for word in _WORD.findall(title.casefold()) if word not in _PASSED_OVER}
    stems = stems or {word[:6] for word in _WORD.findall(title.casefold())}
    return bool(stems) and stems <= {word[:6] for word in _WORD.findall(text.casefold())}


def _intervals(text):
    """Words → months of every interval that a sentence gives."""
    index = {}
    for months, pattern in _INTERVALS:
        for match in pattern.finditer(text):
            stretch = _clause(text, match)
            longer = months in (1, 12) and _LONGER.search(text[: match.start()])
            if not longer and not _OF_CERTIFICATES.search(stretch):
                index[match.group()] = months
    return index


def _clause(text, match):
    """The clause of a sentence that an interval stands in."""
    start = max(text.rfind(mark, 0, match.start()) for mark in ",;:(") + 1
    ends = [end for mark in ",;:)" if (end := text.find(mark, match.end())) > 0]
    return text[start : min(ends, default=len(text))]


def _every(months):
    if months % 12 == 0:
        return "every year" if months == 12 else f"every {months // 12} years"
    return "every month" if months == 1 else f"every {months} months"


_AGAIN = re.compile(
    r"\b(?:again|recur\w*|repeat\w*|still|remain\w*|once more|previous\w*|earlier|before"
    r"|as in \d{4}|continu\w*)\b",
    re.I,
)
FEWEST_LETTERS = 20


@rule("recommendations-answered", Severity.WARNING, "C09; sources of error 21")
def check_unanswered(reading: Reading, known):
    """Every recommendation of a review that a paper names has an action, or a reason for none."""
    for review in known.reviews:
        named = next((line for line in reading.lines if _says(line.text, review.title)), None)
        if review.unanswered and named:
            are = "has" if review.unanswered == 1 else "have"
            says = (
                f"{review.unanswered} of the {review.recommendations} recommendations of "
                f"“{review.title}” {are} neither an action nor a reason for none. Link an action "
                "to each, or record the reason, and tell the committee how they stand."
            )
            place = named.text.casefold().find(review.title.casefold())
            yield fault(named, (place, place + len(review.title)), says)


@rule("finding-named-again", Severity.ADVICE, "C18")
def named_again(reading: Reading, known):
    """A finding that an earlier review had made is called so."""
    for line in reading.lines:
        for item in known.again:
            if len(item.words) < FEWEST_LETTERS or not _says(line.text, item.words):
                continue
            around = " ".join((*line.trail, line.text))
            if not _AGAIN.search(around.replace(item.words, " ")):
                says = (
                    f"“{item.before}” had found this before. Say that it was found again: a "
                    "committee should know what recurs."
                )
                yield fault(line, 0, says)


def _says(text, phrase):
    return " ".join(phrase.casefold().split()) in " ".join(text.casefold().split())


_ACTIONS = re.compile(r"\bactions?\b|\bwhat we (?:are doing|will do)\b", re.I)
_ANSWERS = re.compile(r"\brecommend\w*|\banswers?\b|\bfindings?\b|\bareas?\b", re.I)
_STATED = re.compile(r"⟦c(\d+)⟧\s+(?:[a-z]+\s+){0,2}?recommendations\b", re.I)
_REQUIRED_HEADINGS = (
    ("who answers for it", re.compile(r"\bowner|\blead\b|\bwho\b|\bresponsib|\bofficer", re.I)),
    ("by when", re.compile(r"\bdue\b|\bwhen\b|\bdate|\bdeadline|\btarget|\bby\b|\btimesc", re.I)),
    ("how it stands", re.compile(r"\bstatus|\bstate\b|\bprogress|\brag\b|\boutcome", re.I)),
)
_TO_DEVELOP = re.compile(
    r"\b(?:areas?|points?)\s+(?:for|of|to)\s+(?:\w+\s+(?:/\s*\w+\s+)?){0,2}?(?:develop|improve|consider)\w*",
    re.I,
)
_PRAISE = re.compile(
    r"\b(?:well\s+placed|excellent|outstanding|exemplary|impressive|commend\w+|a\s+(?:real\s+)?strength|"
    r"very\s+(?:good|strong))\b",
    re.I,
)
_WANTS = re.compile(
    r"\b(?:improv|strengthen|continu|further|need|should|must|more|ensure|develop|review|increas|"
    r"clarif|not|less|lack|could|better|embed|but|however|although|wider|reduc|work\s+on)\w*",
    re.I,
)


@rule("plan-unlike-recommendations", Severity.WARNING, "C09; source of error 21")
def unanswered(reading: Reading, _known) -> Iterator[Fault]:
    """A plan that answers recommendations has as many rows, or says which each answers."""
    for grid, before in _plans(reading):
        if any(_ANSWERS.search(column.text) for column in grid.columns):
            continue
        rows = [row for row in grid.rows if row and not TOTAL.match(row[0].text)]
        for line, number in _stated(before):
            if number.value != len(rows) and not number.bound:
                says = (
                    f"The paper speaks of {number.words} recommendations, and the plan has "
                    f"{len(rows)} rows: which row answers which cannot be seen."
                )
                mend = "Add a column that says which recommendation a row answers."
                yield fault(line, number, says, mend)


@rule("plan-incomplete", Severity.ADVICE, "C09; source of error 21")
def incomplete(reading: Reading, _known) -> Iterator[Fault]:
    """A plan says of each action who answers for it, by when, and how it stands."""
    for grid, _before in _plans(reading):
        heads = " ".join(column.text for column in grid.columns)
        missing = [value for value, pattern in _REQUIRED_HEADINGS if not pattern.search(heads)]
        if missing:
            says = f"The plan does not say {_joined(missing)}."
            yield Fault(grid.where, grid.at, says, mend=Mend("Add it to each row."))


@rule("praise-under-areas", Severity.ADVICE, "C24; source of error 29")
def praised(reading: Reading, _known) -> Iterator[Fault]:
    """What is to be developed holds no praise."""
    for listing, lead in opened(reading):
        heading = lead.text if lead else listing.items[0].trail[-1] if _has_trail(listing) else ""
        if not _TO_DEVELOP.search(heading):
            continue
        for item in listing.items:
            if _PRAISE.search(item.text) and not _WANTS.search(item.text):
                says = "This praises, and stands among what is to be developed."
                yield fault(item, 0, says, "Move it to the strengths, or say what is to be done.")


def _has_trail(listing):
    return bool(listing.items and listing.items[0].trail)


def _plans(reading: Reading) -> Iterator[tuple[Grid, list[Line]]]:
    """Each table with a column of actions in words, with the two texts before it."""
    for grid in reading.grids:
        if grid.of_chart or not _tells_of_actions(grid):
            continue
        place = reading.first_places.get(grid.where, 0)
        before = [line for line in reading.lines[:place] if line.kind not in (CAPTION, CELL)]
        yield grid, before[-2:]


def _tells_of_actions(grid):
    """Whether a column of actions holds what is done, and not how many there are."""
    places = [n for n, item in enumerate(grid.columns) if _ACTIONS.search(item.text)]
    cells = [row[place].text for row in grid.rows for place in places if place < len(row)]
    return any(cell.strip()[:1].isalpha() for cell in cells)


def _stated(lines):
    """(line, number) of each number of recommendations that the lines tell."""
    for line in lines:
        for sentence in line.marked:
            for match in _STATED.finditer(sentence.text):
                yield line, sentence.thing(match[1])


def _joined(text):
    return ", ".join(text[:-1]) + (" or " if text[1:] else "") + text[-1]
