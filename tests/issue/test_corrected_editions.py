"""An issued paper is corrected in a further edition: the published one stands, nothing of it moves,
and what changes is said at the top of both."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.approvals.views.guest_reading import _restricted
from reports.documents.document import (
    Cell,
    Fact,
    Facts,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    text_of,
)
from reports.documents.document import from_json as read_back
from reports.documents.entries import Entry
from reports.editions.correction_notice import changed_numbers, has_removed, sentences
from reports.editions.models.editions import Edition
from reports.editions.snapshot import draft, restricted
from reports.issue.operations import steps
from reports.papers import lifecycle
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper, open_to_all
from reports.papers.models.recommendations import Recommendation
from reports.papers.operations import papers as writing
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts as writings
from tests.make import papers
from tests.make.drafts import ON
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
NOTE = "Paragraph 1 named the wrong quarter.\n\nNo figure changes."


def text(anchor, number, said):
    """A paragraph of a document."""
    return Paragraph(anchor, number, (), (Text((Run(said),)),))


def told(*paragraphs, title="Assurance report", figures=(), rows=(), approved="Not yet"):
    """A document of these paragraphs, with its approval block."""
    block = Facts("approval", "Approval", (Fact("Approved by", (Text((Run(approved),)),)),))
    return replace(
        papers.document(),
        title=title,
        head=Facts("head", "About this report", rows),
        figures=figures,
        sections=(
            Section("work", "The work", blocks=tuple(paragraphs)),
            Section("part-approval", "Approval", blocks=(block,)),
        ),
    )


def figure(said, title="Audits done", key="audits.done"):
    """A figure of a document, in words."""
    return replace(papers.document().figures[0], key=key, title=title, text=said, when="2015")


@pytest.fixture
def issued(approved):
    """(paper, clerk, approver) of a paper whose first edition is published."""
    paper, clerk, approver = approved
    published(frozen(paper, clerk), clerk)
    paper.refresh_from_db()
    return paper, clerk, approver


def corrected(paper, clerk, approver, note=NOTE):
    """The second edition of an issued paper, with other words in one paragraph."""
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    row = paper.blocks.get(slug="purpose")
    other = {"text": "This paper tells what was audited by the service."}
    writing.change_block(block=row, version=row.version, words=other, by=clerk, on=ON)
    paper = approvals.word_correction(paper=paper, note=note, by=clerk, on=ON)
    paper = writings.sent_and_approved(paper, clerk, approver)
    return published(frozen(paper, clerk), clerk)


def bytes_of(edition):
    """All that is kept of an edition and its files."""
    rows = edition.files.order_by("name").values_list("name", "sha256", "content")
    kept = Edition.objects.filter(pk=edition.pk).values()[0]
    return kept, [(name, sha, bytes(content)) for name, sha, content in rows]


def test_a_correction_makes_a_further_edition_and_moves_nothing_of_the_first(issued):
    paper, clerk, approver = issued
    first = paper.editions.get()
    before = bytes_of(first)
    second = corrected(paper, clerk, approver)
    assert bytes_of(first) == before
    paper.refresh_from_db()
    assert (second.number, paper.status, paper.corrects) == (2, Paper.ISSUED, None)
    assert paper.correction_note == ""
    page = bytes(second.files.get(media_type__startswith="text/html").content).decode()
    lines = [
        "Corrected on 18 January 2016.",
        "This edition corrects edition 1.",
        "Paragraph 1: words are changed.",
        "Paragraph 1 named the wrong quarter.",
        "No figure changes.",
    ]
    assert [text_of(one) for one in read_back(second.document).notices] == lines
    assert all(f'<p class="notice">{line}</p>' in page for line in lines)
    assert read_back(first.document).notices == ()


def test_while_it_is_corrected_the_paper_is_as_public_as_before(issued):
    paper, clerk, _ = issued
    commitment(paper=paper)
    here = paper.council.slug
    before = [Recommendation.objects.public_in(here).count(), Commitment.objects.public_in(here)]
    assert before[0] and before[1]
    approvals.begin_correction(paper=paper, by=clerk, on=ON)
    paper.refresh_from_db()
    assert paper.is_public
    assert Recommendation.objects.public_in(here).count() == before[0]
    assert Commitment.objects.public_in(here).exists()
    assert Paper.objects.filter(open_to_all()).get() == paper
    assert Paper.objects.visible_to(cast.member()).get() == paper
    assert Paper.objects.of(paper.council).last_issued().get() == paper
    assert [one.number for one in Edition.objects.public_anywhere()] == [1]


def test_a_correction_is_sent_once_worded_not_approved_by_who_worded_it_and_stays_one(issued):
    paper, clerk, _ = issued
    with pytest.raises(Refused, match="No edition of this report is being corrected"):
        approvals.word_correction(paper=paper, note=NOTE, by=clerk, on=ON)
    approvals.begin_correction(paper=paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="Enter what changes from edition 1"):
        approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="Enter what changes"):
        approvals.word_correction(paper=paper, note=" ", by=clerk, on=ON)
    with pytest.raises(Refused, match="Edition 1 of this report is being corrected already"):
        approvals.begin_correction(paper=paper, by=clerk, on=ON)
    both = cast.make_user("clerk", "approver")
    paper = approvals.word_correction(paper=paper, note=NOTE, by=both, on=ON)
    assert NOTE.splitlines()[0] in text_of(draft(paper).notices)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    assert NOTE.splitlines()[0] in text_of(draft(paper).notices)
    with pytest.raises(Refused, match="You have edited this report in this round"):
        approvals.approve(paper=paper, seen=paper.frozen_digest, by=both, on=ON)
    with pytest.raises(Refused, match="Take it back before you change it"):
        approvals.word_correction(paper=paper, note="Other.", by=clerk, on=ON)
    paper = approvals.take_back(paper=paper, by=clerk, on=ON)
    assert (paper.corrects, paper.correction_note) == (1, NOTE)
    assert paper.editions.get().published_at


def test_while_it_is_corrected_who_approved_the_first_has_still_and_the_draft_is_restricted(issued):
    paper, clerk, _ = issued
    request = SimpleNamespace(user=clerk)
    assert _restricted(request, paper) == restricted(paper.editions.get())
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    assert _restricted(request, paper).draft
    assert paper.approvals.get(round=1).void_on is None
    paper.refresh_from_db()
    assert (paper.status, paper.round, paper.corrects) == (Paper.WRITING, 2, 1)
    entry = HistoryEntry.objects.get(what="papers.begin_correction")
    assert entry.changes["corrects"]["to"] == 1


def test_an_issue_that_stopped_goes_on_and_is_one_correction(issued):
    paper, clerk, approver = issued
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    paper = approvals.word_correction(paper=paper, note=NOTE, by=clerk, on=ON)
    paper = writings.sent_and_approved(paper, clerk, approver)
    waiting = frozen(paper, clerk)
    assert [one.number for one in Edition.objects.public_anywhere()] == [1]
    assert frozen(paper, clerk) == waiting
    steps.publish(edition=waiting, files=(), at=waiting.frozen_at, by=clerk, on=ON)
    assert [one.number for one in Edition.objects.public_anywhere()] == [2]


@pytest.mark.parametrize("status", ["writing", "sent", "approved"])
def test_only_an_issued_paper_is_corrected(status):
    assert lifecycle.why_not_correct(status, None) == "Only a published report can be corrected."
    assert lifecycle.why_not_correct("issued", None) == ""


FIRST, SECOND = text("p1", "1.", "We audited files."), text("p2", "2.", "Staff were trained.")
NEW = text("p2", "2.", "A wholly different matter was raised by members here.")
ROW = Fact("Date of report", (Text((Run("18 January 2016"),)),))


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (told(FIRST), told(FIRST, approved="The director"), ()),
        (
            told(FIRST, SECOND),
            told(text("p1", "1.", "We audited many files."), SECOND),
            ("Paragraph 1: words are changed.",),
        ),
        (told(FIRST), told(FIRST, NEW), ("Paragraph 2: a line is added.",)),
        (told(FIRST, NEW), told(FIRST), ("Paragraph 2: a line is taken out.",)),
        (
            told(Table("t1", "Table 1", "Staff", (Cell((Run("A"),)),))),
            told(Table("t1", "Table 1", "Staff by team", (Cell((Run("A"),)),))),
            ("Table 1: words are changed.",),
        ),
        (
            told(FIRST, text("p2", "", "In 2018 it rained."), text("p3", "", "Last week too.")),
            told(FIRST),
            ("The work: 2018 is taken out.", "The work: 2 lines are taken out."),
        ),
    ],
)
def test_the_notice_names_each_place_whose_other_words_differ(before, after, lines):
    assert sentences(before, after) == lines


SAIL = Entry(2, "stated", "Typed", "44", "", "", "", "", "", "", "", places=("p1",))


def sailed(said, source="log, 1 May 2015"):
    """A typed number of a sentence, as a document has it."""
    return replace(SAIL, text=said, counts=f"Then {said} sailed.", source=source)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (told(FIRST), told(FIRST, approved="The director"), ""),
        (
            told(FIRST),
            told(FIRST, title="Other"),
            "Title: “Assurance report” is corrected to “Other”.",
        ),
        (told(FIRST), told(FIRST, rows=(ROW,)), "Date of report: “18 January 2016” is added."),
        (told(FIRST, rows=(ROW,)), told(FIRST), "Date of report: “18 January 2016” is taken out."),
        (
            told(FIRST, figures=(figure("30"),)),
            told(FIRST, figures=(figure("31"),)),
            "Audits done, 2015: 30 is corrected to 31.",
        ),
        (
            told(FIRST, figures=(replace(figure("30"), base="351"),)),
            told(FIRST, figures=(replace(figure("30"), base="352"),)),
            "Audits done, 2015: 30 of 351 is corrected to 30 of 352.",
        ),
        (
            told(FIRST, figures=(figure("30"),)),
            told(FIRST, figures=(replace(figure("30"), base="352"),)),
            "Audits done, 2015: 30 is corrected to 30 of 352.",
        ),
        (
            told(FIRST, figures=(figure("30"),)),
            told(FIRST, figures=(figure("5", "Staff", "dbs.staff"),)),
            "Audits done, 2015: 30 is taken out.\nStaff, 2015: 5 is added.",
        ),
        (
            told(FIRST, figures=(sailed("44"), sailed("5"))),
            told(FIRST, figures=(sailed("5"), sailed("45"))),
            "Typed number (log, 1 May 2015): 44 is corrected to 45.",
        ),
        (
            told(FIRST, figures=(sailed("44"),)),
            told(FIRST, figures=(sailed("44", "minute, 2 May 2015"),)),
            "Typed number (log, 1 May 2015): 44 is corrected to 44 (minute, 2 May 2015).",
        ),
        (
            told(text("p1", "1.", "On 1 May 2015 we met.")),
            told(text("p1", "1.", "On 2 May 2015 we met, not in June 2015.")),
            (
                "Paragraph 1: 1 May 2015 is corrected to 2 May 2015.\n"
                "Paragraph 1: June 2015 is added.\nParagraph 1: words are changed."
            ),
        ),
        (
            told(FIRST, figures=(replace(figure("3"), places=("p1",)),)),
            told(FIRST, figures=(replace(figure("a number"), mark="withheld"),)),
            "Paragraph 1: a number was removed.",
        ),
    ],
)
def test_the_notice_names_what_differs_by_itself(before, after, said):
    assert "\n".join(sentences(before, after)) == said


def test_a_number_taken_out_for_a_persons_sake_is_named_by_no_value():
    before = told(FIRST, figures=(replace(figure("3"), places=("p1",)), figure("9", "Staff", "k")))
    after = told(FIRST)
    three, _nine = changed_numbers(before, after)
    lines = sentences(before, after, [three.key])
    assert lines == ("Paragraph 1: a number was removed.", "Staff, 2015: 9 is taken out.")
    assert has_removed(before, after, [three.key]) and not has_removed(before, after, ())
