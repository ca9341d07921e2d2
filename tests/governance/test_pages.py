"""The pages of other matters, by the officer who keeps them and by those who read them."""

from datetime import timedelta

import pytest
from django.utils.html import escape

from assurance.runtime.periods import today
from tests.cast import clerk, make_council, officer
from tests.governance.entries import DAY, LEAST, WITHIN, adding, shown, typed
from tests.make import matters
from tests.page_requests import errors
from tests.sweeping import NamedCase, brief

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_january_2016")]
ONE = timedelta(days=1)
# Still to come where a run goes on past midnight.
TO_COME = today() + 2 * ONE


WRONG = [
    ("development", {"title": ""}, "title", "Enter the title"),
    ("development", {"title": "x" * 161}, "title", "“Title” must have 160 characters or fewer"),
    ("development", {"kind": "castle"}, "kind", "Choose “Kind” from the list"),
    ("development", {"kind": ""}, "kind", "Select the kind"),
    ("development", {"state": ""}, "state", "Select the state"),
    (
        "development",
        {"state_on": None},
        "state_on",
        "Enter the date since when it is in this state",
    ),
    (
        "development",
        {"state_on": TO_COME},
        "state_on",
        "The date since when it is in this state must be today or in the past",
    ),
    (
        "development",
        {"started_on": DAY, "due_on": DAY - ONE},
        "due_on",
        "The development started on 8 December 2015, so it cannot be due on 7 December 2015",
    ),
    (
        "document",
        {"address": "netherby"},
        "address",
        "The address must be a web address, such as https://www.example.org/strategy",
    ),
    (
        "document",
        {"address": "javascript:alert(1)"},
        "address",
        "The address must be a web address, such as https://www.example.org/strategy",
    ),
    ("document", {"owner": ""}, "owner", "Select the post: “Who owns it”"),
    ("forum", {"interval": "daily"}, "interval", "Choose “How often it meets” from the list"),
    ("meeting", {"reviewed": " "}, "reviewed", "Enter the subjects considered"),
    ("meeting", {"reviews": ["999"]}, "reviews", "Choose “Reviews that it looked at”"),
    ("meeting", {"plans": ["x"]}, "plans", "Choose “Improvement plans that it looked at”"),
    ("event", {"number": "some"}, "number", "“Number reached” must be a whole number, such as 17"),
    ("event", {"number": "-1"}, "number", "“Number reached” must be 0 or more"),
    ("statement", {"later_finding": "9"}, "later_finding", "Choose “The finding” from the list"),
    (
        "rating",
        {"likelihood": "6"},
        "likelihood",
        "“Likelihood” goes from 1 (rare) to 5 (almost",
    ),
    ("rating", {"impact": "possible"}, "impact", "“Impact” goes from 1 (slight) to 5 (grave)"),
    ("rating", {"impact": ""}, "impact", "Select the impact"),
    ("scale", {"impacts": " \n "}, "impacts", "Enter the words of “Impact”, one to a line"),
    ("measure", {"better": ""}, "better", "Select which way is better"),
    ("value", {"value": "many"}, "value", "“Value” must be a number, such as 17.5"),
    ("value", {"value": "1.234"}, "value", "“Value” must have 2 decimals or fewer"),
    ("value", {"value": "1" * 20}, "value", "“Value” is longer than a number can be here"),
    ("value", {"value": "NaN"}, "value", "“Value” must be a number, such as 17.5"),
    ("target", {"value": ""}, "value", "Enter the target"),
]


@pytest.mark.long
def test_a_wrong_entry_gets_its_sentence_and_what_was_typed_stays(signed_in):
    matters.scale()
    for kind, said, field, sentence in WRONG:
        with NamedCase(brief((kind, said, field, sentence))):
            model = LEAST[kind][0] if kind in LEAST else WITHIN[kind][0]
            before = model.objects.count()
            answer = signed_in.post(adding(kind), typed(kind, **said))
            assert answer.status_code == 200
            assert sentence in " ".join(errors(answer)[field])
            assert model.objects.count() == before
            stays = {name: words for name, words in typed(kind, **said).items() if name != field}
            page = answer.content.decode()
            assert all(escape(words) in page for words in stays.values() if isinstance(words, str))


def test_several_faults_are_named_at_once(signed_in):
    answer = signed_in.post(adding("development"), {"barrier": "Data"})
    assert set(errors(answer)) == {"title", "kind", "state", "state_on"}


@pytest.mark.long
def test_a_value_may_be_typed_as_people_write_it(signed_in):
    for value, kept in [("£1,200", "1200"), ("12.50%", "12.5"), ("−3", "-3"), (" 0 ", "0")]:
        with NamedCase(brief((value, kept))):
            answer = signed_in.post(adding("value"), typed("value", value=value), follow=True)
            record = answer.context["sections"][0]["lines"][0]["record"]
            form = signed_in.get(f"/matters/values/{record.pk}/change/").context["form"]
            assert form["value"].value() == kept


def test_the_front_page_counts_what_stands_in_each_register(signed_in):
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    matters.development()
    matters.development(slug="gone", **gone)
    matters.risk(council=make_council("elsewhere"))
    answer = signed_in.get("/matters/")
    told = {tile["words"]: tile["number"] for tile in answer.context["tiles"]}
    assert told["Developments"] == 1 and told["Risks"] == 0 and len(told) == 10
    assert "18 January 2016" in answer.content.decode()


def test_who_sees_counts_reads_all_of_it_and_is_offered_no_change(client):
    client.force_login(clerk())
    milestone = matters.milestone()
    for address in ("/matters/", "/matters/developments/"):
        page = shown(client, address)
        assert "/add/" not in page and "/change/" not in page
    page = shown(client, f"/matters/developments/{milestone.development_id}/")
    assert "Milestone 1" in page and "/add/" not in page and "/change/" not in page


def test_saving_what_lies_within_a_matter_goes_back_to_that(signed_in):
    address = adding("milestone")
    home = address.removesuffix("milestones/add/")
    assert signed_in.post(address, typed("milestone")).headers["Location"] == home
