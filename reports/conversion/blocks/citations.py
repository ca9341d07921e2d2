"""Citations as they are typed: paragraphs 3-38, Annex B1 & B2, Appendix 1, Fig. 2, section 4."""

import re
from collections.abc import Iterable

from reports.conversion.results import TypedCitation

_NUMBER = r"\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z]{1,4}\))*"
_MORE = r"(?:\s*(?:,|&|and|to|–|—|-)\s*{0})*"
_CITED = re.compile(
    rf"\b(?:paragraphs?|paras?\.?)\s+{_NUMBER}{_MORE.format(_NUMBER)}"
    r"|\b(?:annex(?:es|e)?|appendix|appendices)\s+(?:[A-Z]\d{0,2}|(?-i:[A-Z]{2}\d{0,2})|\d{1,2})(?![\w’'])"
    + _MORE.format(r"(?:[A-Z]\d{0,2}|\d{1,2})(?![\w’'])")
    + r"|\b(?:tables?|figures?|figs?\.?|charts?)\s+\d{1,2}"
    + _MORE.format(r"\d{1,2}(?![\d%])")
    + r"|\bsections?\s+\d{1,2}(?:\.\d{1,2})*(?!\d)|\brecommendations?\s+(?:\d{1,2}|[ivx]+)\b",
    re.IGNORECASE,
)


def cited_in(blocks: Iterable[dict]) -> tuple[TypedCitation, ...]:
    """Every citation in the text of `blocks`, in order, each with the slug of its block."""
    return tuple(
        TypedCitation(" ".join(match[0].split()), block["slug"])
        for block in blocks
        for match in _CITED.finditer(block["text"])
    )
