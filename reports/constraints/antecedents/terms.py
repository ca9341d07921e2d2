"""`This quarter’s 56 audits` are not `the 48 audits of the last quarter`."""

import re

from reports.quantities.model import Quantity

_TERM = (
    r"(?P<which>this|(?:the\s+)?(?:last|previous|same|next|present))\s+"
    r"(?:quarter|year|term|month|week)"
)
_OWN = re.compile(rf"\b{_TERM}[’']s\s+$", re.I)
_BEHIND = re.compile(rf"[^⟦.;:,()]{{0,40}}\b(?:of|in|from|for)\s+{_TERM}\b", re.I)
_REACH = 30


def is_of_one_term(first: Quantity, last: Quantity) -> bool:
    """True unless two numbers are of other quarters, years, months or weeks by their words."""
    return len({_term_of(first), _term_of(last)} - {""}) < 2


def _term_of(item: Quantity) -> str:
    text, start = item.sentence.text, item.phrase.start
    match = _OWN.search(text[max(0, start - _REACH) : start])
    match = match or _BEHIND.match(text, item.phrase.end)
    return match["which"].casefold().removeprefix("the ").strip() if match else ""
