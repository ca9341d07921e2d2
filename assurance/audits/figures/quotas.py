"""The figures of allocation rules: the posts of a period's rounds, and those that met their quota.

Nothing is returned for a period before the council's first round with a rule; after it, none is
nought.
"""

from functools import partial

from assurance.audits.figures.analysis import steps_of
from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules.allocation import MET, shares
from assurance.audits.rules.progress import as_teams_now
from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.people.models.teams import Team

SOURCE = "the allocation rules of audit rounds and the case audits recorded here"
CITATION = "The council’s audit programme"


def allocated(figure_request: FigureRequest) -> Reading | None:
    """The posts that the rules of the period's rounds ask for audits."""
    result = _quotas(figure_request)
    if result is None:
        return None
    return _reading(figure_request, {WHOLE: _tally(result, lambda share: True)})


def met(figure_request: FigureRequest) -> Reading | None:
    """Of these posts, those that had done what the rule asks by the end of the period."""
    result = _quotas(figure_request)
    if result is None:
        return None
    members = {WHOLE: _tally(result, lambda share: share.state == MET)}
    return _reading(figure_request, members, {WHOLE: _tally(result, lambda share: True)})


def _quotas(query):
    """(line, its shares) of each line of the rounds that end within the period, or None where no
    round with a rule had started by its end; a population of people has none."""
    when = query.when
    lines = query.once_for_all("allocation lines", lambda span: _lines(query.council))
    begun = any(line.audit_round.start <= when.end for line in lines)
    if not begun or query.cohort is not None:
        return None
    ending = [line for line in lines if when.start <= line.audit_round.end <= when.end]
    teams = query.once_for_all("teams", lambda span: list(Team.objects.of(query.council)))
    doings = query.once_for_all("audits of rounds", lambda span: _doings(query.council, lines))
    steps = steps_of(query)
    result = []
    for line in ending:
        matches = doings.get(line.audit_round_id, ())
        mine, matches = as_teams_now(line.audit_round, matches, teams, steps, when.end)
        result.append((line, shares(line, line.audit_round, mine, matches, when.end)))
    return result


def _lines(council):
    """The standing lines of standing rounds that were not cancelled."""
    return list(
        AuditAllocation.objects.of(council)
        .active()
        .filter(audit_round__withdrawn_on=None, audit_round__cancelled_on=None)
        .select_related("audit_round", "post")
        .prefetch_related("posts", "audit_round__teams")
        .order_by("pk")
    )


def _doings(council, lines):
    """Round's key → the audits of the round."""
    index = {}
    rounds = {line.audit_round_id for line in lines}
    for doing in CaseAudit.objects.of(council).doings(rounds):
        index.setdefault(doing.round_id, []).append(doing)
    return index


def _tally(result, counts):
    counted = [(line, sum(map(counts, posts))) for line, posts in result]
    return Tally(
        sum(number for _, number in counted),
        lambda: [line.history_name for line, number in counted if number],
    )


def _reading(query, members, bases=None):
    return Reading(members, query.when, source=SOURCE, bases=bases or {})


quota_figure = partial(Figure, unit=Unit.POSTS, timing=Timing.IN, source=SOURCE, citation=CITATION)
ALLOCATED = quota_figure(
    key="audits.posts_allocated",
    title="Posts asked to audit by an allocation rule",
    counts="posts that the allocation rules of audit rounds ask for audits, of the rounds "
    "that end in the period",
    rule="A post counts once for each line of a rule that names it. Where a line names the post "
    "of each team, each team of the round counts as one post. Cancelled rounds are left out.",
    reckon=allocated,
    planned=True,
)
MET_QUOTA = quota_figure(
    key="audits.posts_that_met_quota",
    title="Posts that met their quota of audits",
    counts="posts that had done, by the end of the period, every audit that the allocation "
    "rules ask of them, of the rounds that end in the period",
    out_of="posts that the allocation rules of these rounds ask for audits",
    rule="A post has met its quota where it audited as many cases of its own team and of another "
    "team as the rule asks, in each stretch of months that the rule names.",
    reckon=met,
    base=ALLOCATED.key,
)

FIGURES = (ALLOCATED, MET_QUOTA)
