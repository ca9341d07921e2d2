"""What is wrong with a paper, in a sentence that the writer can act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault: `sentence` says what is wrong and what would be right, `place` where it stands,
    `rule` which named rule it breaks, empty where the rule has no name."""

    sentence: str
    place: str = ""
    rule: str = ""

    def __str__(self):
        return f"{self.place}: {self.sentence}" if self.place else self.sentence
