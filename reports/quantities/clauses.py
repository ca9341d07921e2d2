"""The clauses of a long sentence, each as a sentence of its own: what is read of one claim is read
of each of several."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reports.prose.marks import Marked
from reports.quantities.grammar import phrases
from reports.quantities.model import Quantity, Statement

# A clause begins behind these, and what follows them has a verb of its own.
_BREAK = re.compile(
    r";\s+|,\s+(?:(?:and|but|so)\s+)?(?:while|whilst|whereas|although|though|since|because|so\s+that)\s+|"
    r",\s+(?:and|but|so)\s+(?=[^,;⟦]{0,60}?\b(?:was|were|is|are|had|has|have|[a-z]{3,}ed|rose|fell|came|went|took|stood|made|did|kept|grew)\b)|"
    r",\s+(?=[^,;⟦]{3,60}\b(?:having|being)\s)",
    re.I,
)
# “Resolutions, which leave no record and for which we have argued, were …”
_ASIDE = re.compile(
    r",\s+(?:which|who|whose|for\s+which|of\s+which|of\s+whom)\s[^,;:.⟦]{3,140},(?=\s+[a-z])", re.I
)
_LEAST, _MOST = 15, 12


def clauses_of(row: Statement) -> Iterator[Statement]:
    """Each clause of a sentence of several, without what is set aside within it."""
    text = row.sentence.text
    breaks = [*_BREAK.finditer(text)][: _MOST - 1]
    begins, ends = [0, *(x.end() for x in breaks)], [*(x.start() for x in breaks), len(text)]
    for start, end in zip(begins, ends, strict=True) if breaks else ():
        clause = _ASIDE.sub("", text[start:end])
        if clause != text and len(clause) >= _LEAST:
            yield _statement(row, clause, start, end)


def _statement(row: Statement, clause: str, start: int, end: int) -> Statement:
    sentence = row.sentence
    first, last = (sentence.start + len(sentence.said(sentence.text[:x])) for x in (start, end))
    marked = Marked(clause, sentence.things, first, last)
    quantities = tuple(
        Quantity(row.line, marked, phrase, row.section, row.order) for phrase in phrases(marked)
    )
    return replace(row, sentence=marked, quantities=quantities, is_clause=True)
