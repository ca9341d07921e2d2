"""All, none and most of a whole that is named, against the number that the same passage gives."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.constraints.antecedents.readings import claims_of_antecedents
from reports.constraints.claims.contrasts import (
    counted_places,
    graded_apart,
    negated_apart,
    none_before,
    none_of_some,
    one_in,
    unlike_rest,
    unlike_whole,
)
from reports.constraints.claims.echoes import (
    EXCEPT,
    NEGATED,
    behind_a_stop,
    concluded,
    denial,
    in_other_words,
    next_to,
    pairs,
)
from reports.constraints.claims.extremes import best_of, beyond, in_order, some_beyond
from reports.constraints.claims.labels import shares_of_labels
from reports.constraints.claims.members import both, elsewhere, fewer_than_bound, graded, named
from reports.constraints.claims.part_shares import shares_of_parts
from reports.constraints.claims.sequels import all_but, all_of_these
from reports.constraints.claims.targets import on_target
from reports.constraints.context.balances import balances
from reports.constraints.context.bands import shares_of_bands
from reports.constraints.context.cells import parts_of_cells
from reports.constraints.context.closing_shares import closing_shares
from reports.constraints.context.complements import (
    left_over,
    mean_before,
    part_of_part,
    reckoned_on,
    rest_of_hundred,
    share_of_a_change,
)
from reports.constraints.context.conclusions import conclusions
from reports.constraints.context.groups import (
    all_of_a_few,
    all_of_a_split,
    answered,
    bands_of_a_whole,
    dates_twice,
    dates_within,
)
from reports.constraints.context.named_cells import named_cells
from reports.constraints.context.own_sums import own_sums
from reports.constraints.context.rows import rows_of_tables
from reports.constraints.context.shares_before import shares_before
from reports.constraints.context.steps import so_many_a_month, stepped
from reports.constraints.context.table_claims import claims_of_tables
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.prose.quantities.phrases import SHARE
from reports.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.quantities.passages import after, before, statements, unless_silent
from reports.share_constraints.members.readings import OF_A_PAPER, OF_A_PASSAGE
from reports.share_constraints.prices import priced, priced_before
from reports.share_constraints.products import of_the_total, products, told_behind
from reports.table_constraints.cells.readings import claims_of_cells

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


_TELLS = re.compile(
    rf"⟦|\b(?:both|half|other|others|one|first|second|third|last)\b|{CLAIM.pattern}", re.I
)


@constraint(
    "claim-unlike-number", "C15; source of error 5", follows=("parts-of-whole", "percent-of-count")
)
def claims(reading: Reading) -> Iterator[Denial]:
    """All, none, most and half of a whole are what the numbers of the passage show."""
    yield from on_target(reading)
    for find_all in _OF_A_PAPER:
        yield from find_all(reading)
    rows = statements(reading)
    for place, row in enumerate(rows):
        # What states no number and claims no share of a whole denies nothing.
        if not _TELLS.search(row.sentence.text):
            continue
        earlier, later = before(rows, place, 12), after(rows, place, 2)
        yield from unless_silent(row, _of_one)
        yield from unless_silent(row, _of_passage, earlier, later)


def _of_one(row: Statement):
    for find in _OF_ONE:
        yield from find(row)


def _of_passage(row: Statement, earlier: Sequence[Statement], later: Sequence[Statement]):
    yield from (*one_in(row, earlier), *told_behind(row, earlier[:1]))
    yield from of_the_total(row, earlier[:2])
    yield from all_but(row)
    yield from all_of_these(row, earlier)
    yield from beyond(row, later)
    for find in _OF_A_PASSAGE:
        yield from find(row, earlier)
    for find in _OF_TWO if earlier else ():
        yield from find(earlier[0], row)


def _beside(row: Statement):
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
            yield denial(row, claim.word, values, values[0])


def _last(pattern, stretch):
    """The match of `pattern` that ends a stretch, beginning as late as it may."""
    places = (match.start() for match in re.finditer("⟦", stretch))
    return next(
        filter(None, (pattern.match(stretch, at) for at in sorted(places, reverse=True))), None
    )


def _all_of(row: Statement):
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


def _of_the_whole(row: Statement):
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


def _in_brackets(row: Statement):
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


def _none_without(row: Statement):
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


_OF_ONE = (_beside, _all_of, _of_the_whole, _in_brackets, _none_without)
_OF_ONE += (own_sums, both)
_OF_ONE += (behind_a_stop, in_other_words, elsewhere, graded, named, fewer_than_bound)
_OF_ONE += (closing_shares, bands_of_a_whole, so_many_a_month, dates_twice, dates_within)
_OF_ONE += (unlike_rest, counted_places, in_order, products, priced)
_OF_TWO = (negated_apart, none_before, none_of_some, concluded, next_to, graded_apart, unlike_whole)
_OF_TWO += (priced_before, best_of, some_beyond)
_OF_A_PASSAGE = (answered, all_of_a_few, all_of_a_split, shares_before, stepped)
_OF_A_PASSAGE += (left_over, part_of_part, reckoned_on, share_of_a_change, mean_before, conclusions)
_OF_A_PASSAGE += (rest_of_hundred, shares_of_parts)
_OF_A_PASSAGE += OF_A_PASSAGE
_OF_A_PAPER = (parts_of_cells, balances, shares_of_bands, shares_of_labels, rows_of_tables)
_OF_A_PAPER += (claims_of_tables, named_cells, claims_of_cells, claims_of_antecedents)
_OF_A_PAPER += OF_A_PAPER
