"""Shares in words of what a figure of a text counts, which a source may be named for."""

from collections.abc import Iterator

from reports.language.grammar import TOKEN
from reports.language.tokens import Quote, read_token
from reports.prose.numbers import Number
from reports.prose.quantities.shares_of_figures import SHARE, shares_of_figures

_COUNTS = ("number", "words")


def shares_in(text: str, blotted: str) -> Iterator[Number]:
    """Every share in words of a figure in `text`; `blotted` is the same without its tokens."""
    figures = [match.span() for match in TOKEN.finditer(text) if _counts(match[0])]
    for share in shares_of_figures(blotted, figures):
        yield Number(
            start=share.start,
            end=share.end,
            words=text[share.start : share.end],
            kind=SHARE,
            value=share.claim.least,
            in_words=True,
        )


def _counts(written):
    token = read_token(written)
    return isinstance(token, Quote) and token.form in _COUNTS
