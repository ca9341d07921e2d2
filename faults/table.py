"""The table of what was tried and what was lost."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

HEAD = f"{'fault':<58}{'tries':>6}  lost"
NOTHING = "nothing"


@dataclass(frozen=True)
class Line:
    """One fault: how often it was tried, and a sentence for each loss."""

    name: str
    tries: int
    losses: tuple[str, ...] = ()
    # Why it could not be tried here; a line that was not tried has not passed.
    left_out: str = ""

    @property
    def words(self) -> str:
        """The line as it is printed, with the first three losses."""
        if self.left_out:
            return f"{self.name:<58}{'-':>6}  not tried: {self.left_out}"
        lost = "; ".join(self.losses[:3]) or NOTHING
        return f"{self.name:<58}{self.tries:>6}  {lost}"


def print_lines(lines: Iterable[Line], out=sys.stdout) -> bool:
    """Prints each line as it comes; whether something was lost."""
    lost = False
    print(HEAD, file=out, flush=True)
    for line in lines:
        print(line.words, file=out, flush=True)
        lost = lost or bool(line.losses)
    return lost
