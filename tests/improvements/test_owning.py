"""Several actions given to another owner at once: all of them or none."""

from datetime import date
from types import SimpleNamespace

import pytest

from assurance.history import HistoryEntry
from assurance.improvements.models.actions import Action
from assurance.improvements.owning.operations import change_owner
from assurance.improvements.owning.rules import faults_of
from assurance.records import Changed
from assurance.refusals import Refused
from tests.cast import officer
from tests.make.improvements import action

ON = date(2015, 6, 1)
DONE = {
    **{"status": "done", "done_on": ON, "starts_on": ON, "due_on": ON},
    **{"checked_by_role": "Director", "evidence": "Seen"},
}


def change(*actions, owner_role="Head of Quality", by=None):
    """Gives `actions`, as they were seen, to another owner."""
    rows = [(one, one.version) for one in actions]
    return change_owner(rows=rows, owner_role=owner_role, by=by or officer(), on=ON)


@pytest.mark.parametrize(
    ("status", "checked", "owner", "refused"),
    [
        ("done", "Director", "Director", True),
        ("done", "Director", " director ", True),
        ("done", "Director", "Head of Quality", False),
        ("done", "", "Head of Quality", True),
        ("on_track", "", "Director", False),
        ("on_track", "Director", "Director", False),
    ],
)
def test_who_checked_an_action_is_not_its_owner(status, checked, owner, refused):
    one = SimpleNamespace(status=status, checked_by_role=checked)
    assert bool(faults_of(one, {"owner_role": owner})) == refused


@pytest.mark.django_db
def test_each_action_changes_with_a_row_of_history_of_its_own():
    one, two = action(reference="A1"), action(reference="A2")
    assert change(two, one) == [one, two]
    for each in Action.objects.all():
        assert (each.owner_role, each.version) == ("Head of Quality", 2)
        assert HistoryEntry.objects.about(each)[0].changes["owner_role"]["to"] == each.owner_role


@pytest.mark.django_db
def test_one_that_refuses_leaves_all_as_they_were_and_is_named():
    one, done = action(reference="A1"), action(reference="A2", **DONE)
    with pytest.raises(Refused, match="Action A2: An action is checked by a role other"):
        change(one, done, owner_role="Director")
    assert not Action.objects.filter(owner_role="Director").exists()


@pytest.mark.django_db
def test_a_withdrawn_one_and_one_saved_first_are_refused():
    someone, one = officer(), action(reference="A1")
    told = {"withdrawn_on": ON, "withdrawn_because": "Twice", "withdrawn_by": someone}
    gone = action(reference="A2", **told)
    with pytest.raises(Refused, match="Action A2 was withdrawn"):
        change(one, gone, by=someone)
    Action.objects.filter(pk=one.pk).update(version=5)
    with pytest.raises(Changed):
        change(one, by=someone)
