"""What operations on plans and actions refuse of themselves, and what they leave in history."""

from datetime import date

import pytest

from assurance.improvement import operations as plans
from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.plans import Priority
from assurance.records import operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.findings import finding
from tests.make.improvements import action, priority
from tests.make.people import with_posts

pytestmark = pytest.mark.django_db
DAY = date(2017, 5, 17)
DUE = date(2017, 12, 31)
DONE = {"status": "done", "done_on": DAY, "evidence": "Read.", "checker": "Director"}
WHY = "Files were read"


def who_and_when():
    """Who acts and on which day, as every operation is told."""
    return {"by": officer(), "on": date(2017, 6, 1)}


def row(**said):
    """The fields of an action of the usual plan."""
    usual = {"reference": "A1", "text": "Words", "owner": "Head"}
    usual |= {"starts_on": DAY, "due_on": DUE}
    if "priority" not in said:
        usual["priority"] = Priority.objects.first() or priority()
    return with_posts({**usual, **said}, "owner", "checker")


def recorded(**said):
    """An action recorded by the operation."""
    return operations.create(model=Action, council=make_council(), **who_and_when(), **row(**said))


def test_an_action_is_recorded_with_the_findings_it_answers():
    answered = [finding(), finding()]
    made = recorded(findings=answered)
    assert list(made.findings.all()) == answered
    assert made.created_on == date(2017, 6, 1)
    entry = HistoryEntry.objects.get()
    assert (entry.what, entry.about) == ("actions.record", f"action {made.pk}")
    assert entry.changes["findings"]["to"] == ["Area for development 1", "Area for development 1"]
    assert entry.changes["text"].keys() == {"changed", "digest"}


def test_an_action_names_nothing_of_another_council():
    other = make_council("otherby")
    with pytest.raises(Refused) as refused:
        recorded(priority=priority(council=other))
    assert refused.value.field == "priority"
    with pytest.raises(Refused) as refused:
        recorded(priority=priority(), findings=[finding(council=other)])
    assert refused.value.field == "findings"


def test_a_changed_rating_is_kept_with_its_day():
    kept = action(status="at_risk")
    told = {"status": "on_track", "evidence": "Read.", "status_reason": WHY}
    changed = plans.change_action(record=kept, version=1, **told, **who_and_when())
    assert (changed.status, changed.version) == ("on_track", 2)
    kept_change = StatusChange.objects.get()
    assert str(kept_change) == "at_risk to on_track"
    assert (kept_change.changed_on, kept_change.reason) == (date(2017, 6, 1), WHY)
    plans.change_action(record=kept, version=2, text="Other words", **who_and_when())
    assert StatusChange.objects.count() == 1


def test_a_done_action_is_reopened_and_its_history_stays():
    kept = action(status="done")
    reopened = {"status": "at_risk", "status_reason": "It failed again", "checker": None}
    with pytest.raises(Refused, match="leave it empty"):
        plans.change_action(record=kept, version=1, **reopened, **who_and_when())
    plans.change_action(record=kept, version=1, **reopened, done_on=None, **who_and_when())
    assert str(StatusChange.objects.get()) == "done to at_risk"
    assert HistoryEntry.objects.about(kept).first().changes["done_on"]["from"] == "2017-09-01"


def test_the_findings_of_an_action_are_changed_and_told():
    first, second = finding(), finding(kind="recommendation")
    kept = action([first])
    plans.change_action(record=kept, version=1, findings=[second], **who_and_when())
    assert list(kept.findings.all()) == [second]
    told = HistoryEntry.objects.get().changes["findings"]
    assert told == {"from": ["Area for development 1"], "to": ["Recommendation 1"]}


def test_a_due_date_moves_by_its_own_operation_alone():
    kept = action()
    with pytest.raises(Refused) as refused:
        plans.change_action(record=kept, version=1, due_on=date(2018, 1, 31), **who_and_when())
    assert refused.value.field == "due_on"
    plans.change_action(record=kept, version=1, due_on=DUE, **who_and_when())
    moved = plans.move_due(
        record=kept, version=2, to_day=date(2018, 1, 31), reason="Late", **who_and_when()
    )
    assert (moved.due_on, moved.version) == (date(2018, 1, 31), 3)
    change = DueChange.objects.get()
    assert (change.from_day, change.reason, change.days) == (DUE, "Late", 31)
    assert str(change) == "2017-12-31 to 2018-01-31"
    entry = HistoryEntry.objects.get(what="actions.move_due")
    assert entry.changes["due_on"] == {"from": "2017-12-31", "to": "2018-01-31"}
    assert HistoryDetail.objects.get(field="reason").after == "Late"


def test_what_is_done_or_withdrawn_is_not_moved():
    later = {"to_day": date(2018, 1, 31), "reason": "Late"}
    with pytest.raises(Refused, match="is done"):
        plans.move_due(record=action(status="done"), version=1, **later, **who_and_when())
    kept = action()
    operations.withdraw(record=kept, version=1, because="Entered twice", **who_and_when())
    with pytest.raises(Refused, match="was withdrawn"):
        plans.move_due(record=kept, version=2, **later, **who_and_when())
    with pytest.raises(Refused, match="was withdrawn"):
        plans.change_action(record=kept, version=2, text="Other", **who_and_when())


def test_a_change_of_what_somebody_else_saved_is_not_made():
    kept = action()
    plans.change_action(record=kept, version=1, text="First", **who_and_when())
    later = {"to_day": date(2018, 1, 31), "reason": "Late"}
    for second in (
        lambda: plans.change_action(record=kept, version=1, text="Second", **who_and_when()),
        lambda: plans.move_due(record=kept, version=1, **later, **who_and_when()),
    ):
        with pytest.raises(EditConflict) as conflict:
            second()
        assert conflict.value.newer.text == "First"


def test_many_actions_are_kept_at_once_with_one_row_of_history():
    under = priority()
    answered = finding()
    rows = [row(priority=under, findings=[answered]), row(priority=under, reference="A2", **DONE)]
    made = plans.record_actions(
        council=make_council(), plan=under.plan, rows=rows, **who_and_when()
    )
    assert [str(one) for one in made] == ["Action A1", "Action A2"]
    assert list(made[0].findings.all()) == [answered]
    entry = HistoryEntry.objects.get()
    assert (entry.what, entry.about) == ("plans.record_actions", f"plan {under.plan.pk}")
    assert entry.changes["actions"] == {"from": None, "to": ["A1", "A2"]}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"reference": "A1"}, "Row 2: This reference belongs to the action due on"),
        ({"elsewhere": True}, "Row 2: “Priority 1” is a priority of another plan"),
    ],
)
def test_of_many_actions_all_are_kept_or_none(said, sentence):
    under = priority()
    second = row(reference="A2", priority=under) | said
    if second.pop("elsewhere", False):
        second["priority"] = priority()
    with pytest.raises(Refused, match=sentence):
        plans.record_actions(
            council=make_council(),
            plan=under.plan,
            rows=[row(priority=under), second],
            **who_and_when(),
        )
    assert not Action.objects.exists()
    assert not HistoryEntry.objects.exists()
