"""What audits show: counts alone, for whoever may see counts; no row and no reference."""

from django.shortcuts import render

from assurance.accounts.access import Permission, may, requires
from assurance.audits.forms.analysis import ShownFilters
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules import groups as grouped
from assurance.people import succession
from assurance.people.models.teams import TeamSuccession
from assurance.runtime.periods import today


@requires(Permission.SEE_COUNTS)
def show_analysis(request):
    """Grades by team and over time, moderation and the learning loop; totals entered stand
    apart."""
    filters = ShownFilters(request.GET, council=request.user.council, on=today())
    when = filters.when
    audits = CaseAudit.objects.visible_to(request.user).done_in(when)
    groups = audits.in_service(filters.in_service).grouped(when.end)
    context = {
        "filter_form": filters,
        "successions": succession.sentences(_steps(request.user), when.start, when.end),
        "totals": list(AuditTotal.objects.visible_to(request.user).touching(when)),
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        **_drawn(groups, when, filters.by_step),
        **filters.told(),
    }
    return render(request, "audits/shown.html", context)


def _steps(user):
    return TeamSuccession.objects.visible_to(user).steps()


def _drawn(groups, when, step):
    heads = grouped.headings(groups)
    parts, spreads = grouped.funnel(groups), grouped.spreads(groups)
    by_team, over_time = (
        grouped.by_team(groups, heads),
        grouped.over_time(groups, heads, when, step),
    )
    return {
        "done": parts[0].count,
        "by_team": grouped.of_grades("teams", "Grades by team", "Team", by_team),
        "over_time": grouped.of_grades("time", "Grades over time", "Period", over_time),
        "loop": grouped.of_funnel(parts),
        "spreads": [(spread, grouped.of_spread(spread)) for spread in spreads],
    }
