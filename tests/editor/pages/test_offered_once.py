"""A figure is offered once for a number that was typed."""

from datetime import date

from reports.papers.manuscript import read
from reports.quotable.insertion.typed_numbers import typed_numbers
from tests.page_requests import at

TYPED = "On 1 December 2015 we looked after 188 children."


def test_a_figure_is_offered_once_though_two_dates_of_the_report_are_one(browser, paper):
    browser.post(at(paper, "block", "children"), {"text": TYPED, "version": 1})
    [before] = typed_numbers(read(paper), ["children"])
    for name, day in (("again", date(2015, 12, 1)), ("other", date(2015, 1, 1))):
        paper.named_dates.create(name=name, start=day, end=day)
    [after] = typed_numbers(read(paper), ["children"])
    assert (after.choices, after.best) == (before.choices, before.best)
    assert "[[looked_after.children]]" in [choice.token for choice in after.choices]
