"""How a token in double square brackets is written, and the sentence for what is wrong."""

import re
from dataclasses import dataclass
from datetime import date

FORMS = (
    "number",
    "words",
    "percent",
    "percent base",
    "money",
    "money k",
    "none",
    "change",
    "direction",
)
# The name, in every paper, of the period that it covers.
PERIOD = "period"
LONGEST_LABEL = 80
DATE_NAME = r"[a-z][a-z0-9_-]*"
REFERENCES = ("para", "paras", "section", "annex", "rec", "table", "chart")

SLUG = r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"
# Members of a national code list keep its capitals (M, C1).
_MEMBER = r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?"
_KEY = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+"
_DAY = r"\d{4}-\d{2}-\d{2}"
WHEN = rf"(?:{_DAY}\.\.{_DAY}|{_DAY}|{DATE_NAME})"
_QUOTED = rf"(?P<key>{_KEY})(?::(?P<member>{_MEMBER}))?(?:\s+of=(?P<cohort>{SLUG}))?"

TOKEN = re.compile(r"\[\[(?:(?!\[\[|\]\](?!\])).)*\]\](?!\])", re.DOTALL)
QUOTE = re.compile(rf"{_QUOTED}(?:\s+@(?P<when>{WHEN}))?(?:\s*\|\s*(?P<form>.*))?")
COMPARE = re.compile(rf"compare\s+{_QUOTED}\s+@(?P<earlier>{WHEN})\s+@(?P<later>{WHEN})")
ROWS = re.compile(rf"rows:(?P<slug>{SLUG})(?:\s*\|\s*(?P<form>number|words))?")
STATED = re.compile(r"stated\s+(?P<words>[^:]+?)\s*:\s*(?P<source>\S.*)")
RECORD = re.compile(rf"record:(?P<kind>[a-z_]+)/(?P<slug>{SLUG})\.(?P<name>[a-z_]+)")
DATE = re.compile(rf"date:(?P<name>{DATE_NAME})(?:\s*\|\s*(?P<form>long|short|label))?")
NOTE = re.compile(r"note:\s*(?P<words>\S.*)")
REFERENCE = re.compile(
    rf"(?P<what>[a-z]+):(?P<slug>{SLUG})(?:#(?P<item>[a-z0-9]+(?:-[a-z0-9]+)?))?"
)
RANGE = re.compile(rf"paras:(?P<slug>{SLUG})\.\.(?P<to>{SLUG})")
_DAYS = re.compile(rf"{_DAY}(?:\.\.{_DAY})?")
_BOUND = re.compile(r"bound \d{1,3}(?:\.\d{1,6})?")

_PATTERNS = {
    "compare": "[[compare KEY @earlier @later]]",
    "sum": "[[sum KEY:a + KEY:b @when | percent base]]",
    "difference": "[[difference KEY @later - KEY @earlier | percent]]",
    "share": "[[share KEY:a of KEY | percent base]], a typed number as (stated 2: SOURCE)",
    "stated": "[[stated 44: slug of its source]]",
    "record": "[[record:kind/slug.field]]",
    "date": "[[date:name]], [[date:name | short]] or [[date:name | label]]",
    "rows": "[[rows:slug]], or [[rows:slug | words]]",
    "note": "[[note: words of the note]]",
    "paras": "[[paras:first..last]]",
    "para": "[[para:slug]] or [[para:slug#ii]]",
    **{what: f"[[{what}:slug]]" for what in REFERENCES[2:]},
}


def cells_of(line: str) -> list[str]:
    """The cells of a line with bars between them; a bar within a token parts nothing."""
    covered = TOKEN.sub(lambda token: token[0].replace("|", "\0"), line)
    return [cell.replace("\0", "|").strip() for cell in covered.split("|")]


def days_of(when: str) -> tuple[date, date] | None:
    """First and last day of an ISO `when`, or None for a named date.

    Raises ValueError on a day that is not in the calendar or not written in full, and on a period
    that ends before it starts.
    """
    if not when[:1].isdigit():
        return None
    if not _DAYS.fullmatch(when):
        raise ValueError("Write a date as 2015-12-31.")
    start, _, end = when.partition("..")
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    if last < first:
        raise ValueError("The period ends before it starts.")
    return first, last


def why_not_form(form: str) -> str:
    """The sentence that refuses `form`, or nothing."""
    if form in FORMS or _BOUND.fullmatch(form):
        return ""
    return f"“{form}” is not a form of a figure: use {', '.join(FORMS)}, or bound and a number."


def why_not_days(when: str | None) -> str:
    """The sentence that refuses the days of `when`, or nothing; a named date is never refused."""
    try:
        days_of(when or "")
    except ValueError:
        return (
            f"“{when}” is not a date, or ends before it starts: write 2015-12-31 or "
            "2015-01-01..2015-12-31."
        )
    return ""


def why_not(inside: str, word: str) -> str:
    """The sentence for a token that no pattern fits; `word` is the small letters it begins with."""
    if word == "stated" and ":" not in inside.rstrip(": "):
        return f"“{inside}” names no source: write it as {_PATTERNS[word]}."
    if word in _PATTERNS:
        days = re.findall(rf"@({WHEN})", inside) if word == "compare" else []
        wrong_day = next(filter(None, map(why_not_days, days)), "")
        return wrong_day or f"“{inside}” cannot be read: write it as {_PATTERNS[word]}."
    match = QUOTE.fullmatch(inside)
    if not match:
        return (
            f"“{inside}” is not a figure or a reference: "
            "write a figure as [[key:member of=population @when | form]]."
        )
    return why_not_days(match["when"]) or why_not_form(match["form"])


@dataclass(frozen=True)
class Problem:
    """One fault: its sentence, the place where it stands, and the named rule it breaks, if any;
    `figure` is the key of the one that has no value."""

    sentence: str
    place: str = ""
    rule: str = ""
    figure: str = ""

    def __str__(self):
        return f"{self.place}: {self.sentence}" if self.place else self.sentence
