"""The bare ways: a query by hand and a plain template, as somebody would write them who needed the
answer once."""

import csv
import io

import xlsxwriter
from django.db import connection
from django.template import Context, Engine

from bench.rows import TODAY

ENGINE = Engine()
TABLE = ENGINE.from_string(
    "<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>"
    "{% endfor %}</table><p>{{ total }}</p>"
)
# Everybody with the worst status of their roles, which is the lowest number, by the demonstration's
# policy of re-checks: three years, a month of warning, a year for an answer of the Update Service.
STATUSES = """
    WITH page AS (
        SELECT id, name, reference, work_email FROM people_person
        WHERE withdrawn_on IS NULL AND council_id = %(council)s {first}
    ), issued AS (
        SELECT person_id, max(issued_on) AS newest FROM dbs_dbscheck
        WHERE person_id IN (SELECT id FROM page) AND withdrawn_on IS NULL
            AND issued_on <= %(day)s GROUP BY person_id
    ), roles AS (
        SELECT e.person_id, e.role, e.service, e."group", c.newest, CASE
            WHEN NOT e.needs_check OR e.starts_on > %(day)s OR e.ends_on <= %(day)s THEN 6
            WHEN e.set_aside_approver_id IS NOT NULL AND e.set_aside_from <= %(day)s
                AND coalesce(e.set_aside_until, %(day)s) >= %(day)s THEN 5
            WHEN e.absent_from <= %(day)s
                AND coalesce(e.absent_until, %(day)s) >= %(day)s THEN 5
            WHEN c.newest IS NULL THEN 0
            WHEN (SELECT l.answer FROM dbs_updatelookup l WHERE l.person_id = e.person_id
                AND l.withdrawn_on IS NULL AND l.looked_on <= %(day)s
                AND l.looked_on >= date(%(day)s, '-12 months')
                ORDER BY l.looked_on DESC LIMIT 1) = 'CURRENT' THEN 4
            WHEN c.newest < date(%(day)s, '-36 months') THEN 1
            WHEN c.newest < date(%(day)s, '+31 days', '-36 months') THEN 2
            ELSE 3 END AS place
        FROM people_engagement e LEFT JOIN issued c ON c.person_id = e.person_id
        WHERE e.person_id IN (SELECT id FROM page) AND e.withdrawn_on IS NULL {groups}
    )
"""
PEOPLE = f"""
    {STATUSES}
    SELECT p.name, p.reference, group_concat(r.role), group_concat(r.service),
        min(coalesce(r.place, 6)) AS worst, date(min(r.newest), '+36 months'),
        group_concat(r."group"), p.work_email
    FROM page p LEFT JOIN roles r ON r.person_id = p.id GROUP BY p.id {{status}}
"""
CLASSES = f"""
    {STATUSES}
    SELECT worst, due, count(*) FROM (
        SELECT min(place) AS worst, substr(date(min(newest), '+36 months'), 1, 7) AS due
        FROM roles GROUP BY person_id
    ) GROUP BY 1, 2
"""
COUNT_PEOPLE = "SELECT count(*) FROM people_person WHERE withdrawn_on IS NULL AND council_id = "
OVERDUE, DUE_SOON, OUT_OF_SCOPE = 1, 2, 5


class People:
    """The people of the register with their statuses at the end of `day`: every one, or those of
    one status; by their roles in `groups`, or by all."""

    def __init__(self, council, status=None, order="name", groups=(), day=TODAY):
        self.status, self.order = status, order
        self.values = {"council": council.pk, "day": day.isoformat()}
        self.values |= {f"group{place}": one for place, one in enumerate(groups)}
        named = ", ".join(f"%(group{place})s" for place in range(len(groups)))
        self.groups = f'AND e."group" IN ({named})' if groups else ""

    def count(self):
        """How many there are."""
        if self.status is None:
            return select(f"{COUNT_PEOPLE}%(council)s", self.values)[0][0]
        return select(f"SELECT count(*) FROM ({self._query()})", self.values)[0][0]

    def classes(self):
        """(status, month of the re-check, how many people) of those with a role."""
        return select(CLASSES.format(first="", groups=self.groups), self.values)

    def __getitem__(self, places):
        first = places.start or 0
        return select(self._query(f"LIMIT {places.stop - first} OFFSET {first}"), self.values)

    def __iter__(self):
        return iter(select(self._query(), self.values))

    def _query(self, bounds=""):
        """The statement; of every status, only the people of the page have theirs reckoned."""
        order = f"ORDER BY {self.order},"
        if self.status is None:
            first = {"first": f"{order} id {bounds}", "status": ""}
            return f"{PEOPLE.format(**first, groups=self.groups)} {order} p.id"
        first = {"first": "", "status": f"HAVING worst = {self.status}"}
        return f"{PEOPLE.format(**first, groups=self.groups)} {order} p.id {bounds}"


def select(statement, values=()):
    """The rows of a statement with its parameters."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def table(rows, total=""):
    """The rows as an HTML table, with how many there are in all below it."""
    return TABLE.render(Context({"rows": rows, "total": total}))


def as_csv(rows):
    """The rows as a CSV file."""
    held = io.StringIO()
    csv.writer(held).writerows(rows)
    return held.getvalue().encode("utf-8-sig")


def as_xlsx(rows):
    """The rows as a workbook of one sheet."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(place, column, "" if cell is None else str(cell))
    return held.getvalue()
