"""What a typed number rests on: a document, a post or a minute, with its date; never a person."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.runtime.periods import say_day
from reports.prose.day_mentions import DAY, MONTH, told_days
from reports.prose.people_names import named_people

DOCUMENT, POST, MINUTE = "document", "post", "minute"
KINDS = [(DOCUMENT, "A document"), (POST, "A post that answers for it"), (MINUTE, "A minute")]
CHOOSE = "Choose a source of this report, or add one."
IN_FUTURE = "A source cannot be dated after today."
_HERE = re.compile(
    r"\b(?:lists?|tables?|rows?|charts?|sum|total|items)\b.{0,24}?"
    r"\b(?:this|the|above|below)\b.{0,12}?\b(?:paragraph|table|list|section|report|groups?)\b"
    r"|\b(?:list|table)\s+(?:above|below)\b",
    re.I,
)


@dataclass(frozen=True)
class NumberSource:
    """A source of a report's typed numbers, by its slug; `date` is the document's or minute's."""

    slug: str
    kind: str
    words: str
    date: date

    def __str__(self) -> str:
        return f"{self.words}, {say_day(self.date)}"


def why_not_words(words: str, people: Collection[str]) -> str:
    """Why `words` name no document, post or minute, or nothing; `people` typed the report."""
    bare = words.strip(" ,.;:").casefold()
    named = [name for name in people if name.casefold() == bare]
    if named or (named := named_people(words)):
        return f"“{named[0]}” is who typed it. Name a document, a post or a minute."
    if not re.search(r"[a-z]{3}", bare):
        return "Name the document, the post or the minute that the number is from."
    return ""


def why_not_source(
    text: str,
    sources: Mapping[str, NumberSource],
    people: Collection[str] = (),
    today: date | None = None,
) -> str:
    """The sentence that refuses the source `text` of a typed number, or nothing.

    It is the slug of one of the `sources` of the report, or words with a full date that is not
    after `today` (decisions §11).
    """
    if text in sources:
        return IN_FUTURE if today and sources[text].date > today else ""
    if _HERE.search(text):
        return f"“{text}” can be counted: quote it as [[rows:slug]], or a live figure."
    if re.fullmatch(r"[a-z0-9_-]+", text):
        return f"“{text}” is no source of this report. {CHOOSE}"
    dates = [item for item in told_days(text) if item.kind in (DAY, MONTH) and item.has_year]
    if not dates:
        return f"The source “{text}” has no date. {CHOOSE}"
    if dates[-1].last is None:
        return f"“{dates[-1].words}” is not a date: correct the date of this source."
    # A month is of its first day: the minutes of this month are there before it ends.
    day = dates[-1].last if dates[-1].kind == DAY else dates[-1].last.replace(day=1)
    if today and day > today:
        return IN_FUTURE
    undated = text
    for item in reversed(dates):
        undated = undated[: item.start] + undated[item.end :]
    return why_not_words(undated, people)
