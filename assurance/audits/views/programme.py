"""The audit programme: its registers, the page that follows it, and themes found again."""

from django.shortcuts import render

from assurance.accounts.access import Permission, may, requires
from assurance.audits.forms.analysis import PeriodFilters
from assurance.audits.forms.programme import (
    AllocationForm,
    KindFilters,
    KindForm,
    RoundFilters,
    RoundForm,
    ThemeFilters,
    ThemeForm,
)
from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules import progress, themes
from assurance.audits.rules.rounds import say_interval
from assurance.people.models.teams import Team
from assurance.registers.declaration import Column, Item, Parent, Register
from assurance.runtime.periods import months_after, say_day, today

MONTHS_SHOWN = 12


def interval_of(kind):
    """How often a kind of audit comes, in words."""
    return say_interval(kind.interval_months)


def teams_of(round_):
    """The names of a round's teams, or that it is of all."""
    return [team.name for team in round_.teams.all()] or "Every team of the service"


def service_of(round_):
    """A round's service, or that it is of all."""
    return round_.service or "Every service"


def every_of(line):
    """The stretch that a line of an allocation rule speaks of, in words."""
    return say_interval(line.every_months) if line.every_months else "Once in the round"


def how_it_stands(request, round_):
    """A round against its number, days and rule, and the meetings that reviewed it."""
    meetings = LearningMeeting.objects.visible_to(request.user)
    return {
        "followed": _follow(request, [round_])[0],
        "meetings": list(meetings.active().that_reviewed(round_)),
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        "true_on": say_day(today()),
    }


KINDS = Register(
    namespace="audits",
    name="kind",
    path="programme/kinds/",
    model=AuditKind,
    permission=Permission.RECORD_AUDITS,
    reading=Permission.SEE_COUNTS,
    noun="kind of audit",
    plural="kinds of audit",
    form=KindForm,
    filters=KindFilters,
    first="title",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Kind of audit", "title", sort="title", link=True),
        Column("What it is", "get_category_display", sort="category"),
        Column("How often", interval_of, sort="interval_months"),
        Column("In use from", "from_date", sort="from_date"),
        Column("In use to", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("What it is", "get_category_display", "category"),
        Item("How often", interval_of, "interval_months"),
        Item("In use from", "from_date", "from_date"),
        Item("In use to", "to_date", "to_date"),
    ),
)

THEMES = Register(
    namespace="audits",
    name="theme",
    path="themes/",
    model=AuditTheme,
    permission=Permission.RECORD_AUDITS,
    reading=Permission.SEE_COUNTS,
    noun="audit theme",
    plural="audit themes",
    form=ThemeForm,
    filters=ThemeFilters,
    first="title",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Theme", "title", sort="title", link=True),
        Column("In use from", "from_date", sort="from_date"),
        Column("In use to", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("In use from", "from_date", "from_date"),
        Item("In use to", "to_date", "to_date"),
    ),
)

ROUNDS = Register(
    namespace="audits",
    name="round",
    path="programme/rounds/",
    model=AuditRound,
    permission=Permission.RECORD_AUDITS,
    reading=Permission.SEE_COUNTS,
    noun="audit round",
    plural="audit rounds",
    form=RoundForm,
    filters=RoundFilters,
    first="-start",
    related=("council", "withdrawn_by", "kind"),
    fetched=("teams",),
    also=how_it_stands,
    columns=(
        Column("Round", str, sort="kind__title", link=True),
        Column("From", "start", sort="start"),
        Column("To", "end", sort="end"),
        Column("Planned", "planned", sort="planned", kind="numeric"),
        Column("Done so far", "done_so_far", kind="numeric"),
        Column("State", "state_said"),
        Column("Service", service_of, file_only=True),
        Column("Teams", teams_of, file_only=True),
        Column("How often", "interval_said", file_only=True),
        Column("Next round due", "next_due_on", file_only=True),
        Column("Who leads", "lead_role", file_only=True),
        Column("Reported to", "report_to", file_only=True),
        Column("Report due", "report_due_on", file_only=True),
        Column("Began", "begun_on", file_only=True),
        Column("Closed", "closed_on", file_only=True),
        Column("Cancelled", "cancelled_on", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
        Column("Result", "result", free_text=True, file_only=True),
        Column("Why cancelled", "cancelled_because", free_text=True, file_only=True),
    ),
    summary=(
        Item("Kind of audit", "kind.title", "kind"),
        Item("Theme", "theme", "theme"),
        Item("Service", service_of, "service"),
        Item("Teams", teams_of, "teams"),
        Item("First day of the period", "start", "start"),
        Item("Last day of the period", "end", "end"),
        Item("How many audits", "planned", "planned"),
        Item("How often", "interval_said", "interval_months"),
        Item("Next round due", "next_due_on"),
        Item("Who leads", "lead_role", "lead_role"),
        Item("Board that its result is reported to", "report_to", "report_to"),
        Item("Report due", "report_due_on", "report_due_on"),
        Item("State", "state_said"),
        Item("Began", "begun_on", "begun_on"),
        Item("Closed", "closed_on", "closed_on"),
        Item("Result", "result", "result"),
        Item("Cancelled", "cancelled_on", "cancelled_on"),
        Item("Why it was cancelled", "cancelled_because", "cancelled_because"),
    ),
)

ALLOCATIONS = Register(
    namespace="audits",
    name="allocation",
    path="allocations/",
    parent=Parent(ROUNDS, "audit_round"),
    model=AuditAllocation,
    permission=Permission.RECORD_AUDITS,
    reading=Permission.SEE_COUNTS,
    noun="allocation",
    plural="allocations",
    form=AllocationForm,
    related=("council", "withdrawn_by", "audit_round__kind"),
    summary=(
        Item("Round", "audit_round"),
        Item("Role", "role", "role"),
        Item("Cases of their own team", "own_team", "own_team"),
        Item("Cases of another team", "other_team", "other_team"),
        Item("How often", every_of, "every_months"),
    ),
)


@requires(Permission.SEE_COUNTS)
def programme(request):
    """Every open round and those that ended within a year, what has slipped first."""
    day = today()
    rounds = ROUNDS.rows(request.user).on_the_programme(months_after(day, -MONTHS_SHOWN))
    result = _follow(request, list(rounds))
    context = {
        "found": result,
        "late": sum(bool(item.slips) for item in result),
        "awaiting": sum(item.state == "begun" for item in result),
        "kinds": list(KINDS.rows(request.user).without_a_round()),
        "may_record": may(request.user, Permission.RECORD_AUDITS),
        "true_on": say_day(day),
    }
    return render(request, "audits/programme.html", context)


@requires(Permission.SEE_COUNTS)
def themes_again(request):
    """The themes that audits of a period found, how often, since when and where."""
    rows = CaseAudit.objects.visible_to(request.user)
    council = request.user.council
    filters = PeriodFilters(request.GET, council=council, on=today(), since=rows.first_day())
    audits = rows.done_in(filters.when).in_service(filters.in_service)
    result = THEMES.rows(request.user).found(audits)
    rounds = AuditRound.objects.visible_to(request.user).by_key()
    context = {
        "filter_form": filters,
        "found": themes.gathered(result, audits.places_of_themes(), rounds),
        "audits": audits.count(),
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        **filters.told(),
    }
    return render(request, "audits/themes.html", context)


def _follow(request, rounds):
    user = request.user
    lines = AuditAllocation.objects.visible_to(user).by_round(rounds)
    doings = CaseAudit.objects.visible_to(user).doings(rounds)
    teams = list(Team.objects.visible_to(user))
    return progress.follow(rounds, lines, doings, teams, today())
