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
from assurance.audits.models.rounds import AuditRound, state_order
from assurance.audits.rules import progress
from assurance.audits.rules.rounds import AWAITING, CANCELLED, PLANNED, say_interval, state_of
from assurance.govuk.lists import sorted_lines
from assurance.people.models.teams import Team, TeamSuccession
from assurance.registers.declaration import Column, Item, Parent, Register, columns, items
from assurance.runtime.periods import months_after, say_day, today

MONTHS_SHOWN = 12


def interval_of(kind):
    """How often a kind of audit comes, in words."""
    return say_interval(kind.interval_months)


def teams_of(round_):
    """The teams of a round, or that it is of all."""
    return list(round_.teams.all()) or "Every team of the service"


def service_of(round_):
    """A round's service, or that it is of all."""
    return round_.service or "Every service"


def every_of(line):
    """The stretch that a line of an allocation rule speaks of, in words."""
    return say_interval(line.every_months) if line.every_months else "Once in the round"


def team_post_of(line):
    """The post of which a line speaks in each team, or its words from before posts."""
    return line.post or line.role


def posts_of(line):
    """The posts that a line of an allocation rule names."""
    return list(line.posts.all())


def has_no_start(round_):
    """True of a round that has not begun, or never will."""
    return state_of(round_, today()) in (PLANNED, CANCELLED)


def how_it_stands(request, round_):
    """A round against its number, days and rule, and the meetings that reviewed it."""
    meetings = LearningMeeting.objects.visible_to(request.user)
    return {
        "followed": _follow(request, [round_])[0],
        "meetings": list(meetings.active().that_reviewed(round_)),
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        "true_on": say_day(today()),
    }


PROGRAMME_PAGES = {
    "namespace": "audits",
    "permission": Permission.RECORD_AUDITS,
    "reading": Permission.SEE_COUNTS,
}

KINDS = Register(
    **PROGRAMME_PAGES,
    name="kind",
    path="programme/kinds/",
    model=AuditKind,
    noun="kind of audit",
    plural="kinds of audit",
    form=KindForm,
    filters=KindFilters,
    first="title",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Kind of audit", "title", sort="title", link=True),
        Column("Description", "get_category_display", sort="category"),
        Column("How often", interval_of, sort="interval_months"),
        *columns("from_date to_date", sorts=True),
    ),
    summary=(
        *items("title category"),
        Item("How often", interval_of, "interval_months"),
        *items("from_date to_date"),
    ),
)

THEMES = Register(
    **PROGRAMME_PAGES,
    name="theme",
    path="themes/",
    model=AuditTheme,
    noun="audit theme",
    plural="audit themes",
    form=ThemeForm,
    filters=ThemeFilters,
    first="title",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Theme", "title", sort="title", link=True),
        *columns("from_date to_date", sorts=True),
    ),
    summary=(*items("title from_date to_date"),),
)

ROUNDS = Register(
    **PROGRAMME_PAGES,
    name="round",
    path="programme/rounds/",
    model=AuditRound,
    noun="audit round",
    plural="audit rounds",
    form=RoundForm,
    filters=RoundFilters,
    first="-start",
    related=("council", "withdrawn_by", "kind", "lead"),
    fetched=("teams",),
    also=how_it_stands,
    columns=(
        Column("Round", str, sort="kind__title", link=True),
        Column("From", "start", sort="start"),
        Column("To", "end", sort="end"),
        Column("Planned", "planned", sort="planned", kind="numeric"),
        Column("Done so far", "audits_done", sort="done_so_far", kind="numeric"),
        Column("State", "state_said", sort="state", order=state_order),
        Column("Service", service_of, file_only=True),
        Column("Teams", teams_of, file_only=True),
        Column("How often", "interval_said", file_only=True),
        Column("Next round due", "next_due_on", file_only=True),
        Column("Who leads", "lead", file_only=True),
        Column("Reported to", "report_to", file_only=True),
        *columns("report_due_on begun_on closed_on cancelled_on", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
        Column("Result", "result", free_text=True, file_only=True),
        Column("Why cancelled", "cancelled_because", free_text=True, file_only=True),
    ),
    summary=(
        Item("Kind of audit", "kind.title", "kind"),
        Item("Theme", "theme", "theme"),
        Item("Service", service_of, "service"),
        Item("Teams", teams_of, "teams"),
        *items("start end planned"),
        Item("How often", "interval_said", "interval_months"),
        Item("Next round due", "next_due_on"),
        *items("lead report_to report_due_on"),
        Item("State", "state_said"),
        *items("begun_on", lapses=has_no_start),
        # Its state shows a round that is not closed, and none is closed without a result.
        *items("closed_on result", lapses=True),
        # Most rounds are never cancelled, and their state shows which are.
        *items("cancelled_on cancelled_because", lapses=True),
    ),
)

ALLOCATIONS = Register(
    **PROGRAMME_PAGES,
    name="allocation",
    path="allocations/",
    parent=Parent(ROUNDS, "audit_round"),
    model=AuditAllocation,
    noun="allocation",
    plural="allocations",
    form=AllocationForm,
    related=("council", "withdrawn_by", "audit_round__kind", "post"),
    fetched=("posts",),
    summary=(
        Item("Round", "audit_round"),
        Item("Post of each team", team_post_of, "post"),
        Item("Posts that each have a share", posts_of, "posts"),
        *items("own_team other_team"),
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
        "awaiting": sum(item.state == AWAITING for item in result),
        "kinds": list(KINDS.rows(request.user).without_a_round()),
        "may_record": may(request.user, Permission.RECORD_AUDITS),
        "true_on": say_day(day),
    }
    return render(request, "audits/programme.html", context)


_THEME_ORDERS = {
    "theme": lambda one: str(one.theme).casefold(),
    "audits": lambda one: one.theme.times,
    "first": lambda one: one.theme.first_on,
    "last": lambda one: one.theme.last_on,
    "teams": lambda one: len(one.teams),
    "rounds": lambda one: len(one.rounds),
}


@requires(Permission.SEE_COUNTS)
def themes_again(request):
    """The themes that audits of a period found, how often, since when and where."""
    rows = CaseAudit.objects.visible_to(request.user)
    council = request.user.council
    filters = PeriodFilters(request.GET, council=council, on=today(), since=rows.first_day())
    audits = rows.done_in(filters.when).in_service(filters.in_service)
    result = THEMES.rows(request.user).found(audits)
    rounds = AuditRound.objects.visible_to(request.user).by_key()
    gathered_themes = progress.gathered(result, audits.places_of_themes(), rounds)
    page = sorted_lines(request, gathered_themes, _THEME_ORDERS)
    context = {
        "filter_form": filters,
        "found": page,
        "page": page,
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
    steps = TeamSuccession.objects.visible_to(user).steps()
    return progress.follow(rounds, lines, doings, teams, today(), steps)
