"""The position page and the lists behind its counts. Counts are for whoever sees counts; lists name
people, and are for who keeps DBS checks."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.dbs.forms.reminders import PositionForm
from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.populations import AuditsInView, seen
from assurance.dbs.rules import captions, overview, rounds
from assurance.dbs.views.breaches import BREACHES
from assurance.dbs.views.people import PEOPLE
from assurance.dbs.views.positions import AUDITS
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
    asked = {"filter_form": form, "cohort": cohort, "true_on": position_date}
    if cohort and cohort.groups and not form.errors:
        found = seen(request.user.council, cohort, audit_date, position_date)
        keeps = may(request.user, Permission.RECORD_DBS)
        asked |= {"seen": found, "keeps": keeps, **_tables(found), **_rounds(found)}
        asked |= _followed_up(request.user, found) if keeps else {}
        breaches = Breach.objects.visible_to(request.user).of_groups(cohort.groups)
        asked["breaches_open"] = breaches.open_on(position_date).count()
    return render(request, "dbs/position.html", asked)


@requires(Permission.RECORD_DBS)
def show_people(request):
    """The people behind one count of the position page, 25 to a page."""
    form = PositionForm(request.GET, council=request.user.council)
    cohort, audit_date, position_date = form.asked()
    if form.errors or not cohort:
        return redirect("dbs:position")
    found = seen(request.user.council, cohort, audit_date, position_date)
    key = request.GET.get("show", "scope")
    listed = found.picture.lists.get(key, ())
    page = Paginator(lines(listed), ROWS_TO_A_PAGE).get_page(request.GET.get("page"))
    asked = {
        "page": page,
        "heading": captions.words_of(key, GROUPS) or "People",
        "seen": found,
        "changes": bool(found.before),
        "back": f"{reverse('dbs:position')}?{_days(found)}",
    }
    return render(request, "dbs/position-people.html", asked)


@dataclass(frozen=True)
class Line:
    """A person in a list: how they stand, and where their page and a new breach of theirs are."""

    person: object
    stood: object
    status: str
    before: str
    group: str
    address: str
    breach: str


def lines(listed):
    """The lines of a list of `StatusComparison`, by name."""
    by_name = sorted(listed, key=lambda one: (one.person.name.casefold(), one.person.reference))
    return [
        Line(
            person=one.person,
            stood=one,
            status=one.now.status.label,
            before=one.before.status.label if one.before else "",
            group=GROUPS.get(one.now.group, ""),
            address=PEOPLE.address("record", one.person.pk),
            breach=reverse("dbs:person-breach-add", args=[one.person.pk]),
        )
        for one in by_name
    ]


def _tables(found: AuditsInView):
    picture, groups = found.picture, found.cohort.groups
    changes = found.before and {
        "scope": overview.scope_changes(picture, GROUPS),
        "position": overview.position_changes(picture),
        "transitions": overview.transitions(picture),
        "moved": overview.cell(picture, "moved", "Counted in another group"),
    }
    return {
        "tiles": _tiles(picture),
        "share": overview.share(picture),
        "statuses": overview.by_status(picture),
        "scope": overview.cell(picture, "scope", "In scope"),
        "follow_up": overview.follow_up(picture),
        "columns": [captions.SHORT[one] for one in overview.IN_BASE],
        "groups": overview.by_group(picture, GROUPS, groups),
        "sums": overview.sums(picture, groups),
        "left_out": overview.left_out(picture),
        "coming": overview.coming(picture, found.days.position),
        "warnings": overview.warnings(picture),
        "changes": changes,
    }


def _tiles(picture):
    told = (
        ("scope", "in scope"),
        ("kind.compliant", "in date, due soon or current"),
        ("kind.overdue", "overdue"),
        ("kind.without", "without a check"),
        ("kind.other", "not current or not known"),
    )
    return [overview.cell(picture, key, words) for key, words in told]


def _rounds(found: AuditsInView):
    last = found.latest
    next_due, late = rounds.next_audit(last and last.audit_date, found.audit_months, today())
    return {
        "last": last,
        "last_address": last and AUDITS.address("record", last.pk),
        "next_due": next_due,
        "late": late,
        "kept": found.audit and AUDITS.address("record", found.audit.pk),
        "policies": "; ".join(
            f"{one.get_group_display()}: {one}" for one in sorted(found.policies, key=str)
        ),
    }


def _followed_up(user, found: AuditsInView):
    overdue = found.picture.lists.get("kind.overdue", ())
    own = Breach.objects.visible_to(user).of_groups(found.cohort.groups)
    still = own.open_on(found.days.position).with_people()
    return {
        "people_address": f"{reverse('dbs:position-people')}?{_days(found)}&show=",
        "overdue": lines(overdue)[:SHOWN_OVERDUE],
        "overdue_more": max(0, len(overdue) - SHOWN_OVERDUE),
        "breaches": [(one, BREACHES.address("record", one.pk)) for one in still],
        "remind": f"{reverse('dbs:reminders')}?cohort={found.cohort.pk}",
        "typed": _typed(found).items(),
        "said": say_day(found.days.position),
    }


def _typed(found: AuditsInView):
    """What was asked for as it is typed into a form."""
    days = {"audit_date": found.days.audit, "position_date": found.days.position}
    boxes = {
        f"{name}_{part}": getattr(day, part)
        for name, day in days.items()
        for part in ("day", "month", "year")
    }
    return {"cohort": found.cohort.pk, **boxes}


def _days(found: AuditsInView):
    return urlencode(_typed(found))
