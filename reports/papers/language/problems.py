"""What is wrong with a paper, in a sentence that the writer can act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault: its sentence, the place where it stands, and the named rule it breaks, if any."""

    sentence: str
    place: str = ""
    rule: str = ""

    def __str__(self):
        return f"{self.place}: {self.sentence}" if self.place else self.sentence
