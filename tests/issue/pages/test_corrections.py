"""Pages of a correction: begun, worded from what the comparison proposes, and told to readers of
every edition."""

from dataclasses import replace

import pytest

from reports.documents.document import Run, Text, to_json
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts as writings
from tests.make import papers
from tests.page_requests import at, errors, words

pytestmark = pytest.mark.django_db
HOME = "/netherby/papers/assurance/january-2016/"
NOTE = "Paragraph 1 named the wrong quarter."


@pytest.fixture
def issued(paper, clerk):
    """The paper with its first edition published."""
    paper = writings.sent_and_approved(paper, clerk)
    published(frozen(paper, clerk), clerk)
    paper.refresh_from_db()
    return paper


def edition_with(notices, **said):
    """A published edition that says `notices` at its top."""
    texts = tuple(Text((Run(line),)) for line in notices)
    document = to_json(replace(papers.document(), notices=texts))
    return papers.edition(document=document, **said)


def test_a_clerk_corrects_an_issued_paper_and_says_what_changes(browser, issued):
    first = words(browser.get(HOME))
    answer = browser.post(at(issued, "correct"), follow=True)
    assert "The paper can be written again" in words(answer)
    draft = words(answer)
    assert "This will correct edition 1" in draft and "say it before you send" in draft
    issued.refresh_from_db()
    row = issued.blocks.get(slug="purpose")
    said = {"text": "This paper tells other things.", "version": row.version, "heading": ""}
    browser.post(at(issued, "block", "purpose"), said)
    page = browser.get(at(issued, "correction"))
    assert page.context["form"]["note"].value() == "Words changed: paragraph 1."
    assert errors(browser.post(at(issued, "correction"), {"note": " "}))["note"]
    told = words(browser.post(at(issued, "correction"), {"note": NOTE}, follow=True))
    assert f"Readers will be told: {NOTE}" in told
    preview = words(browser.get(at(issued, "preview")))
    assert "This edition corrects edition 1." in preview and NOTE in preview
    assert browser.get(at(issued, "correction")).context["form"]["note"].value() == NOTE
    again = words(browser.get(HOME))
    assert NOTE not in again and first.count("188") == again.count("188")


def test_a_paper_that_was_not_issued_is_not_corrected(browser, paper):
    answer = browser.post(at(paper, "correct"))
    assert "Only a paper that was issued can be corrected." in errors(answer)["__all__"]
    answer = browser.post(at(paper, "correction"), {"note": NOTE})
    assert errors(answer)["note"] == ["No edition of this paper is being corrected."]
    assert 'href="' + at(paper, "correct") + '"' not in words(browser.get(at(paper, "draft")))


def test_what_needs_a_clerk_says_which_edition_a_draft_corrects(browser, issued):
    browser.post(at(issued, "correct"))
    assert "Corrects edition 1" in words(browser.get("/home/"))


def test_the_new_edition_and_every_earlier_one_say_what_changed(client):
    first = papers.edition()
    edition_with(["Corrected on 1 February 2016.", NOTE], paper=first.paper, number=2)
    edition_with(["Corrected on 2 March 2016.", "Table 1."], paper=first.paper, number=3)
    address = f"/netherby/papers/assurance/{first.paper.slug}/"
    newest = words(client.get(address))
    assert "Corrected on 2 March 2016." in newest and NOTE not in newest
    assert "A later edition corrects this" not in newest
    for number in (1, 2):
        page = words(client.get(f"{address}edition-{number}/"))
        assert "A later edition corrects this." in page
        assert page.count("Corrected on 2 March 2016.") == 1
        assert "Edition 3 says:" in page and ("Edition 2 says:" in page) is (number == 1)
        assert page.count('class="paper-notice"') == 2
        assert NOTE in page


def test_an_earlier_edition_repeats_no_word_of_one_that_was_removed(client):
    first = papers.edition()
    second = edition_with(["Corrected on 1 February 2016.", NOTE], paper=first.paper, number=2)
    papers.remove_edition(edition=second)
    page = words(client.get(f"/netherby/papers/assurance/{first.paper.slug}/edition-1/"))
    assert "It has been removed." in page and NOTE not in page
    assert "Read the current edition" not in page


def test_only_who_issues_corrects(client, issued):
    client.force_login(cast.approver())
    assert client.post(at(issued, "correct")).status_code == 403
    issued.refresh_from_db()
    assert issued.corrects is None
