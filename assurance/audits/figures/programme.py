"""The figures of the audit programme: audits planned in a period, rounds awaiting their result on a
day.

Nothing is returned for a day or a period before the council's first round; after it, none is
nought. What a round does not say is not guessed: a period in which a round without a number ends
has no number of audits planned.
"""

from assurance.audits.models.rounds import AuditRound
from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit

SOURCE = "the audit programme recorded here"
CITATION = "The council's audit programme"


def planned(figure_request: FigureRequest) -> Reading | None:
    """The audits planned by the rounds whose period ends within the one asked for."""
    current = _rounds_to(figure_request)
    rounds = (
        list(current.ending_in(figure_request.when).order_by("pk")) if current is not None else None
    )
    if rounds is None or any(item.planned is None for item in rounds):
        return None
    number = sum(item.planned for item in rounds)
    tally = Tally(number, lambda: [item.history_name for item in rounds])
    return Reading(members={WHOLE: tally}, when=figure_request.when, source=SOURCE)


def awaiting(figure_request: FigureRequest) -> Reading | None:
    """The rounds that had begun by the end of the day and were neither closed nor cancelled."""
    current = _rounds_to(figure_request)
    if current is None:
        return None
    rounds = current.awaiting_on(figure_request.when.end)
    tally = Tally(rounds.count(), lambda: _keys(rounds))
    return Reading(members={WHOLE: tally}, when=figure_request.when, source=SOURCE)


def _rounds_to(query):
    """The council's rounds, or None where none is held by then; a population of people has none."""
    rounds = AuditRound.objects.of(query.council)
    first = rounds.first_day() if query.cohort is None else None
    return rounds if first and first <= query.when.end else None


def _keys(rounds):
    name = AuditRound._meta.verbose_name
    return [f"{name} {pk}" for pk in rounds.order_by("pk").values_list("pk", flat=True)]


PLANNED = Figure(
    key="audits.planned",
    title="Case-file audits planned",
    counts="audits planned by the rounds of the programme whose last day lies in the period",
    unit=Unit.AUDITS,
    timing=Timing.IN,
    source=SOURCE,
    rule="A round belongs to the period that holds its last day. Cancelled rounds are left out.",
    citation=CITATION,
    reckon=planned,
)
AWAITING = Figure(
    key="audits.rounds_awaiting_result",
    title="Audit rounds awaiting their result",
    counts="audit rounds begun by the end of the day and neither closed with a result nor "
    "cancelled by then",
    unit=Unit.ROUNDS,
    timing=Timing.AT,
    source=SOURCE,
    rule="A round begins on the day entered, or with the first of its audits where none is.",
    citation=CITATION,
    reckon=awaiting,
)

FIGURES = (PLANNED, AWAITING)
