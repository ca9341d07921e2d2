"""`import_paper` on text and Word: a plain file is enough, and what was made is printed."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assurance.records.history import HistoryEntry
from reports.conversion import summary
from reports.conversion.operations.paper_import import import_paper
from reports.editions.paper_file import exported
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Abbreviation
from tests import cast
from tests.make import papers

pytestmark = pytest.mark.django_db
TEXT = (
    "Half-yearly update\n\nBackground\n\n1. There were 24 audits.\n\n2. See Annex A.\n\n"
    "Abbreviations:\n\nDBS – a check\n\nOther words.\n"
)


@pytest.fixture(autouse=True)
def council(db):
    """The only council, with its clerk."""
    return cast.make_council()


@pytest.fixture
def file(tmp_path):
    """A plain file of text."""
    path = tmp_path / "update.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words):
    """What the command prints."""
    out = StringIO()
    call_command("import_paper", *map(str, words), stdout=out)
    return out.getvalue()


def test_a_plain_file_needs_no_option(file):
    told = run(file).splitlines()
    paper = Paper.objects.get()
    assert told[0] == f"Half-yearly update is a draft now, as half-yearly-update/{paper.slug}."
    assert "Recognised: 1 heading, 2 paragraphs." in told
    assert "Numbered 1 to 2." in told
    assert "Cites Annex A." in told
    assert "Not recognised:" in told
    assert told[-1].strip().startswith("line 13: Other words. — ")
    assert paper.series.committee.title == summary.shaping.UNKNOWN_COMMITTEE
    assert Abbreviation.objects.get().long == "a check"


def test_the_councils_only_committee_takes_a_paper_that_names_none(file):
    only = papers.committee()
    run(file)
    assert Paper.objects.get().series.committee == only


def test_everything_can_be_said(file):
    series = papers.series()
    run(
        *(file, "--series", "assurance", "--committee", "Scrutiny Panel"),
        *("--meeting", "2016-01-18", "--paper-date", "2016-01-08", "--title", "January"),
        *("--period", "2015-07-01", "2015-12-31"),
    )
    paper = Paper.objects.get()
    assert paper.series == series
    assert (paper.slug, paper.title) == ("january-2016", "January")
    assert (str(paper.paper_date), str(paper.period_start)) == ("2016-01-08", "2015-07-01")
    assert str(paper.meeting.date) == "2016-01-18"


def test_rows_for_a_program(file):
    row = json.loads(run(file, "--format", "json"))
    assert row["made"]["paragraphs"] == 2
    assert row["numbers"] == ["1 to 2"]
    assert row["not_recognised"][0]["words"] == "Other words."
    assert row["meeting"] is None


def test_history_tells_the_file_and_what_was_missed(file):
    run(file, "--by", "the clerk")
    row = HistoryEntry.objects.get(what="papers.bring_in")
    assert "update.txt" in str(row.changes)


def test_what_was_imported_is_exported_and_imported_again_the_same(file, council):
    run(file)
    paper = Paper.objects.get()
    plain = exported(paper)
    again = import_paper(
        council=council, plain={**plain, "slug": "again"}, by=cast.clerk(), on=paper.created_on
    )
    assert {**exported(again), "slug": plain["slug"]} == plain
    assert plain["parts"]["abbreviations"]["listed"] == [{"short": "DBS", "long": "a check"}]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--meeting", "2016-02-31"), "“2016-02-31” is not a date: write it as 2016-01-18."),
        (("--period", "2016-02-01", "2016-01-01"), "the end date is before the start date"),
        (("--series", "…"), "has no letter"),
        (("--council", "leeds"), "no council “leeds”"),
    ],
)
def test_a_wrong_word_has_its_sentence(file, words, says):
    with pytest.raises(CommandError, match=says):
        run(file, *words)
    assert not Paper.objects.exists()


def test_a_file_that_is_no_paper_has_its_sentence(tmp_path):
    path = tmp_path / "update.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(CommandError, match="old kind"):
        run(path)
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        run(tmp_path / "nowhere.txt")
