"""Another format or language of a paper: anybody asks without an account, it reaches the clerk as a
task, and who asked is forgotten three months after the answer."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse

from assurance.records.history import CommandLine, HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from reports.publication.format_requests import operations
from reports.publication.models import format_requests as rules
from reports.publication.models.format_requests import FormatRequest
from reports.service.retention import forget_due
from reports.tasks.all_tasks import in_words, needs_of
from tests import cast
from tests.make import papers, readers
from tests.page_requests import browser_of, errors, words

pytestmark = pytest.mark.django_db
HERE = "/netherby/other-format/"
ASKED = {
    "about": "January paper",
    "wanted": "language",
    "language": "Bengali",
    "details": "Read to my mother",
    "contact": "Rupa Das, 01632 960077",
}
DAY = date(2016, 2, 1)


@pytest.fixture(autouse=True)
def nobody_has_asked():
    """No request counted against an address yet."""
    cache.clear()


def test_anybody_asks_and_it_reaches_the_clerk_as_a_task(client):
    edition = papers.edition(title="Children of Netherby")
    page = words(client.get(f"/netherby/reports/assurance/{edition.paper.slug}/"))
    way = f"{HERE}?paper=assurance/{edition.paper.slug}"
    assert f'href="{way}"' in page and 'href="/netherby/accessibility/"' in page
    form = client.get(way)
    assert 'value="Children of Netherby"' in words(form)
    assert form.headers["Cache-Control"] == "private, no-store"
    done = client.post(way, ASKED, follow=True)
    assert "We have your request" in words(done)
    row = FormatRequest.objects.get()
    assert (row.paper, row.in_words, row.contact) == (edition.paper, "Bengali", ASKED["contact"])
    clerk = cast.clerk(edition.council)
    (need,) = [one for one in needs_of(clerk, DAY) if one.status == "To be answered"]
    assert need.address == f"/reports/other-formats/{row.pk}/"
    told = " ".join(in_words(needs_of(clerk, DAY)))
    assert "Das" not in told and "Bengali" not in told
    assert not [one for one in needs_of(cast.officer(), DAY) if one.status == need.status]
    assert not HistoryDetail.objects.exists()
    entry = HistoryEntry.objects.get(what="papers.ask_for_format")
    assert (entry.who, entry.changes) == ("form for another format", {})


def test_the_list_is_of_one_council_and_the_clerk_answers_once_and_the_task_goes():
    readers.format_request(council=cast.make_council("elsewhere"))
    page = words(browser_of(cast.clerk()).get(reverse("published:other-format-list")))
    assert "No one has asked for another format or language." in page
    row = readers.format_request(details="By Friday")
    clerk, address = cast.clerk(), reverse("published:other-format-record", args=[row.pk])
    browser = browser_of(clerk)
    page = words(browser.get(address))
    assert "Braille" in page and row.contact in page and "By Friday" in page
    assert set(errors(browser.post(address, {}))) == {"outcome", "said"}
    assert errors(browser.post(address, {"outcome": "given", "said": " "}))["said"]
    done = {"outcome": "given", "said": "Sent by post."}
    page = words(browser.post(address, done, follow=True))
    assert "The request is closed." in page and "They have what they asked for" in page
    assert not [one for one in needs_of(clerk, DAY) if one.status == "To be answered"]
    late = browser.post(address, {"outcome": "not_given", "said": "No."})
    assert errors(late)["said"] == ["This request is already closed."]
    listed = words(browser.get(reverse("published:other-format-list")))
    assert "1 found, 0 to be answered" in listed


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"about": ""}, "about"),
        ({"wanted": "scroll"}, "wanted"),
        ({"language": ""}, "language"),
        ({"wanted": "other", "details": ""}, "details"),
        ({"contact": ""}, "contact"),
        ({"contact": "x" * 501}, "contact"),
        ({"website": "https://casino.example"}, "website"),
        ({"about": "a\0b"}, "about"),
    ],
)
def test_half_a_request_says_what_is_missing_and_keeps_the_rest(client, change, wrong):
    cast.make_council()
    answer = client.post(HERE, {**ASKED, **change})
    assert answer.status_code == 200 and set(errors(answer)) == {wrong}
    assert "January paper" in words(answer) or wrong == "about"
    assert not FormatRequest.objects.exists()


def test_the_form_is_offered_empty_and_a_program_that_asks_again_and_again_is_stopped(
    client, settings
):
    cast.make_council()
    hidden = papers.remove_edition().paper
    named = ("", "x", "a/b", "a/b/c", "%00/%00", f"assurance/{hidden.slug}")
    for one in named:
        answer = client.get(f"{HERE}?paper={one}")
        assert answer.status_code == 200 and answer.context["form"]["about"].value() == ""
    assert client.get("/nowhere/other-format/").status_code == 404
    assert f'href="{HERE}"' in words(client.get("/"))
    assert f'href="{HERE}"' in words(client.get("/accessibility/"))
    cast.make_council("elsewhere")
    assert "other-format" not in words(client.get("/"))
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "other_format": "2/h/ip"}
    found = [client.post(HERE, ASKED).status_code for _ in range(3)]
    assert found == [302, 302, 429] and FormatRequest.objects.count() == 2
    assert client.get(HERE).status_code == 200


def test_who_asked_is_forgotten_three_months_after_the_answer_and_the_database_keeps_it_whole():
    clerk, row = cast.clerk(), readers.format_request(details="My eyes")
    by = CommandLine("send_reminders")
    with pytest.raises(Refused):
        operations.forget_contact(request=row, by=by, on=DAY)
    said = {"outcome": rules.PROVIDED, "said": "Sent.", "by": clerk, "on": date(2015, 11, 29)}
    operations.answer_request(request=row, **said)
    assert forget_due(by=by, on=date(2016, 2, 28)) == []
    assert forget_due(by=by, on=date(2016, 2, 29)) == [
        f"request {row.pk} for another format: forgotten"
    ]
    row.refresh_from_db()
    assert (row.contact, row.details, row.forgotten_on) == ("", "", date(2016, 2, 29))
    assert forget_due(by=by, on=date(2016, 3, 1)) == []
    page = words(browser_of(clerk).get(reverse("published:other-format-record", args=[row.pk])))
    assert "Removed on 29 February 2016" in page
    assert str(row) == "Braille: The January paper"
    row = readers.format_request()
    for broken in ({"outcome": "given"}, {"closed_on": DAY}, {"forgotten_on": DAY, "contact": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FormatRequest.objects.filter(pk=row.pk).update(**broken)
