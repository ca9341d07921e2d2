"""The pages of actions, by the officer who keeps them."""

from datetime import date, timedelta

import pytest

from assurance.improvement.models.actions import Action
from assurance.runtime.periods import today
from tests.audits.entries import boxes
from tests.cast import make_council, make_user
from tests.improvement.entries import typed_action
from tests.make.findings import finding, review
from tests.make.improvements import action, moved
from tests.page_requests import errors
from tests.refusals import each_refused
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
# Still to come where a run goes on past midnight.
TO_COME = today() + timedelta(days=2)
DONE = {"status": "done", "evidence": "Forty plans were read.", "checker": "Director"}


def test_an_officer_adds_an_action_with_its_findings_and_reads_it_back(signed_in):
    of = review(title="Inspection of 2016")
    first, second = finding(review=of, text="Plans lack dates."), finding(review=of)
    strength = finding(review=of, kind="strength")
    page = signed_in.get("/actions/add/").content.decode()
    assert "Inspection of 2016, area for development 1: Plans lack dates." in page
    assert f'value="{strength.pk}" id="id_findings' not in page
    said = typed_action(findings=[first.pk, second.pk])
    page = signed_in.post("/actions/add/", said, follow=True).content.decode()
    for words in ("Action added.", "31 December 2017", "Area for development 1 of Inspection"):
        assert words in page
    assert list(Action.objects.get().findings.all()) == [first, second]


def test_only_findings_that_may_be_answered_are_offered_and_taken(signed_in):
    first, second = finding(), finding(kind="priority")
    gone = finding()
    signed_in.post(
        f"/reviews/findings/{gone.pk}/withdraw/", {"version": 1, "because": "Entered twice"}
    )
    theirs = finding(council=make_council("otherby"))
    form = signed_in.get("/actions/add/").context["form"]
    assert {*form.fields["findings"].queryset} == {first, second}
    for wrong in (gone.pk, theirs.pk):
        answer = signed_in.post("/actions/add/", typed_action(findings=[first.pk, wrong]))
        assert errors(answer) == {"findings": ["Choose “Findings” from the list"]}
    assert not Action.objects.exists()


def test_a_finding_that_was_withdrawn_stays_with_the_action_that_answers_it(signed_in):
    one = finding()
    kept = action([one], reference="A1")
    signed_in.post(
        f"/reviews/findings/{one.pk}/withdraw/", {"version": 1, "because": "Entered twice"}
    )
    form = signed_in.get(f"/actions/{kept.pk}/change/").context["form"]
    assert form["findings"].value() == [one.pk]
    page = signed_in.get(f"/actions/{kept.pk}/").content.decode()
    assert ">Withdrawn<" in page


WRONG = [
    ({"priority": ""}, "priority", "Select the priority of the plan"),
    ({"priority": "999"}, "priority", "Select a priority from the list"),
    ({"reference": ""}, "reference", "Enter the reference"),
    ({"reference": "x" * 21}, "reference", "must have 20 characters or fewer"),
    ({"reference": "TAKEN"}, "reference", "belongs to the action due on"),
    ({"reference": "taken"}, "reference", "belongs to the action due on"),
    ({"text": " "}, "text", "Enter the action to take"),
    ({"owner": ""}, "owner", "Select the post: “Owner”"),
    ({"starts_on": None}, "starts_on", "Enter the date the action starts"),
    ({"due_on": date(2017, 5, 16)}, "due_on", "cannot be due on 16 May 2017"),
    ({"status": ""}, "status", "Select “Progress”"),
    ({"impact": "great"}, "impact", "Select “Difference made for children” from the list"),
    ({"status": "done"}, "status", "Select “Progress” from the list"),
]


@pytest.mark.long
def test_a_wrong_entry_gets_its_sentence_and_everything_typed_stays(signed_in):
    action(reference="TAKEN")
    each_refused(signed_in, "/actions/add/", typed_action, WRONG, Action, measure="Forty read")


def test_of_a_done_action_its_day_its_evidence_and_its_checker_are_changed(signed_in):
    kept = action(reference="A1", status="done", checker="Chair", done_on=date(2017, 8, 1))
    own = {**DONE, "priority": kept.priority.pk, "version": 1}
    wrong = [
        ({"done_on": TO_COME}, "done_on", "must be today or in the past"),
        ({"checker": ""}, "checker", "Select the post that checked"),
        ({"checker": "Head of Service"}, "checker", "a post other than its owner’s"),
        ({"evidence": ""}, "evidence", "Describe the evidence that the action is done"),
    ]
    for said, field, sentence in wrong:
        with NamedCase(brief((said, field))):
            said = typed_action(**{**own, "done_on": date(2017, 9, 1), **said})
            answer = signed_in.post(f"/actions/{kept.pk}/change/", said)
            assert sentence in errors(answer)[field][0]
    said = typed_action(**own, done_on=date(2017, 9, 1))
    page = signed_in.post(f"/actions/{kept.pk}/change/", said, follow=True).content.decode()
    for words in ("Done and checked", "1 September 2017", "Director", "Forty plans were read."):
        assert words in page
    assert "Move the due date" not in page


def test_a_change_asks_for_no_due_date_and_a_start_after_it_is_refused_at_the_start(signed_in):
    kept = action(reference="A1")
    address = f"/actions/{kept.pk}/change/"
    assert "due_on" not in signed_in.get(address).context["form"].fields
    own = {"version": 1, "priority": kept.priority.pk}
    answer = signed_in.post(address, typed_action(starts_on=date(2018, 1, 1), **own))
    assert "cannot be due on 31 December 2017" in errors(answer)["starts_on"][0]
    own["status_reason"] = "A post is empty"
    answer = signed_in.post(address, typed_action(status="overdue", **own))
    assert answer.status_code == 302
    own["version"] = 2
    answer = signed_in.post(address, typed_action(status="at_risk", **own))
    assert "better than it was rated" in errors(answer)["evidence"][0]


def test_two_people_at_once_are_shown_both_with_their_findings(signed_in):
    of = review(title="Inspection")
    first, second = finding(review=of, text="First"), finding(review=of, text="Second")
    kept = action([first], reference="A1")
    address = f"/actions/{kept.pk}/change/"
    own = {"priority": kept.priority.pk, "version": 1}
    signed_in.post(address, typed_action(**own, findings=[first.pk], text="Theirs"))
    mine = typed_action(**own, findings=[second.pk], text="Mine")
    answer = signed_in.post(address, mine)
    assert answer.status_code == 409
    shown = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    assert shown["Action to take"] == ("Mine", "Theirs")
    assert shown["Findings"] == (
        "Inspection, area for development 2: Second",
        "Inspection, area for development 1: First",
    )
    again = {**mine, "version": answer.context["form"].data["version"]}
    assert signed_in.post(address, again).status_code == 302
    assert list(kept.findings.all()) == [second]


def typed_move(**said):
    """What an officer types to move a due date by a month."""
    return boxes({"to_day": date(2018, 1, 31), "reason": "The supplier was late.", **said})


def test_a_due_date_is_moved_with_a_reason_and_slippage_is_counted(signed_in):
    kept = action()
    moved(kept, date(2017, 6, 1), date(2017, 12, 1), date(2017, 12, 31))
    address = f"/actions/{kept.pk}/due/"
    assert "31 December 2017" in signed_in.get(address).content.decode()
    page = signed_in.post(address, typed_move(version=1), follow=True).content.decode()
    for words in ("Due date moved.", "Moved 2 times, by 61 days in all", "The supplier was late."):
        assert words in page
    kept.refresh_from_db()
    assert kept.due_on == date(2018, 1, 31)


def test_a_wrong_move_gets_its_sentence(signed_in):
    kept = action()
    wrong = [
        ({"to_day": None}, "to_day", "Enter the new due date"),
        ({"to_day": date(2017, 12, 31)}, "to_day", "due on 31 December 2017 already"),
        ({"to_day": date(2017, 5, 16)}, "to_day", "cannot be due on 16 May 2017"),
        ({"reason": " "}, "reason", "Explain why the due date is moved"),
        ({"reason": "x" * 201}, "reason", "must have 200 characters or fewer"),
    ]
    address, moves = f"/actions/{kept.pk}/due/", kept.due_changes.model
    each_refused(signed_in, address, typed_move, wrong, moves, version="1")


def test_a_move_of_what_somebody_changed_meanwhile_is_asked_again_and_shows_it(signed_in):
    kept = action(reference="A1")
    own = {"priority": kept.priority.pk, "version": 1}
    signed_in.post(f"/actions/{kept.pk}/change/", typed_action(text="Theirs", **own))
    address = f"/actions/{kept.pk}/due/"
    answer = signed_in.post(address, typed_move(version=1))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Someone else changed this record" in page
    assert "Theirs" in page and "The supplier was late." in page
    version = answer.context["form"].data["version"]
    assert signed_in.post(address, typed_move(version=version)).status_code == 302


def test_an_officer_of_actions_alone_is_shown_findings_without_a_way_to_them(client):
    kept = action([finding()])
    client.force_login(make_user("officer", subject="improvements"))
    page = client.get(f"/actions/{kept.pk}/").content.decode()
    assert "Area for development 1 of Inspection 1" in page
    assert "/reviews/findings/" not in page
    assert client.get("/reviews/").status_code == 403


@pytest.mark.parametrize(
    ("fields", "pages"),
    [
        ({}, {"Due": "due/", "Done": "mark-done/"}),
        (
            {"status": "done", "checker": "Chair", "done_on": date(2017, 8, 1)},
            {"Due": "", "Done": "change/#id_done_on"},
        ),
    ],
)
def test_what_changes_on_a_page_of_its_own_leads_there_while_it_can_change(
    signed_in, fields, pages
):
    kept = action(reference="A1", **fields)
    here = f"/actions/{kept.pk}/"
    rows = {row["key"]: row["change"] for row in signed_in.get(here).context["rows"]}
    assert {key: rows[key].removeprefix(here) for key in pages} == pages
    assert all(signed_in.get(rows[key]).status_code == 200 for key in pages if rows[key])
