"""Roles by their dates: begun, away from, ended; each read with what is known of its holder, in as
many queries however many there are."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, Min, OuterRef, Prefetch, Q, Value
from django.db.models.lookups import Exact

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.rules.statuses import LEVELS, SERVED_BY, PersonRecords
from assurance.people.models.people import Engagement


def first_day(council) -> date | None:
    """When the first role of a council's register began, or None."""
    return _roles(council).aggregate(first=Min("starts_on"))["first"]


def begun_between(council, first: date, last: date) -> list[Engagement]:
    """The roles that need a check and began on `first` to `last`, with their holders' checks."""
    rows = _begun(council, first, last).select_related("person")
    return list(rows.prefetch_related(_held("checks", DbsCheck)))


def of_people_absent_between(council, first: date, last: date) -> list[Engagement]:
    """Every role of the people with a long absence on one of the days `first` to `last`."""
    absent = _roles(council).filter(Q(absent_until__isnull=True) | Q(absent_until__gte=first))
    return list(_of_people(council, absent.filter(absent_from__lte=last)))


def of_people_left_between(council, first: date, last: date) -> list[Engagement]:
    """Every role of the people with a role that ended on `first` to `last`, with all that the
    status of a check is read from."""
    ended = _roles(council).filter(ends_on__range=(first, last))
    kinds = {"checks": DbsCheck, "applications": DbsApplication, "lookups": UpdateLookup}
    entries = [_held(name, model) for name, model in kinds.items()]
    rows = _of_people(council, ended).select_related("person")
    return list(rows.prefetch_related(*entries))


def early_starts(council, first: date, last: date):
    """Those of `begun_between` that began before the date of a certificate that serves them, by
    `rules.role_dates.began_early`: a query, for a filter."""
    return _begun(council, first, last).filter(~Exists(_certificates_in_time()))


def _certificates_in_time():
    """The certificates that serve an outer role and came by its start, or have no date."""
    by_then = Q(issued_on__isnull=True) | Q(issued_on__lte=OuterRef("starts_on"))
    levels = {level: LEVELS[place:] for place, level in enumerate(LEVELS)}
    serves = [_is_one_of("level", levels), _is_one_of("workforce", SERVED_BY)]
    return DbsCheck.objects.active().filter(by_then, *serves, person=OuterRef("person"))


def _is_one_of(name, enough):
    """True of a certificate whose field is in what `enough` gives for that of an outer role."""
    return reduce(
        or_,
        (
            Q(Exact(OuterRef(name), Value(needed)), **{f"{name}__in": tuple(values)})
            for needed, values in enough.items()
        ),
    )


def by_person(roles: Iterable[Engagement]) -> dict[int, list[Engagement]]:
    """Key of a person → their roles among `roles`."""
    index: dict[int, list[Engagement]] = {}
    for role in roles:
        index.setdefault(role.person_id, []).append(role)
    return index


def records_of(role: Engagement) -> PersonRecords:
    """The records of the holder of a role of `of_people_left_between`."""
    person = role.person
    return PersonRecords(person.checks.all(), person.applications.all(), person.lookups.all())


def _begun(council, first, last):
    return _roles(council).filter(needs_check=True, starts_on__range=(first, last))


def _roles(council):
    return Engagement.objects.of(council).active().filter(person__withdrawn_on__isnull=True)


def _of_people(council, roles):
    return _roles(council).filter(person__in=roles.values("person"))


def _held(name, model):
    return Prefetch(f"person__{name}", model.objects.active().order_by("pk"))
