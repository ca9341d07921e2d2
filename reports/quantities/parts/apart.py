"""Numbers that stand beside a whole and are no parts of it: what they say that tells them apart."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.model import Quantity
from reports.quantities.nouns import noun_of
from reports.quantities.roles import REST

# What a number is told by that is not of what was counted before: “and complaints numbered 44”.
_OWN_SUBJECT = re.compile(
    r"^(?:and|but|while|whilst|with)?\s*(?P<noun>(?:[a-z’-]+\s+){1,6}?)"
    r"(?:numbered|totalled|reached|(?:came|amounted|ran)\s+to|stood\s+at|were|was)$",
    re.I,
)
# A value that another is compared with is no part of it.
_COMPARED = re.compile(
    r"\b(?:instead\s+of|in\s+(?:place|lieu)\s+of|than|against|compar(?:ed|es|ing|able)\s+(?:with|to)|"
    r"up\s+from|down\s+from|not)$",
    re.I,
)
_OF_OTHER_TIME = re.compile(
    r"^(?:(?:in|at|for|as)\s+)?(?:(?:the|a|one)\s+(?:year|quarter|month|half-year)\s+(?:before|ago|earlier)"
    r"|(?:the\s+)?(?:last|previous)\s+(?:year|quarter|month)|as\s+(?:planned|expected|forecast))\b",
    re.I,
)
# “Of these, 187 are …, 96 are … and 41 are …”, and no count of some of one of them.
_OF_THESE = re.compile(
    r"^\W*of\s+(?:these|those|them|the\s+⟦[cm]\d+⟧|this|that(?:\s+(?:sum|amount))?)\b(?P<rest>.*)$",
    re.I | re.S,
)
_NESTED = re.compile(
    r"\bof\s+(?:these|those|them|whom|which)\b|\binclud\w+|\bsome\s+of\b|\bmore\s+than\s+one\b|\b(?:both|also|overlap\w*|either)\b",
    re.I,
)
# “148 were made. Schools accounted for 61, …”; “388 pupils, of whom 201 …”.
_MAKE_UP = re.compile(
    r"\b(?:accounted\s+for|made\s+up|came\s+from|went\s+to|contributed|were\s+from)\b(?P<rest>.*)$",
    re.I | re.S,
)
_OF_WHOM = re.compile(
    r"\b(?:of\s+wh(?:om|ich)|compris\w+|consist\w*\s+of|made\s+up\s+of|namely)\W*(?P<rest>)$", re.I
)
# “Which used the grant in full”.
_SPENT_ALL = re.compile(
    r"\b(?:in\s+full|(?:was|is|has\s+been)\s+(?:fully|entirely|wholly)\s+(?:spent|used|committed|allocated)|the\s+(?:whole|entire)|"
    r"all\s+of\s+(?:it|this|the))\b",
    re.I,
)
# “Only one of the seven is ours. Charities run two and companies four.”
_ONE_OF_IT = re.compile(r"\bone\s+of\s+(?:the|our|these|its)$", re.I)
# “Five of the eight are known, four resulting in a bar”: four of the five.
_RESULTING = re.compile(
    r"(?:resulting|leading|ending|involving|requiring|relating|concerning|causing|bringing|giving)\b",
    re.I,
)
_BEHIND_COMMA = re.compile(r",\s+(?:(?:with|of\s+wh(?:om|ich))\s+)?$", re.I)
# “Six said why, and four of these named travel”: of the six.
_SEMICOLON = re.compile(r";|\.\s|—|–")
_OF_PART = re.compile(r"of\s+(?:these|those|wh(?:om|ich))\b", re.I)
# “The guideline is eight” counts nothing, nor does the ten of “nine days in ten”.
_NO_COUNT = re.compile(
    r"\b(?:guideline|limit|standard|aim|target|maximum|minimum|rule|norm|ceiling)\s+(?:is|was|of)\s+$"
    r"|⟦[cx]\d+⟧\s+(?!(?:and|or|but)\b)(?:[a-z]+\s+)?(?:in|out\s+of)\s+(?:every\s+)?$",
    re.I,
)
# “Nine did, where only two had before”: “a change from the spring, when only two did”; and those
# of an event, “on one night, in which four took part”.
_AT_OTHER_TIME = re.compile(
    r"\b(?:when|it\s+(?:was|had\s+been)|true\s+of|(?:in|at|on|by|to|during|through)\s+which)"
    r"(?:\s+[a-z]+)?$",
    re.I,
)
# “And in the autumn only three had.”
_AS_BEFORE = re.compile(
    r"\s+(?:(?:did|had)(?:\s+(?:so|in|by|at|on|before|then|last)\b[^⟦,;:.]*)?|(?:was|were)"
    r"(?:\s+(?:so\s+)?(?:in|at)\s+the\s+(?:last|previous)\s+[a-z]+)?)\s*(?=[,;:.)]|$)",
    re.I,
)
# “Four of the five teams have none; the West team has three”: three of something else.
_OBJECT = re.compile(
    r"^(?:and\s+|but\s+)?(?:the|our|its|their|all|both|each|one|(?-i:[A-Z])[\w’-]+)\s+"
    r"(?:[\w’-]+\s+){0,4}?(?:has|have|had|holds?|held|owes?|owed|needs?|needed|made|makes?|gave|"
    r"sent|lost|won|took|kept|keeps?|runs?|ran|wrote|used|uses?|saw|found|missed|asked\s+for)"
    r"(?:\s+[a-z]+)?$",
    re.I,
)
# “Seven were known, of whom four …”: four of the seven.
_AMONG_PART = re.compile(r"\bof\s+wh(?:om|ich)(?:\s+[a-z]+)?$", re.I)
_FEWEST = 2
_OF_THIS_TIME = re.compile(r"\bthis\s+(?:year|quarter|month|half-year)\b", re.I)


def subject_of(part: Quantity):
    """The stem of what the words before a number say that it counts, if they do."""
    match = _OWN_SUBJECT.match(part.phrase.label)
    return {*noun_of(match["noun"])[-1:]} if match and part.phrase.role != REST else set()


def are_apart(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True if one number of a division is compared with the others, is of one of them, or counts
    nothing."""
    counts_all = not any(_NO_COUNT.search(x.sentence.text[: x.phrase.start]) for x in parts)
    is_apart = _are_compared((whole, *parts)) or _are_nested(parts) or _is_had(parts)
    return is_apart or not counts_all


def _is_had(parts: Sequence[Quantity]) -> bool:
    """True if the first of some numbers counts those that do something, and one behind a semicolon
    what others have."""
    had = [bool(_OBJECT.match(x.phrase.label) and _SEMICOLON.search(_ahead(x))) for x in parts]
    return any(had) and not _OBJECT.match(parts[0].phrase.label)


def _ahead(part: Quantity) -> str:
    """The words between a number and the one before it in its sentence."""
    return part.sentence.text[: part.phrase.start].rpartition("⟧")[2]


def _are_compared(items: Sequence[Quantity]) -> bool:
    """Whether one of some numbers stands to be compared with the others, as that of another year
    does where they are not told year by year."""
    by_time = any(_OF_THIS_TIME.search(item.phrase.clause) for item in items)
    return any(
        _COMPARED.search(item.phrase.label)
        or _AT_OTHER_TIME.search(item.phrase.label)
        or (item is not items[0] and _AS_BEFORE.match(item.sentence.text, item.phrase.end))
        or (not by_time and _OF_OTHER_TIME.match(item.phrase.clause))
        for item in items
    )


def _are_nested(items: Sequence[Quantity]) -> bool:
    """True if one of some numbers is, by its words or behind a comma and without a verb of its own,
    of the number before it in its sentence."""
    return any(
        last.order == first.order
        and last.value <= first.value
        and (
            _OF_PART.match(last.phrase.clause)
            or _AMONG_PART.search(last.phrase.label)
            or (
                _RESULTING.match(last.phrase.clause)
                and _BEHIND_COMMA.search(last.sentence.text[: last.phrase.start])
            )
        )
        for first, last in pairwise(items)
    )


def is_surely_all(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True if a sentence opens with `of these` and goes on to parts of what was counted right
    before, or by its words uses a sum in full: then no slip need part them from it."""
    rows = {part.order: part.sentence.text for part in parts}
    if len(rows) != 1 or len(parts) < _FEWEST:
        return False
    [(order, text)] = rows.items()
    if whole.phrase.is_sum:
        return order - whole.order in (0, 1) and bool(_SPENT_ALL.search(text))
    ahead = text[: min(part.phrase.start for part in parts)]
    opened = _OF_THESE.match(text) or (len(parts) > _FEWEST and _MAKE_UP.search(text))
    opened = opened or (order == whole.order and _OF_WHOM.search(ahead))
    own = {"", whole.phrase.head}
    alike = all(part.phrase.head in own or not _is_person(part) for part in parts)
    return bool(
        opened and order - whole.order in (0, 1) and alike and not _NESTED.search(opened["rest"])
    )


def _is_person(part: Quantity) -> bool:
    """True if a part counts people by a name of their own, who may be others than those before."""
    return bool(PEOPLE.search(part.phrase.clause.partition(" with ")[0]))


def is_one_of(whole: Quantity) -> bool:
    """True if the words before a whole are of one part of it, which is then no number."""
    return bool(_ONE_OF_IT.search(whole.phrase.label))
