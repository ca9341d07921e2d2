"""Everybody of a population by the database: counts by key as `rules.populations` has them, and the
people behind one key."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from assurance.dbs.models.register_statement import KNOWN, Moment, RegisterStatement
from assurance.dbs.models.status_numbers import (
    DAYS_OF_MONTH,
    due_day,
    month_of_number,
    status_of_code,
)
from assurance.dbs.rules import populations
from assurance.dbs.rules.populations import Days, StatusComparison, keys_of
from assurance.dbs.rules.positions import PersonStatus
from assurance.dbs.rules.statuses import Status
from assurance.people.models.people import Person

# Up to so many names are asked for by their keys; of more, all names are read.
FEW = 500


class RegisterPicture:
    """How everybody of `council` with a role in `groups` stands at `days`. It answers as a
    `Picture` does; people are fetched for the lists that are asked for."""

    def __init__(self, council, groups: Sequence[str], days: Days):
        self.council, self.days = council, days
        moments = [Moment(days.position, days.policies)]
        if days.audit != days.position:
            moments.append(Moment(days.audit, days.policies))
        self.of_audit = len(moments) - 1
        if days.since:
            moments.append(Moment(days.since, days.policies_then))
        self.numbers = len(moments)
        self.rows = RegisterStatement(moments, council, groups, active=True).rows()
        self._counts = Counter()
        for group, people in Counter(map(self._class_of, self.rows)).items():
            for key in self._keys_of(group):
                self._counts[key] += people

    @property
    def total(self) -> int:
        """How many people there are."""
        return len(self.rows)

    @property
    def keys(self):
        """Every key that names somebody."""
        return self._counts.keys()

    def count(self, key: str) -> int:
        """How many `key` names."""
        return self._counts[key]

    def numbers_of(self, key: str) -> list[int]:
        """The primary keys of those that `key` names, by name."""
        chosen = {row[0] for row in self.rows if key in self._keys_of(self._class_of(row))}
        people = Person.objects.of(self.council)
        people = people.filter(pk__in=chosen) if len(chosen) <= FEW else people
        names = people.order_by().values_list("pk", "name", "reference")
        named = [(name.casefold(), reference, pk) for pk, name, reference in names if pk in chosen]
        return [pk for *_, pk in sorted(named)]

    def people(self, numbers: Iterable[int]) -> list[StatusComparison]:
        """A `StatusComparison` of each of some people, by their primary keys, in that order."""
        numbers = list(numbers)
        wanted, persons = set(numbers), Person.objects.in_bulk(numbers)
        rows = {row[0]: row for row in self.rows if row[0] in wanted}
        return [self._comparison(rows[pk], due_day, persons[pk]) for pk in numbers]

    def _class_of(self, row):
        # People with the same codes and months stand in the same lists.
        return tuple(
            value // DAYS_OF_MONTH if value is not None and self._is_due(place) else value
            for place, value in enumerate(row)
            if place
        )

    def _is_due(self, place):
        return place <= 2 * self.numbers and place % 2 == 0

    @cache  # noqa: B019
    def _keys_of(self, group):
        comparison = self._comparison((None, *group), _month, None)
        return frozenset(keys_of(comparison, self.days))

    def _comparison(self, row, due_of, person):
        statuses = [
            _status(row[place], row[place + 1], due_of) for place in range(1, 2 * self.numbers, 2)
        ]
        known = dict(zip(KNOWN, row[2 * self.numbers + 1 :], strict=True))
        now = statuses[0]
        warnings = (populations.NO_MATCH_FOUND, populations.TOO_LOW, populations.UNASSESSED)
        return StatusComparison(
            person=person,
            then=statuses[self.of_audit],
            now=now,
            before=statuses[-1] if self.days.since else None,
            applied=bool(known["applied"]),
            warnings=tuple(name for name in warnings if known[name]) if now.counts else (),
            left_out="" if now.counts else _left_out(now.status, known),
        )


@cache
def _status(code, number, due_of):
    return PersonStatus(*status_of_code(code), due_of(number))


def _month(number) -> date | None:
    return None if number is None else month_of_number(number)


def _left_out(status, known):
    if status == Status.EXCLUDED:
        return status.lower() if known["aside"] else populations.ABSENT
    if status != Status.NOT_IN_SCOPE:
        return status.lower()
    return populations.NEEDS_NONE if known["running"] else populations.ENDED
