"""What the forms of guests and of who acts alone take and refuse, box by box."""

from dataclasses import dataclass
from datetime import date

import pytest

from reports.approvals.forms.decisions import EmergencyForm, EmergencyReviewForm
from reports.approvals.forms.guests import AskOutsideForm, EarlyReaderForm, OutsideDecisionForm
from reports.approvals.models.emergency_issue import FINE, WRONG
from reports.approvals.models.guests import APPROVED, RETURNED
from reports.publication.format_requests.forms import AnswerForm, FormatForm
from reports.publication.models.format_requests import FORMATS, LANGUAGE, OTHER
from tests.page_requests import boxes
from tests.sweeping import swept

DAY = date(2016, 1, 18)
EMAIL = "quillon@partner.example"
FROM = boxes(from_on="18 1 2016")
WHO = {"name": "Ruth Vane", "post": "Chair", "email": EMAIL}
FORMAT = {"about": "January", "wanted": "large", "contact": "01632 960077"}
REQUEST = {"outcome": "given", "said": "Sent by post."}


@dataclass(frozen=True)
class Row:
    """An account, or a post of the directory, as a list offers it."""

    pk: int
    name: str = ""
    title: str = ""
    email: str = ""


MEMBER = Row(3, name="Lead Member")
LEADER = Row(3, title="Leader of the Council", email="Leader@Netherby.example")


def early_form(**said):
    """The form of the list, where one account and one post are offered."""
    return EarlyReaderForm({**FROM, **said}, accounts=[MEMBER], posts=[LEADER])


def wrong(form):
    """The names of the boxes that a form refuses."""
    return set(form.errors)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"who": "account-3"}, {"post": "Lead Member", "reader": MEMBER}),
        ({"who": "post-3"}, {"post": "Leader of the Council", "email": "leader@netherby.example"}),
        (
            {"post": "Chair of the Board", "email": "Chair@Partner.example"},
            {"post": "Chair of the Board", "email": "chair@partner.example"},
        ),
    ],
)
def test_an_account_a_post_or_somebody_else_is_put_on_the_list(said, named):
    form = early_form(**said)
    assert form.is_valid(), form.errors
    assert form.guest() == {**named, "from_on": DAY}


@swept(
    [
        ({}, {"post", "email"}),
        ({"post": "Chair"}, {"email"}),
        ({"email": EMAIL}, {"post"}),
        ({"post": "Chair", "email": "chair"}, {"email"}),
        ({"post": "C" * 121, "email": EMAIL}, {"post"}),
        ({"who": "account-3", "post": "Chair"}, {"who"}),
        ({"who": "post-3", "email": EMAIL}, {"who"}),
        ({"who": "account-9"}, {"who"}),
        ({"who": "post-3", **boxes(from_on="32 1 2016")}, {"from_on"}),
        ({"who": "post-3", **boxes(from_on="")}, {"from_on"}),
    ]
)
def test_nobody_two_at_once_and_no_day_are_refused_at_their_boxes(said, refused):
    assert wrong(early_form(**said)) == refused


def test_the_list_says_how_each_of_them_reads():
    offered = dict(early_form().fields["who"].choices)
    assert offered == {
        "": "Someone else, by e-mail",
        "account-3": "Lead Member (signs in)",
        "post-3": "Leader of the Council (by link)",
    }


@swept(
    [
        ({}, set()),
        ({"name": ""}, {"name"}),
        ({"name": "R" * 81}, {"name"}),
        ({"post": " "}, {"post"}),
        ({"post": "C" * 111}, {"post"}),
        ({"email": ""}, {"email"}),
        ({"email": f"{'a' * 250}@b.example"}, {"email"}),
        ({"name": "Ruth\0Vane"}, {"name"}),
    ]
)
def test_somebody_from_outside_is_asked_by_name_post_and_address(said, refused):
    assert wrong(AskOutsideForm({**WHO, **said})) == refused


def test_a_name_and_a_post_of_any_length_that_is_taken_fit_into_an_approval():
    form = AskOutsideForm({**WHO, "name": "R" * 80, "post": "C" * 110, "is_needed": "on"})
    assert form.is_valid()
    asked = form.guest()
    assert len(f"{asked['name']}, {asked['post']}") <= 200 and asked["is_needed"] is True
    assert AskOutsideForm({**WHO, "email": EMAIL.upper()}).is_valid()


@swept(
    [
        ({"decision": APPROVED}, set()),
        ({"decision": APPROVED, "remarks": "Well done."}, set()),
        ({"decision": RETURNED, "remarks": "Name the board."}, set()),
        ({"decision": RETURNED}, {"remarks"}),
        ({"decision": RETURNED, "remarks": " \n"}, {"remarks"}),
        ({"decision": "perhaps"}, {"decision"}),
        ({"remarks": "x" * 4001}, {"decision", "remarks"}),
        ({"decision": APPROVED, "seen": "x" * 65}, {"seen"}),
    ]
)
def test_a_decision_from_outside_is_one_of_two_and_says_what_should_change(said, refused):
    assert wrong(OutsideDecisionForm(said)) == refused


@swept(
    [
        (EmergencyForm, {"reason": "Harm."}, set()),
        (EmergencyForm, {}, {"reason"}),
        (EmergencyForm, {"reason": " "}, {"reason"}),
        (EmergencyForm, {"reason": "x" * 1001}, {"reason"}),
        (EmergencyReviewForm, {"outcome": FINE}, set()),
        (EmergencyReviewForm, {"outcome": WRONG, "words": "Table 2."}, set()),
        (EmergencyReviewForm, {"outcome": WRONG}, {"words"}),
        (EmergencyReviewForm, {"outcome": "", "words": "Well."}, {"outcome"}),
        (EmergencyReviewForm, {"outcome": FINE, "words": "x" * 4001}, {"words"}),
        (AnswerForm, REQUEST, set()),
        (AnswerForm, {**REQUEST, "outcome": "perhaps"}, {"outcome"}),
        (AnswerForm, {**REQUEST, "said": ""}, {"said"}),
        (AnswerForm, {**REQUEST, "said": "x" * 2001}, {"said"}),
    ]
)
def test_what_one_person_does_alone_or_again_is_said_in_words(form, said, refused):
    assert wrong(form(said)) == refused


@swept([key for key, _ in FORMATS])
def test_every_format_can_be_asked_for_with_what_it_needs(wanted):
    needs = {LANGUAGE: {"language": "Urdu"}, OTHER: {"details": "On yellow paper"}}
    said = {**FORMAT, "wanted": wanted, **needs.get(wanted, {})}
    form = FormatForm(said)
    assert form.is_valid(), form.errors
    empty = {"language": "", "details": ""}
    assert form.asked() == {**empty, **said}
    assert wrong(FormatForm({**FORMAT, "wanted": wanted})) == (
        {"language"} if wanted == LANGUAGE else {"details"} if wanted == OTHER else set()
    )


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"about": "x" * 301}, {"about"}),
        ({"language": "x" * 61}, {"language"}),
        ({"details": "x" * 2001}, {"details"}),
        ({"contact": "x" * 501}, {"contact"}),
        ({"contact": " "}, {"contact"}),
        ({"website": "x"}, {"website"}),
        ({"website": "x" * 201}, {"website"}),
    ],
)
def test_a_request_that_is_too_long_or_a_programs_is_refused_at_its_box(said, refused):
    assert wrong(FormatForm({**FORMAT, **said})) == refused


@pytest.mark.parametrize(
    "form", [AskOutsideForm, OutsideDecisionForm, EmergencyForm, EmergencyReviewForm, FormatForm]
)
def test_what_is_missing_is_said_in_words_of_its_own(form):
    for name, sentences in form({}).errors.items():
        for sentence in sentences:
            assert sentence.split()[0] in {"Enter", "Explain", "Choose", "Fill"}, (name, sentence)
