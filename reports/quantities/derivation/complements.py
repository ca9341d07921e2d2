"""The rest of a whole that is given by a denial, against the part and the whole before it."""

import re
from collections.abc import Iterator, Sequence

from assurance.runtime.digits import whole
from reports.prose.content import roots
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.opposites import PAIRS
from reports.quantities.model import Denial, Quantity, Statement, Sure

# “The five that did not reply”, “of the 169 that had been closed”.
_THE = SentencePattern(
    r"\bthe\s+⟦c(?P<mark>\d+)⟧(?:\s+[a-z-]+){0,2}?\s+(?:that|which|who)\s+(?P<state>[^⟦.;,]{4,60})",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|no\s+longer|cannot|without)\b", re.I)
# What is said of some and leaves open whether it is so of others.
_OPEN = re.compile(r"\b(?:yet|first|second|also|both|partly|at\s+least|more\s+than)\b", re.I)
_STATES = (
    *PAIRS,
    (
        r"closed|ended|concluded|completed|finished",
        r"(?:still\s+|remain\w*\s+)?(?:open|ongoing|under\s+way|outstanding|in\s+progress)",
    ),
)
_OPPOSITES = tuple(tuple(re.compile(rf"\b(?:{side})\b", re.I) for side in pair) for pair in _STATES)
_MEND = "Put the wrong number right, or name the part that is missing."


def complements(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Twenty-six of the 31 replied. The seven that did not reply …`: 31 less 26 are five."""
    index = {item.phrase.mark: item for item in row.quantities}
    for match in _THE.finditer(row.sentence.text):
        item = index.get(whole(match["mark"]))
        if item is None or not item.phrase.is_count:
            continue
        for other in (row, *earlier):
            for part, base, state in _parts(other):
                if part is item or base is item or not _is_opposite(state, match["state"]):
                    continue
                rest = base.value - part.value
                if rest != item.value < base.value and rest > 0:
                    left = f"{number_text(base.value)} − {number_text(part.value)}"
                    says = f"{left} = {number_text(rest)}, but the report gives "
                    yield Denial.of(item, f"{says}{item.phrase.number.words}.", _MEND, Sure.JOINED)
                return


def _parts(row: Statement) -> Iterator[tuple[Quantity, Quantity, str]]:
    """(part, whole, predicate of the part) where a sentence has one part of one whole."""
    rows = [item for item in row.counts if item.phrase.base is not None]
    bases = {item.phrase.mark: item for item in row.counts}
    if len(rows) == 1 and (base := bases.get(rows[0].phrase.base)):
        text = row.sentence.text[max(rows[0].phrase.end, base.phrase.end) :]
        yield rows[0], base, re.split(r"[;,.⟦]", text, maxsplit=1)[0]


def _is_opposite(first: str, last: str) -> bool:
    """True if one predicate denies another, by “not” or by its opposite."""
    if _OPEN.search(f"{first} {last}"):
        return False
    denied = [bool(_NOT.search(text)) for text in (first, last)]
    if denied[0] != denied[1]:
        return bool(roots(first) & roots(last))
    return not any(denied) and any(
        (one.search(first) and other.search(last)) or (other.search(first) and one.search(last))
        for one, other in _OPPOSITES
    )
