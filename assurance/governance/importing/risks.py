"""Risks as a file: what a risk register lists, a row for each risk or each time it was rated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.governance.importing.titles import (
    held_of,
    matter_of,
    merged,
    name_in_a_file,
    said_of,
    told_by_any,
    why_not_matter,
    why_not_yet,
)
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.rules import faults as recording
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.runtime.digits import whole
from assurance.tables.cells import Day, Text
from assurance.tables.clean import plain

OF_A_RISK = ("cause", "control", "owner_role", "opened_on", "reviewed_on", "closed_on")
NEEDED = {
    "cause": "Say what may bring it about.",
    "control": "Say what is done about it.",
    "owner_role": "Write the role's title, not a name.",
    "opened_on": "Write the day it was opened.",
}
LEVELS = {"likelihood": "likelihoods", "impact": "impacts"}


@dataclass(frozen=True)
class RiskIndex:
    """Risks by plain title or slug; what any row tells of one; the council's scales; (risk, day)
    → its standing rating."""

    risks: dict[str, Risk] = field(default_factory=dict)
    told: dict[tuple, object] = field(default_factory=dict)
    scales: list[RiskScale] = field(default_factory=list)
    ratings: dict[tuple, RiskRating] = field(default_factory=dict)


def prepare(council: Council, rows: Sequence[Values]) -> RiskIndex:
    """What `council` holds that `rows` speak of."""
    scales = list(RiskScale.objects.of(council).active().order_by("-from_date"))
    current = RiskIndex(held_of(Risk, council), told_by_any(rows, OF_A_RISK), scales)
    value = {current.risks.get(plain(row["title"])) for row in rows if row.get("title")} - {None}
    ratings = RiskRating.objects.active().filter(risk__in=value).select_related("scale")
    for rating in ratings:
        current.ratings[rating.risk_id, rating.rated_on] = rating
    return current


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: what a new risk lacks, and the rules of a typed risk and rating."""
    current = reading.held
    value = said_of(values, OF_A_RISK, current.told)
    yield from why_not_matter(Risk, values, value, current.risks, NEEDED)
    yield from why_not_yet(values, ("opened_on", "reviewed_on", "closed_on", "rated_on"))
    latest = merged(value, current.risks.get(plain(values["title"])), OF_A_RISK)
    for name, sentence in recording.risk_faults(latest):
        yield Fault(name, sentence)
    if _has_rating(values):
        yield from _why_not_rating(values, latest, reading)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The risk of a row and its rating."""
    current = reading.held
    value = said_of(values, OF_A_RISK, current.told)
    risk = matter_of(Risk, values, value, current.risks)
    yield risk
    if _has_rating(values):
        scale = _scale(values, current)
        details = {name: _level(values, name, scale) for name in LEVELS}
        identity = {"risk": risk, "rated_on": values["rated_on"]}
        yield TargetRow(RiskRating, identity, {"scale": scale, **details})


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each rating of a risk that stands, in their order; one that was never rated has
    one row."""
    current = held_of(Risk, council)
    risks = Risk.objects.of(council).active().prefetch_related("ratings")
    for risk in risks.order_by("opened_on", "pk"):
        values = {name: getattr(risk, name) for name in OF_A_RISK}
        values["title"] = name_in_a_file(risk, current)
        ratings = [rating for rating in risk.ratings.all() if not rating.is_withdrawn]
        for rating in sorted(ratings, key=lambda item: item.rated_on) or [None]:
            levels = {name: getattr(rating, name, None) for name in ("rated_on", *LEVELS)}
            yield values | levels


def _has_rating(values):
    return any(values.get(name) is not None for name in ("rated_on", *LEVELS))


def _rating(values, current):
    risk = current.risks.get(plain(values["title"]))
    return risk and current.ratings.get((risk.pk, values.get("rated_on")))


def _scale(values, current):
    """The scale of a rating that stands, or that of its day, or None."""
    if before := _rating(values, current):
        return before.scale
    day = values["rated_on"]
    matches = (scale for scale in current.scales if recording.overlap([_span(scale)], day, day))
    return next(matches, None)


def _span(scale):
    return scale.from_date, scale.to_date


def _level(values, name, scale):
    """The number of a likelihood or an impact, which may be said by its word; None where nothing
    is said, 0 where it is on no scale."""
    row = values.get(name)
    if row is None:
        return None
    if row.isdecimal():
        return whole(row[:9])
    terms = [plain(item) for item in getattr(scale, LEVELS[name])] if scale else []
    return terms.index(plain(row)) + 1 if plain(row) in terms else 0


def _why_not_rating(values, current, reading):
    if values.get("rated_on") is None:
        yield Fault("rated_on", "A rating needs its day", "Write the day it was rated.")
        return
    record = reading.held
    scale = _scale(values, record)
    rated = {name: _level(values, name, scale) for name in LEVELS}
    rated = merged(rated, _rating(values, record), tuple(LEVELS))
    for name in LEVELS:
        if rated[name] is None:
            yield Fault(name, "The rating is told in part: this is missing", "Fill it in.")
    risk = SimpleNamespace(opened_on=current["opened_on"])
    fields = {**rated, "scale": scale, "rated_on": values["rated_on"], "risk": risk}
    for name, sentence in recording.rating_faults(fields):
        right = "Write its number, or its word." if name in LEVELS else ""
        yield Fault(name, sentence, right)


RISKS = Sheet(
    key="risks",
    title="Risks",
    about="Risks with their cause and control, as a risk register lists them, and how they were "
    "rated. The scale of likelihood and impact is entered first.",
    permission=Permission.RECORD_MATTERS,
    columns=(
        Column("title", "Risk", Text(160), "Too few foster carers", ("risk title",),
               required=True, filled=True),
        Column("cause", "Cause", Text(4000, lines=True), "Carers retire sooner than others apply.",
               ("causes",), required=True),
        Column("control", "Control", Text(4000, lines=True), "A recruitment scheme, seen monthly.",
               ("controls", "mitigation"), required=True),
        Column("owner_role", "Owner's role", Text(120), "Head of Service", ("owner", "risk owner")),
        Column("opened_on", "Opened", Day(), "01/04/2015", ("date opened", "raised on")),
        Column("reviewed_on", "Last reviewed", Day(), "", ("reviewed", "date reviewed")),
        Column("closed_on", "Closed", Day(), "", ("date closed",)),
        Column("rated_on", "Rated on", Day(), "01/10/2015", ("date rated", "rating date")),
        Column("likelihood", "Likelihood", Text(60), "4", ("probability",)),
        Column("impact", "Impact", Text(60), "3", ("severity",)),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    standing=export_rows,
)  # fmt: skip
