"""The command that checks a paper: one of the council's, or one in a file, of which nothing is
kept."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assurance.accounts.models.accounts import Council
from assurance.records.history import HistoryEntry
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate
from tests import cast
from tests.make import dbs
from tests.make import drafts as papers

pytestmark = pytest.mark.django_db
WRONG = """# Update on assurance

Report to the Scrutiny Committee, 18 January 2016

## Audits

1. Of the authorities inspected 35 of 139 (24%) were found wanting wanting.

2. The committee is asked to note this report.
"""


def told(*words):
    """What the command prints as JSON."""
    out = StringIO()
    call_command("check_paper", *words, "--format", "json", stdout=out)
    return json.loads(out.getvalue())


def test_a_file_is_checked_and_nothing_of_it_is_kept(tmp_path):
    cast.make_council()
    file = tmp_path / "update.txt"
    file.write_text(WRONG, encoding="utf-8")
    before = (ReportTemplate.objects.count(), HistoryEntry.objects.count())
    rows = told(str(file))
    found = {row["rule"]: row for row in rows}
    assert {"percent-of-count", "doubled-word"} <= set(found)
    assert found["percent-of-count"]["where"] == "paragraph 1"
    assert "25%" in found["percent-of-count"]["says"] and "24%" in found["percent-of-count"]["says"]
    assert set(rows[0]) >= {"rule", "severity", "where", "says", "mend"}
    assert not Paper.objects.exists()
    assert (ReportTemplate.objects.count(), HistoryEntry.objects.count()) == before


def test_a_file_is_checked_without_a_council_or_a_record_behind_its_numbers(tmp_path):
    file = tmp_path / "update.md"
    file.write_text(WRONG, encoding="utf-8")
    assert told(str(file))
    assert not Council.objects.exists()
    assert "can-be-said" not in {row["rule"] for row in told(str(file))}


def test_a_file_is_held_against_the_records_of_a_council_that_is_named(tmp_path):
    council = cast.make_council()
    dbs.policy(council=council, audit_months=6)
    dbs.dbs_audit(council=council, audit_date=date(2015, 9, 15))
    file = tmp_path / "update.md"
    file.write_text(WRONG, encoding="utf-8")
    assert "cadence-reported" not in {row["rule"] for row in told(str(file))}
    rows = told(str(file), "--council", council.slug)
    assert "cadence-reported" in {row["rule"] for row in rows}


def test_a_paper_of_the_council_is_checked_by_its_name():
    paper = papers.written(cast.clerk())
    block = paper.blocks.get(slug="purpose")
    type(block).objects.filter(pk=block.pk).update(text="It was was so.")
    assert "doubled-word" in {row["rule"] for row in told("january-2016")}
    out = StringIO()
    call_command("check_paper", "january-2016", stdout=out)
    assert "stands twice in a row. [doubled-word]" in out.getvalue()


def test_what_is_no_paper_is_said_in_a_sentence(tmp_path):
    cast.make_council()
    file = tmp_path / "x.json"
    file.write_text("{", encoding="utf-8")
    for words in ([str(file)], ["nothing"], [str(tmp_path / "none.txt")]):
        with pytest.raises(CommandError) as refused:
            told(*words)
        assert str(refused.value).endswith(".")
