"""The figures of the audit programme: audits planned in a period, rounds awaiting their result on a
day.

Nothing is returned for a day or a period before the council's first round; after it, none is
nought. What a round does not say is not guessed: a period in which a round without a number ends
has no number of audits planned.
"""

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules.rounds import awaits_on
from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit

SOURCE = "the audit programme recorded here"
CITATION = "The council’s audit programme"


def planned(figure_request: FigureRequest) -> Reading | None:
    """The audits planned by the rounds whose period ends within the one asked for."""
    current, when = _rounds_to(figure_request), figure_request.when
    if current is None:
        return None
    ending = [item for item in current if when.start <= item.end <= when.end]
    rounds = [item for item in ending if item.cancelled_on is None]
    if any(item.planned is None for item in rounds):
        return None
    number = sum(item.planned for item in rounds)
    tally = Tally(number, lambda: [item.history_name for item in rounds])
    return Reading(members={WHOLE: tally}, when=figure_request.when, source=SOURCE)


def awaiting(figure_request: FigureRequest) -> Reading | None:
    """The rounds begun and over by the end of the date that were neither closed nor cancelled."""
    current, day = _rounds_to(figure_request), figure_request.when.end
    if current is None:
        return None
    rounds = [item for item in current if awaits_on(item, item.audited, day)]
    tally = Tally(len(rounds), lambda: [item.history_name for item in rounds])
    return Reading(members={WHOLE: tally}, when=figure_request.when, source=SOURCE)


def _rounds_to(query):
    """The council's standing rounds, or None where none is held by then; a population of people has
    none."""
    rounds = query.once_for_all("audit rounds", lambda span: _with_audits(query.council))
    is_begun = any(item.start <= query.when.end for item in rounds)
    return rounds if is_begun and query.cohort is None else None


def _with_audits(council):
    """The active rounds of a council, each with the dates of its active audits as `audited`."""
    rounds = list(AuditRound.objects.of(council).active().order_by("pk"))
    days = CaseAudit.objects.of(council).active().days_by_round()
    for item in rounds:
        item.audited = days[item.pk]
    return rounds


PLANNED = Figure(
    key="audits.planned",
    title="Case-file audits planned",
    counts="audits planned by the rounds of the programme that end in the period",
    unit=Unit.AUDITS,
    timing=Timing.IN,
    source=SOURCE,
    rule="A round belongs to the period in which it ends. Cancelled rounds are left out.",
    citation=CITATION,
    reckon=planned,
    planned=True,
)
AWAITING = Figure(
    key="audits.rounds_awaiting_result",
    title="Audit rounds awaiting their result",
    counts="audit rounds begun and over by the end of the date and neither closed with a result "
    "nor cancelled by then",
    unit=Unit.ROUNDS,
    timing=Timing.AT,
    source=SOURCE,
    rule="A round begins on the date entered, or with the first of its audits where none is. It is "
    "over after its period, after the date its report is due, or once all planned audits are done.",
    citation=CITATION,
    reckon=awaiting,
)

FIGURES = (PLANNED, AWAITING)
