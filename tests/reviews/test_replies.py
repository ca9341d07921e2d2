"""When replies and follow-ups are due, by rule and as the database reads it."""

from datetime import date, timedelta

import pytest

from assurance.reviews.models.findings import Review
from assurance.reviews.rules import replies
from assurance.runtime.periods import today
from tests.cast import make_council, officer
from tests.make.findings import review
from tests.reviews.entries import told, typed_review
from tests.sweeping import swept

RECEIVED, DUE, SENT = date(2017, 2, 7), date(2017, 5, 19), date(2017, 5, 17)
ONE = timedelta(days=1)


@swept(
    [
        ({"no_reply_because": "A visit"}, SENT, "No reply is owed: A visit."),
        ({}, DUE, "It is due on 19 May 2017: 0 working days left."),
        ({}, DUE - ONE, "It is due on 19 May 2017: 1 working day left."),
        ({}, DUE + ONE, "It was due on 19 May 2017 and has not been sent."),
        ({"response_received_on": None}, SENT, ""),
        ({"kind": "peer_review"}, SENT, ""),
        ({"response_due_on": date(2017, 6, 1)}, date(2017, 6, 1), "1 June 2017: 0 working days"),
        ({"response_due_on": date(2140, 6, 1)}, SENT, "It is due on 1 June 2140."),
        ({"response_sent_on": DUE + ONE}, DUE + ONE, "20 May 2017, working day 70 after"),
        ({"response_sent_on": DUE + ONE}, DUE + ONE, "it was due on 19 May 2017."),
        ({"response_sent_on": SENT, "response_received_on": None}, SENT, "Sent on 17 May 2017."),
    ]
)
def test_a_review_says_how_its_reply_stands(said, day, sentence):
    said_of = replies.said_of_reply(told(**{"response_received_on": RECEIVED, **said}), day)
    assert said_of.endswith(sentence) if sentence.endswith(".") else sentence in said_of
    assert bool(said_of) == bool(sentence)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, ""),
        ({"follow_up_on": date(2017, 9, 1)}, "It is agreed for 1 September 2017."),
        ({"follow_up_on": date(2017, 1, 1)}, "It was agreed for 1 January 2017."),
        ({"followed_up_on": date(2017, 9, 1)}, "Followed up on 1 September 2017."),
    ],
)
def test_a_review_says_how_its_follow_up_stands(said, sentence):
    assert replies.said_of_follow_up(told(**said), SENT) == sentence


EDGES = (DUE - ONE, DUE, DUE + ONE)


@pytest.mark.django_db
def test_the_database_reads_what_the_rules_say_on_each_edge():
    gone = {"withdrawn_on": DUE, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    days = {"started_on": date(2011, 1, 1), "ended_on": date(2016, 5, 31), "published_on": None}
    for number, said in enumerate(
        [
            *({"response_received_on": day} for day in EDGES),
            *({"response_received_on": RECEIVED, "response_sent_on": day} for day in EDGES),
            {"response_received_on": RECEIVED, "kind": "peer_review"},
            {"response_received_on": RECEIVED, "kind": "local", "response_due_on": DUE},
            {"response_received_on": RECEIVED, "no_reply_because": "A visit"},
            {"response_received_on": RECEIVED, **gone},
            *({"follow_up_on": day} for day in EDGES),
            *({"follow_up_on": DUE, "followed_up_on": day} for day in EDGES),
            *({"kind": "peer_review", "ended_on": day} for day in (date(2016, 8, 31), SENT)),
            *(
                {"kind": "peer_review", "ended_on": replies.months_after(day, -9)}
                for day in (*EDGES, DUE + 2 * ONE)
            ),
            {"kind": "peer_review", **gone},
        ]
    ):
        review(**{**days, "slug": f"r-{number}", **said})
    every = list(Review.objects.all())
    for day in (RECEIVED - ONE, date(2017, 2, 28), date(2017, 3, 1), *EDGES):
        waiting = set(Review.objects.waiting_for_reply(day))
        assert waiting == {one for one in every if replies.waits_for_reply(one, day)}
        due = set(Review.objects.due_for_follow_up(day))
        assert due == {one for one in every if replies.due_for_follow_up(one, day)}
    assert waiting and due and waiting != due


@pytest.mark.django_db
def test_the_page_of_what_waits_names_replies_and_follow_ups(client):
    client.force_login(officer())
    nothing = client.get("/reviews/waiting/").content.decode()
    assert "No report waits" in nothing and "No review is due" in nothing
    review(title="Inspection of 2016", response_received_on=RECEIVED)
    review(title="Late one", response_received_on=today(), response_due_on=None)
    review(title="Challenge", kind="peer_review", ended_on=date(2017, 1, 9))
    review(title="Of others", response_received_on=RECEIVED, council=make_council("elsewhere"))
    page = client.get("/reviews/waiting/").content.decode()
    assert "It was due on 19 May 2017 and has not been sent." in page
    assert "To be followed up from 9 October 2017" in page
    assert "Of others" not in page


@pytest.mark.django_db
def test_an_officer_reads_when_the_reply_is_due_and_says_why_there_is_none(client):
    client.force_login(officer())
    said = {"published_on": RECEIVED, "response_received_on": RECEIVED}
    client.post("/reviews/add/", typed_review(**said))
    of = Review.objects.get()
    page = client.get(f"/reviews/{of.pk}/").content.decode()
    assert "19 May 2017" in page and of.response_due_on is None
    typed = typed_review(**said, no_reply_because="It was a visit", version="1")
    client.post(f"/reviews/{of.pk}/change/", typed)
    page = client.get(f"/reviews/{of.pk}/").content.decode()
    assert "No reply is owed: It was a visit." in page
    answer = client.post(
        f"/reviews/{of.pk}/change/",
        typed_review(**said, no_reply_because="None", response_sent_on=SENT, version="2"),
    )
    [sentence] = answer.context["form"].errors["no_reply_because"]
    assert "A reply was sent on 17 May 2017" in sentence
