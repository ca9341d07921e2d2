"""The two values of one thing that a sentence and those before it tell, the earlier first."""

import re
from functools import lru_cache

from reports.equations.steps.values import (
    BAND_WORD,
    CALLED_NOW,
    COMPARED_WITH,
    NOW,
    are_of_one_kind,
    pair_of,
    values_of,
)
from reports.prose.content import content
from reports.prose.marks import MARK
from reports.prose.named_times import NOT_THEN, THEN
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern, keep
from reports.prose.quantities.arithmetic import Change, wrong_times
from reports.prose.quantities.betterment import CALLED_BETTER
from reports.prose.quantities.claims import FRACTION
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import before
from reports.quantities.roles import MEAN, TOTAL

_UP = (
    r"increas\w+|rose|risen|(?<!gave )(?<!give )(?<!gives )(?<!given )(?<!giving )"
    r"rise(?!\s+to\s+(?:more|fewer|less|an?|the)\b)|rising|grew|grown|growth|higher|"
    r"(?<!there were )more(?!\s+[a-z]+ly\b)|"
    r"(?<=there were )more(?!\s+(?:[a-z]+ly|of\s+them)\b)|longer|"
    r"(?<!pulled )(?<!pushed )(?<!dragged )(?<!made )(?<!taken )(?<!catch )"
    r"(?<!caught )(?<!follow )"
    r"(?<!days are )(?<!months are )(?<!years are )(?<!time is )up|climbed|swelled|"
    r"slower|dearer|costlier|heavier|(?<=\ba )gain(?=\s+(?:on|over)\b)|"
    r"lengthened|expanded|widened|widening|twice(?=\s+(?:as|the|that|what|its|their)\b)"
)
_DOWN = (
    r"decreas\w+|loss|fell(?!\s+(?:outside|within|short|under|into))|fallen|fall(?!\s+(?:outside|within|short|under|into))|"
    rf"falling{NOT_THEN}|"
    r"drop(?!-)|(?<!was )(?<!were )(?<!been )dropped|"
    r"dwindled|lessened|reduc\w+|(?<!were )(?<!was )(?<!been )declin\w+|"
    r"lower|(?<!there were )fewer|(?<=there were )fewer(?!\s+of\s+them\b)|"
    r"less|shorter|(?<!put )(?<!us )(?<!them )(?<!it )down(?!\s+the\b)|"
    r"lighter|(?<=\ba )(?:dip|slip|slide)(?=\s+(?:on|from)\b)|"
    r"quicker|faster|shrank|shrunk|narrowed|narrowing|eased|easing|cheaper|shortened|half\s+as\s+many(?!\s+again)"
)
_GOOD, _BAD = (
    r"(?<!areas for )(?<!area for )improv\w+|better|favourable|strengthened|brighter|brightened",
    r"worse\w*|deteriorat\w+|unfavourable|poorer|weakened|eroded|slipped|slid",
)
# “Stepped down”, “broke down before an order”, “fell due”: no way that a number went.
_OTHER_VERBS = re.compile(
    r"\b(?:step(?:s|ped|ping)?|br(?:eak|oke|oken|eaks|eaking)|turn(?:s|ed)?|stand(?:s|ing)?|stood|clos(?:e|ed|ing)"
    r"|track(?:s|ed)?|wr[io]t(?:e|ten)|calm(?:s|ed)?|la(?:y|id)|shut|set)\s+down\b"
    r"|\bf(?:a|e)ll(?:s|en|ing)?\s+(?:due|ill|apart|through|asleep|silent|vacant)\b",
    re.I,
)
# “The increase has been possible because 17 beds are empty” is of a change named before.
_NAMED_CHANGE = re.compile(
    r"^\W*(?:the|this|that|such\s+an?)\s+(?:[a-z-]+\s+){0,2}?(?:increase|rise|growth|improvement|decrease|fall|drop|"
    r"reduction|decline|deterioration)\s+(?=(?:has|had|is|was|can|could|may|might|reflects?|follow(?:s|ed)|came|"
    r"comes|arose|owes|results?)\b(?!\s+(?:been\s+)?(?:(?:by|of|from|only|just|about|some)\s+)*⟦))",
    re.I,
)
DIRECTED = SentencePattern(
    rf"(?<!-)\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
# “In 2017/18 the corresponding figure was 69%.”
_CORRESPONDING = re.compile(
    r"\b(?:corresponding|equivalent|comparable)\b"
    r"|^\W*in\s+⟦d\d+⟧,?\s+(?:it|(?:the|that)\s+(?:share|figure|number|rate|proportion|percentage|total))\s+"
    r"(?:was|had\s+been|stood\s+at)\b",
    re.I,
)
_OWN_CHANGE = re.compile(r"[,(–]\s*(?:up|down|an?\s+(?:in|de)crease\s+of)\s+⟦", re.I)
_NUMBER_OF = re.compile(r"\bnumber\s+of\s+((?:[a-z’-]+\s+){0,2}[a-z’-]+)", re.I)
_PLAIN = content("number share rate total figure proportion currently latest stands stood year")


# “£1.37m of the £2.00m, more than two thirds”.
THAN_FRACTION = re.compile(rf"\b(?:more|less|fewer)\s+than\s+(?:an?\s+)?(?={FRACTION})", re.I)


@lru_cache(1 << 12)
def without_other_ways(text: str) -> str:
    """A sentence without the words that only look like a direction."""
    for pattern in (THAN_FRACTION, CALLED_BETTER, _OTHER_VERBS, BAND_WORD, _NAMED_CHANGE):
        text = pattern.sub(" ", text)
    keep(text)
    return text


def told_before(rows, place):
    """(what was, what is) in the sentence before, or in the two before."""
    for earlier in before(rows, place, 1):
        return pair_of(earlier) or pair_before(rows, place - 1, earlier)
    return None


def from_first(rows, place, pair):
    """The pair, or its last value with the one of the sentence before where the pair denies the
    times that are said: `It was 24. It went to 19 and by May was 12, so that it halved`."""
    text = rows[place].sentence.text
    for earlier in before(rows, place, 1):
        old = _single(earlier, "")
        own = all(item.order == rows[place].order for item in pair)
        if own and old and are_of_one_kind(old, pair[1]):
            first, last = (item.phrase.number for item in pair)
            return (old, pair[1]) if wrong_times(Change(first, last, 0, ""), text) else pair
    return pair


def pair_before(rows, place, row: Statement):
    """(what was, what is) where a sentence and that before it each give one value of one thing."""
    for kind in (COUNT, ""):
        for earlier in before(rows, place, 1):
            old, new = _single(earlier, kind), _single(row, kind)
            if not (old and new) or not are_of_one_kind(old, new):
                continue
            days = [item.sentence.marks("d") for item in (old, new)]
            texts = (COMPARED_WITH.sub(" ", item.sentence.text) for item in (old, new))
            then = [bool(THEN.search(text)) for text in texts]
            then[1] |= bool(days[1] and _CORRESPONDING.search(new.sentence.text))
            named = _NUMBER_OF.search(row.sentence.text)
            if named and not stems(named[1]) & stems(earlier.sentence.text):
                continue
            # “The north drives it: 311” names another thing than the sentence before.
            labelled = new.sentence.text[: new.phrase.start].rstrip().endswith(":")
            if labelled and content(_ahead(new)) - content(old.sentence.text) - _PLAIN:
                continue
            alike = not (old.phrase.head and new.phrase.head) or old.phrase.head == new.phrase.head
            # “An average of 16 each” is no number of the workers whom the next sentence counts.
            roles = old.phrase.role, new.phrase.role
            alike = alike and (roles != (MEAN, TOTAL) or not new.phrase.head)
            dated = [len(item) for item in days] == [1, 1] and all(row[0].first for row in days)
            if alike and dated:
                first, second = days[0][0].first, days[1][0].first
                return None if first == second else (old, new) if first < second else (new, old)
            is_now = NOW.search(_lead(new)) or CALLED_NOW.search(new.sentence.text)
            if (then[0] or days[0]) and is_now and not then[1]:
                return old, new
            # “23,640, up 1,500”: it names its own change.
            if alike and then == [False, True] and not _OWN_CHANGE.search(row.sentence.text):
                return new, old
    return None


def are_alike(pair):
    """True if two values count no two things by their nouns."""
    return len({item.phrase.head for item in pair} - {""}) < 2


def _single(row: Statement, kind):
    values = values_of(row, kind)
    return values[0] if len(values) == 1 else None


def _lead(item: Quantity):
    return item.sentence.text[: item.phrase.start][-20:]


def _ahead(item: Quantity):
    """The words of a sentence before its number."""
    return DIRECTED.sub(" ", MARK.sub(" ", item.sentence.text[: item.phrase.start]))
