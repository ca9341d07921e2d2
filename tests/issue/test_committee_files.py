"""The files of a report for a committee system: each form of the report and of every annex, with a
name that needs no thought, the same bytes each time, and no exempt word among the public ones."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents.annexes import annex_alone, annex_sections
from reports.documents.document import (
    NOTE,
    PLAIN,
    REFERENCE,
    TYPED,
    Paragraph,
    Run,
    Section,
    Text,
    references_in,
    text_of,
)
from reports.documents.formats import print_html
from reports.documents.front.kinds import OPEN as OPEN_STATE
from reports.documents.front.kinds import CommitmentEntry, Front
from reports.editions.models.editions import Edition
from reports.editor.operations import enclosures as enclosing
from reports.issue import committee_files as made
from reports.papers.models.enclosures import Enclosure
from tests import cast
from tests.cases import written_cases
from tests.documents.forms import of_pdf
from tests.editor.test_exempt import INNER, SECRET
from tests.editor.test_exempt import annex as exempt_annex
from tests.editor.test_exempt import inner as inner_paragraph
from tests.issue.test_issue import frozen, published
from tests.make import drafts as writings
from tests.make import enclosures, papers
from tests.make.drafts import ON

pytestmark = pytest.mark.django_db
ENDINGS = {"docx": b"PK\x03\x04", "pdf": b"%PDF"}
OPEN = {"slug": "plan", "part": "annexes", "kind": "annex", "heading": "Plan on a page: “Ångström”"}


def unpacked(file):
    """Name → bytes of what is in a ZIP, which nothing in it makes unsafe to unpack."""
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert archive.testzip() is None
        return {one.filename: archive.read(one) for one in archive.infolist()}


def words_in(files):
    """Every word that the Word files among `files` print."""
    found = []
    for name, content in files.items():
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as word:
                found.append(re.sub("<[^>]+>", "", word.read("word/document.xml").decode()))
        elif name.endswith(".pdf"):
            found.append(of_pdf(content))
    return " ".join(" ".join(found).split())


@pytest.fixture
def edition():
    """The published edition of a report with an open annex and an exempt one."""
    clerk, approver = cast.clerk(), cast.approver()
    blocks = [{**OPEN, "text": "What is done by when."}, exempt_annex(), inner_paragraph()]
    paper = writings.written(clerk, *blocks)
    return published(frozen(writings.sent_and_approved(paper, clerk, approver), clerk), clerk)


@pytest.mark.long
def test_a_download_has_the_report_as_published_and_each_open_annex(edition):
    file = made.committee_files(edition.paper, edition)
    files = unpacked(file)
    stem = made.plain_name(edition.title)
    assert made.committee_files(edition.paper, Edition.objects.get(pk=edition.pk)) == file
    report = [name for name in files if "Annex" not in name]
    assert {name.rpartition(".")[2] for name in report} == set(ENDINGS)
    saved = {one.name.rpartition(".")[2]: bytes(one.content) for one in edition.files.all()}
    for name in report:
        assert name.startswith(stem[:20])
        assert files[name] == saved.get(name.rpartition(".")[2], files[name])
    annexes = sorted(set(files) - set(report))
    assert [name.partition("-Annex-")[2] for name in annexes] == [
        "A-Plan-on-a-page-Angstrom.docx",
        "A-Plan-on-a-page-Angstrom.pdf",
    ]
    for name, content in files.items():
        assert name.isascii() and len(name) <= made.LONGEST
        assert content.startswith(ENDINGS[name.rpartition(".")[2]])
    assert "What is done by when." in words_in({name: files[name] for name in annexes})
    # The open report says that there is an exempt annex, and why; its own files are not here.
    assert SECRET not in words_in(files) and INNER not in words_in(files)
    assert "Harbour" not in words_in(files) and not any("Bids" in name for name in files)


@pytest.mark.long
def test_exempt_annexes_are_a_download_of_their_own_for_who_may_read_them(edition, client):
    home = f"/reports/assurance/{edition.paper.slug}/edition-1/"
    own, public = f"{home}committee-files-exempt.zip", f"{home}committee-files.zip"
    member, clerk = cast.member(), cast.clerk()
    for reader in (member, clerk, cast.officer()):
        client.force_login(reader)
        assert client.get(own).status_code == 404
    enclosing.name_readers(paper=edition.paper, readers=[member], by=clerk, on=ON)
    for reader in (member, cast.approver()):
        client.force_login(reader)
        answer = client.get(own)
        assert answer["Cache-Control"] == "private, no-store"
        files = unpacked(made.RenderedFile("", "", answer.content))
        assert sorted(name.rpartition(".")[2] for name in files) == ["docx", "pdf"]
        assert all("-EXEMPT-Annex-B-Bids." in name for name in files)
        assert SECRET in words_in(files) and INNER in words_in(files)
        assert "EXEMPT: not open to the public" in words_in(files)
        assert own in client.get(f"/netherby{home}").text
    client.force_login(clerk)
    assert client.get(public).status_code == 200
    papers.remove_edition(edition=edition)
    assert client.get(public).status_code == 404
    client.force_login(cast.approver())
    assert client.get(own).status_code == 404


def test_a_draft_says_so_in_every_name_and_on_every_page(client):
    clerk = cast.clerk()
    paper = writings.written(clerk, {**OPEN, "text": "By when."}, exempt_annex(), inner_paragraph())
    client.force_login(cast.approver())
    answer = client.get(f"/reports/assurance/{paper.slug}/committee-files.zip")
    files = unpacked(made.RenderedFile("", "", answer.content))
    assert "-DRAFT-committee-files.zip" in answer["Content-Disposition"]
    assert len(files) == 4 and all("-DRAFT" in name for name in files)
    assert SECRET not in words_in(files) and not any("Bids" in name for name in files)
    for name, content in files.items():
        assert "DRAFT" in words_in({name: content})


def test_an_annex_that_is_a_file_is_given_as_it_is():
    clerk = cast.clerk()
    paper = writings.written(clerk, {**OPEN, "text": ""})
    enclosures.annex(content=enclosures.TAGGED, paper=paper, annex="plan", council=paper.council)
    [name] = [one for one in unpacked(made.committee_files(paper)) if "Annex" in one]
    assert name.endswith("-DRAFT-Annex-A-Plan-on-a-page-Angstrom.pdf")
    assert unpacked(made.committee_files(paper))[name] == enclosures.TAGGED
    assert Enclosure.objects.count() == 1


@written_cases()
@given(st.lists(st.text(max_size=160), min_size=1, max_size=5), st.text(max_size=220))
def test_whatever_titles_are_names_are_plain_short_and_unlike(titles, title):
    stem = made._stem(_Told(), replace(papers.document(), title=title, edition=12, draft=True))
    named = [(made._name(stem, one, ".docx"), b"") for one in [*titles, *titles]]
    file = made._packed(f"{stem}-committee-files", named, papers.document())
    names = list(unpacked(file))
    assert len({name.lower() for name in names}) == len(names) == 2 * len(titles)
    for name in (*names, file.name):
        assert re.fullmatch(r"[A-Za-z0-9-]+\.(docx|zip)", name) and len(name) <= made.LONGEST
        assert "-edition-12-DRAFT" in name and "--" not in name


class _Told:
    """A paper that was told to its committee in a month with a long name."""

    told_on = ON.replace(month=9)


def test_an_annex_alone_links_to_nothing_that_it_does_not_hold():
    runs = (
        Run("paragraph 3", REFERENCE, "work-3"),
        Run("1", NOTE, "note-9"),
        Run("44", TYPED, "7"),
        Run("this annex", REFERENCE, "annex-a"),
    )
    text = Paragraph("annex-a-1", "", (), (Text(runs),))
    annex = Section("annex-a", "Annex A: Plan", 2, "", (text,))
    work = Section("work", "The work", 2, "", (Paragraph("work-3"),))
    report = papers.document()
    [other] = report.figures
    typed = replace(other, number=7)
    # The digest of the report leads into the report.
    open_one = CommitmentEntry(OPEN_STATE, "Do the work", "", "", "work-3", "paragraph 3")
    front = Front(asking="work", commitments=(open_one,))
    whole = replace(report, sections=(work, annex), figures=(other, typed), front=front)
    assert annex_sections(whole) == (annex,)
    alone = annex_alone(whole, annex)
    assert [one.kind for one in alone.sections[0].blocks[0].content[0].runs] == [
        *[PLAIN] * 2,
        TYPED,
        REFERENCE,
    ]
    assert [one.to for one in references_in(alone.sections)] == ["annex-a"]
    assert text_of(alone.sections) == text_of((annex,)) and alone.figures == (typed,)
    assert 'href="#work' in print_html(whole) and 'href="#work' not in print_html(alone)
