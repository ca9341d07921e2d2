"""Risks as a file: what a risk register lists, a row for each risk or each time it was rated."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.rules import faults as recording
from assurance.imports.declaration import Column, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.people.importing import POSTS
from assurance.records.refusals import why_not_name
from assurance.runtime.digits import whole
from assurance.tables.cells import Text
from assurance.tables.clean import plain

ADD_SCALE = "Add it under Boards, plans and risks, Scales of risks."
LEVELS = {"likelihood": "likelihoods", "impact": "impacts"}


def prepare(council: Council, rows: Sequence[Values]) -> list[RiskScale]:
    """The scales of `council`, the newest first."""
    return list(RiskScale.objects.of(council).active().order_by("-from_date"))


def rating_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The scale of a rating that stands, or that of its day, and the numbers of its levels."""
    before, day = reading.current("riskrating", values), values.get("rated_on")
    spans = ((item, [(item.from_date, item.to_date)]) for item in reading.held if day)
    of_day = (scale for scale, span in spans if recording.overlap(span, day, day))
    scale = before.scale if before else next(of_day, None)
    return {"scale": scale, **{name: _level(values.get(name), name, scale) for name in LEVELS}}


def rating_faults(fields: Mapping) -> Iterator[tuple[str, ...]]:
    """What refuses a rating: parts left out, and the rules of a typed one."""
    if fields["rated_on"] is None:
        yield "rated_on", "A rating needs its date", "Write the date it was rated."
        return
    for name in LEVELS:
        if fields[name] is None:
            yield name, "The rating is incomplete: this is missing", "Fill it in."
    for name, sentence in recording.rating_faults(fields):
        right = "Write its number, or its word." if name in LEVELS else ""
        yield name, sentence, ADD_SCALE if fields["scale"] is None else right


def export_rows(council: Council) -> Iterator[tuple[Risk, RiskRating | None]]:
    """Each rating of a risk that stands, in their order; one that was never rated alone."""
    risks = Risk.objects.of(council).active().select_related("owner").prefetch_related("ratings")
    for risk in risks.order_by("opened_on", "pk"):
        ratings = [rating for rating in risk.ratings.all() if not rating.is_withdrawn]
        for rating in sorted(ratings, key=lambda item: item.rated_on) or [None]:
            yield risk, rating


def example_risk(council: Council) -> dict[str, object]:
    """A risk without a rating, where the council has no scale that rates it on the date."""
    day = date(2015, 10, 15)
    spans = [(scale.from_date, scale.to_date) for scale in prepare(council, [])]
    is_rated = any(recording.overlap([span], day, day) for span in spans)
    return {} if is_rated else dict.fromkeys(("rated_on", *LEVELS), "")


def _level(row, name, scale):
    """The number of a likelihood or an impact, which may be said by its word; None where nothing
    is said, 0 where it is on no scale."""
    if row is None:
        return None
    if row.isdecimal():
        return whole(row[:9])
    terms = [plain(item) for item in getattr(scale, LEVELS[name])] if scale else []
    return terms.index(plain(row)) + 1 if plain(row) in terms else 0


RISK = Record(
    Risk,
    by=("title",),
    title="title",
    why_not_name=why_not_name,
    shared=True,
    faults=recording.risk_faults,
    columns=(
        Column("title", "Risk", "Too few foster carers", ("risk title",), required=True,
               filled=True),
        Column("cause", "Cause", "Carers retire sooner than others apply.", ("causes",),
               longest=4000, required=True, needed="Describe its possible causes."),
        Column("control", "Control", "A recruitment scheme, seen monthly.",
               ("controls", "mitigation"), longest=4000, required=True,
               needed="Describe the actions against it."),
        Column("owner", "Owner’s post", "Head of Service",
               ("owner", "risk owner", "owner’s role", "owner_role"), titles=POSTS,
               needed="Write the post’s title, not a name."),
        Column("opened_on", "Opened", "15/04/2015", ("date opened", "raised on"), past=True,
               needed="Write the date it was opened."),
        Column("reviewed_on", "Last reviewed", also=("reviewed", "date reviewed"), past=True),
        Column("closed_on", "Closed", also=("date closed",), past=True),
    ),
)  # fmt: skip
RATING = Record(
    RiskRating,
    by=("risk", "rated_on"),
    rows=lambda council: RiskRating.objects.active().select_related("scale"),
    fields=rating_fields,
    faults=rating_faults,
    columns=(
        Column(
            "rated_on",
            "Rated on",
            "15/10/2015",
            ("date rated", "rating date"),
            past=True,
            condition="with a rating",
        ),
        Column(
            "likelihood",
            "Likelihood",
            "4",
            ("probability",),
            read=Text(60),
            condition="with a rating",
        ),
        Column("impact", "Impact", "3", ("severity",), read=Text(60), condition="with a rating"),
    ),
)
RISKS = Sheet(
    key="risks",
    title="Risks",
    about="Risks with their cause and control, as a risk register lists them, and how they were "
    "rated. The scale of likelihood and impact is entered first.",
    permission=Permission.RECORD_MATTERS,
    records=(RISK, RATING),
    prepare=prepare,
    standing=export_rows,
    example=example_risk,
)
