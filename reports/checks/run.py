"""Runs every rule over a paper's reading, and says what was found in the paper's order."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.checks.declared import RULES
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Rule, Severity

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


@dataclass(frozen=True)
class Checked:
    """A fault with the rule that found it."""

    rule: Rule
    fault: Fault

    @property
    def severity(self) -> Severity:
        """How much it weighs: the rule's, unless this finding is surer or less sure."""
        return self.fault.severity or self.rule.severity

    def as_row(self) -> dict:
        """The finding as the command prints it."""
        return {
            "rule": self.rule.key,
            "severity": str(self.severity),
            "where": self.fault.at,
            "anchor": self.fault.where,
            "says": self.fault.says,
            "sentence": self.fault.sentence,
            "mend": self.fault.mend.words if self.fault.mend else "",
        }


def check(reading: Reading, known: Known, rules: Iterable[Rule] = RULES) -> tuple[Checked, ...]:
    """Everything that `rules` find in `reading`, in the order of the paper and then by weight. A
    warning or advice that the council turned off (`known.off`) is left out; an error never."""
    order = {where: place for place, where in enumerate(reading.by_anchor)}
    found = [
        Checked(rule, fault)
        for rule in rules
        for fault in dict.fromkeys(rule.check(reading, known))
    ]
    standing = (
        one for one in found if one.severity == Severity.ERROR or one.rule.key not in known.off
    )
    return tuple(
        sorted(
            standing,
            key=lambda one: (order.get(one.fault.where, len(order)), _WEIGHT[one.severity]),
        )
    )
