"""Words next to a live figure that name another part or state than it counts."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from assurance.runtime.digits import whole
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.live.part_words import apart_from, parts_named
from reports.checks.numbers.live.surroundings import is_hedged, words_around
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.prose.quantities.bands import Band, band_of, bands_told
from reports.prose.quantities.phrases import stems

# The ages at which nobody is a looked-after child any more.
_GROWN = 17
_AGES, _ALL_CHILDREN = "looked_after", "looked_after.children"
_AGED = re.compile(r"\b(?:aged?|ages|between(?:\s+the\s+ages\s+of)?)\s+$", re.I)
_OLD = re.compile(r"-?\s?(?:year-?s?[\s-]olds?|years?\s+(?:old|of\s+age))\b|s\b", re.I)
_OTHER_UNIT = re.compile(r"\s*(?:years?|months?|weeks?|days?|hours?|%|per\s+cent|miles)\b", re.I)
_AGE_OF = re.compile(r"\bthe\s+ages?\s+of\s+", re.I)
_BOUND = re.compile(r"(?:under|over|below|above|older|younger)\b", re.I)
_ABOVE = re.compile(r"(?:over|above|older)\b", re.I)
_UPWARDS = re.compile(r"\b(?:over|above|older|upwards)$|\+$", re.I)
_AT_AGE = re.compile(r"\baged\s+(?P<age>\d{1,2})\b(?!\s?(?:to|and|or|[–+-])|[.,]\d)", re.I)
_AGE_WORDS = {
    "bab(?:y|ies)": (0, 1),
    "infants?|under[- ]fives?": (0, 4),
    "toddlers?": (1, 4),
    "teenagers?": (13, 19),
    r"primary[- ]school\s+age": (4, 11),
    r"secondary[- ]school\s+age": (11, 16),
}
# “Were under 10 when they came into care”, “have turned 16”.
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:when|on\s+(?:entry|admission|arrival)|at\s+the\s+time|since|turn(?:ed|ing|s)?|not)\b",
    re.I,
)
# “Have not been re-checked” of those who were.
_DENIAL = re.compile(r"\b(?:not|never)\s+(?:yet\s+|been\s+|being\s+|all\s+)*$", re.I)
_MEND = "Quote the figure that the words describe, or write what this one counts."


@rule(
    "figure-of-another-part", Severity.ERROR, "C07; decisions §2", follows=("state-unlike-records",)
)
def other_part(reading: Reading, _known) -> Iterator[Fault]:
    """The words next to a live figure name the part or state that it counts."""
    yield from faults_around(reading, lambda line: _in_line(reading, line))


def _in_line(reading: Reading, line: Line) -> Iterator[Fault]:
    for live in line.live:
        words = "" if live.entry.made_of else words_around(line, live)
        part = words and (
            _other_part(live.entry, words) or _other_member(reading, line, live, words)
        )
        if part:
            yield _fault(line, live, part)


def _other_member(reading: Reading, line: Line, live: LiveFigure, words: str) -> str:
    """The label of another part of one breakdown, printed elsewhere in the report, that the words
    next to a figure name; none where the sentence names its own, or prints that part as well."""
    entry, sentence = live.entry, line.sentence_at(live.start)
    own = stems(own_words(entry)) if entry.member and not is_hedged(words) else frozenset()
    here = {item.entry.member for item in line.live if sentence.holds(item.start)}
    named, around = stems(words), stems(sentence.text)
    for other in reading.figures if own else ():
        label = stems(own_words(other)) - own
        alike = other.key == entry.key and other.member and other.member not in here
        if alike and label and label <= named and not (own - label) & around:
            return own_words(other)
    return ""


def apart_in(entry: Entry, words: str) -> str:
    """The things named by words of which a figure counts some others."""
    name = _other_ages(entry, words)
    if name:
        return name
    subject, counted, written = _parts(entry, words)
    part = apart_from(subject, counted, written)
    return written[part].group() if part else ""


def counted_in(entry: Entry, words: str) -> bool:
    """True if words name a part that a figure counts."""
    _subject, counted, written = _parts(entry, words)
    return bool(counted.keys() & written.keys())


def _parts(entry, words):
    """The subject of a figure, the parts that its own words name, and those that `words` name."""
    subject = current_key(entry.key).partition(".")[0]
    return subject, parts_named(subject, own_words(entry)), parts_named(subject, words)


def _other_part(entry: Entry, words: str) -> str:
    """The words next to a figure that name another part than it counts, or deny its own."""
    _subject, counted, written = _parts(entry, words)
    for name in counted.keys() & written.keys():
        if denial := _DENIAL.search(words, 0, written[name].start()):
            return f"{denial.group()}{written[name].group()}"
    return _other_ages(entry, words) if is_hedged(words) else apart_in(entry, words)


def own_words(entry: Entry) -> str:
    """The words for the things that a figure counts: of a member its label alone."""
    return entry.title.partition(": ")[2] if entry.member else entry.title


def _other_ages(entry: Entry, words: str) -> str:
    """The ages next to a figure that do not include those that it counts."""
    own = band_of(own_words(entry)) if entry.key.startswith(_AGES) and entry.member else None
    if own is None or _AT_ANOTHER_TIME.search(words):
        return ""
    named = [(band, _includes(band, own)) for band in ages_in(_AGE_OF.sub("", words))]
    named += [(band, band.overlaps(own)) for band in _named_ages(words)]
    right = any(is_right for _band, is_right in named)
    return "" if right or not named else named[0][0].words.strip()


def some_ages_in(entry: Entry, words: str) -> str:
    """Ages of some children in words next to the figure of all children looked after; or none."""
    if current_key(entry.key) != _ALL_CHILDREN or _AT_ANOTHER_TIME.search(words):
        return ""
    named = [*ages_in(_AGE_OF.sub("", words)), *_named_ages(words)]
    right = any(band.first <= 1 and band.last >= _GROWN - 1 for band in named)
    return "" if right or not named else named[0].words.strip()


def ages_in(words: str) -> Iterator[Band]:
    """The bands of ages in words, and single ages."""
    for band, start, end in bands_told(words):
        aged = _AGED.search(words, 0, start) or _OLD.match(words, end)
        opens = _BOUND.match(words, start) or _UPWARDS.search(words, start, end)
        if aged or (opens and not _OTHER_UNIT.match(words, end)):
            yield band
    for match in _AT_AGE.finditer(words):
        age = whole(match["age"])
        yield Band(age, age, match.group())


def _named_ages(words: str) -> Iterator[Band]:
    """The ages that a word such as “babies” is for."""
    for pattern, (first, last) in _AGE_WORDS.items():
        if match := re.search(rf"\b(?:{pattern})\b", words, re.I):
            yield Band(first, last, match.group())


def _includes(band: Band, own: Band) -> bool:
    """True if one band of ages includes all of the other's, up to the end of childhood."""
    # “Over 16” is written of those who are 16 as well.
    first = band.first - bool(_ABOVE.match(band.words.strip()))
    return first <= own.first and min(own.last, _GROWN) <= band.last


def _fault(line: Line, live: LiveFigure, part: str) -> Fault:
    says = f"The words next to {live.entry.text} are “{part}”, but it counts “{live.entry.title}”."
    return fault(line, live, says, _MEND)
