"""An example of each kind for every rule: a drawn paper that breaks it, and one that does not.

A family keeps its own in `tests/checks/<family>/examples.py`; all are gathered here.
"""

from dataclasses import dataclass, field

from tests.checks.assurance import examples as assurance
from tests.checks.numbers import examples as numbers
from tests.checks.structure import examples as structure
from tests.checks.timing import examples as timing
from tests.constraints import examples as quantities
from tests.wording_checks import examples as wording


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


FAMILIES = (timing, structure, wording, assurance, numbers, quantities)


def _gathered():
    """Key of a rule → its examples: those of one line (`where: wrong => right`) and the longer."""
    rows = {}
    for family in FAMILIES:
        for line in family.IN_A_LINE.strip("\n").replace("\n    ", "\t").splitlines():
            key, *examples = line.split("\t")
            for one in examples:
                where, _colon, words = one.replace(r"\n", "\n").partition(": ")
                rows.setdefault(key, []).append(Example(*words.split(" => "), where))
        for key, further in family.EXAMPLES.items():
            rows.setdefault(key, []).extend(Example(**one) for one in further)
    return {key: tuple(examples) for key, examples in rows.items()}


EXAMPLES = _gathered()
