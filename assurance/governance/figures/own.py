"""What the figures of a council's own matters share."""

from functools import partial

from assurance.figures.figure import Figure, Tally, Timing

OWN = "the council’s own record"


def rows_tally(kind: str, rows) -> Tally:
    """The count of some records of a kind, with the keys of their rows."""
    return Tally(len(rows), partial(keys_of, kind, rows))


def keys_of(kind: str, rows) -> list[str]:
    """The keys of the rows of a kind, as provenance keeps them."""
    return [f"{kind}:{row.pk}:{row.version}" for row in rows]


def own_figure(key, title, counts, unit, rule, reckon, timing=Timing.AT, **more) -> Figure:
    """A figure of the council's own matters; `more` are fields of `Figure`."""
    return Figure(
        key=key,
        title=title,
        counts=counts,
        unit=unit,
        timing=timing,
        source="boards, plans and risks recorded here",
        citation="the council’s own records and the source that each measure names",
        rule=rule,
        reckon=reckon,
        **more,
    )
