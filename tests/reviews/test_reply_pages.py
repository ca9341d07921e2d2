"""The reply to a review and its follow-up, entered on short pages once their time has come."""

from datetime import date

import pytest

from tests.audits.entries import boxes
from tests.make.findings import review

pytestmark = pytest.mark.django_db
ON = {"started_on": date(2015, 3, 2), "ended_on": date(2015, 3, 6), "published_on": None}
RECEIVED, SENT = date(2015, 4, 1), date(2015, 6, 1)
REPLY = ("response_received_on", "response_due_on", "response_sent_on")


def typed_reply(**said):
    """What an officer types of a reply that was sent on 1 June 2015."""
    usual = dict.fromkeys(REPLY) | {"response_received_on": RECEIVED, "response_sent_on": SENT}
    return boxes({**usual, "no_reply_because": "", "version": 1, **said})


def test_a_reply_that_is_owed_is_offered_entered_and_offered_no_more(signed_in):
    row = review(title="Inspection of 2015", response_received_on=RECEIVED, **ON)
    home, address = f"/reviews/{row.pk}/", f"/reviews/{row.pk}/reply/"
    assert f'href="{address}"' in signed_in.get(home).content.decode()
    assert f'href="{address}"' in signed_in.get("/reviews/waiting/").content.decode()
    assert "It was due on" in signed_in.get(address).content.decode()
    page = signed_in.post(address, typed_reply(), follow=True).content.decode()
    assert "Reply saved." in page and "Sent on 1 June 2015" in page
    assert f'href="{address}"' not in page
    row.refresh_from_db()
    assert (row.response_sent_on, row.version, row.title) == (SENT, 2, "Inspection of 2015")


def test_a_reason_for_no_reply_is_entered_there_too(signed_in):
    row = review(response_received_on=RECEIVED, **ON)
    said = typed_reply(response_sent_on=None, no_reply_because="The council asked for the review.")
    page = signed_in.post(f"/reviews/{row.pk}/reply/", said, follow=True).content.decode()
    assert "No reply is owed: The council asked for the review." in page and "review.." not in page


@pytest.mark.parametrize(
    "said, field, words",
    [
        ({"response_sent_on": date(2015, 3, 31)}, "response_sent_on", "too early for a reply"),
        ({"response_received_on": date(2015, 3, 5)}, "response_received_on", "cannot have come"),
        ({"no_reply_because": "None asked"}, "no_reply_because", "leave the reason for none empty"),
    ],
)
def test_a_reply_that_does_not_fit_the_review_gets_its_sentence(signed_in, said, field, words):
    row = review(response_received_on=RECEIVED, **ON)
    form = signed_in.post(f"/reviews/{row.pk}/reply/", typed_reply(**said)).context["form"]
    assert words in form.errors[field][0]
    row.refresh_from_db()
    assert row.response_sent_on is None


def test_a_follow_up_that_is_due_is_offered_and_entered(signed_in):
    row = review(kind="peer_review", **ON)
    home, address = f"/reviews/{row.pk}/", f"/reviews/{row.pk}/follow-up/"
    assert f'href="{address}"' in signed_in.get(home).content.decode()
    assert f'href="{address}"' in signed_in.get("/reviews/waiting/").content.decode()
    early = boxes({"follow_up_on": None, "followed_up_on": date(2015, 3, 1), "version": 1})
    form = signed_in.post(address, dict.fromkeys(early, "") | {"version": 1}).context["form"]
    assert "nothing has been entered" in form.errors["followed_up_on"][0]
    form = signed_in.post(address, early).context["form"]
    assert "A follow-up comes after the review" in form.errors["followed_up_on"][0]
    said = boxes({"follow_up_on": None, "followed_up_on": date(2016, 1, 7), "version": 1})
    page = signed_in.post(address, said, follow=True).content.decode()
    assert "Follow-up saved." in page and "Followed up on 7 January 2016." in page
    assert f'href="{address}"' not in page


def test_what_is_not_due_is_not_offered(signed_in):
    row = review(kind="local", **ON)
    page = signed_in.get(f"/reviews/{row.pk}/").content.decode()
    assert "Enter the reply" not in page and "Enter the follow-up" not in page


def test_somebody_who_saved_first_is_shown(signed_in):
    row = review(response_received_on=RECEIVED, **ON)
    address = f"/reviews/{row.pk}/reply/"
    signed_in.post(address, typed_reply())
    answer = signed_in.post(address, typed_reply(response_sent_on=date(2015, 6, 2)))
    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.response_sent_on == SENT


def test_who_was_met_stands_with_the_review(signed_in):
    row = review(people_met="over 45", groups_met="managers and foster carers", **ON)
    page = signed_in.get(f"/reviews/{row.pk}/").content.decode()
    assert "over 45" in page and "managers and foster carers" in page
