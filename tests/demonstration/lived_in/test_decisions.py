"""What the committee decided stands on the public pages, as the file has it."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from reports.language.rules.due_dates import DECISIONS, NOT_YET
from reports.papers.models.recommendations import Recommendation
from tests.page_requests import words
from tests.sources import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
WRITTEN = json.loads(Path(ROOT, "fixtures/demonstration/decisions.json").read_text("utf-8"))


@pytest.mark.long
def test_each_recommendation_of_a_meeting_that_was_held_is_decided_and_no_other():
    for item in Recommendation.objects.select_related("paper__meeting"):
        value = WRITTEN.get(item.paper.slug)
        if value is None:
            assert (item.decision, item.decided_on) == ("", None)
            continue
        decision, amended = value["decisions"][item.block]
        found = item.decision, item.amended, item.minute, item.decided_on
        assert found == (decision, amended, value["minute"], date.fromisoformat(value["on"]))
        assert item.decided_on == item.paper.meeting.date


def test_readers_see_what_was_decided_and_what_waits():
    page = words(Client().get("/eborford/recommendations/"))
    said = dict(DECISIONS)
    for value in WRITTEN.values():
        for decision, _ in value["decisions"].values():
            assert said[decision] in page
    assert page.count(NOT_YET) == sum(
        item.paper.slug not in WRITTEN
        for item in Recommendation.objects.select_related("paper")
        if item.paper.council.slug == "eborford" and item.paper.slug != "carers-2018"
    )


def test_a_recommendation_that_was_amended_shows_the_words_of_the_committee():
    [item] = Recommendation.objects.filter(decision="amended")
    page = words(Client().get(f"/eborford/recommendations/{item.pk}/"))
    assert item.amended in page
    assert item.minute in page
    assert "19 July 2016" in page
    [deferred] = Recommendation.objects.filter(decision="deferred")
    page = words(Client().get(f"/eborford/recommendations/{deferred.pk}/"))
    assert "Deferred" in page and deferred.minute in page
