"""A sentence that a report template proposes for an empty part is published only once a person has
kept it, or has written the part."""

import pytest
from django.db import transaction

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.clearances.entries import WrittenEntry
from reports.approvals.operations import approvals
from reports.approvals.operations.approvals import StoppedByChecks
from reports.documents.document import text_of
from reports.editions.snapshot import assembled
from reports.editor.sections.kept_sentences import CHANGED, WRITTEN, keep_sentence
from reports.papers.assembly.parts.proposed_sentences import KEEP, PROPOSED_SENTENCE, proposed_parts
from reports.papers.manuscript import read
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import drafts, papers
from tests.page_requests import at, browser_of, drawn, words

pytestmark = pytest.mark.django_db
RISKS = "There are no known risks."
IMPLICATIONS = "There are no implications for the committee to consider."
NO_BACKGROUND = "There are no background papers."


@pytest.fixture
def clerk(settings):
    """A clerk on the date of the draft."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A draft by a template that proposes a sentence for implications and for risks."""
    return by_template(drafts.written(clerk), "york-2020")


def by_template(paper, slug):
    """`paper` under another template that is shipped."""
    paper.template = papers.report_template(slug)
    paper.save()
    return paper


def waiting(paper):
    """The slugs of the parts whose sentences no one has kept."""
    return [part.slug for part in proposed_parts(read(paper))]


def causes(paper):
    """The causes of the verdict that a proposed sentence is."""
    return [cause for cause in verdict(paper).errors if cause.rule.key == PROPOSED_SENTENCE]


def kept(paper, by, slug="risks", sentence=RISKS):
    """The report with a proposed sentence kept."""
    return keep_sentence(paper=paper, slug=slug, sentence=sentence, by=by, on=drafts.ON)


@pytest.mark.long
def test_what_no_one_wrote_stops_the_report_and_says_where_and_what_to_press(paper):
    found = causes(paper)
    assert [cause.sentence for cause in found] == [
        f"No one has written “{title}”. The report template would print “{text}”: "
        f"press “{KEEP}” if that is so, or write the part."
        for title, text in (("Implications", IMPLICATIONS), ("Risk management", RISKS))
    ]
    assert [cause.remedy.address for cause in found] == [
        at(paper, "keep-sentence", slug) for slug in ("implications", "risks")
    ]
    with pytest.raises(StoppedByChecks):
        approvals.send_for_approval(paper=paper, by=cast.clerk(), on=drafts.ON)


def test_a_kept_sentence_that_more_is_written_next_to_stops_the_report(paper, clerk):
    kept(paper, clerk, "implications", IMPLICATIONS)
    both = [cause for cause in verdict(paper).errors if "more is written" in cause.sentence]
    legal = {"slug": "legal", "heading": "Legal", "text": "The Council must pay.", "order": 200}
    papers.block(paper=paper, part="implications", kind="paragraph", **legal)
    [cause] = [cause for cause in verdict(paper).errors if "more is written" in cause.sentence]
    assert not both and f"“Implications” has “{IMPLICATIONS}”" in cause.sentence
    [(_row, remedy)] = cause.places
    assert remedy.words.startswith("Change ")


def test_a_press_on_its_page_keeps_it_with_who_and_when(paper, clerk):
    browser = browser_of(clerk)
    to = at(paper, "keep-sentence", "risks")
    page = browser.get(to)
    assert RISKS in words(page)
    assert KEEP in words(page)
    answer = browser.post(to, drawn(page), follow=True)
    assert "The sentence is part of the report now" in words(answer)
    assert waiting(paper) == ["implications"]
    block = paper.blocks.get(part="risks")
    assert (block.kind, block.text) == ("paragraph", RISKS)
    entry = HistoryEntry.objects.get(what="papers.add_block")
    assert (entry.who, entry.on) == (f"account {clerk.pk}", drafts.ON)
    assert browser.get(to).status_code == 302


def test_a_press_from_the_checks_comes_back_to_what_else_is_proposed_there(paper, clerk):
    browser = browser_of(clerk)
    checks = at(paper, "checks")
    for slug, place in (("risks", f"errors-{PROPOSED_SENTENCE}"), ("implications", "errors")):
        page = browser.get(checks).content.decode()
        to = at(paper, "keep-sentence", slug, back="checks")
        assert f'href="{to}"' in page
        asked = browser.get(to)
        assert f'href="{checks}#errors-{PROPOSED_SENTENCE}" class="govuk-back-link"' in (
            asked.content.decode()
        )
        answer = browser.post(to, drawn(asked))
        assert answer.url == f"{checks}#{place}"
        assert f'id="{place}"' in browser.get(checks).content.decode()
        assert browser.get(to).url == f"{checks}#{place}"


@pytest.mark.long
@pytest.mark.parametrize("page", ["draft", "section"])
def test_the_page_of_the_part_leads_there_and_does_not_claim_that_it_prints(page, paper, clerk):
    to = at(paper, page, *(["risks"] if page == "section" else []))
    answer = browser_of(clerk).get(to)
    assert f"The report template proposes: “{RISKS}”" in words(answer)
    assert f"Left empty, it prints: “{RISKS}”" not in words(answer)
    assert at(paper, "keep-sentence", "risks") in answer.content.decode()


def test_what_is_written_needs_no_press(paper, clerk):
    papers.block(paper=paper, slug="risk", part="risks", text="One risk is new.")
    assert waiting(paper) == ["implications"]
    with pytest.raises(Refused, match=WRITTEN), transaction.atomic():
        kept(paper, clerk)


def test_another_sentence_than_the_template_has_is_not_kept(paper, clerk):
    with pytest.raises(Refused, match=CHANGED):
        kept(paper, clerk, sentence="There is no risk.")


def test_lists_of_the_report_itself_need_no_press(clerk):
    paper = drafts.written(clerk)
    assert read(paper).template.part("annexes").when_empty == "None"
    assert not waiting(paper)


def test_no_background_papers_is_kept_without_the_sentence_before_a_list(clerk):
    paper = by_template(drafts.written(clerk, parts={}), "worcestershire-2016")
    assert waiting(paper) == ["background_papers"]
    kept(paper, clerk, "background_papers", NO_BACKGROUND)
    paper.refresh_from_db()
    assert not waiting(paper)
    entry = HistoryEntry.objects.get(what="papers.change")
    assert (entry.who, entry.on) == (f"account {clerk.pk}", drafts.ON)
    [section] = [one for one in document_of(paper).sections if one.anchor.endswith("papers")]
    assert text_of(section.blocks) == NO_BACKGROUND


def document_of(paper):
    """What the report prints for the public."""
    return assembled(read(paper)).document


def test_a_kept_sentence_is_still_that_of_each_entry(paper, clerk):
    kept(paper, clerk, "implications", IMPLICATIONS)
    manuscript = read(paper)
    part = manuscript.template.part("implications")
    assert WrittenEntry("legal", "Legal", part, manuscript).standing_sentence == IMPLICATIONS
