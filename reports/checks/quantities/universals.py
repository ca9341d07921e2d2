"""All, none and most of a whole that is named, against the number that the same passage gives."""

import re
from collections.abc import Iterator

from reports.checks.numbers.claims.quantities import CLAIM, claim_of
from reports.checks.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import plain

# So much may stand between a claim and the whole that it is of.
_OF_WHOLE = re.compile(
    r"^(?:\s+one)?(?:\s+(?:of|in)\b)?(?:\s+(?:the|our|these|those|its|all))*\s*(?:[a-z]+\s+){0,2}$",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:without|lack(?:s|ed|ing)?|miss(?:es|ed|ing)?|fail(?:s|ed)?|not|never|no)\b", re.I
)
# “: 56 did” says again of how many it is true, and “: four are good” does not.
_BARE = re.compile(
    r"^(?:did|do|does|had|have|has|was|were|is|are|held|named|knew)(?:\s+(?:one|it|so|not|none|no\s+one))?\W*$",
    re.I,
)
_NONE_OF = re.compile(r"^\W*(?:none|not\s+one)\s+of\s+(?:the|our|these)\s+⟦c(?P<whole>\d+)⟧", re.I)
_NONE_WITHOUT = re.compile(
    r"^\W*(?:no|none|not\s+one|nobody)\b[^⟦.:;]{0,60}\b(?:without|lack\w*|miss\w*|fail\w*|did\s+not)\b[^⟦.:;]{0,60}"
    r"|^\W*(?:all|every|each)\b[^⟦.:;]{0,80}(?=:)",
    re.I,
)
_MEND = "Use the word that the number bears, or put the number right."


@constraint(
    "claim-unlike-number",
    "C15; source of error 5",
    follows=("quantity-denied", "parts-of-whole", "percent-of-count"),
)
def claims(reading: Reading) -> Iterator[Denial]:
    """All, none, most and half of a whole are what the numbers of the sentence show."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if row.counts:
            yield from _all_of(row)
            yield from _of_the_whole(row)
            yield from _none_without(row)
            yield from _negated_apart(rows, place, row)
            yield from _none_before(rows, place, row)
            yield from _in_brackets(row)


def _all_of(row: Statement):
    """`All 94 of our 96`: a number that is called all of another."""
    for item in row.counts:
        whole = _thing(row, item.phrase.base)
        label = item.phrase.label.casefold().split()[-1:]
        if whole is not None and label in (["all"], ["every"]) and item.value != whole.value:
            says = f"The paper says all, and {plain(item.phrase.number)} of {plain(whole)} is not."
            yield Denial.of(item, says, _MEND, Sure.READ)


def _thing(row: Statement, mark):
    number = row.sentence.thing(mark) if mark is not None else None
    return number if number is not None and number.kind == COUNT and number.value else None


def _of_the_whole(row: Statement):
    """`A fifth of the 190 pupils, 38, have a plan`, `Every one of the 60 held one: 60 did`."""
    text = row.sentence.text
    for match in CLAIM.finditer(text):
        wholes = [
            item for item in row.counts if _OF_WHOLE.match(text[match.end() : item.phrase.start])
        ]
        claim = claim_of(match) if wholes and match.end() <= wholes[0].phrase.start else None
        if claim is None:
            continue
        whole = wholes[0]
        part = _part_behind(row, whole)
        negated = _NEGATED.search(text[whole.phrase.end : part.phrase.start]) if part else None
        if part is None or not whole.value or part.value > whole.value:
            continue
        share = part.value / whole.value
        behind = _NEGATED.search(text[part.phrase.end :])
        denied = share == 1 and claim.most > 0 if negated else claim.is_denied(share)
        if behind and not negated:
            denied = share > 0 and claim.least == 1
        if denied:
            says = (
                f"The paper says “{claim.word}” of {whole.phrase.said}, and the number is "
                f"{plain(part.phrase.number)}."
            )
            yield Denial.of(part, says, _MEND)
        return


def _in_brackets(row: Statement):
    """`Of 2,500 contacts a quarter (625) went on`: a share in words with its count behind it."""
    text, whole = row.sentence.text, row.counts[0]
    for item in row.counts[1:] if whole.phrase.head and whole.value else ():
        before_it = text[max(0, item.phrase.start - 40) : item.phrase.start]
        matches = [
            one
            for one in CLAIM.finditer(before_it)
            if one["fraction"] and one.end() >= len(before_it) - 3
        ]
        claim = claim_of(matches[0]) if matches and before_it.endswith((" (", ", ")) else None
        if claim and item.value <= whole.value and claim.is_denied(item.value / whole.value):
            says = (
                f"The paper says “{claim.word}” of {whole.phrase.said}, and the number is "
                f"{plain(item.phrase.number)}."
            )
            yield Denial.of(item, says, _MEND)


def _none_without(row: Statement):
    """`No school is without a policy: 85 of 88 have one`: none without is all with."""
    match = _NONE_WITHOUT.match(row.sentence.text)
    pairs = [(item, _thing(row, item.phrase.base)) for item in row.counts]
    pairs = [(item, whole) for item, whole in pairs if whole is not None]
    if match and len(pairs) == 1 and pairs[0][0].value != pairs[0][1].value:
        item, whole = pairs[0]
        says = (
            f"“{match.group()}” is all, and {plain(item.phrase.number)} of {plain(whole)} is not."
        )
        yield Denial.of(item, says, _MEND)


def _part_behind(row: Statement, whole: Quantity):
    """The one count behind a whole that is told of the same things: between commas, or alone
    behind a colon or semicolon."""
    behind = [item for item in row.counts if item.phrase.start > whole.phrase.end]
    if not behind or len(behind) > 2 or (len(behind) == 2 and behind[1].value != whole.value):
        return None
    part, text = behind[0], row.sentence.text
    between = text[whole.phrase.end : part.phrase.start]
    apposed = re.fullmatch(r"[^,;:()⟦]{1,50},\s+(?:or\s+|that\s+is\s+)?", between)
    closed = text[part.phrase.end :][:1] in ",." or re.match(
        r"\s+in\s+number\b", text[part.phrase.end :]
    )
    said_again = re.search(r"[:;]\s+(?:all\s+)?$", between)
    own = bool(_BARE.match(part.phrase.clause)) or len(behind) > 1
    return part if (apposed and closed) or (said_again and own) else None


def _negated_apart(rows, place, row: Statement):
    """`Of the 96, 96 have a plan. Ten of the 96 are without one.`"""
    if not _NEGATED.search(row.sentence.text):
        return
    for item in row.counts:
        whole = _thing(row, item.phrase.base)
        behind = row.sentence.text[item.phrase.end :]
        if whole is None or not item.value or not _NEGATED.search(behind):
            continue
        for other in before(rows, place, 1):
            full = [one for one in other.counts if _is_all(other, one, whole)]
            if full:
                says = (
                    f"The paper says {plain(whole)} of {plain(whole)} in the sentence before, and "
                    f"{plain(item.phrase.number)} without."
                )
                yield Denial.of(item, says, _MEND)
                return


def _none_before(rows, place, row: Statement):
    """`None of the 36 was contested. 31 went through without a contest.`"""
    item = row.counts[0]
    if not _NEGATED.search(row.sentence.text[item.phrase.end :]) or len(row.counts) > 1:
        return
    for other in before(rows, place, 1):
        match = _NONE_OF.match(other.sentence.text)
        whole = other.sentence.thing(match["whole"]) if match else None
        heads = {one.phrase.head for one in other.counts}
        if whole is not None and item.phrase.head in heads and item.value != whole.value:
            says = (
                f"The paper says none of {plain(whole)} in the sentence before, and "
                f"{plain(item.phrase.number)} here."
            )
            yield Denial.of(item, says, _MEND)


def _is_all(row: Statement, item: Quantity, whole):
    base = _thing(row, item.phrase.base)
    return base is not None and base.value == item.value == whole.value
