"""The audits not yet shared with the worker, by the half-year in which they were done."""

from django.shortcuts import render

from assurance.accounts.access import Permission, may, requires
from assurance.audits.forms.analysis import as_filter
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules.half_years import by_half_year, in_months
from assurance.runtime.periods import say_day, today


@requires(Permission.SEE_COUNTS)
def awaiting_sharing(request):
    """How many audits of each half-year wait to be shared, the longest waiting first."""
    audits = CaseAudit.objects.visible_to(request.user)
    lines = [
        {"months": in_months(when), "count": count, "chosen": as_filter(when, shared="no")}
        for when, count in by_half_year(audits.days_waiting())
    ]
    context = {
        "lines": lines,
        "waiting": sum(line["count"] for line in lines),
        "has_audits": bool(lines) or audits.exists(),
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        "true_on": say_day(today()),
    }
    return render(request, "audits/awaiting.html", context)
