"""What goes with a paper, in any order of putting in and withdrawing; and how long it is open."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction

from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.documents.enclosures import ANOTHER, ITSELF, NOT, UploadedFile
from reports.editor.operations import enclosures
from reports.papers.models.enclosures import Enclosure
from reports.publication.views.background import _closes
from tests import cast
from tests.editor.test_enclosures import ANNEX, GOOD, TEXT, annex, background
from tests.make import drafts
from tests.make.drafts import ON
from tests.make.enclosures import PLAIN, TAGGED
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper with two annexes that hold nothing yet."""
    other = {**ANNEX, "slug": "letter", "heading": ""}
    return drafts.written(clerk, ANNEX, other)


def withdrawn(row, by, **said):
    """An enclosure withdrawn by somebody."""
    usual = {"version": row.version, "because": "Sent by mistake.", "by": by, "on": ON}
    return enclosures.withdraw_enclosure(enclosure=row, **{**usual, **said})


def numbers(paper, purpose):
    """(number, whether it stands) of those of a purpose, in their order."""
    rows = Enclosure.objects.filter(paper=paper, purpose=purpose).order_by("number")
    return [(one.number, not one.is_withdrawn) for one in rows]


@pytest.mark.parametrize("doings", ["++", "+-+-+", "++--+"])
def test_a_number_is_never_given_twice(paper, clerk, doings):
    standing, wanted = [], []
    for doing in doings:
        if doing == "+":
            standing.append(background(paper, clerk))
            wanted.append((len(wanted) + 1, True))
        else:
            row = withdrawn(standing.pop(), clerk)
            wanted[row.number - 1] = (row.number, False)
    assert numbers(paper, "background") == wanted
    told = HistoryEntry.objects.filter(what__in=("papers.enclose", "papers.withdraw_enclosure"))
    assert told.count() == len(doings)


def test_an_annex_is_called_by_its_heading_or_else_its_name(paper, clerk):
    assert annex(paper, clerk).title == "Plan on a page"
    assert annex(paper, clerk, annex="letter").title == "letter"


@pytest.mark.parametrize(
    ("how", "file", "kept"),
    [
        (ITSELF, GOOD, (True, "", "")),
        (ITSELF, TEXT, (True, "", "")),
        (ANOTHER, TEXT, (False, "plan.txt", "")),
        (NOT, TEXT, (False, "", "It is a scan.")),
    ],
)
def test_of_what_is_said_only_what_is_meant_is_kept(paper, clerk, how, file, kept):
    # A form sends every field, also of the ways that were not chosen.
    row = annex(paper, clerk, how=how, file=file, form=TEXT, reason=" It is a scan. ")
    assert (row.accessible, row.form_name, row.reason) == kept
    assert row.summary == "What is done by when."
    assert bool(row.form_sha256) is (how == ANOTHER)
    assert row.content(of_form=False) == file.content


def test_one_file_that_is_brought_twice_lies_in_one_place(paper, clerk):
    first, second = background(paper, clerk), background(paper, clerk)
    assert first.sha256 == second.sha256 and first.pk != second.pk
    withdrawn(first, clerk)
    assert second.content() == PLAIN
    assert first.content() == PLAIN


def test_a_withdrawal_says_why_and_is_made_once(paper, clerk):
    row = background(paper, clerk)
    for because in ("", " ", "\n"):
        with NamedCase(because), pytest.raises(Refused, match="Explain why") as refused:
            withdrawn(row, clerk, because=because)
        assert refused.value.field == "because"
    row = withdrawn(row, clerk)
    with pytest.raises(Refused, match="withdrawn already"):
        withdrawn(row, clerk)
    with pytest.raises(EditConflict):
        withdrawn(row, clerk, version=row.version - 1)
    assert HistoryEntry.objects.filter(what="papers.withdraw_enclosure").count() == 1


@pytest.mark.parametrize("status", ["sent", "approved", "issued"])
def test_a_paper_that_is_not_being_written_keeps_what_it_has(paper, clerk, status):
    row = background(paper, clerk)
    type(paper).objects.filter(pk=paper.pk).update(
        status=status, sent_on=ON, sent_by=clerk, frozen={}
    )
    for doing in (
        lambda: background(paper, clerk),
        lambda: annex(paper, clerk),
        lambda: withdrawn(row, clerk),
    ):
        with pytest.raises(Refused), transaction.atomic():
            doing()
    assert numbers(paper, "background") == [(1, True)]
    assert numbers(paper, "annex") == []


REFUSED = [
    ({"annex": ""}, "annex", "This annex is no longer in the report"),
    ({"annex": "summary"}, "annex", "This annex is no longer in the report"),
    ({"summary": " "}, "how", "Summarise the file in a few sentences"),
    ({"reason": "\t"}, "how", "Explain why there is no form that everyone can read"),
    ({"how": ANOTHER}, "how", "Choose the file that everyone can read"),
    ({"how": ITSELF}, "how", "A screen reader cannot read this untagged PDF"),
    ({"file": UploadedFile("plan.exe", b"MZ")}, "file", "The file is a Windows program"),
    ({"file": UploadedFile("plan.pdf", b"")}, "file", "The file is empty"),
    ({"file": UploadedFile("a.docx", b"PK\x03\x04cut")}, "file", "The file cannot be unpacked"),
    ({"file": UploadedFile("a.pdf", b"By June.")}, "file", "its name does not end in .txt"),
    ({"how": ANOTHER, "form": UploadedFile("a.pdf", b"")}, "form_file", "The file is empty"),
    ({"how": ANOTHER, "form": UploadedFile("a.pdf", b"\x7fELF")}, "form_file", "is a program"),
]


def test_a_refusal_names_the_field_and_keeps_nothing(paper, clerk):
    before = HistoryEntry.objects.count()
    for said, field, sentence in REFUSED:
        with NamedCase(said), pytest.raises(Refused, match=sentence) as refused:
            annex(paper, clerk, **said)
        assert refused.value.field == field, said
    assert not Enclosure.objects.exists() and HistoryEntry.objects.count() == before


def test_a_block_that_is_no_annex_or_was_taken_out_takes_no_file(paper, clerk):
    paper.blocks.filter(slug="plan").update(removed_on=ON)
    with pytest.raises(Refused, match="no longer in the report"):
        annex(paper, clerk)
    assert annex(paper, clerk, annex="letter", file=UploadedFile("a.pdf", TAGGED)).kind == "pdf"


@pytest.mark.parametrize(
    ("meeting", "issued_on", "closes"),
    [
        (date(2016, 1, 18), date(2016, 1, 8), date(2020, 1, 17)),
        (date(2016, 2, 29), date(2016, 2, 19), date(2020, 2, 28)),
        (date(2016, 3, 1), date(2016, 2, 20), date(2020, 2, 29)),
        (None, date(2016, 1, 8), date(2020, 1, 7)),
        (None, date(2096, 2, 29), date(2100, 2, 28)),
        (date(2015, 12, 31), date(2016, 1, 8), date(2019, 12, 30)),
    ],
)
def test_a_copy_closes_by_the_meeting_or_else_by_the_issue(meeting, issued_on, closes):
    held = SimpleNamespace(date=meeting) if meeting else None
    edition = SimpleNamespace(paper=SimpleNamespace(meeting=held), issued_on=issued_on)
    assert _closes(edition) == closes
    begun = meeting or issued_on
    assert timedelta(days=1459) <= closes - begun <= timedelta(days=1460)
