"""Shares and claims in words of what a figure of a text counts, which a source may be named for."""

from collections.abc import Iterator

from assurance.runtime.processes.lazy_modules import LazyModule
from reports.language.grammar import TOKEN
from reports.language.tokens import Quote, read_token
from reports.prose.numbers import Number

# Their patterns take long to load, and only what checks a report or writes one needs them.
comparisons = LazyModule("reports.prose.quantities.comparisons")
figure_claims = LazyModule("reports.prose.quantities.figure_claims")
shares_of_figures = LazyModule("reports.prose.quantities.shares_of_figures")
_COUNTS = ("number", "words")
# What stands for a figure that prints elsewhere.
_ANY = "0"


def shares_in(text: str, blotted: str, *, is_over: bool = False) -> Iterator[Number]:
    """Every share or claim in words of a figure in `text`, none within another; `blotted` is the
    same without its tokens. A caption `is_over` figures that print elsewhere: it is read with one
    behind it, as its checks read it."""
    figures = [match.span() for match in TOKEN.finditer(text) if _counts(match[0])]
    if is_over and not figures:
        blotted = f"{blotted.rstrip(' .:;,')}: {_ANY}"
        figures = [(len(blotted) - len(_ANY), len(blotted))]
    shares = shares_of_figures.shares_of_figures(blotted, figures)
    rows = [(item.start, item.end, item.claim.least) for item in shares]
    if figures:
        claims = figure_claims.figure_claims(blotted, figures)
        others = (claims, comparisons.comparisons(blotted), comparisons.courses(blotted))
        rows += [(item.start, item.end, 0) for items in others for item in items]
    last = 0
    for start, end, least in sorted(rows, key=lambda row: (row[0], -row[1])):
        if start >= last:
            last = end
            words = text[start:end]
            yield Number(
                start, end, words, kind=shares_of_figures.SHARE, value=least, in_words=True
            )


def _counts(written):
    token = read_token(written)
    return isinstance(token, Quote) and token.form in _COUNTS
