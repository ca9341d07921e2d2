"""What a number is by the words around it: a total, a rest, a change, a mean, an aim or a bound."""

import re

from reports.prose.marks import Marked
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.aims import is_aim
from reports.prose.quantities.phrases import is_of_two_units

TOTAL, REST, CHANGE, MEAN, TARGET, BOUND = "total", "rest", "change", "mean", "target", "bound"
RATE = "rate"
_REST = re.compile(
    r"\b(?:remaining|other|rest|leaving|leaves|left|remainder|balance|others)\b"
    r"(?:\s+(?:is|was|were|are|of|being))?\s*\(?$",
    re.I,
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:(?:increas\w+|decreas\w+|rose|risen|rise|fell|fallen|fall|grew|grown|reduc\w+|up|down|chang\w+|lower|higher|smaller|larger|"
    r"improv\w+|worsen\w*|deteriorat\w+|climb\w+|dropp?\w*|cut|exceeded|missed|beaten|went\s+(?:up|down))\s+(?:[a-z]+\s+){0,1}by|(?:increase|rise|growth|decrease|fall|drop|loss|reduction|change|saving|gain|over-?\s?spend|"
    r"under-?\s?spend|difference|improvement|shortfall|surplus|deficit|gap|variance),?\s+(?:(?:is|was)\s+)?of|\b(?:(?:difference|gap|change|rise|fall|drop)|(?:growth|increase|rise|fall|decrease|reduction)\s+(?:on|over|since|from)\s+(?:[a-z]+\s+){1,3}?)\s*\b(?:is|was))\s+(?:[a-z]+\s+){0,2}$"
    r"|(?:[,(]|\b(?:and|is|are|was|were))\s*(?:up|down)\s+$|,\s+(?:(?:that|which)\s+is\s+|and\s+)?by\s+$",
    re.I,
)
# “Offences rose 9%”, “after a 13% rise”: a per cent right beside its word of direction.
_WENT = (
    re.compile(
        r"\b(?:rose|risen|rises|fell|fallen|falls|grew|grown|(?:increas|decreas|declin|reduc)ed|"
        r"dropped)\s+(?:by\s+⟦[cm]\d+⟧(?:\s+[a-z]+){0,2}\s+\(|(?:a|some|about|around|nearly|another|further)\s+)*$",
        re.I,
    ),
    re.compile(
        r"\s+(?:[a-z]+\s+)?(?:increase|decrease|rise|fall|drop|reduction|decline|growth)\b"
        r"(?!\s+(?:to|of)\b)",
        re.I,
    ),
)
_CHANGE_AFTER = re.compile(
    r"^\s*(?:percentage\s+points?\s+|of\s+them\s+|days?\s+)?(?:(?:more(?!\s+(?:had|have|has|were|was|are|came|often|frequently)\b)|fewer|less|higher|lower|above|"
    r"below|over(?!\s+(?:the|a)\s+(?:⟦|last|past|same|year|half-year|quarter|term|month|period|course|summer|winter|whole)|\s+⟦)|under(?!\s+⟦c|\s+(?:an?|the|one|our)\s+(?:[a-z]+\s+){0,3}(?:orders?|plans?|section|agreement|arrangement|scheme|one)\b)|better|worse)\b)|^\s+(?!for\b|in\b|within\b|had\b|held\b|hold\b|have\b|has\b|took\b|takes?\b|[a-z]+ed\b)[a-z]+\s+(?:more|fewer|less)\s+than\b"
    r"|^(?:\s+(?!for\b|in\b|within\b|had\b|were\b|was\b)[a-z]+){2,4}\s+(?:more|fewer|less)\s+than\s+(?:in|at|on|last)\b",
    re.I,
)
_MEAN = re.compile(
    r"\b(?:average|mean|averag\w+)\b(?:\s+(?!for\b(?!\s+each))[a-z]+){0,8}\s*$"
    r"|\beach\s+(?:of\s+(?:them|these|which|whom)\s+|[a-z]+\s+)?(?:with|having|have|has|had|gets?|got)\s+$",
    re.I,
)
_MEAN_AFTER = re.compile(
    r"^\s+(?:(?!in\b|within\b)[a-z]+\s+)?a\s+(?:day|week|month|year)\b(?!\s+(?:before|earlier|ago|previously|later|on)\b)|^[^⟦;,]{0,30}(?:,\s+or\s+⟦x\d+⟧[^⟦;,]{0,12},?)?[^⟦;,]{0,50}\b(?:on\s+average(?!,?\s+⟦)|(?<!so\s)each(?!\s+(?:of|has|had|with|(?!during\b)[a-z]+ing)\b)|apiece|per\s+(?!cent)[a-z]+|at\s+each|for\s+each)\b",
    re.I,
)
_RANGE = re.compile(
    r"^\s?(?:to|–|-|or)\s?⟦c\d+⟧(?!%)|^\s?and\s?⟦c(\d+)⟧(?!%)|^\s+(?:and|to|but)\s+(?:under|over|less\s+than|up\s+to)\b"
    r"|^\s+(?:(?:(?:of\s+)?(?:[a-z]+s|children|people))\s+)?(?:or|and)\s+(?:more|over|above|older|longer|"
    r"fewer|less)\b(?!\s+than\b)",
    re.I,
)
# “21 to 30 and 172 took longer”: what ends a range begins none.
_RANGE_BEFORE = re.compile(
    r"(?<!from )(?<!to )(?:⟦c\d+⟧\s?(?:to|or|–|-)|⟦c(\d+)⟧\s?and)\s?$"
    r"|\b(?:took|takes|taking|lasted|waited|lasting)\s+from\s+⟦[cx]\d+⟧(?:\s+[a-z]+)?\s+to\s+$",
    re.I,
)
# “71, 49, 38 and 54” are numbers in a row, and their last two no range.
_IN_A_ROW = re.compile(r"⟦c\d+⟧,\s(?:⟦c\d+⟧,?\sand\s)?$", re.I)
# “71 for every 10,000”, “nineteen reviews in 20”: what a rate is of is no group.
_PER = re.compile(r"\b(?:per|(?:for|in|of|to)\s+every)\s+$", re.I)
_EVERY = re.compile(r"^[^⟦,;:.()]{0,60}?\b(?:per|(?:for|in|of|to)\s+every)\s+⟦c", re.I)
_IN_SO_MANY = re.compile(
    r"^\s[a-z]+\s+in\s+⟦c\d+⟧(?=\s*(?:[,.;)(]|$)|\s+(?:was|were|is|are|ha[sd]|at)\b)", re.I
)
_IN = re.compile(r"\sin\s⟦c")
_OF_SO_MANY = re.compile(r"(?:⟦c\d+⟧|\bone)\s[a-z]+\s+in\s+$", re.I)
_NO_NOUN = re.compile(r"^\s*(?:[,.;)(]|$|(?:was|were|is|are|ha[sd]|at)\b)", re.I)
# “55 of the leavers were twenty, and 49 were nineteen”: ages.
_STOPS = re.compile(r"\s*(?:[,;.)]|and\b|or\b|$)", re.I)
_AGED = re.compile(r"⟦c\d+⟧(?:\s+of\s+[a-z’ -]{2,40}?)?\s+(?:were|was|are|is)\s+$", re.I)
# “Before the applicant was 21”, “until she turns 18”.
_WHEN_AGED = re.compile(
    r"\b(?:when|before|until|after|while|once|since|by\s+the\s+time)\s+(?:[a-z’]+\s+){1,3}?"
    r"(?:was|were|is|are|turn(?:s|ed)?|reach(?:es|ed)?|became|becomes?)\s+$",
    re.I,
)
# “Nine came within two working days and the tenth after six.”
_AFTER_SO_LONG = re.compile(r"⟦x\d+⟧[^.;⟦]*\bafter\s+$", re.I)
_COUNT_OF_AGE, _OLDEST = re.compile(r"\s+(?:were|was|are|is)\s+⟦c", re.I), 25
# “The last three were remanded” are what is left, “the last three months” are not.
_LAST = re.compile(r"\b(?:and|but|while)\s+the\s+last\s+$", re.I)
_LAST_OF_TIME = re.compile(
    r"\s+(?:of\b|(?:[a-z-]+\s+)?(?:days?|weeks?|months?|quarters?|years?|terms?|reports?|meetings?|times?))\b",
    re.I,
)
# “It rose by 38 to 612” has no range.
_ROSE_BY = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|went\s+(?:up|down)|(?:in|de)creased|dropped|up|down)\s+by\s+$",
    re.I,
)
_AT_AGE = re.compile(r"\b(?:stay(?:ing|ed|s)?\s+put\s+at|turn(?:ed|ing|s)?)\s+$", re.I)
# “Thirteen remain open”: what is left when the others are told of.
_REMAIN = re.compile(
    r"^\s+(?:still\s+)?remain(?:s|ed)?\s+(?:open|outstanding|unresolved|to\s+be)\b"
    r"|^\s+(?:were|was|are|is)\s+(?:still|not\s+yet)\s+(?:open|outstanding|unresolved|under\s+way|to\s+be|waiting|pending)\b",
    re.I,
)
# “Six moved twice and one moved three times”.
_HOW_OFTEN, _OFTEN = re.compile(r"^\s+times\s*(?:[,.;:)]|$|(?:and|or|in|over)\b)", re.I), 10
_KNOWN = re.compile(r"\b(?:the|our|all|these|those|both)\s+$", re.I)


def role_of(sentence: Marked, before: str, after: str, number: Number) -> str:
    """What a number is by the words before and after it: a total, a rest, a change, a rate."""
    if number.bound not in ("", "~"):
        return BOUND
    is_frequency = number.value < _OFTEN and _HOW_OFTEN.match(after)
    if is_frequency or _is_no_group(before, after, number):
        return RATE
    # “All but eight” counts those of whom it is not so.
    if before.endswith(("all but ", "inside ", "within ")) or _is_range(
        sentence, before, after, number
    ):
        return BOUND
    if _AFTER_SO_LONG.search(before) and _STOPS.match(after):
        return BOUND
    if _CHANGE_BEFORE.search(before[-60:]) or _CHANGE_AFTER.match(after):
        return CHANGE
    if number.kind == PERCENT and (_WENT[0].search(before[-60:]) or _WENT[1].match(after)):
        return CHANGE
    if is_mean(before, after):
        return MEAN
    if is_aim(before, after):
        return TARGET
    last = _LAST.search(before[-40:]) and not _LAST_OF_TIME.match(after)
    return REST if last or _REST.search(before[-40:]) or _REMAIN.match(after) else TOTAL


def _is_range(sentence: Marked, before, after, number):
    """True at an end of a range, which no number of “every one of the 312 and 234 accepted” is,
    nor the second of “48 were 19 and 44 were 20”."""
    first, last = _RANGE_BEFORE.search(before[-30:]), _RANGE.match(after)
    opens = last and not (last[1] and sentence.thing(last[1]).value < number.value)
    if _IN_A_ROW.search(before[-40:]):
        return False
    if _ROSE_BY.search(before[-40:]) or (first and _ROSE_BY.search(before[: first.start()][-40:])):
        return False
    anew = first and first[1] and _COUNT_OF_AGE.match(after)
    ends = first and not (anew or (first[1] and sentence.thing(first[1]).value > number.value))
    return bool(opens or ends)


def _is_no_group(before, after, number):
    """Whether a number is an age, or one of the two that a rate or a length is told by."""
    aged = _AGED.search(before[-80:]) or _WHEN_AGED.search(before[-80:])
    if number.value <= _OLDEST and aged and _STOPS.match(after):
        return True
    if number.value <= _OLDEST and _AT_AGE.search(before[-40:]):
        return True
    if _PER.search(before[-40:]) or _IN_SO_MANY.match(after) or is_of_two_units(before, after):
        return True
    few = number.value <= _OLDEST and (_IN.match(after) or before.endswith("⟧ in "))
    return bool(few or (_OF_SO_MANY.search(before[-40:]) and _NO_NOUN.match(after)))


def is_mean(before: str, after: str) -> bool:
    """Whether what stands between is so many for each, or on average."""
    named = _MEAN.search(before[-80:]) and not _KNOWN.search(before)
    return bool(named or _MEAN_AFTER.match(after) or _EVERY.match(after))
