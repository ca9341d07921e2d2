"""Claims of all or none of some things, against what follows of a few of them."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.constraints.claims.echoes import MEND, NEGATED, pairs
from reports.prose.asides import EARLIER_TIMES
from reports.prose.marks import MARK
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.opposites import is_other_state
from reports.prose.quantities.phrases import stem
from reports.quantities.model import Denial, Statement, Sure

_BE = r"(?:were|was|are|is|had|has|have|did|do|does|could|will)"
# “All had applied, while five had not.”
_REST = re.compile(
    rf"\b(?P<all>all|each|every\s+one|both)\b(?!\s+but\b)[^⟦.;:]{{3,80}}?,?\s+"
    rf"(?:while|whilst|whereas|but|and)\s+(?:the\s+other\s+)?⟦c\d+⟧(?:\s+of\s+(?:them|these))?\s+{_BE}\s+not(?=\W*$|[,.;])",
    re.I,
)
# “In four teams, nine in one, two in another and two in the third”.
_OF_COUNTED = re.compile(r"⟦c\d+⟧[^⟦,;.]{0,30}$")
_PLACES = re.compile(
    r"⟦c(?P<count>\d+)⟧\s+(?P<noun>(?:[a-z’-]+\s+){0,2}?[a-z]+s)(?:,|:|\s\()\s+"
    r"(?P<parts>⟦c\d+⟧\s+(?P<lead>in|at|from|for|by|with|to)\s+[^⟦;:.()]+?"
    r"(?:(?:,\s+(?:and\s+)?|\s+and\s+)⟦c\d+⟧\s+(?P=lead)\s+[^⟦;:.()]+?)+)(?=[.;:)]|$|,\s+(?!and\b|⟦))",
    re.I,
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|from|across|by|to|between|over|among)\s+(?:the\s+|all\s+|only\s+)?$", re.I
)
_ONE_MORE = re.compile(r"\b(?:one|another|other|rest|none|remaining|last)\b", re.I)
_MOST_PLACES = 10
# “One referral in five was a repeat: 163 in all.”
_ONE_IN = re.compile(
    r"\bone\s+(?P<noun>[a-z]+)\s+in\s+(?:every\s+)?⟦c(?P<base>\d+)⟧(?!\s+(?:and|to|or)\s+⟦)", re.I
)
_FAR = Fraction(5, 2)
_NEARLY = re.compile(
    r"\b(?:about|nearly|almost|over|more|less|under|fewer|around|than|just)\W*$", re.I
)
# What is claimed of all, and words that deny it of some.
_OPEN = (
    r"outstanding|overdue|incomplete|unfinished|still\s+open|"
    r"(?:will|to)\s+be\s+(?:complete[d]?|finished)"
)
_OPPOSITES = {
    "accepted": "rejected|refused|declined|turned\\s+down",
    "approved": "rejected|refused|declined|deferred",
    "agreed": "rejected|refused|declined",
    "complete": _OPEN,
    "completed": _OPEN,
    "met": "missed",
    "filled": "vacant|empty",
    "closed": "still\\s+open",
}
_ALL_DONE = re.compile(
    rf"^\W*(?:all|both|every\s+one\s+of|each\s+of)\b(?:[^⟦.;:,]|⟦c\d+⟧){{0,60}}?\b(?:{_BE}|been)\s+(?:now\s+|also\s+)?"
    r"(?P<done>[a-z]+)\W*$",
    re.I,
)
_SOME = r"(?:⟦c\d+⟧|\bone\b)[^.;,]{0,40}?\b"
_GRADES = r"good|outstanding|requir\w+\s+improvement|inadequate|adequate"
_ALL_GRADED = re.compile(
    rf"^\W*(?:both|all|every|each)\b[^.;:,]{{0,80}}?\b(?:{_BE}|been)\s+(?:[a-z]+\s+){{0,2}}?(?P<grade>{_GRADES})\W*$",
    re.I,
)
_GRADE = re.compile(rf"\b(?P<grade>{_GRADES})\b", re.I)
_THEN = re.compile(
    rf"\b(?:{EARLIER_TIMES}|before|last|former\w*|had\s+been|until|from|rather|than|now|"
    r"since|if|or|who|whose|for)\b",
    re.I,
)
_IS = rf"{_BE}\s+(?:(?:been|judged|rated|graded|found|now|still)\s+){{0,2}}"
_OF = re.compile(r"\W*of\b", re.I)
_NONE_IS = re.compile(
    r"^\W*(?:(?:none|neither)(?:\s+of\s+(?:[^⟦.;:,]|⟦c\d+⟧){3,60}?)?|no(?:\s+(?:such\s+)?(?P<noun>[a-z]+?)s?)?)"
    rf"\s+{_IS}(?P<state>[a-z]{{4,}})\W*$",
    re.I,
)
_NONE_OF = re.compile(r"^\W*(?:none|not\s+one)\s+of\s+(?:the|our|these)\s+⟦c(?P<whole>\d+)⟧", re.I)


def unlike_rest(row: Statement) -> Iterator[Denial]:
    """`All had applied, while five had not`."""
    match = _REST.search(row.sentence.text)
    # “287 had had every one of their reviews and 15 had not” claims it of 287.
    if match and not _OF_COUNTED.search(row.sentence.text[: match.start()]):
        says = f"The report claims “{match['all']}”, and then names some that are not."
        yield Denial(row.line, row.sentence.start, says, MEND)


def counted_places(row: Statement) -> Iterator[Denial]:
    """`In four teams, nine in the north, two in the south and two in the west`."""
    text = row.sentence.text
    for match in _PLACES.finditer(text):
        number, parts = row.sentence.thing(match["count"]), row.sentence.marks("c", match["parts"])
        places = len(re.findall(r"⟦c", match["parts"]))
        # What they come to is told before them: they are all that there are.
        before = {item.value for item in row.sentence.marks("c", text[: match.start()])}
        is_all = sum(item.value for item in parts) in before or places > 2
        if _ONE_MORE.search(text[text.rindex("⟧", 0, match.end()) :]):
            continue
        is_few = 1 < number.value <= _MOST_PLACES and _IN_PLACE.search(text[: match.start()])
        if is_few and is_all and number.value != places:
            says = f"The report has {number.words} {match['noun']}, and {places} are named."
            yield Denial(row.line, number, says, "Put the number right, or name them all.")


def one_in(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`One referral in four was a repeat, 163 in all`, of the referrals counted before."""
    match = _ONE_IN.search(row.sentence.text)
    if not match or _NEARLY.search(row.sentence.text[: match.start()]):
        return
    base, noun = row.sentence.thing(match["base"]), stem(match["noun"].casefold())
    counts = [item for item in row.counts if item.phrase.number is not base]
    wholes = [item for other in earlier for item in other.counts if item.phrase.head == noun]
    if len(counts) != 1 or not wholes or not counts[0].value or row.sentence.marks("p"):
        return
    count, whole = counts[0], wholes[0]
    ways = {item.value for item in wholes if item.value > count.value}
    gaps = [abs(value / count.value - base.value) for value in ways]
    # What is far off is of others.
    if gaps and Fraction(1, 2) < min(gaps) <= _FAR:
        says = f"{count.phrase.number.words} of {whole.phrase.number.words} is one in "
        true = number_text(whole.value / count.value, 1)
        says += f"{true}, but the report gives one in {base.words}."
        yield Denial(row.line, base, says, MEND, Sure.GUESSED)


def unlike_whole(other: Statement, row: Statement) -> Iterator[Denial]:
    """`All 12 were accepted. Eleven were accepted in full and one was rejected.`"""
    match = _ALL_DONE.match(other.sentence.text)
    # “Of the older plans two are still open.”
    if not match or re.match(r"\W*of\s+(?:the|this|our)\s+[a-z]", row.sentence.text, re.I):
        return
    done = match["done"].casefold()
    denied = (
        rf"{_SOME}(?:{_OPPOSITES.get(done, '(?!)')}|(?:not\s+(?:yet\s+)?(?:been\s+)?|un){done})\b"
    )
    if re.search(denied, row.sentence.text, re.I) and not _THEN.search(row.sentence.text):
        says = f"The report claims that all are “{done}”, and names one that is not."
        yield Denial(other.line, other.sentence.start, says, MEND)


def graded_apart(other: Statement, row: Statement) -> Iterator[Denial]:
    """`Both homes were judged good. One was judged good and the other required improvement`."""
    for claim, evidence in ((other, row), (row, other)):
        match = _ALL_GRADED.match(MARK.sub("", claim.sentence.text))
        if not match or _THEN.search(evidence.sentence.text) or _THEN.search(match.group()):
            continue
        grades = {_plain(matches["grade"]) for matches in _GRADE.finditer(evidence.sentence.text)}
        if len(grades) > 1 and _plain(match["grade"]) in grades:
            says = f"The report claims that all are “{match['grade']}”, and names one that is not."
            yield Denial(claim.line, claim.sentence.start, says, MEND)


def _plain(grade):
    return grade.casefold().partition(" ")[0][:6]


def negated_apart(other: Statement, row: Statement) -> Iterator[Denial]:
    """`Of the 96, 96 have a plan. Ten of the 96 are without one.`"""
    wholes = {base.value: base for count, base in pairs(other) if count.value == base.value}
    counted = [
        (item, whole)
        for item, whole in pairs(row)
        if whole.value in wholes and NEGATED.search(row.sentence.text[item.phrase.end :])
    ]
    for item, whole in (*counted, *_left(row, wholes)):
        if item.value:
            says = (
                f"The report has {whole.words} of {whole.words} in the sentence before, and "
                f"{item.phrase.number.words} without."
            )
            yield Denial.of(item, says, MEND)
            return


_FEW_WORDS = 3


def _left(row: Statement, wholes):
    """`Two are outstanding`: a count that opens a sentence, of the whole before it."""
    item = row.counts[0] if len(row.quantities) == len(row.counts) == len(wholes) == 1 else None
    opens = item and not row.sentence.text[: item.phrase.start].strip() and not item.phrase.head
    # “Are vacant in the new team” tells of others.
    brief = opens and len(item.phrase.clause.split()) <= _FEW_WORDS
    is_left = brief and is_other_state(item.phrase.clause)
    return [(item, *wholes.values())] if is_left and item.value <= max(wholes) else []


def none_before(other: Statement, row: Statement) -> Iterator[Denial]:
    """`None of the 36 was contested. 31 went through without a contest.`"""
    match = _NONE_OF.match(other.sentence.text) if len(row.counts) == 1 else None
    item, whole = row.counts[0] if match else None, match and other.sentence.thing(match["whole"])
    if not match or not NEGATED.search(row.sentence.text[item.phrase.end :]):
        return
    heads = {count.phrase.head for count in other.counts}
    if item.phrase.head in heads and item.value != whole.value:
        says = (
            f"The report has none of {whole.words} in the sentence before, and "
            f"{item.phrase.number.words} here."
        )
        yield Denial.of(item, says, MEND)


def none_of_some(other: Statement, row: Statement) -> Iterator[Denial]:
    """`Two are good and one is inadequate. No home was judged inadequate.`"""
    for claim, evidence in ((row, other), (other, row)):
        match = _NONE_IS.match(claim.sentence.text)
        if not match or _THEN.search(evidence.sentence.text) or _OF.match(evidence.sentence.text):
            continue
        state, noun = re.escape(match["state"]), re.escape(match["noun"] or "")
        some = rf"(?:⟦c\d+⟧|\bone)\s+(?:{noun}s?\s+)?(?:{_IS})?{state}\b"
        if re.search(some, evidence.sentence.text, re.I):
            says = f"The report claims that none is “{match['state']}”, and names one that is."
            yield Denial(claim.line, claim.sentence.start, says, MEND)
            return
