"""What follows an audit: its actions, what people said, a re-audit against the first grade."""

from datetime import date
from types import SimpleNamespace

import pytest

from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import agreed_actions, half_years, reaudits
from assurance.runtime.periods import When
from tests.audits.entries import boxes, typed
from tests.cast import make_council, officer
from tests.make.audits import audit_action, case_audit, grade, grade_scale
from tests.make.papers import post

DAY = date(2015, 3, 2)
SHOWN = "Plan of 1 April 2015, with its dates"
needs_rows = pytest.mark.django_db


def graded(scale, order):
    """A grade as a rule reads it."""
    return SimpleNamespace(scale_id=scale, order=order, label=f"Grade {order}")


@pytest.mark.parametrize(
    "first, second, outcome",
    [
        (None, None, "not_compared"),
        ((1, 2), None, "not_compared"),
        (None, (1, 2), "not_compared"),
        ((1, 2), (2, 1), "not_compared"),
        ((1, 2), (1, 1), "better"),
        ((1, 2), (1, 2), "same"),
        ((1, 2), (1, 3), "worse"),
    ],
)
def test_a_re_audit_is_better_the_same_or_worse_on_one_scale_alone(first, second, outcome):
    assert reaudits.outcome(first, second) == outcome
    rows = [item and graded(*item) for item in (first, second)]
    words = reaudits.words_of_outcome(*rows)
    assert words.startswith(reaudits.OUTCOMES[outcome])
    if outcome in ("better", "worse"):
        assert words.endswith(f": Grade {first[1]}, now Grade {second[1]}")


def test_an_earlier_audit_is_another_one_done_before_and_not_withdrawn():
    earlier = SimpleNamespace(pk=1, reference="A-1", audited_on=DAY, withdrawn_on=None)
    assert reaudits.why_not_repeat(None, DAY) is None
    assert reaudits.why_not_repeat(earlier, date(2015, 3, 3)) is None
    assert reaudits.why_not_repeat(earlier, None) is None
    assert "a re-audit comes after it" in reaudits.why_not_repeat(earlier, DAY)
    assert "cannot repeat itself" in reaudits.why_not_repeat(earlier, DAY, pk=1)
    earlier.withdrawn_on = DAY
    assert "was withdrawn" in reaudits.why_not_repeat(earlier, date(2016, 1, 1))
    assert reaudits.why_not_repeat(earlier, date(2016, 1, 1), was=1) is None
    assert "has the reference X" in reaudits.why_not_known("X", None)
    assert reaudits.why_not_known("", None) is None


def action(due, done=None):
    """An action as a rule reads it."""
    return SimpleNamespace(due_on=due, done_on=done)


@pytest.mark.parametrize(
    "due, done, state",
    [
        (date(2015, 3, 1), None, "overdue"),
        (DAY, None, "open"),
        (date(2015, 3, 1), DAY, "done"),
        (date(2015, 3, 1), date(2015, 3, 3), "overdue"),
        (date(2015, 3, 3), date(2015, 3, 3), "open"),
    ],
)
def test_an_action_is_in_time_on_its_due_day_and_done_on_the_day_it_was_done(due, done, state):
    assert agreed_actions.state_of(action(due, done), DAY) == state


def test_half_years_begin_in_april_and_october_and_count_what_they_hold():
    days = [date(2015, 9, 30), date(2015, 10, 1), date(2016, 3, 31), date(2016, 4, 1)]
    assert half_years.by_half_year(days) == [
        (When(date(2015, 4, 1), date(2015, 9, 30)), 1),
        (When(date(2015, 10, 1), date(2016, 3, 31)), 2),
        (When(date(2016, 4, 1), date(2016, 9, 30)), 1),
    ]
    assert half_years.by_half_year([]) == []
    parts = [half_years.part_of(day, date(2016, 4, 30)) for day in days]
    assert parts == ["earlier", "half_year_before", "half_year_before", "this_half_year"]
    assert half_years.labels(date(2016, 4, 30)) == {
        "this_half_year": "April 2016 to September 2016",
        "half_year_before": "October 2015 to March 2016",
        "earlier": "Before October 2015",
    }


def typed_action(**said):
    """What an officer types for an action."""
    usual = {"text": "Give the plan its dates.", "owner": post().pk, "due_on": date(2015, 4, 30)}
    return boxes({**usual, **said})


@needs_rows
def test_an_action_is_added_to_its_audit_and_done_later(signed_in):
    audit = case_audit()
    home = f"/audits/{audit.pk}/"
    assert "No action has been added." in signed_in.get(home).content.decode()
    address = f"/audits/{audit.pk}/actions/add/"
    page = signed_in.post(address, typed_action(), follow=True).content.decode()
    for words in ("Give the plan its dates.", "Assistant director", "30 Apr 2015", "Overdue"):
        assert words in page
    row = AuditAction.objects.get()
    said = boxes({"done_on": date(2015, 4, 1), "evidence": SHOWN, "version": 1})
    address = f"/audits/actions/{row.pk}/mark-done/"
    assert address in signed_in.get(f"/audits/actions/{row.pk}/").content.decode()
    page = signed_in.post(address, said, follow=True).content.decode()
    assert "The action is marked as done. It waits for its check." in page
    page = signed_in.get(home).content.decode()
    assert "Waiting for its check" in page and "Overdue" not in page
    entries = signed_in.get(home).context["entries"]
    name = f"Action {row.pk} of {audit}"
    verbs = ("marked as done", "added")
    assert [one.what for one in entries] == [f"Action of an audit {verb}: {name}" for verb in verbs]


@needs_rows
@pytest.mark.parametrize(
    "said, field, words",
    [
        ({"text": ""}, "text", "Enter the action to take"),
        ({"owner": ""}, "owner", "Select the post: “Post that will do it”"),
        ({"owner": "999"}, "owner", "from the list"),
        ({"due_on": None}, "due_on", "Enter the date the action is due"),
        ({"due_on": date(2015, 3, 1)}, "due_on", "its action cannot be due on 1 March 2015"),
    ],
)
def test_a_wrong_action_gets_its_sentence(signed_in, said, field, words):
    audit = case_audit()
    form = signed_in.post(f"/audits/{audit.pk}/actions/add/", typed_action(**said)).context["form"]
    assert words in form.errors[field][0] and not AuditAction.objects.exists()


@needs_rows
def test_a_post_that_ended_stays_with_its_action_and_is_offered_to_no_other(
    signed_in,
):
    audit = case_audit()
    ended = post("former-manager", to_date=date(2015, 12, 31))
    kept = audit_action(audit=audit, owner=ended)
    other = audit_action(audit=audit, owner=post())
    offered = signed_in.get(f"/audits/actions/{kept.pk}/change/").context["form"].fields["owner"]
    assert ended in offered.queryset
    offered = signed_in.get(f"/audits/actions/{other.pk}/change/").context["form"].fields["owner"]
    assert ended not in offered.queryset
    late = typed_action(owner=ended.pk, due_on=date(2016, 1, 1), version=1)
    form = signed_in.post(f"/audits/actions/{kept.pk}/change/", late).context["form"]
    assert "ended on 31 December 2015" in form.errors["owner"][0]


@needs_rows
def test_the_list_of_actions_is_narrowed_by_words_post_state_and_days():
    lead, head = post("lead"), post("head")
    late = audit_action(owner=lead, text="Date every plan")
    done = audit_action(owner=head, done_on=date(2015, 4, 1), due_on=date(2015, 5, 1))
    coming = audit_action(owner=head, due_on=date(2036, 1, 1))
    rows = AuditAction.objects.order_by("pk")
    assert list(rows.filtered(text="every plan")) == [late]
    assert list(rows.filtered(text=done.audit.reference)) == [done]
    assert list(rows.filtered(owner=head)) == [done, coming]
    assert list(rows.filtered(state="done")) == [done]
    assert list(rows.filtered(state="open")) == [late, coming]
    assert list(rows.filtered(state="overdue")) == [late]
    assert list(rows.filtered(due_from=date(2015, 5, 1), due_to=date(2016, 1, 1))) == [done]
    assert {*rows.owners()} == {lead, head}


@needs_rows
def test_actions_that_wait_are_those_of_standing_audits_that_are_not_done():
    late = audit_action()
    done = audit_action(done_on=date(2015, 5, 1))
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    CaseAudit.objects.filter(pk=audit_action().audit_id).update(**gone)
    audit_action(**gone)
    rows = AuditAction.objects.order_by("pk")
    assert list(rows.open_at(date(2015, 4, 30))) == [late, done]
    assert list(rows.open_at(date(2015, 5, 1))) == [late]
    assert not rows.open_at(date(2015, 3, 1))
    assert not rows.overdue_on(date(2015, 4, 30))
    assert list(rows.overdue_on(date(2015, 5, 1))) == [late]
    for row in rows:
        for day in (date(2015, 3, 1), date(2015, 4, 30), date(2015, 5, 1)):
            assert agreed_actions.open_at(row, day) == (row in rows.open_at(day))


@needs_rows
def test_what_the_child_the_family_and_the_worker_said_stands_with_the_audit(signed_in):
    said = typed(
        child_view="I see my worker each week.",
        family_view="We know the plan.",
        worker_view="The plan helps.",
    )
    page = signed_in.post("/audits/add/", said, follow=True).content.decode()
    for words in ("I see my worker each week.", "We know the plan.", "The plan helps."):
        assert words in page
    row = CaseAudit.objects.get()
    assert (row.child_view, row.worker_view) == ("I see my worker each week.", "The plan helps.")


@pytest.mark.long
@needs_rows
def test_a_re_audit_is_linked_by_its_reference_and_held_against_the_first_grade(signed_in):
    first = case_audit(reference="FIRST", first_grade=grade("inadequate", grade_scale()))
    said = typed(reference="SECOND", audited_on=date(2015, 9, 2), earlier_audit="FIRST")
    page = signed_in.post("/audits/add/", said, follow=True).content.decode()
    assert "Better than at the first audit: Inadequate, now Good" in page
    second = CaseAudit.objects.get(reference="SECOND")
    assert second.earlier_audit == first and first.repeated is None
    page = signed_in.get(f"/audits/{first.pk}/").content.decode()
    assert "Audited again" in page and f'href="/audits/{second.pk}/">SECOND</a>' in page
    form = signed_in.get(f"/audits/{second.pk}/change/").context["form"]
    assert form["earlier_audit"].value() == "FIRST"
    said = typed(reference="SECOND", audited_on=date(2015, 9, 2), earlier_audit="", version=1)
    signed_in.post(f"/audits/{second.pk}/change/", said)
    second.refresh_from_db()
    assert second.earlier_audit is None


@needs_rows
@pytest.mark.parametrize(
    "reference, words",
    [
        ("NOWHERE", "No case audit has the reference NOWHERE"),
        ("THEIRS", "No case audit has the reference THEIRS"),
        ("LATER", "a re-audit comes after it"),
        ("x" * 41, "must have 40 characters or fewer"),
    ],
)
def test_an_earlier_audit_that_cannot_be_is_refused(signed_in, reference, words):
    case_audit(reference="THEIRS", council=make_council("elsewhere"))
    case_audit(reference="LATER", audited_on=date(2016, 1, 1))
    form = signed_in.post("/audits/add/", typed(earlier_audit=reference)).context["form"]
    assert words in form.errors["earlier_audit"][0]


@needs_rows
def test_audits_that_wait_to_be_shared_are_listed_by_half_year(signed_in):
    assert "No audit has been recorded yet." in signed_in.get("/audits/awaiting/").text
    case_audit(audited_on=date(2015, 3, 3), shared_on=date(2015, 3, 4))
    assert "Every audit has been shared." in signed_in.get("/audits/awaiting/").text
    case_audit(audited_on=date(2015, 3, 2))
    case_audit(audited_on=date(2015, 4, 2))
    case_audit(audited_on=date(2015, 9, 2))
    case_audit(audited_on=date(2015, 9, 3), shared_on=date(2015, 9, 4))
    answer = signed_in.get("/audits/awaiting/")
    lines = [(line["months"], line["count"]) for line in answer.context["lines"]]
    assert lines == [("October 2014 to March 2015", 1), ("April 2015 to September 2015", 2)]
    page = answer.content.decode()
    assert "3 audits had not been shared with the worker" in page
    chosen = answer.context["lines"][1]["chosen"]
    rows = signed_in.get(f"/audits/?{chosen}").context["lines"]
    assert len(rows) == 2


@needs_rows
@pytest.mark.parametrize("category", ["dip_sample", "observation", "re_audit"])
def test_dip_samples_observations_and_re_audits_are_kinds_of_audit(signed_in, category):
    said = boxes({"title": "Of a kind", "category": category, "from_date": DAY, "to_date": None})
    page = signed_in.post("/audits/programme/kinds/add/", said, follow=True).content.decode()
    assert "Kind of audit added." in page
