"""The people of the register by their status, as `register_statement` works it out, and what the
status of one person is read from."""

from collections import Counter
from datetime import date

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, Value, When, fields
from django.db.models.functions import Coalesce

from assurance.dbs.models import role_dates
from assurance.dbs.models.checks import UpdateLookup
from assurance.dbs.models.register_statement import Moment, RegisterStatement
from assurance.dbs.models.status_numbers import due_day, month_of_number, status_of_code
from assurance.dbs.rules import statuses
from assurance.dbs.rules.positions import PersonStatus, person_status
from assurance.dbs.rules.role_dates import is_on_long_absence
from assurance.dbs.rules.statuses import WORST_FIRST, PersonRecords, Status
from assurance.people.models.people import Engagement, Person, PersonQuerySet
from assurance.registers.orders import first_of, standing

# What a list's file reads of a role.
ROLE = (
    *("id", "person_id", "group", "service", "role", "ends_on"),
    *("set_aside_approver_id", "set_aside_from", "set_aside_until"),
)


class RegisterQuerySet(PersonQuerySet):
    """Readings over the people of the register, each by the worst status at a date."""

    statement = None

    def at(self, day, policies, groups=None, council=None):
        """The same people at the end of `day`, for the readings below, with the `rank` of their
        worst status and `due_turn`, a number in the order of their first re-checks; `policies` is
        as `policy_of` reads it, `groups` bounds the roles, `council` whose register is read."""
        statement = RegisterStatement([Moment(day, policies)], council, groups)
        nobody = WORST_FIRST.index(Status.NOT_IN_SCOPE)
        rows = self.alias(
            rank=Coalesce(statement.turn("rank"), nobody), due_turn=statement.turn("due")
        )
        rows.statement = statement
        return rows

    def iterator(self, chunk_size=None):
        """Each for a file: statuses, after `at`, of all of them by one statement, not by what is
        held of each."""
        if self.statement is None:
            yield from super().iterator(chunk_size)
            return
        known = {row[0]: row[1:3] for row in self.statement.rows()}
        roles = self._roles_to_show()
        rows = self.prefetch_related(None).select_related(None)
        for person in super(RegisterQuerySet, rows).iterator(chunk_size):
            code, due = known.get(person.pk, (None, None))
            status = (Status.NOT_IN_SCOPE,) if code is None else status_of_code(code)
            person.known_status = PersonStatus(*status, due=due_day(due))
            person.known_roles = [
                Engagement.from_db(self.db, ROLE, role) for role in roles.get(person.pk, ())
            ]
            yield person

    def _roles_to_show(self):
        """Person → the values of `ROLE` of each active role, by one query however many there are;
        plain values, because everybody's are in memory at once."""
        people = self.order_by().values("pk")
        rows = Engagement.objects.active().filter(person__in=people).order_by("pk")
        roles = {}
        for role in rows.values_list(*ROLE).iterator():
            roles.setdefault(role[1], []).append(role)
        return roles

    def _clone(self):
        clone = super()._clone()
        clone.statement = self.statement
        return clone

    def as_at(self, day):
        """Each with `day` as `as_at`, for what a list says of them."""
        return self.annotate(as_at=Value(day, output_field=fields.DateField()))

    def with_status(self, among):
        """Those whose worst status, after `at`, is one of `among`."""
        ranks = {rank for rank, status in enumerate(WORST_FIRST) if status in among}
        fits = Q(pk__in=self.statement.people(ranks))
        if Status.NOT_IN_SCOPE in among:
            # Who has no role has no status, and is not in scope either.
            fits |= ~Exists(self.statement.roles().filter(person=OuterRef("pk")))
        return self.filter(fits)

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

    def due_between(self, first, last):
        """Those compliant, after `at`, whose first re-check falls on `first` to `last`."""
        ranks = {WORST_FIRST.index(status) for status in statuses.COMPLIANT}
        return self.filter(pk__in=self.statement.people(ranks, first, last))

    def left_between(self, first, last):
        """Those whose every role has ended by `last`, the last of them on `first` or later; `first`
        None for whenever."""
        roles = Engagement.objects.active().filter(person=OuterRef("pk"))
        running = roles.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=last), starts_on__lte=last)
        ended = roles.filter(ends_on__gte=first) if first else roles
        return self.filter(~Exists(running), Exists(ended))

    def started_early(self, council, first, last):
        """Those of `started_between` whose role began before a certificate that serves it came."""
        roles = role_dates.early_starts(council, first or date.min, last)
        return self.filter(pk__in=roles.values("person"))

    def started_between(self, first, last):
        """Those whose role that needs a check began on `first` to `last`; `first` None for
        whenever."""
        roles = Engagement.objects.active().filter(person=OuterRef("pk"), needs_check=True)
        roles = roles.filter(starts_on__lte=last)
        return self.filter(Exists(roles.filter(starts_on__gte=first) if first else roles))

    def absent_on(self, council, day):
        """Those of `council` who are on a long absence on `day`."""
        roles = role_dates.by_person(role_dates.of_people_absent_between(council, day, day))
        absent = [key for key, own in roles.items() if is_on_long_absence(own, day)]
        return self.filter(pk__in=absent)

    def filtered(self, text="", group="", groups=(), service=""):
        """Those that fit a list's filter: words, and a role's group, one of several `groups`, or
        service."""
        roles = Engagement.objects.active().filter(person=OuterRef("pk"))
        roles = roles.filter(group=group) if group else roles
        roles = roles.filter(group__in=groups) if groups else roles
        roles = roles.filter(service=service) if service else roles
        rows = self.matching(text)
        return rows.filter(Exists(roles)) if group or groups or service else rows

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


def roles_of(person):
    """The standing engagements of one person, in the order in which they were recorded."""
    if (known := getattr(person, "known_roles", None)) is not None:
        return known
    roles = (row for row in person.engagements.all() if not row.is_withdrawn)
    return sorted(roles, key=lambda row: row.pk)


def standing_of(person, day):
    """The `PersonStatus` of one person at the end of `day`; of a list's file, the list's own."""
    if known := getattr(person, "known_status", None):
        return known
    return person_status(*held_of(person), policies_of(person.council, day), day)


def due_months(council, day, policies):
    """First day of a month → how many of the council's people compliant at the end of `day` have
    their first re-check in it."""
    statement = RegisterStatement([Moment(day, policies)], council, active=True)
    months = Counter()
    for code, month, _, people in statement.classes([(0, None)]):
        if month is not None and status_of_code(code)[0] in statuses.COMPLIANT:
            months[month_of_number(month)] += people
    return months
