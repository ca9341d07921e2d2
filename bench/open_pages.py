"""Open pages: the front page, a council's own, its lists, a report and the site maps, among the
6,000 editions of 150 councils, against a query by hand and a plain template."""

from collections.abc import Iterator
from functools import partial

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assurance.accounts.models.accounts import Council
from assurance.runtime.databases import statistics
from bench import bare
from bench.comparison import Comparison, Limit, Measurement
from bench.database import Prepared
from reports.editions.models.editions import Edition
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Series

EACH = 40
PAGE = 25
FRONT = """
    SELECT c.name, count(*), max(e.published_at) FROM accounts_council c
    JOIN papers_paper p ON p.council_id = c.id JOIN editions_edition e ON e.paper_id = p.id
    WHERE e.published_at IS NOT NULL GROUP BY c.id, c.name ORDER BY c.name
"""
OF_COUNCIL = """
    SELECT e.title, e.issued_on FROM editions_edition e JOIN papers_paper p ON p.id = e.paper_id
    WHERE p.council_id = %s AND e.published_at IS NOT NULL ORDER BY e.issued_on DESC LIMIT 5
"""
COMMITMENTS = """
    SELECT what, who, due_on, state FROM papers_commitment
    WHERE council_id = %s AND withdrawn_on IS NULL ORDER BY due_on LIMIT 25
"""


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of open pages; what is asked for is kept nowhere."""
    with transaction.atomic():
        add_councils(made.edition, made.sizes.councils)
        # The statistics of one council would mislead the database about 150.
        statistics.count_all()
        client, number = Client(), Edition.objects.count()
        for name, address, rows in _pages(made.council, made.edition):
            yield Comparison(
                f"{name}, {number:,} editions",
                partial(client.get, address),
                partial(_drawn, rows),
                _agree,
                Limit(seconds=0.03),
            )
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{paper_address(made.edition.paper)}?page=1")
        yield Measurement("a published report, drawn anew", len(queries), "queries", 20)
        transaction.set_rollback(True)


def _pages(council, edition):
    """(name, address, rows by hand) of each page; with a page’s number none is kept in memory."""
    own, of_council = f"/{council.slug}/", partial(_of, OF_COUNCIL, council)
    yield "front page", "/?page=1", partial(bare.select, FRONT)
    yield "a council’s page", f"{own}?page=1", of_council
    for name in ("commitments", "recommendations"):
        yield f"a council’s {name}", f"{own}{name}/?page=1", partial(_of, COMMITMENTS, council)
    for name in ("reports", "figures", "ledger"):
        yield f"a council’s {name}", f"{own}{name}/?page=1", of_council
    yield "a published report", f"{paper_address(edition.paper)}?page=1", of_council
    yield "site map of a council", f"{own}sitemap.xml", of_council
    yield "index of the site map", "/sitemap.xml", partial(bare.select, FRONT)


def add_councils(edition, number):
    """So many councils, each with a series and its reports, as `edition` is, by SQL."""
    paper = edition.paper
    named = {"slug": "'copied-' || n", "name": "'Council ' || n"}
    _copy(Council, paper.council_id, f"numbers(n, {number})", **named)
    of_council = "accounts_council c", "c.slug LIKE 'copied-%%'"
    _copy(Series, paper.series_id, *of_council, council_id="c.id")
    _copy(
        Paper,
        paper.pk,
        f"papers_series s JOIN accounts_council c ON c.id = s.council_id, numbers(n, {EACH})",
        "c.slug LIKE 'copied-%%'",
        council_id="c.id",
        series_id="s.id",
        slug="'report-' || n",
        # As one council's reports are, half a year apart.
        paper_date=f"date('{paper.told_on}', '-' || (6 * (n - 1)) || ' months')",
        meeting_id="NULL",
    )
    _copy(
        Edition,
        edition.pk,
        "papers_paper p JOIN accounts_council c ON c.id = p.council_id",
        "c.slug LIKE 'copied-%%'",
        paper_id="p.id",
        number="1",
    )


def _copy(model, key, among, where="1 = 1", **changed):
    """Copies one row of `model` for each row of `among`, with what is changed in it."""
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    values = ", ".join(changed.get(column, f'o."{column}"') for column in columns)
    opening, last = "", among.rpartition("numbers(n, ")[2].rstrip(")")
    if "numbers" in among:
        opening = (
            "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers "
            f"WHERE n < {last}) "
        )
        among = among.rpartition("numbers(")[0] + "numbers"
    names = ", ".join(f'"{column}"' for column in columns)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) {opening}SELECT {values} FROM {among}, {table} o "
            f"WHERE o.id = %s AND {where}",
            [key],
        )


def _of(statement, council):
    return bare.select(statement, [council.pk])


def _drawn(rows):
    found = rows()
    return bare.table(found[:PAGE], len(found))


def _agree(ours, plain):
    assert ours.status_code == 200 and "<td>" in plain
