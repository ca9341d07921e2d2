"""What records say beside the paper: what reviews ask, and plans that answer."""

import re
from collections.abc import Iterator

from assurance.tables.phrases import several
from reports.checks.numbers.columns import TOTAL
from reports.checks.numbers.passages import opened
from reports.checks.reading import CAPTION, CELL, Grid, Line, Reading
from reports.checks.rule import Fault, Mend, Severity, fault, rule

_AGAIN = re.compile(
    r"\b(?:again|recur\w*|repeat\w*|still|remain\w*|once more|previous\w*|earlier|before"
    r"|as in \d{4}|continu\w*)\b",
    re.I,
)
FEWEST_LETTERS = 20


@rule("recommendations-answered", Severity.WARNING, "C09; sources of error 21")
def check_unanswered(reading: Reading, known):
    """Every recommendation of a review that a report names has an action, or a reason for none."""
    for review in known.reviews:
        named = next((line for line in reading.lines if _says(line.text, review.title)), None)
        if review.unanswered and named:
            are = "has" if review.unanswered == 1 else "have"
            says = (
                f"{review.unanswered} of the {review.recommendations} recommendations of "
                f"“{review.title}” {are} neither an action nor a reason for none. Link an action "
                "to each or record the reason, and report their state to the committee."
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
                    f"“{item.before}” had the same finding. Write that it is a repeated finding: a "
                    "committee needs to know what recurs."
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
    ("its state", re.compile(r"\bstatus|\bstate\b|\bprogress|\brag\b|\boutcome", re.I)),
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
    """A plan that answers recommendations has as many rows, or names which each answers."""
    for grid, before in _plans(reading):
        if any(_ANSWERS.search(column.text) for column in grid.columns):
            continue
        rows = [row for row in grid.rows if row and not TOTAL.match(row[0].text)]
        for line, number in _stated(before):
            if number.value != len(rows) and not number.bound:
                says = (
                    f"The report has {number.words} recommendations and the plan has "
                    f"{several(len(rows), 'row')}. Readers cannot see which row answers which."
                )
                mend = "Add a column for the recommendation that each row answers."
                yield fault(line, number, says, mend)


@rule("plan-incomplete", Severity.ADVICE, "C09; source of error 21")
def incomplete(reading: Reading, _known) -> Iterator[Fault]:
    """A plan gives for each action who answers for it, its due date and its state."""
    for grid, _before in _plans(reading):
        heads = " ".join(column.text for column in grid.columns)
        missing = [value for value, pattern in _REQUIRED_HEADINGS if not pattern.search(heads)]
        if missing:
            says = f"The plan leaves out {_joined(missing)}."
            yield Fault(grid.where, grid.at, says, mend=Mend("Add it to each row."))


@rule("praise-under-areas", Severity.ADVICE, "C24; source of error 29")
def praised(reading: Reading, _known) -> Iterator[Fault]:
    """An area for development contains no praise."""
    for listing, lead in opened(reading):
        heading = lead.text if lead else listing.items[0].trail[-1] if _has_trail(listing) else ""
        if not _TO_DEVELOP.search(heading):
            continue
        for item in listing.items:
            if _PRAISE.search(item.text) and not _WANTS.search(item.text):
                says = "This is praise, listed among the areas to develop."
                yield fault(item, 0, says, "Move it to the strengths, or write what will be done.")


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
