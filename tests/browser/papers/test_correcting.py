"""A clerk corrects what was issued, and readers of either edition are told; an administrator takes
it down, and the clerk undoes it."""

from reports.papers.models.papers import Paper
from tests import cast
from tests.browser.reading import assert_refused, assert_sound
from tests.issue.test_issue import frozen, published
from tests.make import drafts, papers

PAPER, DRAFT = "/netherby/papers/assurance/january-2016/", "/papers/assurance/january-2016/"


def issued(paper, clerk):
    """The next edition of a paper that waits for approval by another than `clerk`."""
    paper = drafts.approve(Paper.objects.get(pk=paper.pk))
    return published(frozen(paper, clerk), clerk)


def test_a_paper_is_corrected_and_both_editions_say_so(page, sign_in, prepared):
    paper = drafts.sent_and_approved(drafts.written(prepared, with_records=False), prepared)
    published(frozen(paper, prepared), prepared)
    sign_in(page, prepared)
    page.goto(DRAFT)
    page.click("text=Correct this paper")
    assert_sound(page)
    page.click("button:text-is('Correct this paper')")
    assert_sound(page)
    page.click("a:text-is('Say what changes')")
    page.fill("#id_note", "")
    page.click("button:text-is('Keep these words')")
    assert_refused(page)
    page.fill("#id_note", "Paragraph 1 named the wrong quarter.")
    assert_sound(page)
    page.click("button:text-is('Keep these words')")
    page.wait_for_selector("text=Readers will be told this")
    page.goto(f"{DRAFT}send/")
    page.click("button:text-is('Send for approval')")
    page.wait_for_selector("text=Send for approval: done.")
    issued(paper, prepared)
    for address in (PAPER, f"{PAPER}edition-1/"):
        page.goto(address)
        assert page.is_visible("text=Paragraph 1 named the wrong quarter.")
        assert_sound(page)


def test_what_is_taken_down_is_gone_until_a_second_person_undoes_it(
    page, sign_in, transactional_db
):
    paper = papers.edition().paper
    home = f"/netherby/papers/assurance/{paper.slug}/"
    sign_in(page, cast.administrator())
    page.goto("/papers/taken-down/")
    assert_sound(page)
    page.click("text=edition 1")
    page.click("button:text-is('Take it down now')")
    assert_refused(page)
    assert_sound(page)
    page.check("input[value=court]")
    page.fill("#id_explanation", "The order came today.")
    page.click("button:text-is('Take it down now')")
    page.wait_for_selector("text=It is down")
    assert_sound(page)
    sign_in(page, cast.clerk())
    assert page.goto(home).status == 410
    # The browser itself complains of every page that is not 200.
    page.complaints.clear()
    assert_sound(page)
    page.goto("/home/")
    page.click("main >> text=Assurance report")
    assert_sound(page)
    page.check("input[value=undone]")
    page.click("button:text-is('Record your decision')")
    page.wait_for_selector("text=Your decision is recorded.")
    assert page.goto(home).status == 200
