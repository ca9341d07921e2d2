"""What audits show together: grades by team and over time, what moderation changed, and how far the
learning went. Counts alone: nothing here knows one audit from another.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from assurance.charts.findings import Value, largest
from assurance.charts.tables import Bar, Chart
from assurance.runtime.periods import When, half_year
from assurance.tables.phrases import several

NOT_GRADED = "Not graded"
QUARTER, HALF_YEAR = "quarter", "half-year"
STEPS = {QUARTER: "Quarters", HALF_YEAR: "Half-years"}
EVERY = "All"
ONE_PLACE_FROM = 200


@dataclass(frozen=True)
class Group:
    """Audits alike: of one team (its name), with one pair of grades (rows, None where not given),
    done in one month (its first day); how many were done, of those shared, of those recorded."""

    team: str
    first: object
    moderated: object
    month: date
    done: int
    shared: int
    recorded: int

    @property
    def final(self):
        """The grade that counts."""
        return self.moderated or self.first


@dataclass(frozen=True)
class Row:
    """One row of a table of grades: its label, a count under each heading, and their sum."""

    label: str
    counts: tuple[int, ...]

    @property
    def total(self):
        """How many audits the row speaks of."""
        return sum(self.counts)


@dataclass(frozen=True)
class Table:
    """Rows of counts under the same headings."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def sums(self):
        """The row of all rows together."""
        counts = [row.counts for row in self.rows]
        places = range(len(self.heads))
        return Row(EVERY, tuple(sum(count[place] for count in counts) for place in places))


def quarter(day: date) -> When:
    """The calendar quarter that holds `day`."""
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    return When(first, _end_of_quarter(first))


def _end_of_quarter(first):
    after = date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


def steps(when: When, step: str) -> list[When]:
    """The quarters or half-years that `when` touches, its first and last cut off at its ends."""
    whole = quarter if step == QUARTER else half_year
    result, day = [], when.start
    while day <= when.end:
        item = whole(day)
        result.append(When(max(item.start, when.start), min(item.end, when.end)))
        day = date.fromordinal(item.end.toordinal() + 1)
    return result


def say_step(when: When) -> str:
    """A quarter, a half-year or a part of one in few words: “Apr to Jun 2015”."""
    first, last = f"{when.start:%b %Y}", f"{when.end:%b %Y}"
    if first == last:
        return first
    same_year = when.start.year == when.end.year
    return f"{when.start:%b} to {last}" if same_year else f"{first} to {last}"


def headings(groups: Iterable[Group]) -> dict:
    """The headings of a table of grades: a grade's key → its words, best first, scale after scale
    and said with its scale where there are several; those without a grade last, under None."""
    values = {group.final.pk: group.final for group in groups if group.final}
    ordered = sorted(values.values(), key=lambda grade: (grade.scale_id, grade.order))
    several = len({grade.scale_id for grade in ordered}) > 1
    labels = {
        grade.pk: f"{grade.label} ({grade.scale.title})" if several else grade.label
        for grade in ordered
    }
    return {**labels, None: NOT_GRADED}


def table(groups: list[Group], heads: dict, labels: Iterable[str], read: Callable) -> Table:
    """Counts of final grades under `heads`, a row for each of `labels`; `read` gives the label of
    a group's row."""
    counted = Counter()
    for group in groups:
        counted[read(group), group.final and group.final.pk] += group.done
    rows = tuple(Row(label, tuple(counted[label, key] for key in heads)) for label in labels)
    return Table(tuple(heads.values()), rows)


def by_team(groups: list[Group], heads: dict) -> Table:
    """Grades by team, in the order of names."""
    teams = sorted({group.team for group in groups})
    return table(groups, heads, teams, lambda item: item.team)


def over_time(groups: list[Group], heads: dict, when: When, step: str) -> Table:
    """Grades by quarter or half-year, those without an audit among them."""
    spans = steps(when, step)
    labels = {span: say_step(span) for span in spans}

    def label(item):
        return next(labels[span] for span in spans if _month_in(item.month, span))

    return table(groups, heads, labels.values(), label)


def _month_in(month, span):
    return (
        (span.start.year, span.start.month)
        <= (month.year, month.month)
        <= (
            span.end.year,
            span.end.month,
        )
    )


@dataclass(frozen=True)
class Spread:
    """First grades (rows) against grades at moderation (columns) of one scale."""

    scale: object
    table: Table
    changed: int
    raised: int
    lowered: int

    @property
    def moderated(self):
        """How many audits were moderated."""
        return self.table.sums.total


def spreads(groups: list[Group]) -> list[Spread]:
    """A spread for each scale by which an audit was moderated, in the order of scales' keys."""
    moderated = [group for group in groups if group.moderated and group.first]
    scales = {item.moderated.scale_id: item.moderated.scale for item in moderated}
    return [
        _spread(scales[key], [item for item in moderated if item.moderated.scale_id == key])
        for key in sorted(scales)
    ]


def _spread(scale, groups):
    grades = sorted(scale.grades.all(), key=lambda grade: grade.order)
    counted = Counter()
    for group in groups:
        counted[group.first.order, group.moderated.order] += group.done
    rows = tuple(
        Row(first.label, tuple(counted[first.order, later.order] for later in grades))
        for first in grades
    )
    raised = sum(count for (first, later), count in counted.items() if later < first)
    lowered = sum(count for (first, later), count in counted.items() if first < later)
    heads = tuple(grade.label for grade in grades)
    return Spread(scale, Table(heads, rows), raised + lowered, raised, lowered)


@dataclass(frozen=True)
class Part:
    """A step of the funnel: how many, of how many, and what they are."""

    label: str
    count: int
    base: int | None = None
    of: str = ""

    @property
    def words(self):
        """The count with its base: “38 of 42, 90%”."""
        if self.base is None:
            return f"{self.count:,}"
        share = f", {per_cent(self.count, self.base)}" if self.base else ""
        return f"{self.count:,} of {self.base:,}{share}"


def per_cent(count: int, base: int) -> str:
    """A share as papers say it: half rounded up, one decimal from a base of 200, none for none and
    for all."""
    tenths = base >= ONE_PLACE_FROM and count not in (0, base)
    whole = 1000 if tenths else 100
    share = (count * whole * 2 + base) // (base * 2)
    return f"{share // 10}.{share % 10}%" if tenths else f"{share}%"


def funnel(groups: Iterable[Group]) -> list[Part]:
    """The learning loop: done, shared of those done, recorded of those shared."""
    groups = list(groups)
    done, shared, recorded = (
        sum(getattr(group, part) for group in groups) for part in ("done", "shared", "recorded")
    )
    return [
        Part("Done", done),
        Part("Shared with the worker", shared, done, "those done"),
        Part("Discussion recorded", recorded, shared, "those shared"),
    ]


def of_grades(anchor: str, title: str, heading: str, table: Table) -> Chart:
    """A table of grades as bars of grades laid end to end, a row's sum at its end."""
    bars = tuple(
        Bar(row.label, count, f"{count:,}", head)
        for row in table.rows
        for head, count in zip(table.heads, row.counts, strict=True)
    )
    text = ", ".join(
        f"{head} {count:,}" for head, count in zip(table.heads, table.sums.counts, strict=True)
    )
    total = table.sums.total
    grades = zip(table.heads, table.sums.counts, strict=True)
    # Each grade is counted once, over all rows.
    values = [(head, Value(count, f"{count:,}")) for head, count in grades]
    return Chart(
        anchor,
        f"{title}. {largest(values, total)}" if total else title,
        f"The final grade of each audit, by {heading.lower()}. "
        f"{several(total, 'audit')} together: {text}.",
        bars,
        heading,
        stacked=True,
        caption=title,
    )


def of_funnel(parts: list[Part]) -> Chart:
    """The learning loop, each step with its own base."""
    done, shared, recorded = (f"{part.count:,}" for part in parts)
    steps = " ".join(f"{part.label}: {part.words}{_of(part)}." for part in parts)
    return Chart(
        "loop",
        f"Audits: {done} done, {shared} of these shared, {recorded} of those recorded",
        f"Audits done, shared with the worker, and with the discussion recorded. {steps}",
        tuple(Bar(part.label, part.count, f"{part.words}{_of(part)}") for part in parts),
        "Step",
        values="Audits",
        caption="From done to recorded",
    )


def of_spread(spread: Spread) -> Chart:
    """What moderation came to."""
    steps = {
        "Confirmed": spread.moderated - spread.changed,
        "Raised": spread.raised,
        "Lowered": spread.lowered,
    }
    name = f"Grades at moderation against first grades ({spread.scale.title})"
    return Chart(
        f"moderation-{spread.scale.pk}",
        f"Moderation changed {spread.changed:,} of {spread.moderated:,} grades: "
        f"{spread.raised:,} raised, {spread.lowered:,} lowered",
        f"{name}. {steps['Confirmed']:,} confirmed.",
        tuple(
            Bar(label, count, f"{count:,} of {spread.moderated:,}")
            for label, count in steps.items()
        ),
        "Effect of moderation",
        values="Audits",
        caption=name,
    )


def _of(part):
    return f" of {part.of}" if part.of else ""
