"""Several actions given to another owner, or moved, at once: all of them or none."""

from datetime import date

import pytest

from assurance.improvement.forms.several import TogetherForm
from assurance.improvement.models.actions import Action
from assurance.improvement.operations import change_actions
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.improvements import action
from tests.make.people import post, with_posts
from tests.sweeping import NamedCase, brief

ON = date(2015, 6, 1)
DONE = {
    **{"status": "done", "done_on": ON, "starts_on": ON, "due_on": ON},
    **{"checker": "Director", "evidence": "Seen"},
}


MOVED = {"due_on": date(2018, 6, 30), "reason": "The supplier is late"}


def change(*actions, by=None, **said):
    """Changes `actions`, as they were seen, to what is `said`, else to another owner."""
    rows = [(one, one.version) for one in actions]
    said = with_posts(said or {"owner": "Head of Quality"}, "owner")
    return change_actions(rows=rows, by=by or officer(), on=ON, **said)


@pytest.mark.django_db
def test_moved_together_each_keeps_its_move_and_its_reason():
    one, two = action(reference="A1"), action(reference="A2", due_on=MOVED["due_on"])
    assert change(two, one, owner="Head of Quality", **MOVED) == [one, two]
    one.refresh_from_db()
    assert (one.owner.title, one.due_on, one.version) == ("Head of Quality", MOVED["due_on"], 2)
    [move] = one.due_changes.all()
    told = (move.from_day, move.to_day, move.reason, move.moved_on)
    assert told == (date(2017, 12, 31), MOVED["due_on"], MOVED["reason"], ON)
    assert set(HistoryEntry.objects.about(one)[0].changes) == {"owner", "due_on", "reason"}
    assert not two.due_changes.exists()
    assert set(HistoryEntry.objects.about(two)[0].changes) == {"owner"}


@pytest.mark.django_db
def test_a_new_day_comes_with_its_reason_and_a_reason_with_its_day():
    for typed, field in [
        ({"due_on": "30 6 2018"}, "reason"),
        ({"reason": "Late"}, "due_on"),
        ({"due_on": "31 6 2018", "reason": "Late"}, "due_on"),
        ({"due_on": "30 6 2018", "reason": "x" * 201}, "reason"),
        ({"due_on": "30 6 2018", "reason": "Late"}, None),
        ({"owner": str(post("Director").pk)}, None),
    ]:
        with NamedCase(brief((typed, field))):
            parts = zip(("day", "month", "year"), typed.pop("due_on", "").split(), strict=False)
            form = TogetherForm({**typed, **{f"due_on_{part}": words for part, words in parts}},
                                council=make_council())  # fmt: skip
            for one in form.fields.values():
                one.required = False
            assert list(form.errors) == ([field] if field else [])


@pytest.mark.django_db
def test_one_that_refuses_leaves_all_as_they_were_and_is_named():
    one, done = action(reference="A1"), action(reference="A2", **DONE)
    with pytest.raises(Refused, match="Action A2: An action is checked by a post other"):
        change(one, done, owner="Director")
    assert not Action.objects.filter(owner__title="Director").exists()


@pytest.mark.django_db
def test_a_withdrawn_one_and_one_saved_first_are_refused():
    someone, one = officer(), action(reference="A1")
    told = {"withdrawn_on": ON, "withdrawn_because": "Twice", "withdrawn_by": someone}
    gone = action(reference="A2", **told)
    with pytest.raises(Refused, match="Action A2 was withdrawn"):
        change(one, gone, by=someone)
    Action.objects.filter(pk=one.pk).update(version=5)
    with pytest.raises(EditConflict):
        change(one, by=someone)
