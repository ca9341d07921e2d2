"""A claim of all, none, most or a share, next to the part and the whole that it is of."""

import re
from collections.abc import Iterator

from reports.constraints.claims.echoes import EXCEPT, NEGATED, denial, pairs
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.prose.quantities.phrases import SHARE
from reports.quantities.model import Denial, Quantity, Statement, Sure

# So much may stand between a claim and the whole that it is of.
_OF_WHOLE = re.compile(
    r"^(?:\s+one)?(?:\s+(?:of|in)\b)?(?:\s+(?:the|our|these|those|its|all))*\s*(?:[a-z]+\s+){0,2}$",
    re.I,
)
# “: 56 did” says again of how many it is true, and “: four are good” does not.
_BARE = re.compile(
    r"^(?:did|do|does|had|have|has|was|were|is|are|held|named|knew)(?:\s+(?:one|it|so|not|none|no\s+one))?\W*$",
    re.I,
)
_NONE_WITHOUT = re.compile(
    r"^\W*(?:no|none|not\s+one|nobody)\b[^⟦.:;]{0,60}\b(?:without|lack\w*|miss\w*|fail\w*|did\s+not)\b[^⟦.:;]{0,60}"
    r"|^\W*(?:all|every|each)\b[^⟦.:;,]{0,80}(?=:)",
    re.I,
)
# The whole that a fraction is of, with the part in brackets: “half of the 80 carers (40)”.
_OF_WHOLE_IN_BRACKETS = re.compile(
    r"^\s+of\s+(?:the\s+|these\s+|our\s+|all\s+)*⟦c(?P<base>\d+)⟧(?P<noun>(?:[^⟦;:.()]|⟦d\d+⟧){0,60}?)"
    r"\s*\((?P<percent>(?!))?(?:n\s?=\s?)?⟦c(?P<count>\d+)⟧\)",
    re.I,
)
# The evidence that must stand close by: in brackets, or between commas.
_COMPARED_NUMBER = re.compile(
    rf"^(?P<noun>[^⟦;:.()]{{0,90}}?)(?:\(\s*|,\s+(?:that\s+is\s+|or\s+|at\s+)?|\s[–—-]\s)"
    rf"(?:only\s+|just\s+|some\s+|about\s+|over\s+)?{SHARE}",
    re.I,
)
_SHARE_BEFORE = re.compile(
    rf"{SHARE}\)?[^⟦;:.]{{0,60}}?(?:,\s+(?:or\s+|that\s+is\s+|which\s+is\s+|nearly\s+)?|\s[–—-]\s)$",
    re.I,
)
# “Nineteen of the 48 were of this kind; a minority, in other words”.
_SHARE_AHEAD = re.compile(rf"{SHARE}\)?[^⟦;:.]{{0,60}}?[,;]\s+(?:or\s+|that\s+is\s+)?$", re.I)
# `Best of all, 97% …` and `above all` claim nothing of a whole.
_IDIOM = re.compile(r"\b(?:(?:best|worst|first|last|most|least)\s+of|above|after)\s+$", re.I)
_NONE_NOT = re.compile(
    r";\s+(?:none|no\s+one|not\s+one)\s+(?:were|was|had|did|have|is|are)\s+(?:not|without)\b", re.I
)
_TOGETHER = re.compile(r"\s+(?:[a-z]+\s+){1,3}?(?:taken\s+)?together\b", re.I)
_ANSWER = re.compile(r"no|none", re.I)
_PER = re.compile(r"\b(?:for|in|of|per|to)\s+every\s+$", re.I)
_NAMES_WHOLE = re.compile(
    r"\b(?:of|at|in|above|after|for|against|among|across|over|with)\s+$", re.I
)


def beside_a_claim(row: Statement) -> Iterator[Denial]:
    """`Most of the audits (12 of 30)`, `12 of the 30, more than half`: a share next to its word."""
    text = row.sentence.text
    for match in CLAIM.finditer(text):
        ahead = text[match.end() : match.end() + 170]
        stretch = text[max(0, match.start() - 120) : match.start()]
        # “48% said no, 37% yes” gives answers.
        if _ANSWER.fullmatch(match.group()) and not ahead[:1].isspace():
            continue
        # “Half of all orders”: the word names the whole.
        if match["all"] and (_NAMES_WHOLE.search(stretch) or _IDIOM.search(stretch)):
            continue
        # “All contacts taken together”: what is laid together is the whole.
        if match["all"] and _TOGETHER.match(ahead):
            continue
        other = _COMPARED_NUMBER.match(ahead)
        some = "ority" in match.group() and ahead.startswith(" of ")
        if not other and (match["fraction"] or some):
            share = _SHARE_BEFORE if match["fraction"] else _SHARE_AHEAD
            other = _OF_WHOLE_IN_BRACKETS.match(ahead) or _last(share, stretch)
            if other and other.re is share and EXCEPT.search(other.group()):
                continue
        if not other or EXCEPT.search(other.groupdict().get("noun") or ""):
            continue
        names = ("percent",) if other["percent"] else ("count", "base")
        values = [row.sentence.thing(other[name]) for name in names]
        claim, base = claim_of(match), values[1].value if other["base"] else 100
        exact = base and not any(number.bound for number in values)
        if claim and exact and claim.is_denied(values[0].value / base):
            # A per cent next to a word may be of another part, as in `62.5%, a quarter are late`.
            yield denial(row, claim.word, values, values[0], is_proved=len(values) > 1)


def _last(pattern, stretch):
    """The match of `pattern` that ends a stretch, beginning as late as it may."""
    places = (match.start() for match in re.finditer("⟦", stretch))
    return next(
        filter(None, (pattern.match(stretch, at) for at in sorted(places, reverse=True))), None
    )


def all_of_another(row: Statement) -> Iterator[Denial]:
    """`All 94 of our 96`: a number that is called all of another."""
    for item, whole in pairs(row):
        label = item.phrase.label.casefold().split()[-1:]
        between = row.sentence.text[item.phrase.end :].partition(f"⟦c{item.phrase.base}⟧")[0]
        # “For every 10,000 of the 49,700 residents” says what a rate is per.
        is_rate = _PER.search(row.sentence.text[: item.phrase.start])
        is_all = label in (["all"], ["every"]) and " among " not in between and not is_rate
        if is_all and item.value != whole.value:
            yield denial(
                row, label[0], (item.phrase.number, whole), item.phrase.number, sure=Sure.READ
            )


def of_the_whole(row: Statement) -> Iterator[Denial]:
    """`A fifth of the 190 pupils, 38, have a plan`, `Every one of the 60 held one: 60 did`."""
    text, whole = row.sentence.text, next(iter(row.counts), None)
    for match in CLAIM.finditer(text) if whole else ():
        if match.end() > whole.phrase.start:
            return
        is_whole = _OF_WHOLE.match(text[match.end() : whole.phrase.start])
        claim = claim_of(match) if is_whole else None
        if claim is None:
            continue
        part = _part_behind(row, whole)
        if part is None or not whole.value or part.value > whole.value:
            continue
        negated = NEGATED.search(text[whole.phrase.end : part.phrase.start])
        share = part.value / whole.value
        denied = share == 1 and claim.most > 0 if negated else claim.is_denied(share)
        if NEGATED.search(text[part.phrase.end :]) and not negated:
            denied = share > 0 and claim.least == 1
        if denied:
            values = part.phrase.number, whole.phrase.number
            yield denial(row, claim.word, values, values[0])
        return


def claimed_in_brackets(row: Statement) -> Iterator[Denial]:
    """`Of 2,500 contacts a quarter (625) went on`: a share in words with its count behind it."""
    for item in row.counts[1:]:
        lead = row.sentence.text[max(0, item.phrase.start - 40) : item.phrase.start]
        near = [
            match
            for match in CLAIM.finditer(lead)
            if match["fraction"] and match.end() >= len(lead) - 3
        ]
        whole = row.counts[0]
        if not near or not lead.endswith((" (", ", ")) or not (whole.phrase.head and whole.value):
            continue
        claim = claim_of(near[0])
        if claim and item.value <= whole.value and claim.is_denied(item.value / whole.value):
            values = item.phrase.number, whole.phrase.number
            yield denial(row, claim.word, values, values[0])


def none_without(row: Statement) -> Iterator[Denial]:
    """`No school is without a policy: 85 of 88 have one`: none without is all with."""
    match = _NONE_WITHOUT.match(row.sentence.text) or _NONE_NOT.search(row.sentence.text)
    counts = list(pairs(row)) if match else []
    if len(counts) == 1 and counts[0][0].value != counts[0][1].value:
        item, whole = counts[0]
        yield denial(
            row, match.group().strip("; "), (item.phrase.number, whole), item.phrase.number
        )


def _part_behind(row: Statement, whole: Quantity):
    """The one count behind a whole that is told of the same things: between commas, or alone
    behind a colon or semicolon."""
    behind = [item for item in row.counts if item.phrase.start > whole.phrase.end]
    if not behind or len(behind) > 2 or (len(behind) == 2 and behind[1].value != whole.value):
        return None
    part, text = behind[0], row.sentence.text
    between = text[whole.phrase.end : part.phrase.start]
    apposed = re.fullmatch(
        r"(?:[^,;:()⟦]|⟦[xd]\d+⟧){1,50},\s+(?:or\s+|that\s+is\s+|namely\s+)?", between
    )
    closed = re.match(
        r"[,.]|\s+in\s+(?:number|all|total)\b|\s+altogether\b", text[part.phrase.end :]
    )
    again = re.search(r"[:;]\s+(?:all\s+)?$", between)
    own = bool(_BARE.match(part.phrase.clause)) or (len(behind) > 1 and ":" in between)
    return part if (apposed and closed) or (again and own) else None
