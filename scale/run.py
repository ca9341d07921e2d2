"""One council's years measured, then the same among further councils."""

from assurance.runtime.databases.statistics import count_all
from bench.database import Prepared
from scale.measures import measured
from scale.pages import actions
from scale.rows import add_councils, add_years
from scale.sizes import Sizes
from scale.table import Line


def lines_of(made: Prepared, sizes: Sizes, out=None) -> tuple[int, list[Line]]:
    """(how many rows were added, the lines of the table), each printed as it is measured."""
    rows = add_years(made.council, sizes)
    count_all()
    alone = [(name, measured(action, sizes.rounds)) for name, action in actions(made)]
    rows += add_councils(made.council, sizes)
    count_all()
    lines = []
    for (name, before), (_name, action) in zip(alone, actions(made), strict=True):
        lines.append(Line(name, before, measured(action, sizes.rounds)))
        print(lines[-1].words, file=out, flush=True)
    return rows, lines
