"""Shares by name of the counts that the sentence before gives by the same names."""

from collections.abc import Iterator, Sequence

from reports.constraints.claims.entries import series_of, tokens
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.quantities.model import Denial, Statement, Sure

_ALL, _MEND = range(99, 102), "Correct the shares, or the counts."


def shares_of_parts(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """The first of the shares of a whole that all differ from the counts of the same names:
    `20 were boys and 13 girls. Girls made up 42% and boys 58%`."""
    series = series_of(row)
    shares = [x for x in series.entries if x.number.kind == PERCENT] if series else []
    if len(shares) != len(row.quantities) or sum(x.number.value for x in shares) not in _ALL:
        return
    parts = _parts(earlier[0]) if earlier and earlier[0].line is row.line else []
    pairs = [(x, y) for x in shares for names, y in parts if names & x.names]
    whole = sum(part.value for _, part in pairs)
    if not whole or not len(pairs) == len(shares) == len({id(part) for _, part in pairs}):
        return
    if all(verdict(x.number, *[y.value * 100 / whole] * 2) == WRONG for x, y in pairs):
        share, part = pairs[0][0].number, pairs[0][1]
        says = f"{part.words} of {whole} is {number_text(part.value * 100 / whole, 1)}%, "
        says += f"but the report gives {share.words}."
        yield Denial(row.line, share, says, _MEND, Sure.JOINED)


def _parts(row):
    """(names, count) of each count of a sentence, but the whole that it may begin with."""
    counts, text = [x for x in row.counts if x.phrase.is_stock], row.sentence.text
    known = zip(counts, [*(x.phrase.start for x in counts[1:]), len(text)], strict=True)
    wholes = {x.phrase.base for x in counts}
    apart = ((x, end) for x, end in known if x.phrase.mark not in wholes)
    return [(tokens(text[x.phrase.end : end]), x.phrase.number) for x, end in apart]
