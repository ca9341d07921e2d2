"""The position page and the lists behind its counts. Counts are for whoever sees counts; lists name
people, and are for who keeps DBS checks."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.dbs.forms.reminders import PositionForm
from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.populations import AuditsInView, position_summary
from assurance.dbs.rules import captions, overview
from assurance.dbs.rules.statuses import PAST_DUE_STATUSES
from assurance.dbs.views.people import PEOPLE
from assurance.dbs.views.positions import AUDITS, BREACHES, overdue_at
from assurance.govuk.lists import ROWS_TO_A_PAGE
from assurance.people.models.people import Engagement
from assurance.runtime.periods import say_day, today

GROUPS = dict(Engagement.GROUPS)
SHOWN_OVERDUE = 10


@requires(Permission.SEE_COUNTS)
def show_position(request):
    """How everybody of a population stands at a position date, what has changed, what is due."""
    form = PositionForm(request.GET, council=request.user.council)
    cohort, audit_date, position_date = form.asked()
    context = {"filter_form": form, "cohort": cohort, "true_on": position_date}
    context["is_forecast"] = position_date > today()
    if cohort and cohort.groups and not form.errors:
        result = position_summary(request.user.council, cohort, audit_date, position_date)
        keeps = may(request.user, Permission.RECORD_DBS)
        context |= {"seen": result, "keeps": keeps, **_tables(result), **_rounds(result)}
        context |= _followed_up(request.user, result) if keeps else {}
        breaches = Breach.objects.visible_to(request.user).of_groups(cohort.groups)
        context["breaches_open"] = breaches.open_on(position_date).count()
        context["breaches_late"] = breaches.late_on(position_date).count()
    return render(request, "dbs/position.html", context)


@requires(Permission.RECORD_DBS)
def show_people(request):
    """The people behind one count of the position page, 25 to a page."""
    form = PositionForm(request.GET, council=request.user.council)
    cohort, audit_date, position_date = form.asked()
    if form.errors or not cohort:
        return redirect("dbs:position")
    result = position_summary(request.user.council, cohort, audit_date, position_date)
    key = request.GET.get("show", "scope")
    numbers = result.picture.numbers_of(key)
    page = Paginator(numbers, ROWS_TO_A_PAGE).get_page(request.GET.get("page"))
    page.object_list = lines(result.picture.people(page.object_list))
    context = {
        "page": page,
        "heading": captions.words_of(key, GROUPS) or "People",
        "seen": result,
        "changes": bool(result.before),
        "is_forecast": position_date > today(),
        "true_on": position_date,
        "back": f"{reverse('dbs:position')}?{_days(result)}",
    }
    return render(request, "dbs/position-people.html", context)


def lines(listed):
    """A line per `StatusComparison`, with its person's page and a new breach's."""
    return [
        {
            "person": item.person,
            "stood": item,
            "status": item.now.status.label,
            "before": item.before.status.label if item.before else "",
            "group": GROUPS.get(item.now.group, ""),
            "address": PEOPLE.address("record", item.person.pk),
            "breach": reverse("dbs:person-breach-add", args=[item.person.pk]),
        }
        for item in listed
    ]


def _tables(audits_in_view: AuditsInView):
    picture, groups = audits_in_view.picture, audits_in_view.cohort.groups
    changes = audits_in_view.before and {
        "scope": overview.scope_changes(picture, GROUPS),
        "position": overview.position_changes(picture),
        "transitions": overview.transitions(picture),
        "moved": overview.cell(picture, "moved", "Counted in another group"),
    }
    rows = overview.by_group(picture, GROUPS, groups)
    left_out = overview.cells_of(picture, "out")
    is_known = picture.count("scope") or any(cell.people for cell in left_out)
    return {
        "tiles": _tiles(picture),
        "share": overview.share(picture),
        "is_empty": not (is_known or audits_in_view.audit),
        "statuses": overview.by_status(picture),
        "scope": overview.cell(picture, "scope", "In scope"),
        "differs": _differs(audits_in_view),
        "follow_up": overview.cells_of(picture, "followup"),
        "columns": [captions.SHORT[item] for item in overview.IN_BASE],
        "groups": rows,
        "outside": [row.words for row in rows if not row.cells],
        "sums": overview.sums(picture, groups),
        "left_out": left_out,
        "coming": overview.coming(picture, audits_in_view.days.position),
        "warnings": overview.cells_of(picture, "warning"),
        "changes": changes,
    }


def _differs(audits_in_view):
    """How many the recorded audit found overdue and how many the register now gives for its date;
    None where there is no audit or both are the same."""
    audit, picture = audits_in_view.audit, audits_in_view.picture
    recorded = overdue_at(audit) if audit else None
    current = sum(picture.count(f"audit.{status}") for status in PAST_DUE_STATUSES)
    return None if recorded in (None, current) else {"recorded": recorded, "current": current}


def _tiles(picture):
    entries = (
        ("scope", "in scope"),
        ("kind.compliant", "in date, due soon or current"),
        ("kind.overdue", "overdue"),
        ("kind.without", "without a check"),
        ("kind.other", "not current or not known"),
    )
    return [overview.cell(picture, key, text) for key, text in entries]


def _rounds(audits_in_view: AuditsInView):
    last, same_position = audits_in_view.latest, audits_in_view.same_position
    next_due, late = overview.next_audit(
        last and last.audit_date, audits_in_view.audit_months, today()
    )
    return {
        "last": last,
        "last_address": last and AUDITS.address("record", last.pk),
        "next_due": next_due,
        "late": late,
        "kept": audits_in_view.audit and AUDITS.address("record", audits_in_view.audit.pk),
        "same_position": same_position,
        "same_address": same_position and AUDITS.address("record", same_position.pk),
        "policies": "; ".join(
            f"{policy.get_group_display()}: {policy}"
            for policy in sorted(audits_in_view.policies, key=str)
        ),
        "next_step": audits_in_view.next_step,
    }


def _followed_up(user, audits_in_view: AuditsInView):
    picture = audits_in_view.picture
    overdue = picture.numbers_of("kind.overdue")
    own = Breach.objects.visible_to(user).of_groups(audits_in_view.cohort.groups)
    still = own.open_on(audits_in_view.days.position).with_people()
    return {
        "people_address": f"{reverse('dbs:position-people')}?{_days(audits_in_view)}&show=",
        "overdue": lines(picture.people(overdue[:SHOWN_OVERDUE])),
        "overdue_all": len(overdue) if len(overdue) > SHOWN_OVERDUE else 0,
        "breaches": [
            (item, BREACHES.address("record", item.pk), item.state_on(audits_in_view.days.position))
            for item in still
        ],
        "remind": f"{reverse('dbs:reminders')}?cohort={audits_in_view.cohort.pk}",
        "typed": _typed(audits_in_view).items(),
        "said": say_day(audits_in_view.days.position),
    }


def _typed(audits_in_view: AuditsInView):
    """What was asked for as it is typed into a form."""
    days = {"audit_date": audits_in_view.days.audit, "position_date": audits_in_view.days.position}
    boxes = {
        f"{name}_{part}": getattr(day, part)
        for name, day in days.items()
        for part in ("day", "month", "year")
    }
    return {"cohort": audits_in_view.cohort.pk, **boxes}


def _days(audits_in_view: AuditsInView):
    return urlencode(_typed(audits_in_view))
