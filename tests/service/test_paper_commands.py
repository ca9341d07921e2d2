"""The commands on papers and figures: what they write, and the sentence for each wrong word."""

import json
import re
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assurance.accounts.models.accounts import Council
from assurance.records.history import HistoryEntry
from reports.editions.snapshot import draft
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate
from reports.service.management.commands.render_paper import _files
from tests import cast
from tests.issue.test_issue import frozen, published, with_a_small_number
from tests.make import audits, dbs, looked_after
from tests.make import drafts as papers
from tests.make import papers as make
from tests.make.drafts import written
from tests.papers import paper_files
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db


SMALL = paper_files.FIXTURES / "papers" / "short-york-2016.json"


def run(*words):
    """What a command prints."""
    out = StringIO()
    call_command(*map(str, words), stdout=out)
    return out.getvalue()


@pytest.fixture
def clerk():
    """The clerk of the only council."""
    return cast.clerk()


def test_a_draft_is_rendered_and_says_so_to_either_audience_where_it_can_be_written(
    clerk, tmp_path
):
    paper = written(clerk)
    told = run("render_paper", "january-2016", "--to", tmp_path / "out", "--format", "html")
    page = tmp_path / "out" / "january-2016-DRAFT.html"
    assert told.splitlines() == [str(page), str(tmp_path / "out" / "paper.css")]
    text = page.read_text(encoding="utf-8")
    assert "<title>DRAFT: Assurance report, January 2016</title>" in text
    assert "not for publication" in text
    [(name, _), *_] = _files(paper, "restricted", ["html"])
    assert name == "january-2016-RESTRICTED-DRAFT.html"
    assert draft(paper, "restricted").audience == "restricted"
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(CommandError, match="cannot be written"):
        run("render_paper", "january-2016", "--to", file / "in", "--format", "html")
    with pytest.raises(CommandError, match="cannot be written"):
        run("export_paper", "january-2016", file / "in.json")


def test_the_files_of_an_issued_paper_are_the_stored_ones_byte_for_byte(clerk, tmp_path):
    edition = make.edition()
    paper = edition.paper
    run("render_paper", f"assurance/{paper.slug}", "--to", tmp_path, "--format", "pdf")
    assert (tmp_path / "paper.pdf").read_bytes() == b"%PDF-1.7"
    assert run("render_paper", "latest", "--to", tmp_path, "--format", "html") == ""


@pytest.mark.long
def test_a_restricted_rendering_is_of_an_issued_paper_no_draft_and_says_what_it_is(tmp_path):
    paper, clerk = with_a_small_number()
    edition = frozen(paper, clerk)
    words = ("latest", "--to", tmp_path, "--audience", "restricted", "--format", "html")
    with pytest.raises(CommandError, match="No report has been published yet"):
        run("render_paper", *words)
    published(edition, clerk)
    run("render_paper", *words)
    text = (tmp_path / "january-2016-RESTRICTED.html").read_text(encoding="utf-8")
    assert "RESTRICTED: contains numbers that are not public" in text
    assert "DRAFT" not in text
    # The number is followed by the mark of its source note.
    assert re.search(r"cared for <b>3</b><sup[^>]*>\s*<a [^>]*>\d+</a></sup>\.", text)


WRONG_WORDS = [
    (("render_paper", "none", "--to", "x"), "There is no report “none”"),
    (("render_paper", "latest", "--to", "x"), "No report has been published yet"),
    (("render_paper", "a", "--to", "x", "--format", "doc"), "“doc” is not a format"),
    (("render_paper", "a", "--to", "x", "--council", "leeds"), "no council “leeds”"),
    (("export_paper", "none", "x"), "There is no report “none”"),
    (("import_paper", "/nowhere.json"), "cannot be read: No such file"),
    (("figures", "--at", "x", "--since", "2016-01-01"), "“x” is not a date"),
    (("figures", "--at", "2016-01-01", "--since", "2016-01-02"), "before it begins"),
    (
        ("figures", "--at", "2016-01-02", "--since", "2016-01-01", "--council", "leeds"),
        "no council “leeds”",
    ),
]


def test_a_wrong_word_has_its_sentence(clerk):
    for words, sentence in WRONG_WORDS:
        with NamedCase(brief(words)), pytest.raises(CommandError, match=sentence):
            run(*words)


def test_a_council_is_named_where_there_are_several_and_none_does_nothing(tmp_path):
    with pytest.raises(CommandError, match="There is no council yet"):
        run("export_paper", "a", tmp_path / "x")
    for slug in ("netherby", "elsewhere"):
        cast.make_council(slug)
    with pytest.raises(CommandError, match="Name the council: --council SLUG"):
        run("export_paper", "a", tmp_path / "x")


def test_papers_of_one_slug_in_two_series_are_told_apart(clerk, tmp_path):
    for slug in ("one", "two"):
        make.paper(slug="a", series=make.series(slug))
    with pytest.raises(CommandError, match="Two series have a report “a”: write SERIES/a"):
        run("export_paper", "a", tmp_path / "x")
    assert "Assurance report is in" in run("export_paper", "two/a", tmp_path / "x")


def test_a_paper_goes_to_a_file_and_comes_in_again(clerk, tmp_path):
    make.report_template("york-2016")
    told = run("import_paper", SMALL, "--by", "Clerk's desk")
    assert "is a draft now, as proofs/short-york-2016" in told
    run("export_paper", "short-york-2016", tmp_path / "out.json")
    plain = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert plain["blocks"] == json.loads(SMALL.read_text(encoding="utf-8"))["blocks"]


def test_a_file_that_is_no_paper_has_its_sentence(clerk, tmp_path):
    file = tmp_path / "paper.json"
    for content, sentence in [
        (b"{", "is not JSON at line 1, column 2"),
        (b"\xff", "is not text in UTF-8"),
        (b"[" * 100_000, "lists within lists without end"),
        (b"[]", "one object in braces"),
    ]:
        with NamedCase(brief((content, sentence))):
            file.write_bytes(content)
            with pytest.raises(CommandError, match=sentence):
                run("import_paper", file)
            assert not Paper.objects.exists()


@pytest.mark.long
def test_figures_are_printed_as_json_with_value_base_and_dates(clerk):
    audits.case_audit(council=clerk.council)
    looked_after.census(council=clerk.council, unit_costs={"agency_foster": 48000})
    words = ("figures", "--at", "2015-12-31", "--since", "2015-01-01")
    rows = json.loads(run(*words, "--format", "json"))
    held = {(row["key"], row["member"]): row for row in rows}
    assert held["audits.done", ""] == {
        "key": "audits.done",
        "member": "",
        "cohort": "",
        "from": "2015-01-01",
        "at": "2015-12-31",
        "value": 1,
        "base": None,
        "unit": "audits",
        "text": "1",
        "mark": "",
        "source": "case audits recorded here",
    }
    # A position has its own date, not the one asked for.
    assert held["looked_after.children", ""]["at"] == "2015-12-01"
    assert held["looked_after.unit_cost", "agency_foster"]["text"] == "£48,000"
    assert held["dbs.overdue", ""]["text"] == "not returned"
    lines = run(*words).splitlines()
    assert "audits.done  1  (2015-01-01 to 2015-12-31)  case audits recorded here" in lines
    cost = "looked_after.unit_cost:agency_foster  £48,000  (2015-12-01 to 2015-12-01)  Finance"
    assert cost in lines


WRONG = """# Update on assurance

Report to the Scrutiny Committee, 18 January 2016

## Audits

1. Of the authorities inspected 35 of 139 (24%) were found wanting wanting.

2. The committee is asked to note this report.
"""


def told(*words):
    """What the command prints as JSON."""
    return json.loads(run("check_paper", *words, "--format", "json"))


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


def test_a_file_is_checked_without_a_council_and_held_against_the_records_of_one_named(tmp_path):
    file = tmp_path / "update.md"
    file.write_text(WRONG, encoding="utf-8")
    assert told(str(file))
    assert not Council.objects.exists()
    assert "can-be-said" not in {row["rule"] for row in told(str(file))}
    council = cast.make_council()
    dbs.policy(council=council, audit_months=6)
    dbs.dbs_audit(council=council, audit_date=date(2015, 9, 15))
    assert "cadence-reported" not in {row["rule"] for row in told(str(file))}
    rows = told(str(file), "--council", council.slug)
    assert "cadence-reported" in {row["rule"] for row in rows}


@pytest.mark.long
def test_a_paper_of_the_council_is_checked_by_its_name():
    paper = papers.written(cast.clerk())
    block = paper.blocks.get(slug="purpose")
    type(block).objects.filter(pk=block.pk).update(text="It was was so.")
    assert "doubled-word" in {row["rule"] for row in told("january-2016")}
    assert "is written twice in a row. [doubled-word]" in run("check_paper", "january-2016")


def test_what_is_no_paper_is_said_in_a_sentence(tmp_path):
    cast.make_council()
    file = tmp_path / "x.json"
    file.write_text("{", encoding="utf-8")
    for words in ([str(file)], ["nothing"], [str(tmp_path / "none.txt")]):
        with pytest.raises(CommandError) as refused:
            told(*words)
        assert str(refused.value).endswith(".")
