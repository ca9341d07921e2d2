"""Words next to a live figure that name another part or state than it counts."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.numbers.live.part_words import are_apart, parts_named
from reports.checks.numbers.live.surroundings import is_hedged, words_around
from reports.checks.reading import PROSE, Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.prose.quantities.bands import Band, band_of, bands_told

# The ages at which nobody is a looked-after child any more.
_GROWN = 17
_AGES = "looked_after"
_AGED = re.compile(r"\b(?:aged?|ages|between(?:\s+the\s+ages\s+of)?)\s+$", re.I)
_OLD = re.compile(r"-?\s?(?:year-?s?[\s-]olds?|years?\s+(?:old|of\s+age))\b|s\b", re.I)
_OTHER_UNIT = re.compile(r"\s*(?:years?|months?|weeks?|days?|hours?|%|per\s+cent|miles)\b", re.I)
_MEND = "Quote the figure of what the words say, or write what this one counts."


@rule(
    "figure-of-another-part", Severity.ERROR, "C07; decisions §2", follows=("state-unlike-records",)
)
def other_part(reading: Reading, _known) -> Iterator[Fault]:
    """The words next to a live figure name the part or state that it counts."""
    for line in reading.lines:
        for live in line.live if line.kind in PROSE else ():
            words = "" if live.entry.made_of else words_around(line, live)
            if part := words and (
                _other_ages(live.entry, words) or _other_words(live.entry, words)
            ):
                yield _fault(line, live, part)


def _other_words(entry: Entry, words: str) -> str:
    """The words next to a figure that name a part apart from all that its title names."""
    subject = current_key(entry.key).partition(".")[0]
    counted, written = parts_named(subject, _own_words(entry)), parts_named(subject, words)
    if not counted or not written or counted.keys() & written.keys() or is_hedged(words):
        return ""
    apart = [
        match.group()
        for name, match in written.items()
        if all(are_apart(subject, own, name) for own in counted)
    ]
    return apart[0] if apart else ""


def _own_words(entry: Entry) -> str:
    """What a figure counts: of a member its label alone."""
    return entry.title.partition(": ")[2] if entry.member else entry.title


def _other_ages(entry: Entry, words: str) -> str:
    """The ages next to a figure that do not include those that it counts."""
    own = band_of(_own_words(entry)) if entry.key.startswith(_AGES) and entry.member else None
    named = list(_ages(words)) if own else []
    if not named or any(_includes(item, own) for item in named):
        return ""
    return named[0].words.strip()


def _ages(words: str) -> Iterator[Band]:
    for band, start, end in bands_told(words):
        aged = _AGED.search(words, 0, start) or _OLD.match(words, end)
        opens = words[start:end].casefold().startswith(("under", "over", "below", "above"))
        if aged or (opens and not _OTHER_UNIT.match(words, end)):
            yield band


def _includes(band: Band, own: Band) -> bool:
    """True if one band of ages includes all of the other's, up to the end of childhood."""
    return band.first <= own.first and min(own.last, _GROWN) <= band.last


def _fault(line: Line, live: LiveFigure, part: str) -> Fault:
    says = f"The words next to {live.entry.text} are “{part}”, but it counts “{live.entry.title}”."
    return fault(line, live, says, _MEND)
