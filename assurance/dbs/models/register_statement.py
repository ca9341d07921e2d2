"""The one statement by which the database works out everybody's DBS status.

It reads each table once, however many people there are, for one day or for several. What it works
out has its plain twin in `rules.statuses`, `rules.positions` and `rules.populations`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import F, Func, IntegerField
from django.db.models.expressions import RawSQL

from assurance.dbs.models.status_numbers import (
    DAYS_OF_MONTH,
    GROUPS,
    ONE_DAY,
    PLACES,
    due_number,
    last_number,
)
from assurance.dbs.models.status_sql import (
    SERVES,
    is_aside,
    listed,
    quoted,
    rank_of,
    within_groups,
)
from assurance.dbs.rules import statuses
from assurance.dbs.rules.positions import DATED
from assurance.dbs.rules.statuses import (
    OUT_OF_BASE,
    WORST_FIRST,
    first_issue,
    policy_of,
)
from assurance.people.models.people import Engagement

EXTRACTS = {
    "sqlite": "CAST(substr({0}, {1}) AS INTEGER)",
    "postgresql": "CAST(substr(CAST({0} AS text), {1}) AS integer)",
}
# A day of a parameter: SQLite keeps days as text.
CASTS = {"sqlite": "%({0})s", "postgresql": "CAST(%({0})s AS date)"}
HERE = "withdrawn_on IS NULL"
OF_COUNCIL = "AND council_id = %(council)s"
# Of the few who are withdrawn a list is made once; everybody would be looked up one by one.
ACTIVE = """AND e.person_id NOT IN (SELECT id FROM people_person
        WHERE withdrawn_on IS NOT NULL {})"""
# What of a role is read: whole rows with their notes would be copied.
ROLE = (
    *("id", "person_id", '"group"', "level", "workforce", "needs_check", "starts_on", "ends_on"),
    *("set_aside_approver_id", "set_aside_from", "set_aside_until", "absent_from", "absent_until"),
    "risk_assessed_on",
)
# What `rows` gives of the first moment.
KNOWN = ("applied", "no_match", "too_low", "unassessed", "aside", "running")
# Each table's rows of the council are found by its index and joined afterwards. Joined at once they
# would be read from among those of all councils: PostgreSQL expects far fewer than there are.
# SQLite reads them by their indexes in half the time that a copy of them takes.
APART = {"sqlite": "NOT MATERIALIZED", "postgresql": "MATERIALIZED"}
STATEMENT = """
WITH terms(group_code, place, {term_names}) AS (VALUES {terms}),
answers AS (
    SELECT person_id, looked_on, answer,
        lead(looked_on) OVER (PARTITION BY person_id ORDER BY looked_on, id) AS next_on,
        lead(looked_on) OVER (PARTITION BY person_id, answer = '{no_match}'
            ORDER BY looked_on, id) AS next_known_on
    FROM dbs_updatelookup WHERE {here}
), lookups AS (
    SELECT person_id, {answers} FROM answers GROUP BY person_id
), applications AS (
    SELECT person_id, {applications} FROM dbs_dbsapplication WHERE {here} GROUP BY person_id
), checks AS {apart} (
    SELECT id, person_id, issued_on, level, workforce FROM dbs_dbscheck WHERE {here}
), roles AS {apart} (
    SELECT {role} FROM people_engagement e WHERE {here} {of_groups} {of_active}
), certificates AS (
    SELECT e.id AS role_id, {certificates}
    FROM roles e LEFT JOIN checks c ON c.person_id = e.person_id
    GROUP BY e.id
), ranked AS MATERIALIZED (
    SELECT e.person_id, t.group_code, t.place, e.ends_on, e.risk_assessed_on, c.undated, c.known,
        {aside} AS aside, a.applied0, u.last0, {ranks}
    FROM certificates c
    JOIN roles e ON e.id = c.role_id
    LEFT JOIN terms t ON t.group_code = e."group"
    LEFT JOIN applications a ON a.person_id = e.person_id
    LEFT JOIN lookups u ON u.person_id = e.person_id
)
"""


@dataclass(frozen=True)
class Moment:
    """A day, and the policies (group → policy) that everybody is held against on it."""

    day: date
    policies: Mapping


class RegisterStatement:
    """Everybody's status at each of `moments`: of one council, of all roles or of those in
    `groups`; without withdrawn people where only those who are `active` are counted."""

    def __init__(self, moments: Sequence[Moment], council=None, groups=None, active=False):
        self.moments, self.values = moments, {}
        self.vendor = connection.vendor
        self.numbers = range(len(moments))
        if council is not None:
            self.values["council"] = council.pk
        self.groups = GROUPS if groups is None else [code for code in GROUPS if code in groups]
        self.opening = self._opening(council, active)

    def rows(self):
        """Person, then the code and the due number of each moment, then what is known at the first
        one: `KNOWN`, each 1 or 0."""
        columns = (f"{self._code(n)}, {self._due(n)}" for n in self.numbers)
        known = (f"max(CASE WHEN {fits} THEN 1 ELSE 0 END)" for fits in self._known())
        names = ", ".join(("person_id", *columns, *known))
        return self._fetched(f"SELECT {names} FROM ranked GROUP BY person_id")

    def classes(self, parts):
        """How many people have the same code and due month in each of `parts`, and an open
        application at the first moment: (code, due month, …, applied, people). A part is
        (number of a moment, its groups or None)."""
        columns, names = [], []
        for place, (n, groups) in enumerate(parts):
            names += [f"code{place}", f"due{place}"]
            columns.append(f"{self._code(n, groups)} AS code{place}")
            columns.append(f"{self._due(n, groups)} / {DAYS_OF_MONTH} AS due{place}")
        names = ", ".join((*names, "applied"))
        columns = ", ".join((*columns, "max(coalesce(applied0, 0)) AS applied"))
        inner = f"SELECT {columns} FROM ranked GROUP BY person_id"
        return self._fetched(f"SELECT {names}, count(*) FROM ({inner}) s GROUP BY {names}")

    def roles(self):
        """The roles that statuses are worked out of."""
        return Engagement.objects.active().filter(group__in=self.groups)

    def people(self, ranks, due_from=None, due_to=None):
        """The keys of those whose worst rank is one of `ranks`, and whose first re-check falls on
        `due_from` to `due_to` where these are given, for a filter."""
        fits = [f"min(rank0) IN ({listed(ranks)})"]
        if due_from:
            fits.append(f"{self._due(0)} BETWEEN {due_number(due_from)} AND {last_number(due_to)}")
        inner = f"SELECT person_id FROM ranked GROUP BY person_id HAVING {' AND '.join(fits)}"
        return RawSQL(*self._positional(f"{self.opening} {inner}"))

    def turn(self, column):
        """The worst `rank` of a person, or the `due` number, for a list that is sorted by it."""
        value = "min(rank0)" if column == "rank" else self._due(0)
        inner = f"{self.opening} SELECT person_id, {value} AS turn FROM ranked GROUP BY person_id"
        return _OfPerson(*self._positional(f"SELECT turn FROM ({inner}) s"))

    def _fetched(self, statement):
        with connection.cursor() as cursor:
            cursor.execute(f"{self.opening} {statement}", self.values)
            return cursor.fetchall()

    def _positional(self, statement):
        values = []

        def place(match):
            values.append(self.values[match[1]])
            return "%s"

        return re.sub(r"%\((\w+)\)s", place, statement), values

    def _opening(self, council, active):
        terms = ("due", "soon", "current", "months")
        undated = f"c.issued_on IS NULL AND c.id IS NOT NULL AND {SERVES}"
        certificates = [f"max(CASE WHEN {undated} THEN 1 ELSE 0 END) AS undated"]
        certificates += [
            f"max(CASE WHEN c.issued_on <= {self._day(n)} AND {SERVES} THEN c.issued_on END) "
            f"AS newest{n}"
            for n in self.numbers
        ]
        known = f"c.issued_on IS NULL OR c.issued_on <= {self._day(0)}"
        certificates.append(
            f"max(CASE WHEN c.id IS NOT NULL AND ({known}) THEN 1 ELSE 0 END) AS known"
        )
        of_council = OF_COUNCIL if council else ""
        return STATEMENT.format(
            here=f"{HERE} {of_council}",
            apart=APART[self.vendor],
            role=", ".join(f"e.{name}" for name in ROLE),
            of_active=ACTIVE.format(of_council) if active else "",
            of_groups=f'AND e."group" IN ({quoted(self.groups)})',
            no_match=statuses.NO_MATCH,
            term_names=", ".join(f"{term}{n}" for n in self.numbers for term in terms),
            terms=", ".join(map(self._terms_of, GROUPS)),
            answers=", ".join(map(self._answers, self.numbers)),
            applications=", ".join(map(self._applications, self.numbers)),
            certificates=", ".join(certificates),
            aside=f"CASE WHEN {is_aside(self._day(0))} THEN 1 ELSE 0 END",
            ranks=", ".join(map(self._ranks, self.numbers)),
        )

    def _day(self, n):
        self.values[f"day{n}"] = self.moments[n].day.isoformat()
        return CASTS[self.vendor].format(f"day{n}")

    def _terms_of(self, group):
        cells = [f"'{group}'", str(GROUPS.index(group))]
        for n, moment in enumerate(self.moments):
            policy, day = policy_of(group, moment.policies), moment.day
            soon = day + timedelta(policy.warn_days) + ONE_DAY
            days = {
                "due": first_issue(day, policy.interval_months),
                "soon": first_issue(soon, policy.interval_months),
                "current": first_issue(day, policy.lookup_months),
            }
            for name, value in days.items():
                key = f"{name}{n}_{group}"
                self.values[key] = value.isoformat()
                cells.append(CASTS[self.vendor].format(key))
            cells.append(str(policy.interval_months))
        return f"({', '.join(cells)})"

    def _answers(self, n):
        day = self._day(n)
        last = f"looked_on <= {day} AND (next_on IS NULL OR next_on > {day})"
        known = f"answer <> '{statuses.NO_MATCH}' AND looked_on <= {day}"
        known += f" AND (next_known_on IS NULL OR next_known_on > {day})"
        return (
            f"max(CASE WHEN {last} THEN answer END) AS last{n}, "
            f"max(CASE WHEN {known} THEN answer END) AS answer{n}, "
            f"max(CASE WHEN {known} THEN looked_on END) AS answered{n}"
        )

    def _applications(self, n):
        day = self._day(n)
        is_open = f"submitted_on <= {day} AND (closed_on IS NULL OR closed_on > {day})"
        return f"max(CASE WHEN {is_open} THEN 1 ELSE 0 END) AS applied{n}"

    def _ranks(self, n):
        rank, due = rank_of(n, self._day(n)), self._due_number(n)
        return f"{rank} AS rank{n}, c.newest{n}, {due} AS due{n}"

    def _code(self, n, groups=None):
        return f"min({within_groups(groups, f'rank{n} * {PLACES} + place')})"

    def _due_number(self, n):
        extract = EXTRACTS[self.vendor].format
        year, month, day = (extract(f"c.newest{n}", at) for at in ("1, 4", "6, 2", "9, 2"))
        return f"({year} * 12 + {month} - 1 + t.months{n}) * {DAYS_OF_MONTH} + {day}"

    def _due(self, n, groups=None):
        ranks = listed(WORST_FIRST.index(status) for status in DATED)
        dated = f"CASE WHEN rank{n} IN ({ranks}) THEN ranked.due{n} END"
        return f"min({within_groups(groups, dated)})"

    def _known(self):
        day = self._day(0)
        in_scope = f"rank0 NOT IN ({listed(WORST_FIRST.index(item) for item in OUT_OF_BASE)})"
        unserved = "undated = 0 AND newest0 IS NULL"
        yield "applied0 = 1"
        yield f"last0 = '{statuses.NO_MATCH}'"
        yield f"{in_scope} AND known = 1 AND {unserved}"
        unassessed = f"(risk_assessed_on IS NULL OR risk_assessed_on > {day})"
        yield f"{in_scope} AND {unserved} AND {unassessed}"
        yield "aside = 1"
        yield f"ends_on IS NULL OR ends_on > {day}"


class _OfPerson(Func):
    """The value of `statement` for the person of a query, whatever the table is called in it."""

    output_field = IntegerField()

    def __init__(self, statement, values):
        super().__init__(F("pk"))
        self.statement, self.values = statement, values

    def as_sql(self, compiler, connection, **_more):
        """The statement bound to the person."""
        person, own = compiler.compile(self.source_expressions[0])
        return f"({self.statement} WHERE s.person_id = {person})", [*self.values, *own]
