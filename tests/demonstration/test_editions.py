"""What an edition keeps agrees with itself: files, digests, history, and what changed under it."""

import hashlib
import json
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.accounts.models.accounts import User
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.audits import DbsAudit
from assurance.improvement.models.actions import Action
from assurance.looked_after.models.censuses import Census
from assurance.records.history import HistoryEntry
from assurance.reviews.models.findings import Review
from bench import papers
from bench.database import prepared
from bench.rows import TODAY
from bench.sizes import TINY
from reports.documents.digest import content_digest
from reports.documents.document import from_json
from reports.editions.changed_figures import NOTHING, changed_since
from reports.editions.models.editions import Edition
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from tests.demonstration.reading import document, edition

pytestmark = pytest.mark.django_db
SLUGS = ("july-2015", "january-2016")


@pytest.mark.long
@pytest.mark.parametrize("slug", SLUGS)
def test_the_files_words_and_figures_of_an_edition_are_what_their_records_say(
    demonstration, client, slug
):
    issued = edition(slug)
    about = HistoryEntry.objects.filter(about=issued.history_name)
    told = about.get(what="papers.publish").changes
    files = {name for name in told if not name.startswith("index/")}
    assert files == {one.name for one in issued.files.all()}
    for file in issued.files.all():
        content = bytes(file.content)
        print_ = hashlib.sha256(content).hexdigest()
        assert (file.sha256, file.size) == (print_, len(content))
        assert told[file.name]["to"] == print_
        address = f"/eborford/reports/safeguarding/{slug}/edition-1/files/{file.name}"
        answer = client.get(address)
        assert (answer.content, answer.headers["ETag"]) == (content, f'"{print_}"')
    paper = issued.paper
    entries = HistoryEntry.objects.filter(council=paper.council.slug)
    frozen = entries.get(what="papers.freeze_edition", about=issued.history_name)
    assert issued.digest == content_digest(from_json(issued.document))
    assert frozen.changes["digest"]["to"] == issued.digest
    sent = entries.get(what="papers.send_for_approval", about=paper.history_name)
    assert paper.frozen_digest == content_digest(from_json(paper.frozen["public"]))
    assert sent.changes["frozen_digest"]["to"] == paper.frozen_digest
    assert {one.digest for one in paper.approvals.all()} == {paper.frozen_digest}


@pytest.mark.parametrize("slug", SLUGS)
def test_each_printed_figure_has_one_line_of_provenance_with_its_number_and_count(
    demonstration, slug
):
    issued = edition(slug)
    printed = [
        (one.number, one.key, one.member, one.start, one.end, one.count, one.base_count)
        for one in from_json(issued.document).counted
        # What is reckoned from figures is traced by them.
        if not one.made_of
    ]
    kept = [
        (one.number, one.key, one.member, str(one.start), str(one.end), one.count, one.base)
        for one in issued.provenance.all()
    ]
    assert kept == printed
    assert not {one.rows_digest for one in issued.provenance.all()} & {"", "0" * 64}


def changed(slug="january-2016"):
    """Number → what has changed of a figure of the paper since it was issued."""
    return {one.number: str(one) for one in changed_since(edition(slug))}


def of_keys(*starts, end=""):
    """The numbers of the printed figures whose key begins so, of a day or period that ends so."""
    return {
        one.number
        for one in document("january-2016").figures
        if one.key.startswith(starts) and one.end.startswith(end) and not one.made_of
    }


def withdrawn(rows):
    """Withdraws rows as an officer would."""
    said = {"withdrawn_by": User.objects.first(), "withdrawn_because": "Entered twice"}
    assert rows.update(withdrawn_on="2016-02-01", **said)


def test_nothing_has_changed_on_the_day_of_issue(demonstration):
    assert [changed(slug) for slug in SLUGS] == [{}, {}]


@pytest.mark.long
def test_one_audit_that_was_withdrawn_changes_what_counts_it_and_no_more(demonstration):
    keys = ("audits.done", "audits.shared", "audits.recorded")
    [done], [given], [recorded] = (of_keys(key, end="2015-12-31") for key in keys)
    year = CaseAudit.objects.active().filter(audited_on__year=2015)
    unshared = year.filter(shared_on__isnull=True).first()
    withdrawn(CaseAudit.objects.filter(pk=unshared.pk))
    assert changed() == {done: "83 → 82", given: "79 of 83 → 79 of 82"}
    shared = year.filter(shared_on__isnull=False).first()
    withdrawn(CaseAudit.objects.filter(pk=shared.pk))
    assert changed() == {
        done: "83 → 81",
        given: "79 of 83 → 78 of 81",
        recorded: "79 of 79 → 78 of 78",
    }


@pytest.mark.parametrize("day", ["2015-01-01", "2015-12-01"])
def test_a_census_that_was_withdrawn_takes_every_figure_of_its_day_and_no_other(demonstration, day):
    withdrawn(Census.objects.in_force().filter(date=day))
    figures = changed()
    assert set(figures) == of_keys("looked_after.", end=day)
    assert all(one.endswith(f"→ {NOTHING}") for one in figures.values())
    # The paper of July quotes no census but that of its own day.
    if day == "2015-12-01":
        assert not changed("july-2015")


def test_a_dbs_audit_that_was_withdrawn_takes_every_figure_of_the_register(demonstration):
    withdrawn(DbsAudit.objects.in_force().filter(position_date="2016-01-15"))
    assert set(changed()) == of_keys("dbs.")


def test_what_a_paper_does_not_quote_changes_nothing_under_it(demonstration):
    for model in (Action, Review):
        withdrawn(model.objects.active())
    quoted = ("2015-01-01", "2015-12-01")
    withdrawn(Census.objects.in_force().exclude(date__in=quoted))
    assert changed() == {}


def figures(*said):
    """What the command prints."""
    out = StringIO()
    days = ("--at", "2015-12-31", "--since", "2015-01-01")
    call_command("figures", *days, *said, stdout=out)
    return out.getvalue()


@pytest.mark.long
def test_the_figures_command_says_the_same_as_data_and_as_lines(demonstration):
    rows = json.loads(figures("--format", "json"))
    lines = figures().splitlines()
    assert len(lines) == len(rows) > 50
    for row, line in zip(rows, lines, strict=True):
        name = f"{row['key']}:{row['member']}" if row["member"] else row["key"]
        assert line.startswith(f"{name}  {row['text']}  (")
        assert row["from"] in line and row["at"] in line
    identities = [(row["key"], row["member"], row["cohort"], row["from"]) for row in rows]
    assert len(set(identities)) == len(rows)


def test_every_file_of_the_latest_paper_is_written_as_it_was_issued(demonstration, tmp_path):
    call_command("render_paper", "latest", to=tmp_path, stdout=StringIO())
    kept = Edition.objects.latest_first().first().files.all()
    written = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    assert written == {one.name: bytes(one.content) for one in kept}


@pytest.mark.long
def test_a_copy_of_an_issued_report_prints_the_same_figures(demonstration, settings):
    settings.CANDOUR_TODAY = TODAY.isoformat()
    copy = papers.add_copy(prepared(TINY).founded, "copied")
    # Nothing is hidden the second time: the days of an audit and of its position are no periods.
    assert _printed(assembled(read(copy)).document) == _printed(document(SLUGS[-1]))


def _printed(report):
    return {(one.key, one.member, one.start, one.end, one.text) for one in report.counted}
