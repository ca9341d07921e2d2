"""An example of each kind for every rule: a drawn paper that breaks it, and one that does not.

A family keeps its own in `tests/checks/<family>/examples.py`; all are gathered here.
"""

from dataclasses import dataclass, field

from tests.checks.assurance import examples as assurance
from tests.checks.numbers import examples as numbers
from tests.checks.structure import examples as structure
from tests.checks.timing import examples as timing
from tests.checks.wording import examples as wording


@dataclass(frozen=True)
class Example:
    """`wrong` breaks the rule at the anchor `where`, `right` breaks nothing above advice.
    `said` are fields of the paper, `known` what is known beside it (`right_said`, `known_right` for
    the right one, where they differ)."""

    wrong: str
    right: str
    where: str
    said: dict = field(default_factory=dict)
    known: dict = field(default_factory=dict)
    known_right: dict | None = None
    right_said: dict | None = None


EXAMPLES: dict[str, tuple[Example, ...]] = {
    key: tuple(Example(**one) for one in rows)
    for family in (timing, structure, wording, assurance, numbers)
    for key, rows in family.EXAMPLES.items()
}
