"""The words next to a live figure that describe what it counts."""

import re
from bisect import bisect_right
from functools import lru_cache

from reports.checks.reading import Line, LiveFigure
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.quantities.bands import bands_told
from reports.prose.quantities.claims import CLAIM

# Another clause, or what is said of another thing, begins with one of these.
_STOP = re.compile(
    r"[,;:.!?()\[\]“”–—]|\b(?:(?<!older\s)(?<!younger\s)than|while|whilst|whereas|where|which|whose|if|unless|because|but|"
    r"although|though|so\s+that|compared|rather|except|excluding|including|apart|other|followed|and\s+(?:the|a|an)|"
    r"of\s+(?:whom|which|these|those|them)|before|since|until|(?<!looked\s)(?<!looked-)(?<!look\s)after)\b|\band\s+$",
    re.I,
)
_OF_BASE = re.compile(
    r"\s+(?:[a-z’'-]+\s+){0,3}?(?:out\s+)?of\s+(?:(?:the|these|those|all|our|a|total)\s+)*$", re.I
)
_BASE = re.compile(r"\b(?:out\s+)?of\s+(?:(?:the|these|those|all|our|a|total\s+of)\s+)*$", re.I)
# “All but 6 are on track” says of others what it says.
_EXCEPT = re.compile(
    r"\b(?:but|except\w*(?:\s+for)?|apart\s+from|bar|excluding|other\s+than|less|minus)\s+(?:the\s+)?$",
    re.I,
)
# “The number of boys was 142”, “Boys: 142”.
_LEADS = re.compile(
    r"(?:\b(?:was|were|is|are|being|ha[sd]|have|number(?:ed|s)?|total(?:led|s)?|ma[dk]e\s+up|account(?:ed|s)?\s+for|look(?:ed|s)?\s+after|stood\s+at|came\s+to|fell\s+to|rose\s+to)"
    r"\s+(?:now\s+|only\s+|just\s+|still\s+)?|:\s*)$",
    re.I,
)
_JOINS = re.compile(r"\b(?:and|or|but|plus|with)\b", re.I)
_HEDGED = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|could|whether|{EXPECTATIONS}|when|"
    r"no(?!\s+(?:dbs\s+)?(?:check|certificate))|none|"
    r"without(?!\s+(?:a\s+)?(?:dbs\s+)?check)|may|become|becoming|became\s+due|"
    r"likely|risk\s+of|planned\s+to|to\s+be(?!\s+(?:looked|good|in|on))|yet|"
    r"formerly|previously|once|instead|"
    r"had\s+been(?!\s+(?:re-?checked|shared|complet|closed|done|placed))|any|longer)\b",
    re.I,
)


def words_around(line: Line, live: LiveFigure) -> str:
    """The words for what a figure counts: those behind it up to the end of their clause, and
    those that lead to it from the clause's beginning; none of a base."""
    start, end = _before(line, live), _after(line, live)
    if start is None:
        return ""
    return f"{line.text[start : live.start]} | {line.text[live.end : end]}"


def clause_of(text: str) -> str:
    """The first clause of a text."""
    stop = _STOP.search(text)
    return text[: stop.start()] if stop else text


def is_hedged(text: str) -> bool:
    """True if words deny what they name, or have it for another time."""
    return bool(_HEDGED.search(text))


def _before(line, live):
    """Where the words that lead to a figure begin; None where it is the base of another,
    or left out of what they describe."""
    sentence = line.sentence_at(live.start)
    first = max(
        [
            sentence.start,
            *(
                number.end
                for number in line.numbers
                if number.end <= live.start and number.is_to_settle
            ),
        ]
    )
    lead = line.text[first : live.start]
    base = _BASE.search(lead)
    if _EXCEPT.search(lead) or (base and (first > sentence.start or _is_shared(lead, base))):
        return None
    if not _LEADS.search(lead):
        return live.start
    stops = [item.end() for item in _STOP.finditer(lead[: _LEADS.search(lead).start()])]
    return first + (stops[-1] if stops else 0)


def _is_shared(lead: str, base: re.Match) -> bool:
    """True if words claim a share of what follows: “half of the”, “none of the”."""
    rows = (item for item in CLAIM.finditer(lead) if not item["all"])
    return any(item.end() >= base.start() - 1 for item in rows)


def _after(line, live):
    """Where the words behind a figure end: of one with a base, those behind that."""
    sentence, place = line.sentence_at(live.start), live.end
    for number in _numbers_after(line, live):
        if number.start < place or not _OF_BASE.fullmatch(line.text, place, number.start):
            end = max(place, number.start)
            # “Did 46 audits and shared 45”: what follows is said of the next number.
            joined = [item.start() for item in _JOINS.finditer(line.text, place, end)]
            end = joined[-1] if joined else end
            break
        place = number.end
    else:
        end = sentence.end
    stop = _STOP.search(line.text, place, end)
    return stop.start() if stop else end


def _numbers_after(line, live):
    """The numbers behind a figure that are not of an age, and no date's."""
    at = bisect_right([one.start for one in line.numbers], live.end - 1)
    inside = [*_ages_in(line.text), *((item.start, item.end) for item in line.dates)]
    for number in line.numbers[at:]:
        if number.is_to_settle and not any(first <= number.start < last for first, last in inside):
            yield number


@lru_cache(256)
def _ages_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where bands of age begin and end; a line with many figures is read once."""
    return tuple((first, last) for _band, first, last in bands_told(text))
