"""The figures of two reports compared: those that changed first, each with its line over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assurance.figures.comparison import why_not_comparable
from assurance.figures.keys import current_key
from reports.documents.entries import Entry
from reports.documents.figure_pairs import (
    THE_SAME,
    FigurePair,
    figure_pairs,
)
from reports.documents.series.predecessors import is_of_one_moment
from reports.documents.series.waves import moment_of
from reports.papers.addresses import series_address
from reports.publication.figure_history import Strand, strands
from reports.publication.latest_figures import LatestFigure
from reports.publication.models.figures import PrintedFigure

NOT_SHOWN = "a number is not shown"


@dataclass(frozen=True)
class ComparedFigure:
    """A figure of both reports: the address of its page, why its values cannot be compared, and
    its small line; the last two may be empty."""

    pair: FigurePair
    address: str
    why_not: str = ""
    line: str = ""


@dataclass(frozen=True)
class ComparedFigures:
    """The figures of two reports in the order of the later one: of both, those that changed, that
    cannot be compared, that are the same at another time, and (`repeated`) that are the same number
    of the same time printed twice; `new` and `gone` are in one report only."""

    changed: tuple[ComparedFigure, ...]
    unlike: tuple[ComparedFigure, ...]
    same: tuple[ComparedFigure, ...]
    repeated: tuple[ComparedFigure, ...]
    new: tuple[ComparedFigure, ...]
    gone: tuple[ComparedFigure, ...]

    @property
    def in_both(self) -> int:
        """How many figures both reports print."""
        return len(self.changed) + len(self.unlike) + len(self.same) + len(self.repeated)

    @property
    def in_one(self) -> int:
        """How many figures one report prints and the other does not."""
        return len(self.new) + len(self.gone)


def compared_figures(
    council: str, before: Iterable[Entry], after: Iterable[Entry]
) -> ComparedFigures:
    """The figures of two reports of `council`, without lines; differences only where they were
    corrected."""
    groups = {name: [] for name in ("changed", "unlike", "same", "repeated", "new", "gone")}
    for pair in figure_pairs(before, after):
        name, why_not = _group(pair)
        # Both numbers of a difference are compared themselves.
        if pair.entry.is_difference and not (
            name == "changed" and is_of_one_moment(pair.before, pair.after)
        ):
            continue
        address = series_address(council, current_key(pair.entry.key), pair.entry.member)
        groups[name].append(ComparedFigure(pair, address, why_not))
    return ComparedFigures(**{name: tuple(rows) for name, rows in groups.items()})


def _group(pair):
    """(the group of a pair, why its values cannot be compared)."""
    if not (pair.before and pair.after):
        return ("new" if pair.after else "gone"), ""
    if why_not := _why_not(pair.before, pair.after):
        return "unlike", why_not
    if not (pair.change == THE_SAME or pair.before.mark):
        return "changed", ""
    is_repeated = moment_of(pair.before) == moment_of(pair.after)
    return ("repeated" if is_repeated else "same"), ""


def _why_not(before, after):
    if bool(before.mark) != bool(after.mark):
        return NOT_SHOWN
    # Two values of one date are one value and its correction, however it is counted.
    return "" if is_of_one_moment(before, after) else why_not_comparable(before, after)


def with_lines(council: str, figures: ComparedFigures) -> ComparedFigures:
    """The same, each changed figure with its line up to its later value."""
    names = {_name(compared.pair.entry) for compared in figures.changed}
    printed = PrintedFigure.objects.public_in(council).of_figures(names).with_newest()
    rows: dict[tuple[str, str], list] = {}
    for row in printed:
        rows.setdefault((current_key(row.key), row.member), []).append(row)
    histories = {name: strands(some) for name, some in rows.items()}
    changed = (replace(compared, line=_line(compared, histories)) for compared in figures.changed)
    return replace(figures, changed=tuple(changed))


def _name(entry):
    return current_key(entry.key), entry.member


def _line(compared: ComparedFigure, histories: dict[tuple[str, str], Sequence[Strand]]):
    """The line of a figure as far as its later value; empty where that value is corrected now."""
    entry = compared.pair.after
    for strand in histories.get(_name(entry), ()):
        for place, point in enumerate(strand.points):
            if _is_value(point.entry, entry) and not point.taken_out:
                points = strand.points[: place + 1]
                return LatestFigure(
                    *_name(entry),
                    address=compared.address,
                    strand=replace(strand, points=points),
                    point=point,
                    before=None,
                ).row_line
    return ""


def _is_value(entry, other):
    alike = all(getattr(entry, name) == getattr(other, name) for name in ("cohort", "text"))
    return alike and moment_of(entry) == moment_of(other)
