"""What `make scale` does, at a tiny size: rows are copied with all that belongs to them, and each
thing is timed with one council's rows and among all."""

import io
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client

from assurance.accounts.models.accounts import Council, User
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Person
from assurance.records.history import HistoryEntry
from bench.database import add_to_demonstration, prepared
from bench.rows import TODAY
from bench.sizes import TINY as PREPARED
from reports.editions.models.editions import Edition
from reports.publication.models.passages import A_PAPER, Passage
from scale.__main__ import main
from scale.copies import copy
from scale.measures import LINES, Measured, both_clocks, measured
from scale.rows import add_councils, add_years
from scale.run import lines_of
from scale.sizes import TINY
from scale.table import MOST, Line, document
from tests import cast
from tests.make import audits, dbs, people

pytestmark = pytest.mark.django_db


# All of `make scale` at its smallest takes a tenth of what the gate asks of PostgreSQL.
@pytest.mark.long
@pytest.mark.dialect
@pytest.mark.skipif(connection.vendor != "postgresql", reason="make scale is of PostgreSQL alone")
def test_everything_is_timed_alone_and_among_others(settings, demonstration_with_draft):
    settings.CANDOUR_TODAY = TODAY.isoformat()
    add_to_demonstration(PREPARED)
    out = io.StringIO()
    rows, lines = lines_of(prepared(PREPARED), TINY, out)
    assert Council.objects.filter(name__startswith="Eborford").count() == TINY.councils
    assert rows > 1_000
    assert len(lines) == len(out.getvalue().splitlines()) == 14
    assert all(line.alone.seconds > 0 and line.among.statements for line in lines)
    assert all(0 < len(line.among.plan.splitlines()) <= LINES for line in lines)
    # What a page asks does not follow from how many councils there are.
    assert [line.name for line in lines if line.among.statements > line.alone.statements + 1] == []


@pytest.mark.dialect
def test_a_copied_council_has_pages_of_its_own(settings, demonstration):
    settings.CANDOUR_TODAY = "2016-01-18"
    council = prepared(PREPARED).council
    add_years(council, TINY)
    add_councils(council, replace(TINY, councils=2))
    copied = Council.objects.get(slug=f"1-{council.slug}")
    for model in (Person, CaseAudit, DbsCheck, User):
        assert model.objects.filter(council=copied).count() > 0
        numbers = [model.objects.filter(council=one).count() for one in (council, copied)]
        assert len(set(numbers)) == 1, model
    entries = HistoryEntry.objects.filter(council=copied.slug)
    assert entries.count() == HistoryEntry.objects.filter(council=council.slug).count()
    client = Client()
    client.force_login(
        User.objects.get(council=copied, email__endswith="-officer@eborford.example")
    )
    for address in ("/home/", "/dbs/", "/audits/", "/actions/", f"/{copied.slug}/"):
        assert client.get(address).status_code == 200, address


@pytest.mark.dialect
def test_passages_keep_the_number_of_their_edition(demonstration):
    edition = Edition.objects.public_in(prepared(PREPARED).council.slug)[0]
    before = edition.passages.count()
    assert copy(type(edition.paper).objects.filter(pk=edition.paper_id), 2) > before
    for other in Edition.objects.filter(document=edition.document):
        assert other.passages.count() == before
        assert {row.pk // A_PAPER for row in Passage.objects.filter(edition=other)} == {other.pk}


def test_a_copy_belongs_to_its_own_and_leaves_the_rest():
    person = people.person()
    check = dbs.dbs_check(person=person)
    other = dbs.dbs_check(person=people.person(reference="Q2"))
    number = {"dbs.DbsCheck": {"certificate_number": "CAST(600000000000 + n.n AS text)"}}
    copy(Person.objects.filter(pk=person.pk), 3, number)
    copies = Person.objects.filter(reference__endswith=f"-{person.reference}")
    assert {one.reference for one in copies} == {f"{one.pk}-{person.reference}" for one in copies}
    assert copies.count() == 3
    rows = DbsCheck.objects.filter(person__in=copies)
    assert {row.certificate_number for row in rows} == {f"60000000000{n}" for n in (1, 2, 3)}
    assert set(DbsCheck.objects.exclude(person__in=copies)) == {check, other}


def test_a_new_row_follows_copied_ones():
    audit = audits.case_audit()
    copy(CaseAudit.objects.filter(pk=audit.pk), 5)
    last = CaseAudit.objects.order_by("pk").last()
    assert audits.case_audit(reference="Q-after").pk > last.pk


def test_what_is_measured_is_taken_back_and_explained():
    cast.clerk()
    spent = measured(lambda: Council.objects.create(slug="x", name=User.objects.count()), 1)
    assert not Council.objects.filter(slug="x").exists()
    assert spent.seconds > 0 and spent.statements == 2
    assert "accounts_user" in spent.plan


def test_what_asks_nothing_has_no_plan():
    assert measured(lambda: None, 1).plan == ""


@pytest.mark.dialect
def test_the_clock_counts_what_the_database_does():
    began = (now := both_clocks())()
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 200000) "
            "SELECT count(*) FROM n"
        )
    assert now() - began > 0.01


def test_a_line_over_its_limit_is_named_in_the_document():
    plan = "Seq Scan on a"
    lines = [Line("slow", Measured(1, 2, plan), Measured(MOST + 0.1, 3, plan))]
    lines.append(Line("quick", Measured(1, 2, ""), Measured(MOST, 3, "")))
    assert [line.is_over for line in lines] == [True, False]
    text = document(lines, TINY, 12_345)
    assert "12,345 rows" in text and "```\nSeq Scan on a\n```" in text and "### Quick" not in text
    assert [row.split()[-1] for row in text.splitlines() if " s " in row] == ["over", "3"]


def test_another_size_or_database_is_refused(capsys):
    assert main(["huge"]) == 2
    assert "tiny" in capsys.readouterr().out
