"""The table of what each thing takes with one council's rows and among many, and its document."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scale.measures import Measured
from scale.sizes import YEARS, Sizes

# Among many councils nothing takes more than this many times what it takes with one.
MOST = 1.5
DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "scale.md"
HEAD = f"{'what a person does':<34}{'one council':>13}{'all':>11}{'ratio':>8}{'queries':>9}"
OPENING = """# Scale

`make scale` fills a database of its own on PostgreSQL with {years} years of {councils} councils:
{rows:,} rows, made by SQL of the demonstration's council. It times what people do with the rows of
one council alone, then among all of them, and writes this page. It ends with 1 where a row of the
table is over {most}.

- **one council** and **all** are seconds of processor, the database's among them: the fastest of
  {rounds} runs after one that warms. The database has to run on the same machine.
- **ratio** is what to compare: the seconds are those of the machine that wrote this page.
- The plans are those of the slowest statement of each, among all councils.

Each council has at least {people:,} people with their DBS checks, {audits:,} case audits,
{actions:,} improvement actions, {reports} reports, {imports} imports and {entries:,} entries of
history (`scale/sizes.py`). `tests/test_scale.py` does the same at a tiny size.

    {head}
"""


@dataclass(frozen=True)
class Line:
    """What one thing takes, with one council's rows and among all."""

    name: str
    alone: Measured
    among: Measured

    @property
    def ratio(self) -> float:
        """How many times as much it takes among all."""
        return self.among.seconds / self.alone.seconds

    @property
    def is_over(self) -> bool:
        """Whether that is more than it may be."""
        return self.ratio > MOST

    @property
    def words(self) -> str:
        """The line as it is printed."""
        return (
            f"{self.name:<34}{self.alone.seconds:>11.4f} s{self.among.seconds:>9.4f} s"
            f"{self.ratio:>8.2f}{self.among.statements:>9}{'  over' if self.is_over else ''}"
        )


def document(lines: Iterable[Line], sizes: Sizes, rows: int) -> str:
    """The table and the plans as `docs/scale.md` has them."""
    lines = list(lines)
    sized = {**vars(sizes), "rows": rows, "years": YEARS, "most": MOST, "head": HEAD}
    table = "".join(f"    {line.words}\n" for line in lines)
    plans = "".join(_plan(line) for line in lines if line.among.plan)
    return f"{OPENING.format(**sized)}{table}\n## Plans\n{plans}"


def _plan(line):
    return f"\n### {line.name.capitalize()}\n\n```\n{line.among.plan.rstrip()}\n```\n"
