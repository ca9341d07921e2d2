"""Exempt annexes: the open paper says that there is one and why, and holds none of its words."""

import io
import zipfile

import pytest

from assurance.records.refusals import Refused
from reports.documents import formats
from reports.documents.document import from_json, text_of
from reports.editions.models.exempt import ExemptAnnex, ExemptReader
from reports.editions.snapshot import RESTRICTED, draft
from reports.editor.forms.blocks import AnnexForm
from reports.editor.operations import enclosures
from reports.language.rules.exempt import (
    CATEGORIES,
    NO_CATEGORY,
    NO_INTEREST,
    exempt_notice,
    is_exempt,
    lacking,
)
from reports.papers.models.papers import Paper
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts as writings
from tests.make import papers
from tests.make.drafts import ON
from tests.page_requests import words as page_words

SECRET, INNER = "Harbour Lights asks for more than others.", "Lantern House asks for less."
WHY = "Bids could not be weighed fairly if each bidder knew the others."
EXEMPT = {"state": "exempt", "category": "3", "interest": WHY}


def annex(data=EXEMPT, text=SECRET):
    said = {"slug": "bids", "part": "annexes", "kind": "annex", "heading": "Bids"}
    return {**said, "text": text, "data": data}


def inner(text=f"{INNER} There were [[looked_after.children @comparison]]."):
    said = {"slug": "lesser-bid", "part": "annexes", "kind": "paragraph", "parent": "bids"}
    return {**said, "text": text}


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        (EXEMPT, ()),
        ({"state": "exempt"}, (NO_CATEGORY, NO_INTEREST)),
        ({**EXEMPT, "category": "8"}, (NO_CATEGORY,)),
        ({**EXEMPT, "interest": "  "}, (NO_INTEREST,)),
    ],
)
def test_an_exempt_annex_needs_its_category_and_its_sentence(data, missing):
    assert lacking(data) == missing


def test_the_open_paper_says_the_paragraph_of_the_act_and_the_sentence():
    first, second = exempt_notice(EXEMPT)
    assert first.startswith("This annex is exempt and is not open to the public under paragraph 3 ")
    assert CATEGORIES["3"] in first
    assert second == WHY
    assert exempt_notice({"state": "exempt"}) == (
        "This annex is exempt and is not open to the public.",
    )


@pytest.mark.parametrize(
    ("kind", "data", "exempt"),
    [
        ("annex", EXEMPT, True),
        ("annex", {"state": "to follow"}, False),
        # In a paper typed elsewhere its words are in another file.
        ("annex", {**EXEMPT, "listed": "Annex A"}, False),
        ("paragraph", EXEMPT, False),
    ],
)
def test_only_an_annex_can_be_exempt(kind, data, exempt):
    assert is_exempt(kind, data) is exempt


def typed(**more):
    return AnnexForm({"heading": "Bids", "text": SECRET, "category": "", "interest": "", **more})


def test_the_form_of_an_annex_asks_for_both_or_neither():
    assert typed(category="3").errors["interest"] == [NO_INTEREST]
    assert typed(interest=WHY).errors["category"] == [NO_CATEGORY]
    form = typed(category="3", interest=WHY)
    assert form.is_valid(), form.errors
    assert form.words()["data"] == EXEMPT
    opened = typed()
    assert opened.is_valid()
    assert opened.words()["data"] == {}


def test_an_annex_to_follow_stays_so_when_it_is_changed(db):
    block = papers.block(kind="annex", data={"state": "to follow"})
    said = {"heading": "Bids", "text": "", "category": "", "interest": ""}
    form = AnnexForm(said, block=block)
    assert form.is_valid()
    assert form.words()["data"] == {"state": "to follow"}


@pytest.mark.django_db
def test_the_draft_of_the_public_has_the_sentences_and_the_restricted_one_the_words():
    paper = writings.written(cast.clerk(), annex(), inner())
    public, full = (text_of(draft(paper, *audience)) for audience in ((), (RESTRICTED,)))
    for said in (SECRET, INNER):
        assert said not in public
        assert said in full
    assert WHY in public
    assert WHY in full
    assert "Annex A: Bids" in public
    dates = [one.start for one in draft(paper).figures if one.key == "looked_after.children"]
    assert dates, "the open text quotes some of them itself"


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.parametrize("left_out", ["category", "interest"])
def test_a_paper_is_not_sent_before_both_are_said(left_out):
    data = {name: said for name, said in EXEMPT.items() if name != left_out}
    clerk = cast.clerk()
    paper = writings.written(clerk, annex(data))
    found = [cause.sentence for cause in verdict(paper).errors]
    assert any("Annex A: Bids is exempt." in one for one in found), found
    with pytest.raises(Refused):
        writings.sent_and_approved(paper, clerk)


@pytest.mark.django_db
def test_an_open_sentence_that_leads_into_it_is_named():
    leading = {**inner("See [[para:lesser-bid]]."), "slug": "leading"}
    leading |= {"part": "body", "parent": "work"}
    paper = writings.written(cast.clerk(), annex(), inner(), leading)
    found = [cause.sentence for cause in verdict(paper).errors]
    assert any("is in an exempt annex: cite the annex instead." in one for one in found), found


def texts_of(file):
    """Every text of a file, that of a Word file unpacked."""
    if not file.name.endswith(".docx"):
        return [file.content.decode()]
    packed = zipfile.ZipFile(io.BytesIO(file.content))
    return [packed.read(name).decode(errors="ignore") for name in packed.namelist()]


@pytest.fixture
def issued(db):
    """The published edition of a paper with an exempt annex."""
    clerk, approver = cast.clerk(), cast.approver()
    paper = writings.written(clerk, annex(), inner())
    paper = writings.sent_and_approved(paper, clerk, approver)
    return published(frozen(paper, clerk), clerk)


PAGES = ("", "edition-1/", "compare/", "figures/1/")
ASKED = ("Harbour", "Lantern", "Harbour Lights", "asks for less")


@pytest.mark.long
def test_no_public_form_page_or_search_of_an_edition_holds_a_word_of_it(client, issued):
    document = from_json(issued.document)
    files = formats.render(document, "january-2016", ("html", "word", "data"))
    told_in = [text for one in files for text in texts_of(one)]
    assert len(told_in) > len(files), "the Word file was unpacked"
    home = f"/netherby/reports/assurance/{issued.paper.slug}/"
    pages = {ending: page_words(client.get(f"{home}{ending}")) for ending in PAGES}
    for text in (*told_in, *pages.values()):
        assert "Harbour Lights" not in text
        assert "Lantern House" not in text
    assert WHY in pages[""]
    for asked in ASKED:
        page = page_words(client.get("/netherby/search/", {"q": asked}))
        assert "asks for more" not in page, asked
        assert "asks for less" not in page.replace(f'value="{asked}"', ""), asked
    paper = Paper.objects.get(pk=issued.paper_id)
    kept = [paper.frozen["public"], *paper.sent_rounds.values_list("document", flat=True)]
    assert all(INNER not in text_of(from_json(one)) for one in kept)
    assert INNER in text_of(from_json(paper.frozen[RESTRICTED]))


def test_it_is_kept_whole_and_read_by_those_who_are_entitled_alone(client, issued):
    row = ExemptAnnex.objects.get()
    assert (row.anchor, row.title) == ("annex-a", "Annex A: Bids")
    at = f"/reports/assurance/{issued.paper.slug}/edition-1/exempt/annex-a/"
    member = cast.member()
    for reader in (member, cast.clerk(), cast.administrator()):
        client.force_login(reader)
        assert client.get(at).status_code == 404
    enclosures.name_readers(paper=issued.paper, readers=[member], by=cast.clerk(), on=ON)
    for reader in (member, cast.approver()):
        client.force_login(reader)
        answer = client.get(at)
        assert SECRET in page_words(answer)
        assert INNER in page_words(answer)
        assert answer["Cache-Control"] == "private, no-store"
        paper = page_words(client.get(f"/netherby/reports/assurance/{issued.paper.slug}/"))
        assert at in paper
    assert_named_and_taken_off_by_a_list(client, issued.paper)
    papers.remove_edition(edition=issued)
    client.force_login(cast.approver())
    assert client.get(at).status_code == 404


@pytest.mark.django_db
def test_a_figure_that_only_exempt_words_quote_is_in_no_public_data():
    clerk = cast.clerk()
    paper = writings.written(clerk, annex(), inner("They were [[audits.shared @year]]."))
    public, full = draft(paper), draft(paper, RESTRICTED)
    assert "audits.shared" not in {one.key for one in public.figures}
    assert "audits.shared" in {one.key for one in full.figures}


def assert_named_and_taken_off_by_a_list(client, paper):
    """The page on which readers are named keeps those that it names and no stranger."""
    clerk, member = cast.clerk(), cast.member()
    client.force_login(clerk)
    at = f"/reports/assurance/{paper.slug}/exempt/"
    client.post(at, {"readers": [member.pk]})
    assert ExemptReader.objects.get().reader == member
    client.post(at, {"readers": []})
    assert not ExemptReader.objects.exists()
    stranger = cast.member(cast.make_council("elsewhere"))
    assert client.post(at, {"readers": [stranger.pk]}).status_code == 200
    with pytest.raises(Refused):
        enclosures.name_readers(paper=paper, readers=[stranger], by=clerk, on=ON)
