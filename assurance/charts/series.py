"""What a line chart shows: series of points on an axis, and what they are compared with."""

from dataclasses import dataclass
from datetime import date

from assurance.charts.palette import REFERENCE, TARGET, Look, look_of

DATA, OTHER_AREA, AIM = "data", "other area", "target"
# Fewer values are told better in words.
FEWEST = 3


@dataclass(frozen=True)
class Point:
    """A value at a place of the axis (a day's ordinal, or a number in order), as print has it;
    None where it is not shown, which leaves a gap. `starts_anew` says that it is counted otherwise
    than the one before, to which no line leads; `was` has (value, words) that were corrected."""

    at: int
    value: float | None
    words: str
    starts_anew: bool = False
    was: tuple[tuple[float, str], ...] = ()


def dated(day: date, value: float | None, words: str, **more) -> Point:
    """A point on its day."""
    return Point(day.toordinal(), value, words, **more)


@dataclass(frozen=True)
class Series:
    """Points in the order of the axis, under a name; `kind` says whether they are the chart's own
    data or what these are compared with: other areas, or a target."""

    name: str
    points: tuple[Point, ...]
    kind: str = DATA

    @property
    def shown(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def stretches(self) -> list[list[Point]]:
        """The points that one line joins: a gap and a new way of counting end it."""
        parted: list[list[Point]] = [[]]
        for point in self.points:
            if point.value is None or point.starts_anew:
                parted.append([])
            if point.value is not None:
                parted[-1].append(point)
        return [stretch for stretch in parted if stretch]


@dataclass(frozen=True)
class LineChart:
    """Series on one axis. `title` says the finding, `description` every value; `ticks` are (place,
    words) below the axis, and without them its years are; `has_scale` says that values are numbers
    of one unit, which the value axis then names."""

    title: str
    series: tuple[Series, ...]
    description: str = ""
    ticks: tuple[tuple[int, str], ...] = ()
    has_scale: bool = True

    @property
    def drawn(self) -> list[tuple[Series, Look]]:
        """The series that have a value, each with its look; comparisons come first, so that data
        lies over them."""
        printed = [series for series in self.series if series.shown]
        data = [series for series in printed if series.kind == DATA]
        looks = [(series, look_of(place)) for place, series in enumerate(data)]
        others = [
            (series, TARGET if series.kind == AIM else REFERENCE)
            for series in printed
            if series.kind != DATA
        ]
        return others + looks

    @property
    def is_line(self) -> bool:
        """Whether a series of data has enough values, of more than one date, to be drawn."""
        return any(
            len(series.shown) >= FEWEST and series.shown[0].at != series.shown[-1].at
            for series in self.series
            if series.kind == DATA
        )
