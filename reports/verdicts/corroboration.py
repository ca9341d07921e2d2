"""What two readings of numbers deny of one sentence, each only likely, is warned of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.checks.rule import Severity
from reports.verdicts.rule_faults import RuleFault

# Counted in 402 right reports and 1,169 faults that were only advised of: two of these denied the
# same sentence in 50 faults, and in five right ones.
_PASSAGE = "passage-denied"
_BESIDE = (
    *("claim-unlike-number", "direction-denied", "parts-of-whole", "number-unlike-before"),
    *("percent-of-count", "follows-from-none"),
)
TOGETHER = frozenset(
    {frozenset((_PASSAGE, key)) for key in _BESIDE}
    | {frozenset(("claim-unlike-number", "direction-denied"))}
)


# Each of them writes so what it laid a value beside, or added up: one aim or one sum that is read
# twice bears nothing out.
_READ_TWICE = " against ", " + "


def corroborated(rows: Sequence[RuleFault]) -> Iterator[RuleFault]:
    """The findings in their order, those that another one of their sentence bears out as
    warnings."""
    advised = defaultdict(dict)
    for row in rows:
        if row.severity == Severity.ADVICE and row.fault.sentence:
            advised[row.fault.where, row.fault.sentence].setdefault(row.rule.key, row)
    for row in rows:
        others = advised[row.fault.where, row.fault.sentence].values()
        if row.severity == Severity.ADVICE and any(_bears_out(row, x) for x in others):
            row = replace(row, fault=replace(row.fault, severity=Severity.WARNING))
        yield row


def _bears_out(row: RuleFault, other: RuleFault) -> bool:
    both = row.fault.says, other.fault.says
    is_one = any(all(words in says for says in both) for words in _READ_TWICE)
    return frozenset((row.rule.key, other.rule.key)) in TOGETHER and not is_one
