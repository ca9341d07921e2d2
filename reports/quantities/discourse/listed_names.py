"""So many things, against those that are named right behind them: places, people or dates."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.quantities.discourse.members import members
from reports.quantities.model import Denial
from reports.quantities.passages import statements

# “Three small homes, at Hale, at Marsh Lane and at Upton.”
_NAMED = re.compile(r"^(?:\s+[a-z’-]+){1,4}\s?(?:,|:|\s[–—])\s+(?P<names>[^.;:()]+)[.;]?\s*$")
_ITEM = re.compile(
    r"(?:(?:one\s+)?(?:at|in|for|on|with|the)\s+){0,2}(?:[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|of|the|and(?=\s+[A-Z][\w’'-]+\s+(?:Road|Street|Lane|House|Centre))))*|⟦d\d+⟧(?:\s+for\s+[a-z]+(?:\s+[a-z]+)?)?)$"
)
_MOST, _STEP, _MEND = 9, 2, "Correct the number, or name them all."


def listed_names(reading: Reading) -> Iterator[Denial]:
    """`Cabinet has agreed to open two small homes, at Hale, at Marsh Lane and at Upton.`"""
    for row in statements(reading):
        for member in members(row)[-1:]:
            match = _NAMED.match(row.sentence.text[member.item.phrase.end :])
            items = re.split(r",\s+(?:and\s+)?|\s+and\s+", match["names"].strip()) if match else []
            if len(items) < 2 or not all(_ITEM.match(x) for x in items) or member.value > _MOST:
                continue
            if member.value != len(items) and abs(member.value - len(items)) <= _STEP:
                says = f"The report gives {member.text}, but {len(items)} are named."
                yield Denial.of(member.item, says, _MEND)
