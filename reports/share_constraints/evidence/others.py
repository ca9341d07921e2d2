"""Shares and means of others, of a time before or an aim: no number of the report bears them."""

import re

from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS

# What others have, what was before, and what is aimed at: no number of this paper bears it.
OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXPECTATIONS}|forecast|english|standard|"
    r"(?:before|earlier|prior)\s+year|ceiling|threshold|limit|pay\s+award|inflation|"
    r"whereas)\b",
    re.I,
)
_LARGER = r"england|english|nation\w*|country|region\w*"
# “Across the region, where 13 of 15 share grades, 58% were good”, “for all pupils in the city”.
_OPENS_WITH_OTHERS = re.compile(
    rf"^\W*(?:(?:across|in|for|among|throughout)\s+(?:the\s+)?(?:whole\s+)?(?:{_LARGER}|"
    r"(?:other|neighbouring|similar)\s+[a-z]+)|elsewhere|(?:for|of|among)\s+all\s+[a-z]+\s+in\s+the\s+"
    rf"(?:borough|county|city|district|council|town|area|{_LARGER}))\b(?![^.;]*\b(?:ours?|here)\b)",
    re.I,
)
# “Without those 29 the share would be 52%.”
_WOULD_BE = re.compile(r"\bwould\s+(?:be|have\s+been|become|come\s+to)\s+(?:[a-z]+\s+)?$", re.I)
_COMPARED = re.compile(
    r"\b(?:(?:up|down)\s+from|than|against|compared\s+(?:with|to)|had\s+been|similar\s+to)\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_FROM, _TO = (
    re.compile(r"\bfrom\s+(?:[a-z]+\s+){0,2}$", re.I),
    re.compile(r"(?:[^⟦;.]|⟦d\d+⟧){0,60}\bto\s+(?:[a-z]+\s+){0,2}⟦", re.I),
)
_STOPS = re.compile(r"[.;()]|⟦[cpmq]\d+⟧|,\s+(?=(?:and|but|while|whilst|whereas|with|against)\b)")


def is_of_others(text: str, start: int, end: int, *, compared: bool = True) -> bool:
    """True if a stretch of a text is of others, of a time before, or an aim; `compared`
    where it counts that it is only compared with."""
    if _OPENS_WITH_OTHERS.match(text) or _WOULD_BE.search(text, max(0, start - 40), start):
        return True
    lead = text[max(0, start - 70) : start]
    stops = [match.end() for match in _STOPS.finditer(lead)]
    tail = text[end : end + 60]
    stop = _STOPS.search(tail)
    tail = tail[: stop.start()] if stop else tail
    tail = re.split(r",|\b(?:against|compared|than|from|on|above|below|to)\b", tail)[0]
    lead = lead[stops[-1] if stops else 0 :]
    against = _COMPARED.search(lead) or (_FROM.search(lead) and _TO.match(text, end))
    return bool(OTHERS.search(lead) or (compared and against) or OTHERS.search(tail))
