"""How a number reckoned from others is written: a sum, a difference, a share.

    [[sum KEY:a + KEY:b of=cohort @when | percent base]]
    [[difference KEY @later - KEY @earlier | percent]]
    [[share (stated 2: SOURCE) of (stated 139: SOURCE)]]

What ends a sum (`of=`, `@when`) holds for all its figures. A typed number, and a sum within a
difference or share, stands in brackets. A difference in the form `change` has its sign, and may be
a fall.
"""

import re
from dataclasses import dataclass

from assurance.runtime.digits import whole
from reports.language.grammar import SLUG, WHEN

# What a number may be reckoned by → its forms, the usual one first.
FORMS = {
    "sum": ("number", "words", "percent", "percent base"),
    "difference": ("number", "words", "percent", "change"),
    "share": ("percent", "percent base"),
}
_JOINTS = {"sum": r"\s\+\s", "difference": r"\s-\s", "share": r"\sof\s"}
_MOST = {"sum": 40, "difference": 2, "share": 2}
# Brackets as far as two deep: a typed number in a sum, a bracket in its source.
_FLAT = r"\([^()]*\)"
_GROUP = re.compile(rf"\((?:[^()]|\((?:[^()]|{_FLAT})*\))*\)")
_TAIL = re.compile(rf"(?P<body>.*?)(?P<cohort>\s+of={SLUG})?(?P<when>\s+@{WHEN})?")
_COVERED = re.compile("\0(\\d+)\0")


@dataclass(frozen=True)
class DerivedParts:
    """A reckoned number taken apart: `operands` as written, those in brackets with them."""

    operation: str
    operands: tuple[str, ...]
    form: str


def parts(inside: str) -> DerivedParts | None:
    """The parts of what stands between the brackets of a token; None where it cannot be read."""
    operation, _, rest = inside.partition(" ")
    if operation not in FORMS:
        return None
    groups: list[str] = []

    def covered(group):
        groups.append(group[0])
        return f"\0{len(groups) - 1}\0"

    body, bar, form = _GROUP.sub(covered, rest.replace("\0", "")).partition("|")
    form = form.strip() if bar else FORMS[operation][0]
    tail = _TAIL.fullmatch(body.strip()) if operation == "sum" else None
    shared = (tail["cohort"] or "", tail["when"] or "") if tail else ("", "")
    pieces = re.split(_JOINTS[operation], tail["body"] if tail else body.strip())
    if form not in FORMS[operation] or not 2 <= len(pieces) <= _MOST[operation]:
        return None
    operands = (_COVERED.sub(lambda at: groups[whole(at[1])], item.strip()) for item in pieces)
    return DerivedParts(operation, tuple(_with_tail(item, *shared) for item in operands), form)


def _with_tail(operand, cohort, when):
    """An operand with what holds for all, unless it says its own."""
    if operand.startswith("("):
        return operand
    cohort = "" if " of=" in operand else cohort
    if cohort and " @" in operand:
        operand, _, own = operand.partition(" @")
        return f"{operand}{cohort} @{own}"
    return f"{operand}{cohort}{'' if ' @' in operand else when}"
