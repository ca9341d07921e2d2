"""A count with its base, as prose states them: `35 of 139`, `46 out of the 188`, `12/40`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.prose.marks import Marked
from reports.prose.numbers import Number
from reports.prose.quantities.phrases import phrase_after

_THE = r"(?:the|these|those|our|their|its|all|a|total|possible|eligible|whole|relevant|some|same)"
# “14 of the 30”, “14 children of the 30”, “14 out of a total of 30”, “14/30”.
PAIR = re.compile(
    rf"⟦(?P<kind>[cm])(?P<count>\d+)⟧(?:\s+(?P<noun>[a-z]+(?:\s[a-z]+){{0,2}}))??"
    rf"(?:,?\s+\(?(?:out\s+)?of\s+(?:{_THE}\s+(?:of\s+)?)*|\s?/\s?)"
    r"⟦(?P=kind)(?P<base>\d+)⟧",
    re.I,
)
# A share stated by a per cent or by a count with its base.
SHARE = (
    r"(?:⟦p(?P<percent>\d+)⟧|⟦[cm](?P<count>\d+)⟧(?:\s+[a-z]+){0,3}?"
    rf"(?:,?\s+\(?(?:out\s+)?of\s+(?:{_THE}\s+(?:of\s+)?)*|\s?/\s?)⟦[cm](?P<base>\d+)⟧\)?)"
)
OF_THE = re.compile(
    rf"^\W*(?:out\s+)?of\s+(?:{_THE}\s+(?:of\s+)?)*⟦(?P<kind>[cm])(?P<base>\d+)⟧", re.I
)


@dataclass(frozen=True)
class Pair:
    """A count, its base and where the marked sentence states them; `noun` is what is counted."""

    count: Number
    base: Number
    start: int
    end: int
    noun: str

    @property
    def is_share(self) -> bool:
        """Whether the one is a part of the other, both exact."""
        return not (self.count.bound or self.base.bound) and 0 <= self.count.value <= (
            self.base.value
        )


def pairs(sentence: Marked) -> Iterator[Pair]:
    """Every count with its base in a sentence."""
    for match in PAIR.finditer(sentence.text):
        count, base = sentence.thing(match["count"]), sentence.thing(match["base"])
        if not base.value:
            continue
        noun = match["noun"] or phrase_after(sentence.text, match.end())
        yield Pair(count, base, match.start(), match.end(), noun)
