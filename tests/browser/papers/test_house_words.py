"""House words begun from the usual ones, seen once more, kept."""

from reports.papers.models.house_words import HouseWord
from tests.browser.reading import faults


def test_the_usual_house_words_are_taken_over_and_one_is_looked_at(page, sign_in, prepared):
    sign_in(page, prepared)
    page.goto("/papers/")
    page.click("a:text-is('House words')")
    page.click("a:text-is('Add several')")
    page.click("button:text-is('Continue')")
    assert faults(page) == []
    page.click("a[href='?usual=yes']")
    page.click("button:text-is('Continue')")
    assert faults(page) == []
    page.click("button:text-is('Keep them')")
    assert faults(page) == []
    assert HouseWord.objects.count() == page.locator("tbody tr").count() > 5
    page.click("a:text-is('adviser')")
    assert faults(page) == []
    page.click("a:text-is('Withdraw')")
    assert faults(page) == []
    page.goto("/committee/house-words/add/")
    assert faults(page) == []
