"""The register as it stands: whole people in a fixed number of queries, and statuses by the
database.

What the database reckons here has its plain twin in `rules.statuses` and `rules.positions`.
"""

from collections import defaultdict
from datetime import timedelta

from django.db.models import (
    Case,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
    fields,
)
from django.db.models.functions import Coalesce

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.rules import statuses
from assurance.dbs.rules.positions import DATED, person_status
from assurance.dbs.rules.statuses import WORST_FIRST, PersonRecords, Status, first_issue, policy_of
from assurance.people.models.people import Engagement, Person, PersonQuerySet
from assurance.registers.orders import first_of, months_on, standing

ONE_DAY = timedelta(1)
DUE_ONES = (Status.IN_DATE, Status.DUE_SOON)


class RegisterQuerySet(PersonQuerySet):
    """Readings over the people of the register, each by the worst status at a date."""

    def at(self, day, policies, groups=None):
        """The same people with the rank of their worst status at the end of `day`, for the
        readings below, and `due_turn`, a number in the order of their first re-checks; `policies`
        is as `policy_of` reads it, `groups` bounds the roles."""
        roles = ranked(_roles(groups).filter(person=OuterRef("pk")), day, policies)
        worst = roles.values("person").annotate(worst=Min("rank"))
        nobody = WORST_FIRST.index(Status.NOT_IN_SCOPE)
        dated = roles.filter(rank__in=[WORST_FIRST.index(status) for status in DATED])
        due = dated.annotate(due=months_on("newest", _intervals(policies)))
        first = due.values("person").annotate(first=Min("due"))
        return self.alias(
            rank=Coalesce(Subquery(worst.values("worst")), nobody),
            due_turn=Subquery(first.values("first")),
        )

    def as_at(self, day):
        """Each with `day` as `as_at`, for what a list says of them."""
        return self.annotate(as_at=Value(day, output_field=fields.DateField()))

    def with_status(self, among):
        """Those whose worst status, after `at`, is one of `among`."""
        return self.filter(rank__in=[WORST_FIRST.index(status) for status in among])

    def needing_check(self):
        """Those in scope."""
        return self.with_status(set(Status) - statuses.OUT_OF_BASE)

    def overdue(self):
        """Those past the day of their re-check."""
        return self.with_status(statuses.PAST_DUE_STATUSES)

    def without_check(self):
        """Those who have never had a certificate that serves their role."""
        return self.with_status(statuses.WITHOUT_CHECK)

    def compliant(self):
        """Those in date, due soon, or current by the Update Service."""
        return self.with_status(statuses.COMPLIANT)

    def due_between(self, first, last, day, policies, groups=None):
        """Those compliant at the end of `day` whose first re-check falls on `first` to `last`."""
        roles = ranked(_roles(groups).filter(person=OuterRef("pk")), day, policies)
        dated = roles.filter(rank__in=[WORST_FIRST.index(status) for status in DUE_ONES])
        before = dated.filter(newest__lt=_first_issues(first, policies))
        until = dated.filter(newest__lt=_first_issues(last + ONE_DAY, policies))
        # Reckoning ranks is slow: only who has a certificate of the days in question is reckoned.
        likely = self.filter(pk__in=_issued_to_be_due(first, last, policies))
        return likely.at(day, policies, groups).compliant().filter(~Exists(before), Exists(until))

    def left_between(self, first, last):
        """Those whose every role has ended by `last`, the last of them on `first` or later; `first`
        None for whenever."""
        roles = Engagement.objects.active().filter(person=OuterRef("pk"))
        running = roles.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=last))
        ended = roles.filter(ends_on__gte=first) if first else roles
        return self.filter(~Exists(running), Exists(ended))

    def filtered(self, text="", group="", service=""):
        """Those that fit a list's filter: words, and a role's group or service."""
        roles = Engagement.objects.active().filter(person=OuterRef("pk"))
        roles = roles.filter(group=group) if group else roles
        roles = roles.filter(service=service) if service else roles
        rows = self.matching(text)
        return rows.filter(Exists(roles)) if group or service else rows

    def with_what_is_held(self):
        """Each with all that its status is read from, in five more queries."""
        lookups = Prefetch("lookups", UpdateLookup.objects.select_related("post"))
        return self.prefetch_related(
            *("engagements", "checks", "applications", lookups), "council__recheck_policies"
        )


def left_order():
    """The day that a person's last role ended, empty while one runs on the day of the list."""
    roles = standing(Engagement, "person")
    running = roles.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=OuterRef("as_at")))
    return Case(
        When(Exists(running), then=Value(None)),
        default=first_of(roles, "ends_on", "-ends_on"),
        output_field=fields.DateField(),
    )


def register(council):
    """Everybody standing on the register of `council`."""
    return RegisterQuerySet(Person).of(council).active()


def whole_people(council, groups):
    """A list of (person, engagements in `groups`, `PersonRecords`) of everybody of `council` with a
    standing engagement there, in four queries however many there are."""
    engagements = _roles(groups).of(council).filter(person__withdrawn_on__isnull=True)
    whose = engagements.order_by().values("person")
    checks, applications, lookups = (
        _by_person(model.objects.of(council), whose)
        for model in (DbsCheck, DbsApplication, UpdateLookup)
    )
    roles = defaultdict(list)
    for engagement in engagements.select_related("person").order_by("person", "pk"):
        roles[engagement.person_id].append(engagement)
    return [
        (some[0].person, some, PersonRecords(checks[key], applications[key], lookups[key]))
        for key, some in roles.items()
    ]


def held_of(person):
    """(standing engagements, `PersonRecords`) of one person; see `with_what_is_held`."""
    rows = (person.engagements, person.checks, person.applications, person.lookups)
    roles, *current = [
        sorted((row for row in some.all() if not row.is_withdrawn), key=lambda row: row.pk)
        for some in rows
    ]
    return roles, PersonRecords(*current)


def policies_of(council, day):
    """Group → policy in force on `day`; no query where `with_what_is_held` fetched."""
    policies = council.recheck_policies.all()
    return {policy.group: policy for policy in policies if policy.in_force(day)}


def standing_of(person, day):
    """The `PersonStatus` of one person at the end of `day`."""
    return person_status(*held_of(person), policies_of(person.council, day), day)


def ranked(engagements, day, policies):
    """Engagements with `rank`, the place of their status at the end of `day` in `WORST_FIRST`."""
    since, values = _answers(day)
    serving = (
        DbsCheck.objects.active()
        .annotate(height=_height("level"))
        .filter(
            Q(workforce=OuterRef("workforce")) | Q(workforce=OuterRef("also_served_by")),
            person=OuterRef("person"),
            height__gte=OuterRef("needed_height"),
        )
    )
    known = serving.filter(issued_on__lte=day).order_by().values("person")
    open_ones = DbsApplication.objects.active().filter(
        Q(closed_on__isnull=True) | Q(closed_on__gt=day),
        person=OuterRef("person"),
        submitted_on__lte=day,
    )
    prepared = engagements.annotate(
        needed_height=_height("level"),
        also_served_by=Case(
            *(
                When(workforce=item, then=Value(some[-1]))
                for item, some in statuses.SERVED_BY.items()
            ),
            output_field=fields.CharField(),
        ),
    ).annotate(
        newest=Subquery(known.annotate(newest=Max("issued_on")).values("newest")),
        undated=Exists(serving.filter(issued_on__isnull=True)),
        applied=Exists(open_ones),
        last_answer=Subquery(since.values("answer")[:1]),
        told_answer=Subquery(values.values("answer")[:1]),
        told_on=Subquery(values.values("looked_on")[:1]),
    )
    return prepared.annotate(rank=_rank(day, policies))


def _rank(day, policies):
    believable = Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
    not_current = Q(told_answer=statuses.NOT_CURRENT)
    not_current &= Q(newest__isnull=True) | Q(newest__lte=F("told_on"))
    current = Q(told_on__gte=_first_issues(day, policies, "lookup_months"))
    past_due = Q(newest__lt=_first_issues(day, policies))
    due_soon = Q(newest__lt=_first_issues(day, policies, warned=True))
    approved = Q(set_aside_approver__isnull=False)
    rules = (
        (Q(needs_check=False) | Q(ends_on__lte=day, ends_on__gte=F("starts_on")), "NOT_IN_SCOPE"),
        (Q(starts_on__gt=day) & (believable | Q(ends_on__gt=day)), "NOT_STARTED"),
        (approved & _within("set_aside", day) | _within("absent", day), "EXCLUDED"),
        (Q(undated=True) | Q(ends_on__lt=F("starts_on")), "UNKNOWN"),
        (not_current, "NOT_CURRENT"),
        (Q(last_answer=statuses.CURRENT, newest__isnull=False) & current, "UPDATE_CURRENT"),
        (
            Q(newest__isnull=True, applied=True, risk_assessed_on__lte=day),
            "FIRST_CHECK_IN_PROGRESS",
        ),
        (Q(newest__isnull=True), "NO_CHECK"),
        (past_due & Q(applied=True), "OVERDUE_IN_PROGRESS"),
        (past_due, "OVERDUE"),
        (due_soon, "DUE_SOON"),
    )
    return Case(
        *(When(fits, then=Value(WORST_FIRST.index(status))) for fits, status in rules),
        default=Value(WORST_FIRST.index(Status.IN_DATE)),
        output_field=fields.IntegerField(),
    )


def _within(what, day):
    no_end, later = Q(**{f"{what}_until__isnull": True}), Q(**{f"{what}_until__gte": day})
    return Q(**{f"{what}_from__lte": day}) & (no_end | later)


def _first_issues(day, policies, months="interval_months", warned=False):
    """The first day of issue, by the policy of the engagement's group, that is due on `day` or
    later; `warned` moves the day past the policy's days of warning."""
    index = defaultdict(list)
    for group, _ in Engagement.GROUPS:
        policy = policy_of(group, policies)
        until = day + timedelta(policy.warn_days) + ONE_DAY if warned else day
        index[first_issue(until, getattr(policy, months))].append(group)
    return Case(
        *(When(group__in=groups, then=Value(issue)) for issue, groups in index.items()),
        output_field=fields.DateField(),
    )


def _intervals(policies):
    """The months from issue to re-check by the policy of the engagement's group."""
    cases = (
        When(group=group, then=Value(policy_of(group, policies).interval_months))
        for group, _ in Engagement.GROUPS
    )
    return Case(*cases, output_field=fields.IntegerField())


def _issued_to_be_due(first, last, policies):
    """The people with a certificate that some group's policy makes due on `first` to `last`."""
    months = {policy_of(group, policies).interval_months for group, _ in Engagement.GROUPS}
    earliest = min(first_issue(first, month) for month in months)
    latest = max(first_issue(last + ONE_DAY, month) for month in months)
    issued = DbsCheck.objects.active().filter(issued_on__gte=earliest, issued_on__lt=latest)
    return issued.values("person")


def _answers(day):
    rows = UpdateLookup.objects.active().filter(person=OuterRef("person"), looked_on__lte=day)
    latest = rows.order_by("-looked_on", "-pk")
    return latest, latest.exclude(answer=statuses.NO_MATCH)


def _height(field):
    return Case(
        *(
            When(**{field: level}, then=Value(height))
            for height, level in enumerate(statuses.LEVELS)
        ),
        output_field=fields.IntegerField(),
    )


def _roles(groups):
    roles = Engagement.objects.active()
    return roles if groups is None else roles.filter(group__in=groups)


def _by_person(rows, whose):
    index = defaultdict(list)
    for row in rows.active().filter(person__in=whose).order_by("pk"):
        index[row.person_id].append(row)
    return index
