"""Headline figures and main points moved up or down on their page, before they are saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assurance.runtime.digits import whole
from reports.language.grammar import TOKEN

UP, DOWN = "up", "down"
FIGURE, POINT = "figure", "point"
BULLET = "* "
# A main point is named by so many characters of it.
SHORT = 60


@dataclass(frozen=True)
class Move:
    """A button that moves one thing: its `value`, the way it goes, what it names, and whether it
    has the focus because it, or what it moves, was moved."""

    value: str
    way: str
    name: str
    has_focus: bool = False

    @property
    def label(self) -> str:
        """“Move up”."""
        return f"Move {self.way}"


@dataclass(frozen=True)
class Step:
    """A press of such a button: the kind of what is moved, from which place to which."""

    kind: str
    way: str
    before: int
    after: int


def read_step(value: str, many: Mapping[str, int]) -> Step | None:
    """The press that `value` is, or None where nothing can go there; `many` says how many places
    each kind has."""
    kind, _, rest = value.partition(":")
    way, _, place = rest.partition(":")
    before = whole(place)
    if kind not in many or way not in (UP, DOWN) or before is None:
        return None
    after = before - 1 if way == UP else before + 1
    both_there = all(1 <= first <= many[kind] for first in (before, after))
    return Step(kind, way, before, after) if both_there else None


def moved_figures(posted: Mapping, parts: Sequence[str], step: Step) -> dict[str, str]:
    """The fields of two places, each with what the other had."""
    pairs = ((step.before, step.after), (step.after, step.before))
    return {
        f"{part}_{to}": posted.get(f"{part}_{place}", "") for part in parts for place, to in pairs
    }


def points_of(text: str) -> tuple[str, list[str]]:
    """(what comes before the first main point, the points with their mark and further lines)."""
    points, before = [], []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith(BULLET):
            points.append([line])
        else:
            (points[-1] if points else before).append(line)
    return "\n".join(before), ["\n".join(lines).rstrip("\n") for lines in points]


def moved_points(text: str, step: Step) -> str:
    """`text` with one of its main points moved past the next."""
    before, points = points_of(text)
    first, second = step.before - 1, step.after - 1
    points[first], points[second] = points[second], points[first]
    return "\n".join([before, *points] if before else points)


def moves_of(kind: str, place: int, many: int, name: str, step: Step | None) -> list[Move]:
    """The buttons of the thing at `place` of `many`. That which was pressed keeps the focus at its
    new place, or gives it to the other where it can go no further."""
    ways = [way for way, end in ((UP, 1), (DOWN, many)) if place != end]
    focused = ""
    if step and (step.kind, step.after) == (kind, place):
        focused = step.way if step.way in ways else ways[0]
    label = f"{name}, {place} of {many}"
    return [Move(f"{kind}:{way}:{place}", way, label, way == focused) for way in ways]


def short_name(point: str) -> str:
    """A main point in a few words, what is live in it left out."""
    short = " ".join(TOKEN.sub("…", point.removeprefix(BULLET)).split())
    return short if len(short) <= SHORT else f"{short[:SHORT].rstrip()}…"
