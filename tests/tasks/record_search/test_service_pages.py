"""A search names pages of the service: those of the navigation, and forms that add."""

import pytest
from django.urls import reverse

from assurance.accounts.access import Subject
from tests import cast
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db
PAGES = '<h2 class="govuk-heading-m" id="pages-h">Pages</h2>'


def found(user, text):
    """The words of the pages that a search names, in order."""
    page = words(browser_of(user).post(reverse("record-search"), {"words": text}))
    _before, _head, after = page.partition(PAGES)
    listed = after.partition("</ul>")[0]
    return [part.partition("</a>")[0].rpartition(">")[2] for part in listed.split("<li>")[1:]]


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import", ["Import files"]),
        ("How do I record a breach?", ["Add a breach"]),
        ("new learning meeting", ["Add a learning meeting"]),
        ("reminders", ["Reminders"]),
        ("missing counts", ["Missing counts of looked-after children"]),
        ("import a return", ["Import files"]),
        ("breach", ["Breaches", "Add a breach"]),
    ],
)
def test_the_pages_that_words_name_are_found(text, expected):
    assert found(cast.officer(), text)[: len(expected)] == expected


@pytest.mark.long
@pytest.mark.parametrize("text", ["xyzzy", "how do I", "breach of an unheard kind"])
def test_other_words_name_no_page(text):
    assert found(cast.officer(), text) == []


@pytest.mark.long
def test_no_page_is_named_that_its_reader_may_not_open():
    auditor = cast.officer(subject=Subject.AUDITS)
    assert "Add a breach" not in found(auditor, "breach")
    assert found(cast.clerk(), "add a breach") == []
    assert found(auditor, "missing counts") == []
    assert "Populations" in found(cast.administrator(), "populations")
