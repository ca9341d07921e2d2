"""What was there, what came and went, and what is there: amounts that a passage tells by such names
must agree, and so must a budget, what was spent of it and the difference."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, product

from reports.checks.numbers.columns import is_measure
from reports.checks.numbers.passages import opened
from reports.checks.reading import Line, Reading
from reports.prose.numbers import COUNT, MONEY
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.quantities.model import Denial, Quantity
from reports.quantities.parts.balance_roles import (
    BUDGET,
    CAME,
    CLOSING,
    EITHER,
    GAP,
    MOVED,
    NET,
    OPENING,
    OPPOSITE,
    SPENT,
    UNDATED,
    WENT,
    beside,
    role_of,
)
from reports.quantities.parts.balance_terms import Amount, Balance
from reports.quantities.passages import statements
from reports.quantities.roles import CHANGE, REST, TARGET, TOTAL

_MORE = re.compile(r"(?:more|fewer|less)\s+than\s+(?:at|in|on|when)\b", re.I)
_AND = re.compile(r"(?:\s+[a-z-]+){0,4}?,?\s+(?:and|but|while)\s+", re.I)
_FROM_TO = SentencePattern(
    r"\bfrom\s+⟦c(?P<from>\d+)⟧(?:[^⟦;:]|⟦d\d+⟧){0,60}\bto\s+⟦c(?P<to>\d+)⟧", re.I
)
# What no balance is told by.
_NOT_SO = SentencePattern(
    r"\b(?:target|forecast|expected|planned|average|of\s+which|including|if)\b|⟦p", re.I
)
_FORECAST = re.compile(r"\b(?:the|its|our)\s+forecast(?=\s+(?:is|was|now)\b)", re.I)
# “So that on 31 March 29 were still waiting.”
_SO_THAT = re.compile(
    r"\b(?:so(?:\s+that)?|leaving|which\s+(?:leaves|left))\b(?:[^⟦.;]|⟦d\d+⟧)*$", re.I
)
_STILL = re.compile(
    r"(?:\s+(?!and\b)[a-z]+){0,4}?\s+(?:still|waiting|open|outstanding|left|remain\w*)\b", re.I
)
_MOST_FLOWS, _AHEAD = 5, 80
# What comes to what, and how many values each may have for it to be sure which are meant.
_EQUATIONS = (
    ((OPENING, CAME, WENT), CLOSING, 1),
    ((CAME, WENT), NET, 1),
    ((CLOSING, OPENING), NET, 1),
    ((BUDGET, SPENT), GAP, 2),
)


def balances(reading: Reading) -> Iterator[Denial]:
    """What was there with what came and went is what is there, in a passage or a table."""
    lists = {id(item): at for at, (one, _lead) in enumerate(opened(reading)) for item in one.items}
    rows = statements(reading)
    for _key, group in groupby(rows, lambda row: lists.get(id(row.line), row.line.where)):
        passage = tuple(group)
        for kind in (COUNT, MONEY):
            amounts = [_with_net(items) for items in _told_in(passage, kind)]
            whole = [items for items in amounts if _is_whole(items)]
            yield from _denied([item for items in whole[:1] or amounts for item in items])
    for grid in reading.grids:
        for place in range(1, len(grid.columns)):
            cells = [row for row in grid.rows if len(row) > place]
            yield from _denied([item for row in cells for item in _of_cell(row[0], row[place])])


def is_of_balance(items: Sequence[Quantity]) -> bool:
    """True if one of some numbers is a net change, or some are what was there first or came and
    went, and what was there last: they are no parts of each other."""
    roles = {role_of(*beside(item), item.phrase.number.kind, item.sentence) for item in items}
    is_told = CLOSING in roles and (OPENING in roles or {CAME, WENT} <= roles)
    return NET in roles or is_told or any(map(_is_left, items[1:]))


def is_of_flow(items: Sequence[Quantity]) -> bool:
    """True if some numbers came and some went: `31 were approved and 26 left, giving 183`."""
    roles = {role_of(*beside(item), item.phrase.number.kind, item.sentence) for item in items}
    return {CAME, WENT} <= roles or any(map(_is_left, items[1:]))


def _is_left(item: Quantity) -> bool:
    """True for what a sentence comes to: `so that 29 were still waiting`."""
    text = item.sentence.text[max(0, item.phrase.start - _AHEAD) : item.phrase.start]
    return bool(_SO_THAT.search(text) and _STILL.match(item.sentence.text, item.phrase.end))


def _told_in(passage, kind) -> Iterator[Sequence[Amount]]:
    """The amounts of each sentence; the one count right before what came, went and is left is what
    was there first: “There were 46 families. 19 joined and 27 left, which leaves 38”."""
    amounts = [[*_told(row, kind)] for row in passage]
    for row, own, behind in zip(passage, amounts, [*amounts[1:], ()], strict=True):
        flow = kind == COUNT and {x.role for x in behind} - {EITHER, NET} == {CAME, WENT, CLOSING}
        alone = flow and len(row.quantities) == len(row.counts) == 1
        is_flow = any(item.role in (CAME, WENT, NET) for item in own)
        if alone and not is_flow and not _NOT_SO.search(_text(row)):
            first = row.counts[0].phrase
            yield [Amount(row.line, first.number, OPENING, first.head, _text(row))]
        else:
            yield own


def _with_net(amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts of a sentence, with what it moved by as their net change where it has both
    flows, and without it elsewhere."""
    flow = {item.role for item in amounts} == {CAME, WENT, MOVED}
    moved = [replace(item, role=NET) for item in amounts if item.role == MOVED and flow]
    return [*(item for item in amounts if item.role != MOVED), *moved]


def _is_whole(amounts: Sequence[Amount]) -> bool:
    """True if a sentence has all amounts of a balance."""
    roles = sorted(str(item.role) for item in amounts)
    return roles in (sorted((CAME, WENT, NET)), sorted((OPENING, CAME, WENT, CLOSING)))


def _text(row):
    return row.sentence.text


def _told(row, kind) -> Iterator[Amount]:
    """The amounts of a sentence whose words say what they are of a balance."""
    text, match = row.sentence.text, _FROM_TO.search(row.sentence.text)
    named = {match["from"]: OPENING, match["to"]: CLOSING} if match and kind == COUNT else {}
    # “The budget is £4.8m and the forecast is £5.0m” gives what is spent in the end.
    if _NOT_SO.search(_FORECAST.sub(" ", text) if kind == MONEY else text):
        return
    roles = {}
    for item in row.quantities:
        plain = item.phrase.role in (TOTAL, REST, CHANGE, TARGET) and not item.phrase.number.bound
        end = named.get(str(item.phrase.mark))
        if item.phrase.number.kind == kind and (plain or end):
            role = end or role_of(*beside(item), kind, row.sentence)
            # “31 more than at the start” is what was added.
            role = NET if _MORE.match(item.phrase.clause) else role
            roles[item] = role
    for item, role in _with_opposites(text, roles).items():
        if role:
            opposite = roles[item] != role and role != EITHER
            yield Amount(row.line, item.phrase.number, role, item.phrase.head, text, opposite)


def _with_opposites(text, roles):
    """The roles, with the opposite of what came or went for the number next to it: “61 plans began
    and 65 ended”."""
    result = dict(roles)
    closing = next((item for item, role in roles.items() if role == CLOSING), None)
    flows = [item for item, role in roles.items() if role in OPPOSITE]
    # “Nineteen were approved, 22 were matched and five left, so that 38 were there at the end.”
    for item, role in roles.items() if closing and len(flows) > 1 else ():
        if not role and flows[0].phrase.start < item.phrase.start < closing.phrase.start:
            result[item] = EITHER
    for first, last in pairwise(roles):
        pair = {roles[first], roles[last]}
        joined = _AND.fullmatch(text, first.phrase.end, last.phrase.start)
        if joined and "" in pair and pair & OPPOSITE.keys():
            known = (pair - {""}).pop()
            result |= {
                item: roles[item] or OPPOSITE[known]
                for item in (first, last)
                if result[item] != EITHER
            }
    return result


def _of_cell(name: Line, cell: Line) -> Iterator[Amount]:
    """The amount of a cell that is one, by the words of its row."""
    numbers = [item for item in cell.numbers if item.kind in (COUNT, MONEY)]
    if len(numbers) != 1 or not name.marked or is_measure(name.text):
        return
    role = role_of(name.marked[0].text, "", numbers[0].kind, name.marked[0])
    if role:
        yield Amount(cell, numbers[0], role)


def _denied(amounts: Sequence[Amount]) -> Iterator[Denial]:
    """The first balance that the amounts of a passage deny."""
    days = sorted({item.role for item in amounts if not isinstance(item.role, str)})
    ends = dict(zip(days, (OPENING, CLOSING), strict=False)) if len(days) == 2 else {}
    named = {}
    for item in amounts:
        named.setdefault(ends.get(item.role, item.role), []).append(item)
    ordered = _in_order(named)
    heads = {item.head for role in (OPENING, CLOSING) for item in ordered.get(role, ())} - {""}
    if len({"" if PEOPLE.search(head) else head for head in heads}) > 1:
        return
    # What is told beside those who left came to the same only where it names nothing else.
    known = heads | stems(
        " ".join(x.sentence for x in (*ordered.get(OPENING, ()), *ordered.get(CLOSING, ())))
    )
    if any(item.is_opposite and item.head not in {"", *known} for item in amounts):
        return
    if several := _of_several(ordered):
        yield from (several.denial,) if several.is_denied else ()
        return
    for left, right, most in _EQUATIONS:
        known = ordered if right == CLOSING else named
        values = [[*{x.value: x for x in known.get(role, ())}.values()] for role in (*left, right)]
        if all(0 < len(rows) <= most for rows in values):
            # Of the budgets of a year and of nine months, one is meant.
            ways = [Balance((*way[:-1],), way[-1], right == CLOSING) for way in product(*values)]
            nearest = min(ways, key=lambda way: way.gap)
            if nearest.is_denied and not nearest.is_directed:
                yield nearest.denial
            if nearest.gap:
                return


def _of_several(named) -> Balance | None:
    """The nearest balance where several came or went, or either, in one sentence; None where no
    more than one did."""
    one = [[*{x.value: x for x in named.get(role, ())}.values()] for role in (OPENING, CLOSING)]
    flows = [item for role in (CAME, WENT, EITHER) for item in named.get(role, ())]
    several = any(len(named.get(role, ())) > 1 for role in (CAME, WENT)) or EITHER in named
    sentences = {item.sentence for item in flows}
    if (
        list(map(len, one)) != [1, 1]
        or not several
        or len(sentences) > 1
        or len(flows) > _MOST_FLOWS
    ):
        return None
    ways = []
    for signs in product((CAME, WENT), repeat=len(flows)):
        if all(item.role in (EITHER, sign) for item, sign in zip(flows, signs, strict=True)):
            came = [x for x, sign in zip(flows, signs, strict=True) if sign == CAME]
            went = [x for x in flows if x not in came]
            if went:
                ways.append(Balance((*one[0], *came, *went), *one[1], True, len(went)))
    return min(ways, key=lambda way: way.gap, default=None)


def _in_order(named):
    """Role → amounts, where of two that have a month or a date without its year the first in the
    text is what was there first; not where they make a balance the other way about."""
    undated = named.get(UNDATED, ())
    if len(undated) == 1 and CLOSING in named and OPENING not in named:
        return named | {OPENING: [*undated]}
    if len(undated) != 2 or {OPENING, CLOSING} & named.keys():
        return named
    first, last = undated
    flows = [sum(item.value for item in named.get(role, ())) for role in (CAME, WENT)]
    if last.value + flows[0] - flows[1] == first.value:
        return named
    return named | {OPENING: [first], CLOSING: [last]}
