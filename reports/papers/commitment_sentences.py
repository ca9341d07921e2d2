"""Promises in a paper's prose: sentences that say what will be done, with a day or a coming paper.

A sentence about the past, a condition or a refusal promises nothing. What is found is proposed to
the clerk, who keeps it, changes it or says that it is no commitment.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.runtime.digits import whole
from assurance.runtime.periods import end_of_month
from assurance.runtime.typography import straight
from reports.language.rules import due_dates
from reports.language.text import Passage, parse, passages
from reports.language.tokens import (
    Emphasis,
    FaultyToken,
    Link,
    NoteMark,
    StatedNumber,
    Strong,
)
from reports.prose.day_mentions import DAY, YEAR, DateMention, moved_by, told_days

A_FIGURE = "a figure"
LONGEST_WHO = 8

_VERB = r"(?!(?:the|a|an|our|its|their|his|her|this|these|those|that|staff|low|high|poor)\b)"
_PROMISING = re.compile(
    r"\b(?:will|shall)\b(?!\s+(?:not|no\s+longer|never)\b)"
    r"|\b(?:is|are)\s+(?:still\s+)?to\s+be\b"
    rf"|\b(?:is|are)\s+(?:now\s+)?due\s+(?:to\s+{_VERB}|in\b|by\b|for\b|on\b|at\b)"
    r"|\b(?:is|are)\s+(?:now\s+)?(?:planned|scheduled|expected|intended)\s+(?:for|to|in|by|on)\b"
    r"|\b(?:expects?|intends?|plans?|aims?|undertakes?|undertook|promises?|proposes?)\s+(?:\w+\s+){0,4}?to\b"
    r"|\b(?:expects?|planned\s+for|scheduled\s+for)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"^\s*(?:if|unless|should|were)\b|\b(?:only\s+if|, if|unless|provided\s+that|would\s+if)\b"
    r"|\bif\s+(?:the|it|they|we|this|that|there|a|an|any|no)\b",
    re.IGNORECASE,
)
_PAPER = r"(?:report|paper|update|meeting|board|committee|briefing|position\s+statement)s?"
_NEXT = re.compile(
    rf"\b(?:next|following|later|future|forthcoming|subsequent)\s+(?:[\w-]+\s+){{0,2}}?{_PAPER}\b",
    re.IGNORECASE,
)
# A board that meets in a month, or a report of somebody else, is no report of ours.
_OURS = r"(?:report|paper|update|briefing|position\s+statement)s?"
_PAPER_AFTER = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_OURS}\b", re.IGNORECASE)
_NOT_OURS = r"(?<!\btheir\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!’s\s)(?<!'s\s)"
_PAPER_BEFORE = re.compile(
    rf"{_NOT_OURS}\b{_OURS}\s+(?:\w+\s+){{0,4}}?(?:of|in|for|due|by|early\s+in|late\s+in)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_BACK_IN = re.compile(r"\breport(?:ed)?\s+back\b|\bbrought\s+back\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:with)?in\s+(?:the\s+next\s+)?(?P<many>\d{1,2}|[a-z]+)\s+(?P<unit>week|month|year)s?\b",
    re.IGNORECASE,
)
_NUMBER_NAMES = "a two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {"one": 1} | {word: place for place, word in enumerate(_NUMBER_NAMES.split(), 1)}
_SOON = (
    (re.compile(r"\bnext\s+month\b", re.IGNORECASE), lambda on: end_of_month(moved_by(on, 1))),
    (re.compile(r"\bthis\s+month\b", re.IGNORECASE), end_of_month),
    (re.compile(r"\bnext\s+year\b", re.IGNORECASE), lambda on: date(on.year + 1, 12, 31)),
    (re.compile(r"\b(?:later\s+)?this\s+year\b", re.IGNORECASE), lambda on: date(on.year, 12, 31)),
)
_ENDS = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|No|cf|vs|approx|para|paras|p|pp)\.$")
_DOER = re.compile(
    r"\b(?:officers?|directors?|managers?|service|services|team|teams|board|panel|group|council|"
    r"workers?|heads?|leads?|partnership|department|directorate|committee|visitors?|chair)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Promise:
    """A sentence that promises something: by when or to which paper, and whose words name it.

    `due_on` is a day, or the last day of a month, season or year; None with `due_to` “next”.
    """

    sentence: str
    due_to: str
    due_on: date | None
    who: str = ""

    @property
    def digest(self) -> str:
        """What finds the sentence again, however it is spaced."""
        return digest_of(self.sentence)


def digest_of(sentence: str) -> str:
    """SHA-256, in hexadecimal, of a sentence without regard to case, spaces and marks of print."""
    plain = straight(" ".join(sentence.split()).casefold())
    return hashlib.sha256(plain.encode()).hexdigest()


def promises(text: str, on: date, values: Mapping[str, str] | None = None) -> tuple[Promise, ...]:
    """Every promise of `text`, told on the day `on`, once; `values` maps tokens to words."""
    matches = (promise_of(sentence, on) for sentence in sentences(text, values or {}))
    return tuple({item.sentence: item for item in matches if item}.values())


def promise_of(sentence: str, on: date) -> Promise | None:
    """The promise that one sentence, told on the day `on`, makes; None where it makes none."""
    promising = _PROMISING.search(sentence)
    if not promising or _CONDITIONAL.search(sentence):
        return None
    when = _due(sentence, on)
    return when and Promise(sentence, *when, who=_who(sentence[: promising.start()]))


def sentences(text: str, values: Mapping[str, str]) -> Iterator[str]:
    """The sentences of a block's text in order, those of its items too, tokens said."""
    for passage in passages(parse(text)):
        yield from split(_passage_text(passage, values))


def split(text: str) -> Iterator[str]:
    """The sentences of plain prose; an abbreviation's point ends none."""
    begun = ""
    for part in _ENDS.split(text):
        begun = f"{begun} {part}".strip()
        if begun and not _SHORT.search(begun):
            yield begun
            begun = ""
    if begun:
        yield begun


def _passage_text(passage: Passage, values) -> str:
    return " ".join("".join(_piece_text(piece, values) for piece in passage.pieces).split())


def _piece_text(piece, values):
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Strong | Emphasis):
        return "".join(_piece_text(piece, values) for piece in piece.pieces)
    if isinstance(piece, StatedNumber | Link):
        return piece.words
    if isinstance(piece, NoteMark):
        return ""
    return values.get(piece.raw, A_FIGURE if not isinstance(piece, FaultyToken) else piece.raw)


def _due(sentence, on):
    """(due to what, by which day) of a sentence, or None where it names nothing to come."""
    coming = [
        told_day for told_day in told_days(sentence, near=on) if _is_coming(told_day, sentence, on)
    ]
    named = [item for item in coming if _names_a_paper(item, sentence)]
    if named:
        return due_dates.PAPER, end_of_month(max(item.last for item in named))
    if coming:
        return due_dates.DAY, max(item.last for item in coming)
    if _NEXT.search(sentence):
        return due_dates.NEXT, None
    day = _soon(sentence, on)
    return day and (due_dates.DAY, day)


def _is_coming(date_mention: DateMention, sentence, on):
    if date_mention.last is None or date_mention.last < on:
        return False
    # A bare year may be a number of something; behind one of these words it is a time.
    before = sentence[: date_mention.start].rstrip().rpartition(" ")[2].casefold()
    timely = ("in", "by", "during", "of", "before", "until", "from", "to", "for", "late", "early")
    return date_mention.kind != YEAR or before in timely


def _names_a_paper(date_mention: DateMention, sentence):
    if date_mention.kind == DAY:
        return False
    other = _PAPER_AFTER.match(sentence, date_mention.end) or _PAPER_BEFORE.search(
        sentence[: date_mention.start]
    )
    return bool(other or _BACK_IN.search(sentence))


def _soon(sentence, on):
    for pattern, day in _SOON:
        if pattern.search(sentence):
            return day(on)
    match = _WITHIN.search(sentence)
    many = match and _number(match["many"].casefold())
    if not many:
        return None
    unit = match["unit"].casefold()
    if unit == "week":
        return moved_by(on, days=7 * many)
    return moved_by(on, many * (12 if unit == "year" else 1))


def _number(written):
    return whole(written) if written.isdecimal() else _NUMBERS.get(written, 0)


def _who(before):
    """The words before the verb, where they name somebody who does things."""
    terms = re.split(r"[,;:]\s+", before.strip())[-1].split()
    named = " ".join(terms)
    return named if terms and len(terms) <= LONGEST_WHO and _DOER.search(named) else ""
