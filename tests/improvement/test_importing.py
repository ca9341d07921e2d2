"""Actions imported as a file: known by their reference, by the rules of a typed one."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from assurance.imports import operations
from assurance.improvement.importing import ACTIONS
from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.follow_up import ImpactChange
from assurance.runtime.periods import today
from assurance.tables.reader import read
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.imports.registers import everything
from tests.improvement.entries import ROW, change, line
from tests.kinds.rows import against
from tests.make.findings import finding, review
from tests.make.imports import ON, checked, checked_rows, counts, imported_rows, refusals
from tests.make.improvements import action, marked_done, plan, priority
from tests.make.people import posts, second_persons
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
looked_at, did = partial(checked_rows, ACTIONS), partial(imported_rows, ACTIONS)


@pytest.fixture
def leavers():
    """The priority that most rows name, and the posts."""
    posts("Head of Service", "Director")
    # What was done before the council used the service comes in by a policy of then.
    second_persons(actions=False, reason="Done before this service")
    return priority(plan(title="The plan"), title="Care leavers")


def test_a_plans_table_becomes_actions_with_the_findings_they_answer(leavers):
    of = review(title="Inspection of 2016")
    recommended = finding(review=of, kind="recommendation", number=3)
    area = finding(review=of, kind="area", number=2)
    done = {"status": "Blue", "done_on": "2017-09-01", "checker": "Director"}
    run = did(
        line(findings="Recommendation 3; area for development no. 2", impact="Early signs"),
        line(reference="1.2", priority="1", plan="the plan", evidence="Forty were read.", **done),
    )
    assert counts(run) == (2, 0, 0, 0)
    first, second = Action.objects.order_by("reference")
    assert set(first.findings.all()) == {recommended, area}
    assert (first.priority, first.status, first.impact) == (leavers, "not_started", "early")
    assert (first.due_on, first.created_on) == (date(2017, 12, 31), ON)
    assert (second.status, second.done_on, second.priority) == ("done", date(2017, 9, 1), leavers)


def test_the_same_file_again_changes_nothing_and_undo_restores(leavers):
    of = review(title="Inspection of 2016")
    finding(review=of, kind="recommendation", number=3)
    action(priority=leavers, reference="1.2", status="on_track", text="Kept")
    before = everything()
    late = {"due_on": "31/01/2018", "moved_because": "The supplier was late."}
    rows = line(findings="Recommendation 3"), line(reference="1.2", status="At risk", **late)
    run = did(*rows)
    assert counts(run) == (1, 1, 0, 0)
    assert counts(looked_at(*rows)) == (0, 0, 2, 0)
    operations.undo(run=run, by=officer(), on=ON)
    assert everything() == before


def test_a_due_date_moves_with_its_reason_alone_and_is_kept_as_a_move(leavers):
    action(priority=leavers, reference="1.1")
    [(column, wrong)] = refusals(looked_at(change(due_on="31/01/2018")))
    assert column == "Due" and "not the one on the register" in wrong
    did(change(due_on="31/01/2018", moved_because="The supplier was late."))
    [move] = DueChange.objects.all()
    assert (move.from_day, move.to_day, move.moved_on) == (
        *(date(2017, 12, 31), date(2018, 1, 31)),
        ON,
    )
    assert Action.objects.get().due_on == move.to_day
    assert move.reason == "The supplier was late."


def test_rows_of_one_action_are_read_as_one_and_refused_where_they_contradict(leavers):
    action(priority=leavers, reference="1.1")
    rows = [change(due_on="31/01/2018", supporters="Director"[: 8 * (n == 1)]) for n in range(3)]
    rows.append(change(due_on="31/01/2018", moved_because="The supplier was late."))
    run = did(*rows)
    assert counts(run)[1] >= 1 and counts(run)[3] == 0
    assert DueChange.objects.get().reason == "The supplier was late."
    before = everything()
    assert counts(looked_at(*rows))[:2] == (0, 0), "the same file again changes nothing"
    told = refusals(
        looked_at(change(due_on="21/3/2018", moved_because="Late"), change(due_on="22/3/2018"))
    )
    assert len(told) == 2 and all(
        "something else of the same action (Due)" in one for _, one in told
    )
    assert everything() == before


def test_an_action_that_is_done_does_not_move(leavers):
    action(priority=leavers, reference="1.1", status="done")
    told = refusals(looked_at(change(due_on="31/01/2018", moved_because="Late")))
    assert told == [("Due", "This action is done: change its progress first, if it is to go on.")]


def test_a_rating_that_changes_is_kept_with_its_day_and_a_better_one_needs_evidence(leavers):
    action(priority=leavers, reference="1.1", status="at_risk")
    [(column, wrong)] = refusals(looked_at(change(status="Green")))
    assert column == "Evidence" and "better than it was rated" in wrong
    did(change(status="Green", evidence="Ten plans were read."))
    [rated] = StatusChange.objects.all()
    assert (rated.from_status, rated.to_status, rated.changed_on) == ("at_risk", "on_track", ON)
    run = did(change(impact="Improving for children"))
    assert counts(run) == (0, 1, 0, 0)
    [rated] = ImpactChange.objects.all()
    assert (rated.from_impact, rated.to_impact) == ("not_known", "improving")


@pytest.mark.parametrize("said", [{"status": "Amber"}, {"status": "Blue", "checker": "Director"}])
def test_the_progress_of_what_waits_for_its_check_is_not_changed_by_a_file(leavers, said):
    of = marked_done(priority=leavers, reference="1.1")
    said |= {"done_on": "2017-09-01"} if "checker" in said else {}
    told = refusals(looked_at(change(rated_because="The board", **said)))
    assert told == [("Progress", "This action was marked as done and waits for its check.")]
    assert counts(did(change(text="Other words", status="On track"))) == (0, 1, 0, 0)
    of.refresh_from_db()
    assert (of.text, of.finished_on) == ("Other words", date(2017, 8, 31))


def test_a_file_cannot_show_the_second_person_who_checks_what_is_done(leavers):
    second_persons(from_date=date(2017, 9, 2))
    done = {"status": "Blue", "done_on": "2017-09-02", "evidence": "Read.", "checker": "Director"}
    [(column, wrong)] = refusals(looked_at(line(**done)))
    assert column == "Progress" and wrong.startswith("A second person checks that an action is")
    assert counts(looked_at(line(**done | {"done_on": "2017-09-01"}))) == (1, 0, 0, 0)
    action(priority=leavers, reference="1.1", status="on_track")
    assert [where for where, _ in refusals(looked_at(change(**done)))] == ["Progress"]


def test_who_checked_what_is_done_stays_as_the_register_has_it(leavers):
    of = action(priority=leavers, reference="1.1", status="done")
    second_persons(from_date=of.done_on)
    assert counts(looked_at(change(status="Done", text="Other words"))) == (0, 1, 0, 0)
    posts("Lead")
    [(column, wrong)] = refusals(looked_at(change(checker="Lead")))
    assert (column, wrong) == ("Post that checked it", "The register has who checked it.")


def test_an_action_may_have_several_supporting_posts_and_an_unknown_one_is_refused(leavers):
    posts("Lead, North", "Lead, South")
    did(line(supporters="lead, north; Lead, South\nDirector"))
    named = {post.title for post in Action.objects.get().supporters.all()}
    assert named == {"Lead, North", "Lead, South", "Director"}
    assert counts(looked_at(change(supporters="Director; Lead, South; Lead, North")))[2] == 1
    [(column, wrong)] = refusals(looked_at(change(supporters="Director; Nobody's")))
    assert column == "Supporting posts" and "No post has this title" in wrong


def test_why_progress_is_rated_otherwise_comes_in_with_its_change(leavers):
    of = action(priority=leavers, reference="1.1")
    before = everything()
    run = did(change(status="Amber", rated_because="A post is empty"))
    assert counts(run) == (0, 1, 0, 0)
    assert StatusChange.objects.get().reason == "A post is empty"
    operations.undo(run=run, by=officer(), on=ON)
    assert everything() == before
    did(change(status="Amber"))
    assert StatusChange.objects.get().reason == ""
    of.refresh_from_db()
    assert of.status == "at_risk"


def test_an_empty_cell_leaves_what_stands(leavers):
    action(priority=leavers, reference="1.1", evidence="Kept")
    assert counts(looked_at(change())) == (0, 0, 1, 0)
    assert counts(looked_at(change(owner="director"))) == (0, 1, 0, 0)


REFUSED = [
    ({"reference": None}, "Reference", "is empty"),
    ({"reference": "x" * 21}, "Reference", "21 characters"),
    ({"reference": "GONE"}, "Reference", "belonged to an action withdrawn"),
    ({"priority": "Schools"}, "Priority", "no such priority"),
    ({"priority": None}, "Priority", "needs this"),
    ({"plan": "Another"}, "Priority", "no such priority"),
    ({"priority": "Twice"}, "Plan", "Several plans"),
    ({"text": None}, "Action", "needs this"),
    ({"owner": None}, "Owner’s post", "needs this"),
    ({"owner": "Nobody's"}, "Owner’s post", "No post has this title"),
    ({"starts_on": None}, "Starts", "needs this"),
    ({"due_on": None}, "Due", "needs this"),
    ({"due_on": "16/05/2017"}, "Due", "cannot be due"),
    ({"due_on": "31/02/2018"}, "Due", ""),
    ({"next_report_on": "16/05/2017"}, "Next report", "comes on or after"),
    ({"status": "Purple"}, "Progress", "none of the values"),
    ({"status": "Done"}, "Done", "Enter the date"),
    ({"done_on": "2017-09-01"}, "Done", "Only an action that is done"),
    ({"status": "Done", "done_on": f"{today().year + 1}-12-31"}, "Done", "still to come"),
    ({"impact": "Great"}, "Impact", "none of the values"),
    ({"findings": "Recommendation 9"}, "Findings answered", "not listed"),
    ({"findings": "Recommendation 3", "review": "Another"}, "Findings answered", "not listed"),
    ({"findings": "Praise 3"}, "Findings answered", "not listed"),
    ({"findings": "all of them"}, "Findings answered", "not how a finding is named"),
]


def test_a_row_is_refused_as_a_typed_action_is(leavers):
    finding(review=review(title="Inspection of 2016"), kind="recommendation", number=3)
    for of in (plan(), plan()):
        priority(of, title="Twice")
    day = {"withdrawn_on": date(2017, 6, 1), "withdrawn_because": "Twice"}
    action(priority=leavers, reference="GONE", withdrawn_by=officer(), **day)
    for said, column, wrong in REFUSED:
        with NamedCase(brief((said, column, wrong))):
            run = looked_at(line(**said), line(reference="9.9"))
            assert counts(run) == (1, 0, 0, 1)
            assert any(where == column and wrong in told for where, told in refusals(run)), (
                refusals(run)
            )
            assert "Purple" not in str(refusals(run))


def test_a_finding_of_several_reviews_says_whose_it_is(leavers):
    ours = finding(review=review(title="Inspection of 2016"), kind="recommendation", number=3)
    other = finding(review=review(title="Peer review"), kind="recommendation", number=3)
    assert looked_at(line(findings="Recommendation 3")).refused == 1
    did(line(findings="Recommendation 3", review="Peer review"))
    assert list(Action.objects.get().findings.all()) == [other]
    did(line(findings="Inspection of 2016: Recommendation 3\nPeer review: recommendations 3"))
    assert set(Action.objects.get().findings.all()) == {ours, other}


@pytest.mark.long
def test_our_own_list_imported_again_changes_nothing(client, leavers):
    action(priority=leavers, reference="1.1", text="- Date every plan.", status="on_track")
    action(priority=leavers, reference="007", status="done", impact="early")
    late = {"due_on": date(2017, 6, 1), "next_report_on": date(2017, 5, 20)}
    action(priority=leavers, reference="1.10", text="=2+2", status="at_risk", **late)
    client.force_login(officer())
    for ending in ["csv", "xlsx"]:
        with NamedCase(brief(ending)):
            given = client.get(f"/actions/list.{ending}?free_text=yes")
            [held] = read(f"actions.{ending}", given.getvalue())
            before = everything()
            run = checked(held, kinds=(ACTIONS,), on=today())
            assert counts(run) == (0, 0, 3, 0), refusals(run)
            assert everything() == before


def test_priorities_findings_and_actions_of_another_council_are_not_known(leavers):
    theirs = make_council("overby")
    priority(plan(council=theirs), title="Theirs")
    action(council=theirs, reference="1.1", priority=priority(plan(council=theirs)))
    assert looked_at(line(priority="Theirs")).refused == 1
    assert counts(looked_at(line())) == (1, 0, 0, 0)


def test_it_asks_as_often_of_many_rows_as_of_few(leavers, django_assert_max_num_queries):
    council = make_council()
    rows = [{**ROW, "reference": str(one), "findings": "Remark 1"} for one in range(300)]
    with django_assert_max_num_queries(6):
        against(ACTIONS, *rows, council=council)


ROWS = some.builds(
    line,
    reference=some.sampled_from(["1.1", "1.2", "1.3"]),
    status=some.sampled_from([None, "On track", "Red", "At risk"]),
    evidence=some.sampled_from([None, "Plans were read."]),
    findings=some.sampled_from([None, "Recommendation 3", "Recommendation 4"]),
    due_on=some.sampled_from(["31/12/2017", "31/01/2018"]),
    moved_because=some.sampled_from([None, "The supplier was late."]),
)


class AnyPlan(TestCase):
    """Each example in a transaction of its own."""

    @written_cases()
    @given(some.lists(ROWS, max_size=5), some.randoms(use_true_random=False))
    def test_order_never_matters_twice_is_once_and_undo_restores(self, rows, random):
        posts("Head of Service", "Director")
        under = priority(plan(title="The plan"), title="Care leavers")
        finding(review=review(), kind="recommendation", number=3)
        action(priority=under, reference="1.1", status="at_risk")
        other = list(rows)
        random.shuffle(other)
        before = everything()
        self.assertEqual(counts(looked_at(*other)), counts(looked_at(*rows)))
        run = did(*rows)
        again = looked_at(*rows)
        self.assertEqual((again.added, again.changed), (0, 0))
        if run.state == "imported":
            operations.undo(run=run, by=officer(), on=ON)
        self.assertEqual(everything(), before)
