"""Changing several records at once: chosen on the list, seen before they are saved, all or none."""

import re
from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.views.case_audits import AUDITS
from assurance.improvement.models.actions import Action
from assurance.improvement.views.registers import ACTIONS
from assurance.records.history import HistoryEntry
from tests.cast import make_council, make_user, officer
from tests.make.audits import case_audit
from tests.make.improvements import action
from tests.make.people import post

pytestmark = pytest.mark.django_db

DONE = date(2015, 3, 2)
SHARED = {"shared_on_day": "9", "shared_on_month": "3", "shared_on_year": "2015"}


def audits(number=3, **fields):
    """As many audits, done on one day and neither shared nor recorded."""
    fields = {"audited_on": DONE, "shared_on": None, "recorded_on": None} | fields
    return [case_audit(reference=f"R{n}", **fields) for n in range(number)]


def several(records, asked=""):
    """The address of the page about `records`."""
    keys = "&".join(f"pk={one.pk}" for one in records)
    where = ACTIONS if isinstance(records[0], Action) else AUDITS
    return f"{where.address('several')}?asked={asked}&{keys}"


def seen_on(answer):
    """What the check page would send again, and the button that keeps it."""
    hidden = re.findall(
        r'<input type="hidden" name="(\w+)" value="([^"]*)"', answer.content.decode()
    )
    sent = {"keep": "yes"}
    for name, value in hidden:
        sent.setdefault(name, []).append(value)
    return sent


def shared():
    """Reference → the day each audit was shared."""
    return dict(CaseAudit.objects.values_list("reference", "shared_on"))


def test_a_list_offers_its_standing_rows_to_be_chosen(signed_in):
    one, two = audits(2)
    two.withdrawn_on, two.withdrawn_because, two.withdrawn_by = (DONE, "Twice", officer())
    two.save()
    page = signed_in.get("/audits/?withdrawn=every&text=R").content.decode()
    assert f'id="choose-{one.pk}"' in page
    assert f'id="choose-{two.pk}"' not in page
    assert 'action="/audits/several/"' in page
    assert 'name="asked" value="withdrawn=every&amp;text=R"' in page


@pytest.mark.long
def test_what_was_seen_is_kept_with_a_row_of_history_for_each_and_not_before(signed_in):
    chosen = audits()
    address = several(chosen[:2], "text%3DR")
    form = signed_in.get(address)
    assert [str(one) for one in form.context["chosen"]] == ["Audit R0", "Audit R1"]
    check = signed_in.post(address, SHARED)
    assert check.status_code == 200
    said = check.content.decode()
    assert "2 of 2 would change" in said
    assert "Date shared with the worker: empty → 9 March 2015" in said
    assert "Change 2 case audits" in said
    assert set(shared().values()) == {None}
    before = HistoryEntry.objects.count()
    answer = signed_in.post(address, seen_on(signed_in.post(address, SHARED)), follow=True)
    assert answer.redirect_chain == [("/audits/?text=R", 302)]
    assert "2 case audits changed." in answer.content.decode()
    assert shared() == {"R0": date(2015, 3, 9), "R1": date(2015, 3, 9), "R2": None}
    assert HistoryEntry.objects.count() == before + 2
    told = HistoryEntry.objects.about(chosen[0])[0]
    assert told.what == "audits.change"
    assert told.changes == {"shared_on": {"from": None, "to": "2015-03-09"}}
    assert CaseAudit.objects.get(reference="R0").version == chosen[0].version + 1


def test_a_row_that_refuses_is_told_why_and_the_others_change(signed_in):
    chosen = [*audits(1), case_audit(reference="Late", audited_on=date(2015, 4, 1))]
    address = several(chosen)
    check = signed_in.post(address, SHARED)
    said = check.content.decode()
    assert "1 of 2 would change" in said
    assert "Will not change" in said
    assert "cannot have been shared on 9 March 2015" in said
    assert "Change 1 case audit<" in said
    signed_in.post(address, seen_on(check))
    assert shared() == {"R0": date(2015, 3, 9), "Late": None}


def test_where_every_row_refuses_there_is_nothing_to_keep(signed_in):
    address = several(audits(audited_on=date(2015, 4, 1)))
    check = signed_in.post(address, SHARED)
    assert 'name="keep"' not in check.content.decode()
    assert signed_in.post(address, SHARED | {"keep": "yes"}).status_code == 200
    assert set(shared().values()) == {None}


def test_what_is_left_empty_or_holds_it_already_stays_as_it_is(signed_in):
    address = several(audits(shared_on=date(2015, 3, 9)))
    page = signed_in.post(address, SHARED).content.decode()
    assert "0 of 3 would change" in page and page.count("it has this already") == 3
    recorded = {name.replace("shared", "recorded"): value for name, value in SHARED.items()}
    signed_in.post(address, seen_on(signed_in.post(address, recorded)))
    for one in CaseAudit.objects.all():
        assert one.shared_on == one.recorded_on == date(2015, 3, 9)


def test_a_form_that_says_nothing_or_nonsense_is_asked_again_and_leads_to_the_list(signed_in):
    assert "choose-" not in signed_in.get("/audits/totals/").content.decode()
    rows = audits()
    evil = several(rows, "https%3A%2F%2Fevil.example")
    assert signed_in.get(evil).context["back"] == "/audits/?https://evil.example"
    for typed, sentence in (
        ({}, "Fill in the new values of the chosen records"),
        (SHARED | {"shared_on_month": "13"}, "month"),
        (SHARED | {"shared_on_year": "2099"}, "today or in the past"),
    ):
        page = signed_in.post(several(rows), typed).content.decode()
        assert sentence in page and "There is a problem" in page, sentence


def test_the_second_of_two_people_sees_what_changed_and_nothing_is_kept(signed_in):
    chosen = audits(2)
    address = several(chosen)
    drawn = seen_on(signed_in.post(address, SHARED))
    CaseAudit.objects.filter(reference="R1").update(version=7, shared_on=date(2015, 3, 4))
    answer = signed_in.post(address, drawn)
    assert answer.status_code == 409
    assert "Someone else changed one of these" in answer.content.decode()
    assert "4 March 2015 → 9 March 2015" in answer.content.decode()
    assert shared()["R0"] is None
    assert signed_in.post(address, seen_on(answer)).status_code == 302
    assert set(shared().values()) == {date(2015, 3, 9)}


def test_a_record_withdrawn_meanwhile_is_told_and_left(signed_in):
    chosen = audits(2)
    address = several(chosen)
    gone = {"withdrawn_on": DONE, "withdrawn_because": "Twice", "withdrawn_by": officer()}
    CaseAudit.objects.filter(reference="R1").update(**gone)
    check = signed_in.post(address, SHARED)
    assert "It was withdrawn and cannot be changed" in check.content.decode()
    signed_in.post(address, seen_on(check))
    assert shared() == {"R0": date(2015, 3, 9), "R1": None}


def test_a_choice_of_nothing_or_of_another_councils_rows_says_so(signed_in):
    other = case_audit(council=make_council("elsewhere"), reference="Theirs")
    keys = ["", "x", "-1", "%00", "9" * 30, "999999", "%D9%A3"]
    for address in (*(f"/audits/several/?pk={key}" for key in keys), several([other])):
        answer = signed_in.get(address)
        assert answer.status_code == 200
        assert "Nothing was chosen" in answer.content.decode()


def test_no_version_makes_the_page_fail(signed_in):
    address = several(audits())
    for seen in ("", "x", "1", ":", "9" * 30 + ":1", "%00:1", "-1:-1"):
        answer = signed_in.post(address, SHARED | {"keep": "yes", "seen": seen})
        assert answer.status_code == 409
    assert set(shared().values()) == {None}


def test_actions_go_to_another_owner(signed_in):
    chosen = [action(reference=f"A{n}") for n in range(2)]
    address = several(chosen)
    check = signed_in.post(address, {"owner": post("Head of Quality").pk})
    assert "Change 2 improvement actions" in check.content.decode()
    signed_in.post(address, seen_on(check))
    assert set(Action.objects.values_list("owner__title", flat=True)) == {"Head of Quality"}


def test_who_checked_an_action_cannot_become_its_owner(signed_in):
    done = {"status": "done", "done_on": DONE, "checker": "Director", "evidence": "Seen"}
    chosen = [action(reference="A1", starts_on=DONE, due_on=DONE, **done), action(reference="A2")]
    check = signed_in.post(several(chosen), {"owner": post("Director").pk})
    said = check.content.decode()
    assert "1 of 2 would change" in said
    assert "a post other than its owner" in said


def test_an_officer_of_everything_is_asked_no_more_for_many_rows(
    client, django_assert_max_num_queries
):
    client.force_login(make_user("officer"))
    chosen = audits(25)
    with django_assert_max_num_queries(20):
        assert client.post(several(chosen), SHARED).status_code == 200
