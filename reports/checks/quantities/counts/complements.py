"""All of a group, or all but so many, against what the same sentence or the next tells of it."""

import re
from collections.abc import Iterator

from reports.checks.quantities.model import Denial, Statement, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT

_TO = r"(?:(?!⟦[cpm])[^;:.]){0,90}?"
# “Of these all had applied while five had not”.
_WHILE = re.compile(
    r"\b(?P<word>all)\s+(?:of\s+them\s+)?(?:had|have|were|are|did|was|is)\b"
    rf"{_TO},?\s+(?:while|whilst|whereas|but|and)\s+⟦c(?P<count>\d+)⟧\s+(?:had|have|were|are|did|was|is)\s+not\b"
    r"(?=\s*(?:[.,;)]|$|done\b|so\b))",
    re.I,
)
# “Five without a reference, all eight of which”.
_OF_WHICH = re.compile(
    rf"⟦c(?P<whole>\d+)⟧{_TO},\s+(?:and\s+)?all\s+⟦c(?P<count>\d+)⟧\s+of\s+(?:which|whom|them|these)\b",
    re.I,
)
# “We have three forms, both of which are new”.
_BOTH = re.compile(
    r"⟦c(?P<whole>\d+)⟧(?:\s+(?!in\b|at\b|on\b|from\b|with\b|of\b)[a-z’-]+){0,2}\s+[a-z’-]+s,\s+"
    r"both\s+of\s+(?:which|whom)\b",
    re.I,
)
# “48 upheld, 73 not upheld. So all were upheld”.
_NOT_SO = re.compile(
    r"⟦c(?P<count>\d+)⟧\s+(?:were\s+|had\s+|felt\s+)?not\s+(?P<what>[a-z]{5,})|"
    r"\bnot\s+(?P<name>[a-z]{5,}):?\s+⟦c(?P<number>\d+)⟧",
    re.I,
)
_ALL_WERE = re.compile(
    r"(?:^|,\s+)\W*(?:so\s+|thus\s+|therefore\s+)?all(?:\s+(?:of\s+)?(?:them|those\s+who\s+(?:replied|answered)))?\s+"
    r"(?:were|are|felt|was|is)\s+(?P<what>[a-z]{5,})",
    re.I,
)
# “All of the 120 files were in order, for although 112 were so”.
_ARE_SO = re.compile(
    r"^\W*(?P<word>all|every\s+one|each)\s+(?:of\s+)?(?:the\s+|our\s+|these\s+)?⟦c(?P<whole>\d+)⟧"
    rf"{_TO},\s+(?:for\s+|since\s+|as\s+|because\s+)?(?:although\s+|though\s+|while\s+)?"
    r"⟦c(?P<count>\d+)⟧\s+(?:were|did|had|was)\s+so\b",
    re.I,
)
# “All but eight of the 120 were in order, that is 112”, “in every one of the 30 cases, that is 30”.
_THAT_IS = re.compile(
    r"\b(?:all\s+but\s+⟦c(?P<but>\d+)⟧|(?P<every>every\s+one|all|each))\s+(?:of\s+the\s+⟦c(?P<whole>\d+)⟧)?"
    rf"{_TO},\s+(?:that\s+is|or|namely)(?:\s+to\s+say)?,?\s+(?:in\s+|for\s+)?⟦c(?P<count>\d+)⟧",
    re.I,
)
_OPENS_OF = re.compile(r"^\W*(?:out\s+)?of\s+(?:the|our|these)\s+⟦c(?P<whole>\d+)⟧", re.I)
_ALL_BUT = re.compile(
    r"^\W*(?:that|this|which|it)\s+(?:is|was|means)\s+all\s+but\s+⟦c(?P<but>\d+)⟧", re.I
)
# “Only two of the three were made, so that nothing is now outstanding”.
_NOTHING_LEFT = re.compile(
    rf"\bonly\s+⟦c(?P<some>\d+)⟧\s+of\s+(?:the\s+|these\s+|our\s+)?⟦c(?P<whole>\d+)⟧{_TO},\s+so\s+that\s+"
    r"(?:nothing|none|no\s+[a-z]+)\s+(?:is|are|was|were|remains?|remained)\b[^;:.⟦]{0,20}"
    r"\b(?:outstanding|left|missing|remain\w*|to\s+be)",
    re.I,
)
# “Since all had been supplied, two of the eight remained defective”.
_STILL = re.compile(
    r"\bsince\b[^;:.]{0,140}?\b(?<!not )(?:all|in\s+every\s+(?:case|instance)|every\s+one)\b"
    r"[^;:.]{0,80}?,\s+"
    r"(?:the\s+number\s+(?:still|remaining|left|outstanding|unmended)\b[^,;:.⟦]{0,50}?\b(?:was|is)\s+⟦c(?P<number>\d+)⟧|"
    r"⟦c(?P<count>\d+)⟧\s+of\s+(?:the\s+)?(?:⟦c\d+⟧\s+)?[^,;:.⟦]{0,40}?\b(?:remain\w*|(?:were|are|is|was)\s+still)\b)",
    re.I,
)
# “One of the nine has worked alone since: all nine were moved”.
_SOME_THEN_ALL = re.compile(
    r"^\W*(?:one|⟦c(?P<some>\d+)⟧)\s+of\s+(?:the|our|these)\s+⟦c(?P<whole>\d+)⟧[^;:.⟦]{3,90}:\s+"
    r"all\s+⟦c(?P<again>\d+)⟧\s+(?:were|are|have|had)\b",
    re.I,
)
# “201 said yes and 13 no; somebody was unsure”.
_SOMEBODY = re.compile(r";\s+(?:but\s+)?(?P<word>somebody|someone|some)\s+(?:was|were)\b", re.I)
# “Of the 30, 30 had a name and 29 a plan. All had the former, and all but one the latter.”
_FORMER = re.compile(
    r"^\W*(?P<former>all(?:\s+but\s+⟦c\d+⟧)?|none|⟦c\d+⟧)\s+(?:had|have|met|were|did|passed|kept)\s+the\s+former,?\s+"
    r"(?:and|but|while)\s+(?P<latter>all(?:\s+but\s+⟦c\d+⟧)?|none|⟦c\d+⟧)\s+(?:(?:had|met|kept|passed)\s+)?the\s+latter\b",
    re.I,
)
_MEND = "Use the word that the numbers bear, or put the number right."


@constraint(
    "all-unlike-rest",
    "C15; source of error 5",
    follows=("claim-unlike-number", "parts-of-whole", "named-unlike-number"),
)
def complements(reading: Reading) -> Iterator[Denial]:
    """All of a group, and all but so many, is what the sentence goes on to bear out."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for find in (_while, _of_which, _so, _that_is, _left, _somebody_of):
            yield from find(rows, place, row)
        yield from _all_but(rows, place, row)
        yield from _former(rows, place, row)
        yield from _all_were(rows, place, row)


def _value(row: Statement, mark):
    """The value of a count as marked, None where it is none or has a bound."""
    number = row.sentence.thing(mark) if mark else None
    exact = number is not None and number.kind == COUNT and not number.bound
    return number.value if exact else None


def _denial(row: Statement, match, claim, truth):
    start, says = row.sentence.start, f"The paper says “{claim}”, and {truth}."
    return Denial(row.line, (start, row.sentence.end), says, _MEND)


def _while(_rows, _place, row: Statement) -> Iterator[Denial]:
    if (match := _WHILE.search(row.sentence.text)) and _value(row, match["count"]):
        count = row.sentence.thing(match["count"]).words
        yield _denial(row, match, match["word"], f"goes on that of {count} it is not so")


def _of_which(_rows, _place, row: Statement) -> Iterator[Denial]:
    for match in _OF_WHICH.finditer(row.sentence.text):
        whole, count = (_value(row, match[name]) for name in ("whole", "count"))
        ahead = {item.value for item in row.counts if item.phrase.start < match.start()}
        if whole and count and count not in {whole, *ahead}:
            numbers = [row.sentence.thing(match[name]).words for name in ("count", "whole")]
            yield _denial(row, match, f"all {numbers[0]}", f"they are {numbers[1]}")
    both = _BOTH.search(row.sentence.text)
    if both and (_value(row, both["whole"]) or 2) > 2:
        whole = row.sentence.thing(both["whole"]).words
        yield _denial(row, both, "both", f"they are {whole}")


def _so(_rows, _place, row: Statement) -> Iterator[Denial]:
    if match := _ARE_SO.match(row.sentence.text):
        whole, count = (_value(row, match[name]) for name in ("whole", "count"))
        if whole and count is not None and count < whole:
            yield _denial(row, match, match["word"], f"it is so of {count} of {whole}")


def _that_is(_rows, _place, row: Statement) -> Iterator[Denial]:
    for match in _THAT_IS.finditer(row.sentence.text):
        opening = _OPENS_OF.match(row.sentence.text)
        whole = _value(row, match["whole"] or (opening and opening["whole"]))
        count = _value(row, match["count"])
        but = _value(row, match["but"]) if match["but"] else 0
        if None not in (whole, count, but) and whole - but != count <= whole:
            claim = f"all but {but}" if match["but"] else match["every"]
            yield _denial(row, match, claim, f"{count} of {whole} are all but {whole - count}")


def _left(_rows, _place, row: Statement) -> Iterator[Denial]:
    text = row.sentence.text
    match = _NOTHING_LEFT.search(text)
    if match and (_value(row, match["some"]) or 0) < (_value(row, match["whole"]) or 0):
        yield _denial(row, match, "only", "that nothing is left")
    still = _STILL.search(text)
    if still and (_value(row, still["number"] or still["count"]) or 0) > 0:
        yield _denial(row, still, "all", "that some still are not")
    again = _SOME_THEN_ALL.match(text)
    values = [_value(row, again[name]) for name in ("some", "whole", "again")] if again else []
    values = [1, *values[1:]] if again and not again["some"] else values
    if again and None not in values and values[0] < values[1] == values[2]:
        yield _denial(
            row, again, f"{values[0]} of {values[1]}", f"goes on that it is all {values[2]}"
        )


def _somebody_of(rows, place, row: Statement) -> Iterator[Denial]:
    """`Of 214, 201 said yes and 13 no; somebody was unsure`: none is left over."""
    match = _SOMEBODY.search(row.sentence.text)
    if not match:
        return
    own = [item.value for item in row.counts if item.phrase.start < match.start()]
    wholes = {item.value for other in before(rows, place, 4) for item in other.counts}
    if len(own) > 1 and sum(own) in wholes:
        yield _denial(row, match, match["word"], f"of the {sum(own)} none is left over")


def _all_but(rows, place, row: Statement) -> Iterator[Denial]:
    """`We have 612. At year end 603 had one. That is all but nine.`"""
    match = _ALL_BUT.match(row.sentence.text)
    earlier = before(rows, place, 2) if match else ()
    counts = [[item for item in other.counts if item.phrase.is_stock] for other in earlier]
    if len(counts) == 2 and all(len(own) == 1 for own in counts):
        part, whole, but = counts[0][0].value, counts[1][0].value, _value(row, match["but"])
        if whole > part and but is not None and whole - part != but:
            yield _denial(
                row, match, f"all but {but}", f"{part} of {whole} are all but {whole - part}"
            )


def _former(rows, place, row: Statement) -> Iterator[Denial]:
    match = _FORMER.match(row.sentence.text)
    for other in before(rows, place, 1) if match else ():
        opening = _OPENS_OF.match(other.sentence.text)
        parts = [
            item.value for item in other.counts if opening and item.phrase.start > opening.end()
        ]
        whole = _value(other, opening["whole"]) if opening else None
        if not whole or len(parts) != 2:
            return
        for claim, part in zip((match["former"], match["latter"]), parts, strict=True):
            counts = [number.value for number in row.sentence.marks("c", claim)]
            small = claim.casefold()
            right = whole if small == "all" else 0 if small == "none" else None
            right = (
                (whole - counts[0] if small.startswith("all") else counts[0]) if counts else right
            )
            if right is not None and right != part:
                truth = f"it is so of {part} of {whole}"
                yield _denial(row, match, row.sentence.said(claim), truth)


def _all_were(rows, place, row: Statement) -> Iterator[Denial]:
    """`48 were upheld and 73 not upheld. Of the 121 decided, all were upheld`."""
    match = _ALL_WERE.search(row.sentence.text)
    for other in before(rows, place, 1) if match else ():
        for part in _NOT_SO.finditer(other.sentence.text):
            what = (part["what"] or part["name"]).casefold()
            count = _value(other, part["count"] or part["number"])
            if what == match["what"].casefold() and count and other.line is row.line:
                yield _denial(row, match, "all", f"of {count} it is not so")
                return
