"""What the database itself refuses of asked sections, whoever writes."""

import pytest
from django.db import IntegrityError, transaction

from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from tests import cast
from tests.make import asked as make

pytestmark = pytest.mark.django_db
DAY = make.DUE_ON

# The constraint's name → what breaks it, the nearest that stands; of a section without account.
CHECKS = {
    "section_asked_of_one_person": ({"email": ""}, {"name": "Another"}),
    "contribution_request_closed_by_and_on": ({"closed_on": DAY}, {"closed_on": None}),
}


def written(model, **said):
    """Writes `said` on every row past every operation."""
    with transaction.atomic():
        model.objects.update(**said)


@pytest.mark.parametrize("name", CHECKS)
def test_a_row_that_breaks_its_check_is_refused_and_the_nearest_taken(name):
    make.contribution_request()
    broken, whole = CHECKS[name]
    with pytest.raises(IntegrityError, match=name):
        written(ContributionRequest, **broken)
    written(ContributionRequest, **whole)


def test_a_section_is_asked_of_an_account_or_of_an_address_and_every_check_has_a_line():
    make.contribution_request()
    with pytest.raises(IntegrityError, match="section_asked_of_one_person"):
        written(ContributionRequest, asked_of=cast.officer())
    written(ContributionRequest, asked_of=cast.officer(), name="", email="")
    assert {one.name for one in ContributionRequest._meta.constraints} == set(CHECKS)


def test_a_contribution_is_numbered_once():
    section = make.handed_in()
    held = {"section": section, "words": {}, "how": "by_link", "handed_on": DAY}
    with pytest.raises(IntegrityError), transaction.atomic():
        ContributionDraft.objects.create(**held, number=1)
    ContributionDraft.objects.create(**held, number=2)
