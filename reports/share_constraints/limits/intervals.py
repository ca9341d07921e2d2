"""A day that follows from another one and a rule of so many years or months: `made in November
2012 and should have been renewed by November 2014, as our policy is three years`."""

import re
from collections.abc import Iterator
from itertools import chain

from reports.checks.reading import Reading
from reports.prose.dates import Mention
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, of_passage, statements

_RULE = re.compile(
    r"\b(?:policy|rule|limit|interval|cycle|term|standard|period|requirement|validity|contract|licen[cs]e|lease)\b[^⟦.;:]{0,30}?"
    r"(?:\b(?:is|of|for|lasts|every)\s+)(?:renewal\s+)?(?:after\s+|every\s+)?⟦[xc](?P<mark>\d+)⟧\s+(?P<unit>year|month)s?\b"
    r"|\b(?:valid\s+for|lasts?(?:\s+for)?|runs?\s+for|every|renewed\s+after|repeated\s+after)\s+⟦[xc](?P<other>\d+)⟧\s+(?P<time>year|month)s?\b"
    r"|\b(?:every|each|once\s+a)\s+(?P<yearly>year)\b",
    re.I,
)
_MADE = re.compile(
    r"\b(?:made|done|issued|dated|signed|given|granted|began|begun|started|last\s+(?:done|checked|renewed|reviewed|trained)|"
    r"checked|approved|obtained|carried\s+out|trained|reviewed|renewed|held|taken\s+(?:out|up)|years?|months?|dated(?=\s+⟦))\s+(?:(?:in|on|from)\s+)?"
    r"⟦d(?P<mark>\d+)⟧",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:renew\w*|due|expir\w*|run\s+out|ran\s+out|runs\s+out|end(?:s|ed)?|repeat\w*|again|lapse[sd]?|fall|fell|next|review\w*)\b"
    r"[^⟦.;:]{0,30}?\b(?:by|in|on|before|until)\s+⟦d(?P<mark>\d+)⟧",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|if|unless|except\w*|instead|although|extended|earlier|late)\b", re.I
)
_YEAR, _ROOM, _BACK, _MEND = 12, 1, 2, "Put the date right, or the number."


def intervals(reading: Reading) -> Iterator[Denial]:
    """The day on which something falls due is as far from the one on which it was done as the rule
    of its sentence has it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        # “It is renewed every three years. That of the manager is dated … and was due again on …”
        near = [row, *of_passage(row, before(rows, place, _BACK))]
        rules, made = ([_matches(pattern, x) for x in near] for pattern in (_RULE, _MADE))
        rules, made = [*chain(*rules)], [*chain(*made)]
        start = made[0][1].end() if made and made[0][0] is row else 0
        due = [*_NEXT.finditer(row.sentence.text, start)] if len(made) == 1 else []
        if len(rules) != 1 or len(due) != 1 or any(_UNSURE.search(x.sentence.text) for x in near):
            continue
        yield from _denied(row, rules[0], made[0], due[0])


def _matches(pattern: re.Pattern, row: Statement) -> list[tuple[Statement, re.Match]]:
    return [(row, match) for match in pattern.finditer(row.sentence.text)]


def _denied(row: Statement, rule, made, due: re.Match) -> Iterator[Denial]:
    source, match = rule
    first, last = made[0].sentence.thing(made[1]["mark"]), row.sentence.thing(due["mark"])
    unit = (match["unit"] or match["time"] or "year").casefold()
    number = None if match["yearly"] else source.sentence.thing(match["mark"] or match["other"])
    value, words = (number.value, number.words) if number else (1, "one")
    months, gap = value * (_YEAR if unit == "year" else 1), _months(first, last)
    if gap is None or (number and number.bound) or months.denominator != 1:
        return
    if abs(gap - months) > _ROOM and gap > 0:
        says = f"From {first.words} to {last.words} is not {words} {unit}"
        yield Denial(row.line, row.span, f"{says}{'s' * (value != 1)}.", _MEND)


def _months(first: Mention, last: Mention) -> int | None:
    """The months from one day or month to another; None where one names neither."""
    if not (first.month and last.month and first.year and last.year):
        return None
    return (last.year - first.year) * _YEAR + last.month - first.month
