"""A fault that was found, with the rule that found it and how much it weighs."""

from dataclasses import dataclass

from reports.checks.rule import Fault, Rule, Severity


@dataclass(frozen=True)
class RuleFault:
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
