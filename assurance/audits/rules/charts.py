"""The charts of what audits show, each of a table of counts."""

from assurance.audits.rules.groups import Part, Spread, Table
from assurance.govuk.chart_shapes import Bar, Chart


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
    description = f"{table.sums.total:,} audits together: {text}."
    return Chart(anchor, title, description, bars, heading, stacked=True)


def of_funnel(parts: list[Part]) -> Chart:
    """The learning loop, each step with its own base."""
    return Chart(
        "loop",
        "From done to recorded",
        " ".join(f"{part.label}: {part.words}{_of(part)}." for part in parts),
        tuple(Bar(part.label, part.count, f"{part.words}{_of(part)}") for part in parts),
        "Step",
        values="Audits",
    )


def of_spread(spread: Spread) -> Chart:
    """What moderation came to."""
    steps = {
        "Confirmed": spread.moderated - spread.changed,
        "Raised": spread.raised,
        "Lowered": spread.lowered,
    }
    return Chart(
        f"moderation-{spread.scale.pk}",
        f"Grades at moderation against first grades ({spread.scale.title})",
        f"Moderation changed {spread.changed:,} of {spread.moderated:,} grades.",
        tuple(
            Bar(label, count, f"{count:,} of {spread.moderated:,}")
            for label, count in steps.items()
        ),
        "What moderation did",
        values="Audits",
    )


def _of(part):
    return f" of {part.of}" if part.of else ""
