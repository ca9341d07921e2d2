"""Posts that are filled and those that are vacant: `funded for 18.5 social workers. There were
16.0 in post, and 2.5 posts were vacant`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements

_FILLED = SentencePattern(
    r"⟦c(?P<mark>\d+)⟧\s+(?:(?:posts?|of\s+them|workers?|people|staff|advisers?)\s+)?(?:(?:was|were|are|is)\s+)?(?:in\s+post|filled)\b",
    re.I,
)
_VACANT = SentencePattern(
    r"⟦c(?P<mark>\d+)⟧\s+(?:(?:posts?|of\s+them)\s+)?(?:(?:was|were|are|is)\s+)?vacant\b", re.I
)
_EVERY = SentencePattern(
    r"\b(?:funded\s+for|establishment\s+(?:is|was|of)|established\s+at|has|have|had|there\s+(?:are|were)|of\s+the|of)\s+⟦c(?P<mark>\d+)⟧\s+"
    r"(?:(?:full-time|fte|equivalent|whole-time|social|permanent|funded|established)\s+)*(?:posts?|workers?|advisers?|officers?)\b",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{CONDITIONS}|{EARLIER_TIMES}|agenc(?:y|ies)\s+(?:and|or)|frozen|seconded)\b", re.I
)
_OF_WHOM = re.compile(r",?\s+of\s+(?:whom|which)\b[^,;]*", re.I)
_COUNT = re.compile(r"⟦c|\bone\b", re.I)
_OF = re.compile(r"\bof\s+(?:the\s+|these\s+)?$", re.I)
_MEND = "Put the wrong number right."


def vacant_posts(reading: Reading) -> Iterator[Denial]:
    """The posts of a passage are those that are filled with those that are vacant."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        vacant = _VACANT.search(text)
        if vacant is None or _OTHERS.search(text):
            continue
        in_post = _FILLED.search(text)
        is_behind = in_post and in_post.start() > vacant.start()
        between = text[in_post.end() if in_post else 0 : vacant.start()]
        # “71 were filled, 14 by agency workers and seven vacant”: there are others.
        if is_behind or _COUNT.search(_OF_WHOM.sub("", between)):
            continue
        near = [row, *(x for x in before(rows, place, 1) if x.line is row.line)]
        filled, every = _only(near, _FILLED), _only(near, _EVERY)
        # “764 of the 812 were filled”: the number is what these are of.
        if not (filled and every) or _OF.search(filled[1].string[: filled[1].start()]):
            continue
        in_all, taken = (found[0].sentence.thing(found[1]["mark"]) for found in (every, filled))
        out = row.sentence.thing(vacant["mark"])
        true = in_all.value - taken.value
        exact = not any(x.bound for x in (taken, in_all, out))
        if exact and true > 0 and true != out.value and out.value < in_all.value:
            says = f"{in_all.words} − {taken.words} = {number_text(true, in_all.places)}, but the "
            yield Denial(row.line, out, f"{says}report gives {out.words}.", _MEND)


def _only(rows: list[Statement], pattern: SentencePattern) -> tuple[Statement, re.Match] | None:
    """(sentence, match) of the one place where some sentences have a pattern, or None."""
    every = [(row, match) for row in rows for match in pattern.finditer(row.sentence.text)]
    return every[0] if len(every) == 1 else None
