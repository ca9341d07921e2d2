"""What the rules say of the papers that real ones were modelled on: thirty findings, judged.

Drawn by the hash of what is said, so that another finding leaves the rest of the drawing as it is.
`drawn.txt` holds a line for each: the verdict of a clerk, the paper, the rule, what it says.
"""

import hashlib
from pathlib import Path

from tests.checks.seeds.papers import NAMES, found

VERDICTS = Path(__file__).parent / "drawn.txt"
DRAWN, USEFUL = 30, 25


def drawing():
    """The thirty lines that are drawn of all that the rules say now."""
    said = {
        f"{name} | {row.rule.key} | {row.fault.says} | {row.fault.sentence[:90]}"
        for name in NAMES
        for row in found(name)
    }
    lowest = sorted(said, key=lambda line: hashlib.sha256(line.encode()).hexdigest())
    return sorted(line.rstrip(" |") for line in lowest[:DRAWN])


def judged():
    """Each line that was judged → its verdict: useful, noise or wrong."""
    lines = VERDICTS.read_text(encoding="utf-8").splitlines()
    return {line.partition(" | ")[2]: line.partition(" | ")[0] for line in lines}


def test_the_drawing_is_what_the_rules_say_now():
    assert drawing() == sorted(judged())


def test_a_clerk_would_call_most_of_it_useful():
    verdicts = list(judged().values())
    assert set(verdicts) <= {"useful", "noise", "wrong"}
    assert verdicts.count("useful") >= USEFUL
