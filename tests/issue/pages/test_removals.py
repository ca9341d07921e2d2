"""Pages of removal: every address of an edition answers at once that it was removed, and
nothing of its words; a second person confirms or undoes it."""

from dataclasses import replace

import pytest
from django.urls import reverse

from reports.documents.document import Run, Text, to_json
from reports.editions.models.editions import Edition
from reports.editions.models.removals import EditionRemoval
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import drafts as writings
from tests.make import papers
from tests.page_requests import at, browser_of, errors, words

pytestmark = pytest.mark.django_db


WHY = "Initials of a child in paragraph 4."
SAID = {"editions": ["1"], "reason": "personal", "explanation": WHY}


SECOND_PERSON = "A second person must confirm or undo this. A clerk or an administrator can do so."


@pytest.fixture
def edition():
    """A published edition with a figure and a file, of a paper that names whom to ask."""
    row = papers.edition(title="Children of Netherby in 2015")
    row.paper.parts = {"contacts": {"author": papers.post(slug="author").slug}}
    row.paper.save()
    return row


def public_pages(edition):
    """Every address of a paper with one edition."""
    home = f"/netherby/reports/assurance/{edition.paper.slug}/"
    own = f"{home}edition-1/"
    return [home, f"{home}figures/1/", own, f"{own}figures/1/", f"{own}files/paper.pdf"]


def working(edition):
    """The address on which it is removed."""
    return reverse("issue:remove-edition", args=[edition.paper.series.slug, edition.paper.slug])


@pytest.mark.long
def test_every_address_says_at_once_that_it_was_removed_to_who_has_a_copy_too(client, edition):
    assert {client.get(one).status_code for one in public_pages(edition)} == {200}
    file = public_pages(edition)[-1]
    same = {"If-None-Match": client.get(file).headers["ETag"]}
    again = client.get(file, headers=same)
    assert (again.status_code, again.content) == (304, b"")
    browser_of(cast.administrator()).post(working(edition), SAID)
    for address in public_pages(edition):
        answer = client.get(address)
        page = words(answer)
        assert answer.status_code == 410
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Reason: Personal data that should not have been published." in page
        assert "author@netherby.example" in page
        assert edition.title not in page and WHY not in page
        assert "People past their re-check date" not in page
    assert client.get(file, headers=same).status_code == 410
    assert edition.title not in words(client.get(reverse("front")))
    listed = client.get("/netherby/reports/")
    assert listed.status_code == 200 and edition.title not in words(listed)
    assert client.get("/netherby/commitments/").status_code == 200


def test_without_a_contact_the_committees_clerk_is_to_be_asked(client):
    row = papers.remove_edition(reason="court").editions.get()
    page = words(client.get(public_pages(row)[0]))
    assert "Reason: A court’s order." in page
    assert f"Ask the clerk of the {row.paper.series.committee.title}" in page


@pytest.mark.long
def test_a_second_person_undoes_it_on_its_page(client, edition):
    first, second = browser_of(cast.administrator()), browser_of(cast.clerk())
    page = first.post(working(edition), SAID, follow=True)
    assert f"Edition 1 is removed: no one can read it. {SECOND_PERSON}" in words(page)
    assert f"You removed it. {SECOND_PERSON}" in words(page)
    assert "You removed it" in words(page) and "<form" not in words(page).split("<main")[1]
    address = reverse("issue:decide-removal", args=[EditionRemoval.objects.get().pk])
    refused = first.post(address, {"decision": "undone"})
    assert "A second person" in errors(refused)["__all__"][0]
    assert WHY in words(second.get(address))
    assert errors(second.post(address, {"decision": "maybe"}))["decision"]
    told = words(second.post(address, {"decision": "undone"}, follow=True))
    assert "Undone on" in told and "Your decision is recorded." in told
    assert client.get(public_pages(edition)[0]).status_code == 200


@pytest.mark.long
def test_only_the_edition_whose_link_was_pressed_is_ticked_and_all_removed_are_named(edition):
    papers.edition(paper=edition.paper, number=2, title=edition.title)
    browser = browser_of(cast.administrator())
    listed = words(browser.get(reverse("issue:removals")))

    def ticked(query):
        page = browser.get(f"{working(edition)}{query}")
        assert SECOND_PERSON in words(page)
        return page.context["form"]["editions"].initial

    for number in ("1", "2"):
        assert f"{working(edition)}?edition={number}" in listed
        assert ticked(f"?edition={number}") == [number]
    assert ticked("") == ticked("?edition=9") == []
    # Whoever removes one is reminded of what the others may hold.
    page = words(browser_of(cast.administrator()).get(working(edition)))
    assert "The other editions often have the same words or numbers: choose each" in page
    both = browser.post(working(edition), {**SAID, "editions": ["1", "2"]}, follow=True)
    assert "Editions 1 and 2 are removed: no one can read them." in words(both)


@pytest.mark.long
def test_the_overview_names_what_was_removed_and_the_clerk_still_has_it_to_correct(edition):
    browser = browser_of(cast.administrator())
    page = words(browser.get(reverse("issue:removals")))
    assert "Nothing has been removed." in page and working(edition) in page
    papers.remove_edition(edition=edition)
    page = words(browser.get(reverse("issue:removals")))
    assert "Waits for a second person" in page and working(edition) not in page
    assert "There is no report to remove." in words(
        browser_of(cast.administrator(cast.make_council("elsewhere"))).get(
            reverse("issue:removals")
        )
    )
    page = words(browser_of(cast.clerk()).get(at(edition.paper, "draft")))
    assert "Edition 1 was removed on" in page and "no one can read it" in page
    assert "Correct this report" in page


def test_nothing_is_removed_by_half_a_form_twice_or_from_elsewhere(edition):
    browser = browser_of(cast.clerk())
    half = browser.post(working(edition), {"editions": ["9"]})
    assert set(errors(half)) == {"editions", "reason", "explanation"}
    papers.remove_edition(edition=edition)
    late = browser.post(working(edition), SAID)
    assert errors(late)["editions"] and EditionRemoval.objects.count() == 1
    draft = papers.paper(slug="draft")
    assert browser_of(cast.clerk()).get(working(Edition(paper=draft))).status_code == 404
    other = browser_of(cast.administrator(cast.make_council("elsewhere")))
    assert other.post(working(edition), SAID).status_code == 404
    row = EditionRemoval.objects.get()
    assert other.get(reverse("issue:decide-removal", args=[row.pk])).status_code == 404


HOME = "/netherby/reports/assurance/january-2016/"
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


@pytest.mark.long
def test_a_clerk_corrects_an_issued_paper_and_says_what_changes(browser, issued):
    first = words(browser.get(HOME))
    answer = browser.post(at(issued, "correct"), follow=True)
    assert "The report can be written again" in words(answer)
    draft = words(browser.get(at(issued, "draft")))
    assert "Corrects edition 1" in words(browser.get("/home/"))
    assert "This will correct edition 1" in draft and "describe it before you send" in draft
    issued.refresh_from_db()
    row = issued.blocks.get(slug="purpose")
    said = {"text": "This paper tells other things.", "version": row.version, "heading": ""}
    browser.post(at(issued, "block", "purpose"), said)
    page = browser.get(at(issued, "correction"))
    assert not page.context["form"]["note"].value()
    assert errors(browser.post(at(issued, "correction"), {"note": " "}))["note"]
    told = words(browser.post(at(issued, "correction"), {"note": NOTE}, follow=True))
    assert f"Readers will see: {NOTE}" in told
    preview = words(browser.get(at(issued, "preview")))
    assert "This edition corrects edition 1." in preview and NOTE in preview
    assert browser.get(at(issued, "correction")).context["form"]["note"].value() == NOTE
    again = words(browser.get(HOME))
    assert NOTE not in again and first.count("188") == again.count("188")


@pytest.mark.long
def test_a_paper_that_was_not_issued_is_not_corrected(browser, paper):
    answer = browser.post(at(paper, "correct"))
    assert "Only a published report can be corrected." in errors(answer)["__all__"]
    answer = browser.post(at(paper, "correction"), {"note": NOTE})
    assert errors(answer)["note"] == ["No edition of this report is being corrected."]
    assert 'href="' + at(paper, "correct") + '"' not in words(browser.get(at(paper, "draft")))


@pytest.mark.long
def test_the_new_edition_and_every_earlier_one_say_what_changed(client):
    first = papers.edition()
    edition_with(["Corrected on 1 February 2016.", NOTE], paper=first.paper, number=2)
    edition_with(["Corrected on 2 March 2016.", "Table 1."], paper=first.paper, number=3)
    address = f"/netherby/reports/assurance/{first.paper.slug}/"
    newest = words(client.get(address))
    assert "Corrected on 2 March 2016." in newest and NOTE not in newest
    assert "A later edition corrects this" not in newest
    for number in (1, 2):
        page = words(client.get(f"{address}edition-{number}/"))
        assert "A later edition corrects this." in page
        assert page.count("Corrected on 2 March 2016.") == 1
        assert "From edition 3:" in page and ("From edition 2:" in page) is (number == 1)
        assert page.count('class="paper-notice"') == 2
        assert NOTE in page


def test_an_earlier_edition_repeats_no_word_of_one_that_was_removed(client):
    first = papers.edition()
    second = edition_with(["Corrected on 1 February 2016.", NOTE], paper=first.paper, number=2)
    papers.remove_edition(edition=second)
    page = words(client.get(f"/netherby/reports/assurance/{first.paper.slug}/edition-1/"))
    assert "It has been removed." in page and NOTE not in page
    assert "Read the current edition" not in page
