"""The DBS register of the demonstration: who needs a check, and what is known of each from when.

At the audit of 5 January 2016 it gives 351 people, 30 of them past their re-check date and 7 due in
the month; by 15 January 14 of the 30 have been re-checked. At that of 15 June 2015 it gives 346, of
whom 24 are past the date. No name is a person's: each is made of two lists. Nothing is drawn at
random; days and names follow from a person's place in the list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

# What was known by the end of this day is imported at once; what came later is recorded one by
# one, as it happened.
IMPORTED = date(2015, 6, 30)
INTERVAL = 36
LOWER_LEVEL = {"Business Support Officer": "enhanced"}


@dataclass
class Entry:
    """One person: the rows that `import_register` takes, and later events as (day, what, fields)
    where what is `apply`, `close`, `check` or `leave`."""

    reference: str
    name: str
    engagement: dict
    checks: list = field(default_factory=list)
    applications: list = field(default_factory=list)
    events: list = field(default_factory=list)

    @property
    def starts_on(self):
        """The first day of the role."""
        return self.engagement["starts_on"]

    def as_imported(self) -> dict:
        """The person as `import_register` takes one."""
        return {
            "reference": self.reference,
            "name": self.name,
            "engagements": [self.engagement],
            "checks": self.checks,
            "applications": self.applications,
        }


class Register:
    """The entries of the whole register, made once from the roles of `wording` and from `names`."""

    def __init__(self, wording: Mapping, names: Mapping):
        self.entries = []
        self._numbers, self._names = 1_038_204_417, names
        staff = [self._entry(role) for role in _each(wording["staff"])]
        # Another order, always the same: 89 has no divisor in common with 351.
        self._deal_out([staff[place * 89 % len(staff)] for place in range(len(staff))])
        for place, role in enumerate(_each(wording["leavers"])):
            self._leaver(self._entry(role), place)
        for place, role in enumerate(_each(wording["carers"])):
            self._carer(self._entry(role), place)

    def _deal_out(self, staff):
        """Gives each member of staff a course of checks; the counts are the figures."""
        joiners = [entry for entry in staff if entry.engagement["group"] == "employee"][:22]
        rest = iter([entry for entry in staff if entry not in joiners])
        for course, people in (
            (self._due_in_january, 7),
            (self._rechecked, 14),
            (self._in_progress, 16),
            (self._rechecked_in_june, 10),
            (self._in_progress_in_june, 8),
            (self._late_in_june, 6),
            (self._renewed, 60),
            (self._quiet, 208),
        ):
            for place in range(people):
                course(next(rest), place)
        for place, item in enumerate(joiners):
            starts = date(2015, 7, 6) + timedelta(7 * place)
            self._chain(item, starts - timedelta(24), 0, starts=starts)

    def _due_in_january(self, item, place):
        self._chain(item, date(2013, 1, 17) + timedelta(2 * place), place)

    def _rechecked(self, item, place):
        issued = date(2016, 1, 6) + timedelta(place // 2)
        self._chain(item, date(2012, 10, 19) + timedelta(5 * place), place)
        self._renew(item, date(2015, 11, 9) + timedelta(3 * place), issued)

    def _in_progress(self, item, place):
        self._chain(item, date(2012, 10, 15) + timedelta(5 * place), place)
        days = (date(2015, 12, 3) + timedelta(3 * place), date(2016, 1, 6) + timedelta(place - 7))
        submitted = days[place >= 7]
        item.events.append((submitted, "apply", {"submitted_on": submitted}))

    def _rechecked_in_june(self, item, place):
        self._chain(item, date(2012, 3, 20) + timedelta(8 * place), place)
        issued = date(2015, 6, 16) + timedelta(place)
        submitted = date(2015, 5, 18) + timedelta(2 * place)
        closed = {"closed_on": issued, "outcome": "certificate"}
        item.applications.append({"submitted_on": submitted, **closed})
        self._check(item, issued)

    def _in_progress_in_june(self, item, place):
        self._chain(item, date(2012, 4, 3) + timedelta(8 * place), place)
        item.applications.append({"submitted_on": date(2015, 6, 11) + timedelta(2 * place)})
        self._certified(item, date(2015, 7, 14) + timedelta(3 * place))

    def _late_in_june(self, item, place):
        self._chain(item, date(2012, 5, 8) + timedelta(6 * place), place)
        submitted = date(2015, 7, 2) + timedelta(place)
        self._renew(item, submitted, submitted + timedelta(34))

    def _renewed(self, item, place):
        """Re-checked in time between July and December 2015, fourteen of them due in July."""
        due = date(2015, 7, 9) + timedelta(place if place < 14 else 28 + 3 * (place - 14))
        self._chain(item, date(due.year - 3, due.month, due.day), place)
        self._renew(item, max(date(2015, 7, 1), due - timedelta(30)), due - timedelta(4))

    def _quiet(self, item, place):
        """Checked before the register was imported and not due for a while."""
        issued = date(2013, 2, 20) + timedelta(814 * place // 208)
        self._chain(item, issued, place % 4 if place % 3 else 0)

    def _leaver(self, item, place):
        self._chain(item, date(2013, 4, 2) + timedelta(37 * place), place % 3)
        ends = date(2015, 7, 17) + timedelta(9 * place)
        item.events.append((ends, "leave", {"ends_on": ends}))

    def _carer(self, item, place):
        """Carers and volunteers, in no audit of staff: some renewed late, a few unchecked."""
        if place % 31 == 30:
            item.engagement["starts_on"] = date(2015, 5, 4)
            item.applications.append({"submitted_on": date(2015, 5, 11)})
            return
        self._chain(item, date(2012, 3, 1) + timedelta(1150 * place // 124), place % 3)

    def _entry(self, role):
        engagement = {name: role[name] for name in ("group", "service", "role")}
        if level := LOWER_LEVEL.get(role["role"]):
            engagement["level"] = level
        reference = f"P{4001 + len(self.entries)}"
        place, (first, last) = len(self.entries), self._names.values()
        name = f"{first[place % len(first)]} {last[place * 7 % len(last)]}"
        self.entries.append(Entry(reference, name, engagement))
        return self.entries[-1]

    def _chain(self, item, newest, place, starts=None):
        """Certificates up to `newest`, each renewed in time; the role began after the first."""
        issues = [newest]
        for turn in range(place % 4):
            issues.insert(
                0, _months_before(issues[0], INTERVAL) + timedelta(9 + (place + turn) % 12)
            )
        item.engagement["starts_on"] = starts or issues[0] + timedelta(18 + place % 9)
        for issued in issues:
            self._check(item, issued)

    def _renew(self, item, submitted, issued):
        item.events.append((submitted, "apply", {"submitted_on": submitted}))
        self._certified(item, issued)

    def _certified(self, item, issued):
        item.events.append((issued, "close", {"closed_on": issued, "outcome": "certificate"}))
        check = self._certificate(item, issued)
        item.events.append((check["seen_on"], "check", check))

    def _check(self, item, issued):
        item.checks.append(self._certificate(item, issued))

    def _certificate(self, item, issued):
        self._numbers += 7_919
        return {
            "certificate_number": f"{self._numbers:012d}",
            "issued_on": issued,
            "seen_on": issued + timedelta(1 + self._numbers % 3),
            "level": item.engagement.get("level", "enhanced_barred"),
        }


def events_of(entries) -> Iterator[tuple]:
    """(day, entry, what, fields) of every later event, in the order in which it happened."""
    values = [
        (day, place, turn, entry, what, answer)
        for place, entry in enumerate(entries)
        for turn, (day, what, answer) in enumerate(entry.events)
    ]
    for day, _, _, item, what, value in sorted(values, key=lambda row: row[:3]):
        yield day, item, what, value


def _each(roles):
    return [role for role in roles for _ in range(role["people"])]


def _months_before(day, months):
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, min(day.day, 28))
