"""Values of a table that are held against the aims beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assurance.runtime import digits
from reports.constraints.claims.entries import tokens
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.betterment import better_way, is_less_better
from reports.quantities.tables import Shown

AIM = r"(?:targets?|standards?|benchmarks?|thresholds?|tests?|goals?|aims?|ambitions?|limits?)"


_SURPASSED = re.compile(r"exceed|surpass", re.I)


@dataclass(frozen=True)
class Trial:
    """A value that is held against an aim: `label` what has it, `is_low` where less is better,
    `is_way_known` whether that is told at all."""

    label: frozenset[str]
    value: Number
    aim: Number
    is_low: bool
    is_near: bool = False
    is_way_known: bool = True

    def bears(self, verdict: re.Match) -> bool:
        """Whether it is above, below, on or off its aim, as a word has it that may be denied."""
        return self.bears_word(verdict) != bool(verdict["not"])

    def bears_word(self, verdict: re.Match) -> bool:
        """Whether it is above, below, on or off its aim."""
        value, aim = self.value.value, self.aim.value
        # Who “exceeds” a target of which less is better may be below it.
        if self.is_low and _SURPASSED.match(verdict["above"] or ""):
            return value != aim
        if verdict["above"] or verdict["below"]:
            return value > aim if verdict["above"] else value < aim
        met = value <= aim if self.is_low else value >= aim
        return met if verdict["met"] else not met


def the_other_way(trials: Sequence[Trial]) -> list[Trial]:
    """Some trials, with those of which it is not known whether more is better turned round."""
    return [x if x.is_way_known else replace(x, is_low=not x.is_low) for x in trials]


def table_trials(table: Shown) -> Iterator[Trial]:
    """The latest value of each row of a table against its target, where it has such a column."""
    yield from filter(None, (trial_of(table, place) for place in range(len(table.rows))))


def trials_of(table: Shown, aims: Sequence[Number]) -> Iterator[list[Trial]]:
    """The rows of a table against its column of targets, or its columns against the one aim."""
    trials = list(table_trials(table))
    if trials:
        yield trials
    elif len(aims) == 1:
        for place in range(1, len(table.headings)):
            cells = [
                (row[place], label)
                for row, label in zip(table.numbers, table.rows, strict=True)
                if place < len(row)
                and row[place]
                and is_of(row[place], table.headings[place], aims[0])
            ]
            low = aims[0].bound in ("<", "<=")
            known = aims[0].kind == PERCENT and not is_less_better(table.text)
            yield [
                Trial(tokens(label), number, aims[0], low, is_way_known=known)
                for number, label in cells
            ]


def trial_of(table: Shown, place: int, about: str = "") -> Trial | None:
    """The latest value of a row against its target, or None where the table has no such column."""
    heads, numbers, label = table.headings, table.numbers[place], table.rows[place]
    cells = [(head, number) for head, number in zip(heads, numbers, strict=False) if number]
    aims = [number for head, number in cells if re.search(rf"\b{AIM}\b", head, re.I)]
    aims = aims or [
        bound for row in table.grid.rows[place : place + 1] for bound in _bounds(row, heads)
    ]
    others = [
        (head, number)
        for head, number in cells[bool(numbers[0]) * (len(cells) > 2) :]
        if number not in aims and is_of(number, head, aims[0] if aims else number)
    ]
    if len(aims) != 1 or not others:
        return None
    text = f"{about} {table.grid.caption} {label} {' '.join(heads)}"
    value = max(others, key=_latest)[1] if any(map(_latest, others)) else others[-1][1]
    low = aims[0].bound in ("<", "<=") or better_way(text) < 0
    plain = aims[0].kind == PERCENT and not is_less_better(text)
    known = bool(aims[0].bound or better_way(text) or plain)
    return Trial(tokens(label), value, aims[0], low, is_way_known=known)


def _bounds(cells, heads) -> Iterator[Number]:
    """The bounds that stand in a row’s column of targets: `no more than 11%`."""
    for cell, head in zip(cells, heads, strict=False):
        if re.search(rf"\b{AIM}\b", head, re.I) and len(cell.numbers) == 1:
            yield cell.numbers[0]


def is_of(number: Number, head, aim: Number):
    """Whether a cell can be held against an aim: of its kind, or under a per cent sign."""
    return number.kind == aim.kind or (aim.kind == PERCENT and "%" in head)


def _latest(cell):
    """The last year or quarter that a heading names."""
    return max(map(digits.whole, re.findall(r"\d{1,4}", cell[0])), default=0)
