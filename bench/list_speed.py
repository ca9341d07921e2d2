"""How long a register's page takes over 100,000 rows against 1,000, in one run: the ratio, and as
many queries. The first page, the last, one sorted otherwise and one found by words.
"""

import statistics
import sys
import time

from django.db import connection, transaction
from django.test import Client
from django.test.runner import DiscoverRunner
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.figure_speed import SERIES
from tests import cast
from tests.make import audits, dbs, improvements, people

FEW, MANY, ROUNDS, AIM = 1_000, 100_000, 5, 3
# Name of a list page → what is asked of it: words → the query.
PAGES = {
    "dbs:list": {"first": "", "last": "page=last", "by name": "sort=name", "words": "text=Q777"},
    "audits:list": {
        "first": "",
        "last": "page=last",
        "by team": "sort=team",
        "not shared": "shared=no",
    },
    "improvements:list": {"first": "", "last": "page=last", "by due day": "sort=due_on"},
}


def rows_like(row, number, differs):
    """Fills the table of `row` up to `number` rows that are as it is, but for the columns that
    `differs` gives in SQL over n; inside the database, for by way of Python it takes minutes."""
    model, quote = type(row), connection.ops.quote_name
    there = model.objects.count()
    columns = [one for one in model._meta.concrete_fields if not one.primary_key]
    said = ", ".join(differs.get(one.column, quote(one.column)) for one in columns)
    names = ", ".join(quote(one.column) for one in columns)
    table = quote(model._meta.db_table)
    series = SERIES[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {said} FROM {table}, ({series}) numbers "
            "WHERE id = %s",
            [number - there, row.pk],
        )


def of_each(row, person):
    """Gives a row like `row`, of its own, to everybody after `person` who has none."""
    model, quote = type(row), connection.ops.quote_name
    columns = [one for one in model._meta.concrete_fields if not one.primary_key]
    said = ", ".join(
        "people.id" if one.column == "person_id" else f"one.{quote(one.column)}" for one in columns
    )
    names = ", ".join(quote(one.column) for one in columns)
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {said} "
            f"FROM {table} one, assurance_person people "
            f"WHERE one.id = %s AND NOT EXISTS (SELECT 1 FROM {table} two "
            "WHERE two.person_id = people.id)",
            [row.pk],
        )


class Staff:
    """People with a role and a certificate each."""

    def __init__(self):
        self.person = people.person(reference="Q0")
        self.role = people.engagement(person=self.person)
        self.check = dbs.dbs_check(person=self.person, certificate_number="")

    def fill(self, number):
        """Makes them up to `number`."""
        own = f"'Q' || (n + {type(self.person).objects.count()})"
        rows_like(self.person, number, {"reference": own, "name": "'Name ' || (n * 7919 % 1000)"})
        of_each(self.role, self.person)
        of_each(self.check, self.person)


class Alike:
    """Rows that one maker makes, each with a reference of its own."""

    def __init__(self, make):
        self.row = make(reference="Q0")

    def fill(self, number):
        """Makes them up to `number`."""
        own = f"'Q' || (n + {type(self.row).objects.count()})"
        rows_like(self.row, number, {"reference": own})


MADE = {
    "dbs:list": Staff,
    "audits:list": lambda: Alike(audits.case_audit),
    "improvements:list": lambda: Alike(improvements.action),
}


def asked(client, name, query):
    """(queries, median milliseconds) of one answer, its caches warm."""
    address = f"{reverse(name)}?{query}"
    spent = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        spent.append(1000 * (time.perf_counter() - begun))
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}.")
    return len(queries), statistics.median(spent)


def measured(name):
    """(page, what is asked, queries at few and many, milliseconds at few and many) of each."""
    with transaction.atomic():
        client = Client()
        client.force_login(cast.make_user(*cast.ROLES))
        made = MADE[name]()
        made.fill(FEW)
        few = {words: asked(client, name, query) for words, query in PAGES[name].items()}
        made.fill(MANY)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        many = {words: asked(client, name, query) for words, query in PAGES[name].items()}
        transaction.set_rollback(True)
    return [(name, words, *few[words], *many[words]) for words in PAGES[name]]


def say(rows):
    """The table of what was `measured`, as lines."""
    head = f"{'register page':<34}{f'at {FEW:,}':>12}{f'at {MANY:,}':>12}{'ratio':>8}"
    lines = [
        f"{f'{name}, {words}':<34}{few:>9.0f} ms{many:>9.0f} ms{many / few:>8.1f}"
        for name, words, _, few, _, many in rows
    ]
    return [f"Register pages, {connection.vendor}: aim {AIM} or less", head, *lines]


def main():
    """Prints the table from a database of its own; 1 where a page asks more of more rows."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    own = runner.setup_databases()
    try:
        rows = [row for name in PAGES for row in measured(name)]
    finally:
        runner.teardown_databases(own)
    print("\n".join(say(rows)))
    return int(any(few != many for _, _, few, _, many, _ in rows))


if __name__ == "__main__":
    sys.exit(main())
