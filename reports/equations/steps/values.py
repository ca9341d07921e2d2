"""The values that a sentence compares, and which of two was first."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assurance.runtime.digits import whole
from reports.prose.named_times import THEN
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.day_order import is_earlier, may_be_of_two_years
from reports.quantities.model import Quantity, Statement
from reports.quantities.roles import CHANGE, MEAN, TOTAL

_BETWEEN = re.compile(
    r"\b(?:between|from)\s+⟦d\d+⟧\s\(⟦[cpm]\d+⟧\),?\s+(?:and|to)\s+⟦d\d+⟧\s\(", re.I
)
BUDGET = re.compile(r"\b(?:budget\w*|planned|allocat\w+|against|set\s+aside)\b", re.I)
# “Good or better”, “grade C or higher”, “no better and no worse” compare no two numbers.
BAND_WORD = re.compile(
    r"\b(?:or|and|nor)\s+(?:better|worse|higher|lower|above|below|more|less|fewer|longer|shorter)\b"
    r"(?!\s+(?:than|in|on|by)\b)|\bmore\s+or\s+less\b|\bbetter\s+or\s+worse\b",
    re.I,
)
_OLD = re.compile(
    r"\b(?:from|than|after|had\s+been|last|previous|before|earlier|on|(?<![,;:]\s)(?<!and\s)(?<!but\s)(?<!while\s)the(?!\s+[a-z]+\s+(?:was|were|and)\b)|against|compared\s+(?:with|to))\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_UP_FROM = re.compile(
    r"\b(?:up|down|(?:in|de)crease|rise|fall|drop)\s+from\s+(?:[a-z]+\s+){0,2}(?:⟦c\d+⟧\s+of\s+⟦c\d+⟧\s+\()?$",
    re.I,
)
# “It went down to 19 in the spring and by the summer was 12.”
_BY_THEN = re.compile(
    r"\bby\s+(?:the\s+)?(?:[a-z]+|⟦d\d+⟧)\s+(?:(?:it|they|there)\s+)?(?:was|were|stood\s+at|had\s+(?:[a-z]+\s+){1,2}(?:to|by))\s+$",
    re.I,
)
_WAS = re.compile(
    r"(?:^|[,;(:]|\band|\bthere|\bit|\bthey|\bwhich|\bwhen\s+it)\s*(?:was|were)\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_CALLED_THEN = re.compile(
    r"\b(?:last|previous|preceding)\s+(?:half[\s-]?)?(?:year|quarter|period|report|month|term|time)\b|\bin\s+the\s+"
    r"first\b|\b(?:earlier|originally|ago|had\s+been)\b|\b(?:year|quarter|month|report|term)\s+before\b"
    r"|\blast\s+(?:received|heard|reported|met)\b"
    r"|\b(?:opened|started|began|entered)\s+(?:[a-z]+\s+){0,3}with\b",
    re.I,
)
# “More than in the quarter before (37 compared with 31)”.
_SET_AGAINST = re.compile(r"\W*(?:(?:when\s+)?compared\s+(?:with|to)|(?:as\s+)?against)\s+", re.I)
# “Gave rise to more calls than the 74”: the calls are compared.
_MORE_OF = re.compile(
    r"(?:more|fewer|less)\s+(?:[a-z]+\s+)?([a-z]+)\s+than\s+(?:the|those)\b", re.I
)
# “Lower than both”, “and the national figure is lower”: a third thing is compared.
_THAN_BOTH = re.compile(r"\s+than\s+(?:both|either|any|all|each)\b", re.I)
_OF_A_THIRD = re.compile(
    r"[,;]\s+(?:and|but|while|whilst|whereas)\s[^⟦,;]{0,80}\b(?:national|regional|England|region|country|"
    r"neighbours?)\b[^⟦,;]{0,60}$",
    re.I,
)
# “May stood at 75 and June was below the average of 70”: a subject of its own.
NEXT_SUBJECT = re.compile(
    r"\b(?:and|but|while|whilst|whereas)\s+(?!(?:it|they|this|that|which|there|is|are|was|were|has|have|had|"
    r"so|thus|still|now|also|stands?|stood|remains?|remained|well|just|far|[a-z]+ly)\b)(?:[^⟦]|⟦[dx]\d+⟧){1,90}?"
    r"\s(?:is|are|was|were)\s+(?:[a-z]+\s+)?(?:above|below|higher|lower|more|fewer|less)\b"
    r"|;\s+it\s+(?:is|was)\s+the\s+[^;⟦]{3,60}\bthat\s+(?:has|have|had)\s+[a-z]+$",
    re.I,
)
# “45 came again (29%, a slight fall)”: what stands in brackets is said of its own number.
_OPENING = re.compile(
    r"^\W*(?:(?:as\s+)?(?:compared\s+(?:with|to)|against)|[^⟦,;.]{0,30}(?<!looked )\bafter)\s+"
    r"(?:the\s+)?$",
    re.I,
)
_IN_BRACKETS = re.compile(r"\(⟦[cpm](\d+)⟧[^()]*$")
_A_CHANGE = re.compile(r"\b(?:the|an?|this)\s+(?:[a-z]+\s+)?$", re.I)
# “It has risen, and stands below the 80% that was asked for.”
# Nor is a number compared that others come from: “lower, at 126, drawn from 83 schools”.
_LEVEL = re.compile(
    r"\b(?:stays?|stands?|remains?|stood|is|still)\s+(?:above|below)\s+the\s+$"
    r"|\b(?:drawn|taken|chosen|selected|recruited|employed)\s+(?:[a-z]+\s+)?(?:from|by|in)\s+$",
    re.I,
)
COMPARED_WITH = re.compile(
    r"\b(?:up|down|better|worse|higher|lower|more|less|fewer)\s+(?:on|than)\s+"
    r"(?:(?:the|in|at|a)\s+)*(?:last\s+)?(?:half[\s-]?)?(?:year|quarter|period|report|month|term|time)"
    r"(?:\s+(?:before|earlier|ago))?",
    re.I,
)
CALLED_NOW = re.compile(
    r"\b(?:now|currently|today|at\s+present|this\s+(?:half[\s-]?)?(?:year|quarter|period|month|term|time))\b"
    r"|\bin\s+the\s+second\b|\bat\s+the\s+end\b(?!\s+of\b)|\b(?:months?|years?|quarters?)\s+(?:later|on|afterwards)\b|\ba\s+year\s+on\b"
    r"|\b(?:closed|ended|finished)\s+(?:[a-z]+\s+){0,3}with\b",
    re.I,
)
NOW = re.compile(r"\b(?:now|to|currently|is|are|latest|at)\s+(?:[a-z]+\s+)?$", re.I)
# “The average cost was £4,150, compared with £4,620. The cost has come down.”
_SUBJECT = SentencePattern(
    r"\b(?:the|our|its|their|this|that)\s+(?:[a-z-]+\s+)?(?P<noun>[a-z-]{4,})\s+(?:has|have)\b",
    re.I,
)
_LIMIT = re.compile(
    r"(?:^|\s)(?:the|these|our|in|over|for)\s+(?:last|past|next|previous)$|\b[a-z]+est\b.{0,30}\sin$"
    r"|\b(?:within|every|under|after|(?:in|over|during)\s+(?:the|those|these|our)(?:\s+(?:last|first|same))?)$",
    re.I,
)
# “Six months later” is how far apart two values are, “three years’ figures” how many there are.
_APART = re.compile(
    r"^[a-z]+(?:[’']\s+[a-z]|\s+(?:later|earlier|ago|before|previously|on(?!\s+average)|after\w*)\b)",
    re.I,
)
_REASON = re.compile(r"\b(?:because|as|since|when|while|whilst|so|and|but)\b", re.I)
_DATE_BEHIND = re.compile(r"(?:[^⟦(]|⟦x\d+⟧|⟦c\d+⟧\s+or\s+more\b|\([^)]*\))*?⟦d(\d+)⟧")
_DATE_OPENS, _DATE_LEADS = (
    re.compile(r"\W*(?:in|on|at|by)\s+⟦d", re.I),
    re.compile(r"⟦d(\d+)⟧[^⟦]*$"),
)
_QUARTER_AHEAD = re.compile(
    r"\bquarter\s+⟦x(\d+)⟧(?:,|\s+(?!and\b|to\b|but\b|or\b)[a-z]+)?\s*$", re.I
)
_QUARTER_BEHIND = re.compile(r"(?:[^⟦(]|\([^)]*\))*?\bquarter\s+⟦x(\d+)⟧")


def main_values(row: Statement, kind: str = "") -> list[Quantity]:
    """The values that a sentence compares: its per cents, else its counts that are no bases, else
    its lengths of time; with a bare number beside a length of time."""
    bases = {item.phrase.base for item in row.quantities}
    exact = [
        item
        for item in row.quantities
        if item.phrase.role in (TOTAL, MEAN)
        and item.phrase.mark not in bases
        and not (is_rate(item) or item.phrase.is_bare)
    ]
    shares = [item for item in exact if item.phrase.number.kind == PERCENT and kind != COUNT]
    spans = [item for item in exact if item.phrase.number.kind == SPAN]
    spans = [item for item in spans if not _LIMIT.search(item.phrase.label)]
    spans = [item for item in spans if not _APART.match(item.phrase.clause)]
    spans = [item for item in spans if unit_of(item) == unit_of(spans[0])]
    counts = [item for item in exact if item.phrase.number.kind == COUNT]
    if spans:
        return sorted((*spans, *(item for item in counts if not item.phrase.head)), key=start_of)
    sums = [item for item in exact if item.phrase.number.kind == MONEY]
    return shares or counts or ([] if BUDGET.search(row.sentence.text) else sums)


def values_of(row: Statement, kind=""):
    """The values of a sentence, without those that explain an amount of change behind it."""
    values, text = main_values(row, kind), row.sentence.text
    amounts = [item.phrase.end for item in row.quantities if item.phrase.role == CHANGE]
    reason = _REASON.search(text, min(amounts)) if amounts else None
    return [item for item in values if not reason or item.phrase.start < reason.start()]


def pair_of(row: Statement):
    """(what was, what is) where a sentence has two values and says which came first."""
    values = values_of(row)
    if len(values) > 2:
        return _ends(values)
    if len(values) != 2:
        return None
    first, second = values
    text = row.sentence.text
    between = text[first.phrase.end : second.phrase.start]
    if re.search(r"\bfrom\s+(?:[a-z]+\s+){0,2}$", text[: first.phrase.start]):
        return first, second
    # “87% of complaints (81% in 2014)”.
    in_brackets = between.endswith("(") and re.match(r"\s+in\s+⟦d\d+⟧\)", text[second.phrase.end :])
    if in_brackets and not _day_of(first):
        return second, first
    # “Compared with 210 last year the 218 are up”, “a year after the 19, 38 were done”.
    if _OPENING.search(text[: first.phrase.start]):
        return first, second
    # “70 waited last year, up from 52”.
    if _UP_FROM.search(between):
        return second, first
    times = [_time_of(item, values) for item in values]
    set_against = _SET_AGAINST.fullmatch(between)
    # “Last year 66% were in time, against 60% in 2021.”
    if _SET_AGAINST.search(between[-20:]) and _day_of(second) and not _day_of(first):
        return second, first
    # “It had been 92%, against 94% now”: what is called of then or of now is.
    if times[0] != times[1] and not (set_against and 1 not in times):
        return (first, second) if times[0] < times[1] else (second, first)
    if set_against:
        return second, first
    if _BY_THEN.search(between) or (NOW.search(between[-12:]) and _day_of(first)):
        return first, second
    dates = _day_of(first), _day_of(second)
    if all(dates) and dates[0] != dates[1] and not may_be_of_two_years(*dates):
        return (first, second) if is_earlier(*dates) else (second, first)
    if _OLD.search(between) or _WAS.search(between) or THEN.search(text[second.phrase.end :][:40]):
        return second, first
    return None


def _ends(values):
    """The first and the last of values that each have a day and go one way, or None."""
    days = [_day_of(item) for item in values]
    heads = {item.phrase.head for item in values} - {""}
    if not all(days) or len(set(days)) < len(days) or len(heads) > 1:
        return None
    row = [item for _day, item in sorted(zip(days, values, strict=True), key=lambda pair: pair[0])]
    ways = {later.value > earlier.value for earlier, later in pairwise(row)}
    return (row[0], row[-1]) if len(ways) == 1 else None


def _time_of(item: Quantity, values):
    """-1 for what the words around a value call of then, 1 for now, else nought."""
    text = item.sentence.text
    ends = [other.phrase.end for other in values if other.phrase.end <= item.phrase.start]
    starts = [other.phrase.start for other in values if other.phrase.start >= item.phrase.end]
    lead = re.split(r"[,;:]|\band\b", text[max(ends, default=0) : item.phrase.start])[-1]
    around = lead + re.split(r"[,;:]", text[item.phrase.end : min(starts, default=len(text))])[0]
    # “63% is up on the year before”: what it is compared with is of then.
    around = COMPARED_WITH.sub(" ", around)
    then, now = _CALLED_THEN.search(around), CALLED_NOW.search(around)
    return 0 if bool(then) == bool(now) else -1 if then else 1


def _day_of(item: Quantity):
    """(year, month, quarter) of the date right behind a value, before the next value; each nought
    where it is not said, and None where no date is."""
    text = item.sentence.text[item.phrase.end :][:80]
    if ahead := _QUARTER_AHEAD.search(item.sentence.text[: item.phrase.start]):
        return 0, 0, item.sentence.thing(ahead[1]).words
    if match := _QUARTER_BEHIND.match(text):
        return 0, 0, item.sentence.thing(match[1]).words
    # “Between 2014 (31) and 2015 (64)”.
    named = re.search(r"⟦d(\d+)⟧\s\($", item.sentence.text[: item.phrase.start])
    if named and _BETWEEN.search(item.sentence.text):
        day = item.sentence.thing(named[1])
        return (day.year, day.month, str(day.day)) if day.year or day.month else None
    lead = re.search(r"⟦d(\d+)⟧[^⟦]*(?:⟦[^d][^⟦]*)?$", item.sentence.text[: item.phrase.start])
    # “In 2014 there were 46, and in 2015 31”: each date stands before what it is of.
    own = _DATE_LEADS.search(item.sentence.text[: item.phrase.start])
    if _DATE_OPENS.match(item.sentence.text) and own:
        match = own
    else:
        match = _DATE_BEHIND.match(text) or (lead if ";" in item.sentence.text else None)
    day = item.sentence.thing(match[1]) if match else None
    return (day.year, day.month, str(day.day)) if day and (day.year or day.month) else None


def is_rate(item: Quantity):
    """Whether a number is what a rate is of: `58 per 10,000`."""
    return item.sentence.text[: item.phrase.start].endswith("per ")


def unit_of(item: Quantity):
    return item.phrase.clause.partition(" ")[0].rstrip("s")


def start_of(item: Quantity):
    return item.phrase.start


def is_of_another(match, pair):
    """Whether a word compares things that the two numbers do not count, or is of a number in
    brackets, or one of the two is but a level."""
    noun = _MORE_OF.match(match.string, match.start())
    ahead = match.string[: match.start()]
    aside = _IN_BRACKETS.search(ahead)
    # “The increase this quarter (12%) and last quarter (19%)”: of each there was an increase.
    behind = [item.sentence.text[match.end() : item.phrase.start] for item in pair]
    each = _A_CHANGE.search(ahead) and all(text.endswith("(") for text in behind)
    if each or (aside and whole(aside[1]) not in {item.phrase.mark for item in pair}):
        return True
    levels = (_LEVEL.search(item.sentence.text[: item.phrase.start][-40:]) for item in pair)
    other = noun and not stems(noun[1]) & {item.phrase.head for item in pair}
    third = _THAN_BOTH.match(match.string, match.end()) or _OF_A_THIRD.search(ahead)
    third = third or NEXT_SUBJECT.search(match.string[: match.end()])
    return bool(other or third or any(levels))


def are_of_one_kind(old: Quantity, new: Quantity) -> bool:
    """True if two values are of one kind, as 24 is after 19 days."""
    kinds = {old.phrase.number.kind, new.phrase.number.kind}
    bare, span = (old, new) if old.phrase.number.kind == COUNT else (new, old)
    alone = not bare.phrase.head and not span.sentence.marks("cpm")
    return len(kinds) == 1 or (kinds == {COUNT, SPAN} and alone)


def is_same(row: Statement, earlier: Sequence[Statement]) -> bool:
    """True if a sentence names what the one before it counts, or the subject of its values."""
    values = [item for other in earlier for item in other.quantities]
    heads = {item.phrase.head for item in values} - {""}
    subject = _SUBJECT.search(row.sentence.text)
    named = stems(subject["noun"]) if subject else frozenset()
    about = stems(" ".join(item.phrase.label for item in values))
    return bool(heads & stems(row.sentence.text) or named & about)


def new_days(row: Statement, earlier: Sequence[Statement]) -> set[str]:
    """The dates of a sentence that no earlier one names: it compares with another number."""
    known = {day.words for other in earlier for day in other.sentence.marks("d")}
    return {day.words for day in row.sentence.marks("d")} - known
