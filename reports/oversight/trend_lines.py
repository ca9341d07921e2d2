"""The trend of an indicator as a small line with its first and last value, their months and the
target at its right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assurance.charts.small_lines import TREND, SmallLine, draw_small_line, is_drawn
from assurance.governance.rules.choices import NUMBER, say_value
from assurance.runtime.periods import say_day


@dataclass(frozen=True)
class Trend:
    """Values of an indicator by their days, in its unit, with its target where it has one."""

    points: tuple[tuple[date, Decimal], ...]
    unit: str = NUMBER
    target: Decimal | None = None

    @property
    def words(self) -> str:
        """What the line shows, in a sentence."""
        (first, begins), (last, ends) = self.points[0], self.points[-1]
        path = f"From {self.text_of(begins)} on {say_day(first)}"
        path += f" to {self.text_of(ends)} on {say_day(last)}"
        return path if self.target is None else f"{path}; target {self.text_of(self.target)}"

    def text_of(self, value: Decimal) -> str:
        """A value in the unit."""
        return say_value(value, self.unit)


def trend_of(points: Sequence[Sequence[str]], unit: str = NUMBER, target: str = "") -> Trend:
    """The trend through (ISO day, value as text)."""
    rows = tuple((date.fromisoformat(day), Decimal(value)) for day, value in points)
    return Trend(rows, unit, Decimal(target) if target else None)


def trend_line(points: Sequence[Sequence[str]], unit: str = NUMBER, target: str = ""):
    """The line through (ISO day, value as text) as safe SVG; nothing for fewer than two values."""
    trend = trend_of(points, unit, target)
    if not is_drawn(trend.points, TREND):
        return ""
    rows = [(day, float(value), trend.text_of(value)) for day, value in trend.points]
    aim = None
    if trend.target is not None:
        aim = (float(trend.target), trend.text_of(trend.target))
    return draw_small_line(SmallLine(rows, trend.words, aim), TREND)
