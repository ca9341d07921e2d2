"""A question for what an abbreviation stands for is answered as the reports' own lists have it."""

import pytest

from reports.editions.models.editions import Edition
from reports.publication.models.passages import Passage
from reports.publication.search.direct.meanings import meaning_of
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db
LISTED = "DBS: Disclosure and Barring Service; R&A: Referral and Assessment"


@pytest.fixture
def listed():
    """A published report with a list of abbreviations."""
    row = edition("The DBS checks were audited.", "Of the list.")
    rows = Passage.objects.filter(edition=row, anchor="para-2")
    rows.update(anchor="part-abbreviations-list", words=LISTED)
    return row


def meant(typed):
    """What is shown for `typed`."""
    editions = Edition.objects.public_in("netherby").readable()
    found = meaning_of(typed, editions)
    return found and (found.short, found.long)


@pytest.mark.parametrize(
    "typed", ["what is DBS", "What is the DBS?", "what does DBS stand for", "dbs meaning"]
)
def test_an_abbreviation_is_explained(listed, typed):
    assert meant(typed) == ("DBS", "Disclosure and Barring Service")


def test_one_with_a_sign_is_known_as_well(listed):
    assert meant("what is R&A") == ("R&A", "Referral and Assessment")


@pytest.mark.parametrize(
    "typed", ["DBS", "what is the DBS audit", "what is XYZ", "what is", "overdue DBS"]
)
def test_other_questions_ask_for_no_meaning(listed, typed):
    assert meant(typed) is None


def test_the_meaning_is_shown_before_results_and_no_value_beside_it(listed, client):
    page = client.get("/netherby/search/", {"words": "what is DBS"})
    text = page.content.decode()
    assert page.context["answer"] is None
    assert text.index("DBS: Disclosure and Barring Service") < text.index("In reports")
    assert "#part-abbreviations-list" in text
