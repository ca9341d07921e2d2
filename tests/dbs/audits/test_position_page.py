"""The position page: what it counts, whom it names, and to whom."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.dbs.models import populations
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.operations import positions
from assurance.dbs.rules.populations import keys_of, look
from assurance.people.models.people import Cohort, Engagement
from tests.cast import approver, clerk, make_council, officer
from tests.dbs.entries import typed
from tests.dbs.reminding import page_of
from tests.dbs.whole_register import whole_people
from tests.make import dbs, people

TODAY = date(2016, 1, 18)
# Name → the day of issue, and the fields of the role where they are not a social worker's.
STAFF = {
    "Well Checked": (date(2014, 6, 2), {}),
    "Due Soon": (date(2013, 1, 25), {}),
    "Long Overdue": (date(2012, 6, 1), {}),
    "Newly Overdue": (date(2013, 1, 10), {}),
    "Agency Overdue": (date(2012, 7, 1), {"group": "agency"}),
    "Without Check": (None, {}),
    "Newcomer": (date(2016, 1, 7), {"starts_on": date(2016, 1, 8)}),
    "Leaver": (date(2014, 6, 2), {"ends_on": date(2016, 1, 10)}),
    "Beginner": (None, {"starts_on": date(2016, 2, 1)}),
    "Carer": (date(2012, 1, 1), {"group": "foster_carer"}),
}


def staff(**said):
    """Somebody per line of `STAFF`; gives them by name."""
    found = {}
    for name, (issued, role) in STAFF.items():
        person = people.engagement(person=people.person(name=name, **said), **role).person
        if issued:
            dbs.dbs_check(person=person, issued_on=issued)
        found[name] = person
    return found


@pytest.fixture
def register(on_the_day, db):
    """The usual population with an audit of 5 January counted from it."""
    dbs.policy()
    found = staff()
    count(date(2016, 1, 5), date(2016, 1, 5))
    return found


def count(audit_date, position_date, of=None):
    """An audit counted from the register."""
    return positions.count_dbs_audit(
        council=make_council(), cohort=of or people.cohort(usual=True), audit_date=audit_date,
        position_date=position_date, by=officer(), on=TODAY,
    )  # fmt: skip


def days(audit_date=None, position_date=None, **more):
    """The address of the page for two days."""
    said = {"audit_date": audit_date, "position_date": position_date}
    return f"/dbs/position/?{urlencode(typed(**{k: v for k, v in said.items() if v}, **more))}"


def names(client, key, address="/dbs/position/people/?"):
    """The names on the list of a key."""
    answer = client.get(f"{address}show={key}")
    assert answer.status_code == 200
    return [line["person"].name for line in answer.context["page"]]


def counted(answer, key):
    """How many the page says of a key."""
    return answer.context["seen"].picture.count(key)


def test_the_page_begins_with_the_latest_audit_and_today_with_a_row_for_each_of_its_groups(
    signed_in, register
):
    answer = signed_in.get("/dbs/position/")
    page = page_of(answer)
    assert "Children&#x27;s social care staff on 18 January 2016: 7 in scope, 3 of 7" in page
    assert "Audit of 5 January 2016" in page and "Every group: every 36 months" in page
    # The newcomer was not there at the audit; the leaver and the carer are not of it.
    assert counted(answer, "audit.JOINED_SINCE") == 1
    assert counted(answer, "out.ended") == 1 and counted(answer, "out.not_started") == 1
    assert page.count("which agrees") == 5 and "Does not agree" not in page
    others = [words for _, words in Engagement.GROUPS if f">{words}</th>" not in page]
    assert len(others) == len(Engagement.GROUPS) - 2
    assert f"Not of this population: {', '.join(others).lower()}." in page
    the_change_of_scope_stands_apart_from_the_change_of_position(answer.context["changes"])
    carers = people.cohort("carers", title="Carers", groups=["foster_carer"])
    answer = signed_in.get(f"/dbs/position/?cohort={carers.pk}")
    page = page_of(answer)
    assert "No audit of this population has been recorded by 18 January 2016" in page
    assert "No audit of 18 January 2016 is recorded: this is what one would show" in page
    assert counted(answer, "scope") == counted(answer, "kind.overdue") == 1
    page = page_of(signed_in.get(days(date(2016, 1, 5), date(2016, 1, 5))))
    assert "there is nothing to compare with" in page
    assert "Outcome for those overdue at the audit" not in page


def test_each_count_opens_the_list_that_it_is_the_length_of(signed_in, register):
    assert names(signed_in, "kind.overdue") == ["Agency Overdue", "Long Overdue", "Newly Overdue"]
    assert names(signed_in, "status.OVERDUE.agency") == ["Agency Overdue"]
    assert names(signed_in, "from.compliant.overdue") == ["Newly Overdue"]
    assert names(signed_in, "joined") == ["Newcomer"] and names(signed_in, "left") == ["Leaver"]
    assert names(signed_in, "out.not_started") == ["Beginner"]
    assert names(signed_in, "due.2016-01") == ["Due Soon"]
    assert names(signed_in, "no.such.list") == []


def the_change_of_scope_stands_apart_from_the_change_of_position(changes):
    """Holds both changes of the page against what its register says."""
    whole = changes["scope"][0]
    assert (whole.before.people, whole.now.people) == (7, 7)
    assert [one.people for one in (*whole.less, *whole.more)] == [1, 0, 1, 0]
    overdue = changes["position"][1]
    assert (overdue.words, overdue.before.people, overdue.now.people) == ("Overdue", 2, 3)
    assert [one.people for one in (*overdue.less, *overdue.more)] == [0, 0, 0, 1]
    assert {one.words: one.people for one in changes["transitions"]} == {
        "Newly overdue": 1,
        "Re-checked: overdue then, in date now": 0,
        "Overdue then and now": 2,
    }


def test_what_was_recorded_since_the_audit_is_said(signed_in, register):
    late = people.engagement(person=people.person(name="Recorded late")).person
    dbs.dbs_check(person=late, issued_on=date(2015, 1, 1))
    page = page_of(signed_in.get("/dbs/position/"))
    assert "That audit counted 7 people; the register now gives 8 for that date: +1" in page


def test_an_audit_entered_as_counts_is_compared_with_the_register(signed_in, on_the_day):
    dbs.dbs_audit()
    staff()
    page = page_of(signed_in.get("/dbs/position/"))
    assert "That audit was entered as 351 people; the register now gives 7 for that date" in page
    assert "Audit of 5 January 2016" in page and "is recorded already" in page


def test_who_keeps_dbs_checks_is_shown_names_and_nobody_else_is(client, register):
    dbs.breach(person=register["Long Overdue"], cause="Confidential cause")
    client.force_login(officer())
    page = page_of(client.get("/dbs/position/"))
    assert "Long Overdue" in page and "Add a breach" in page
    assert f"/dbs/{register['Long Overdue'].pk}/breaches/add/" in page
    for user in (clerk(), approver()):
        client.force_login(user)
        page = page_of(client.get("/dbs/position/"))
        assert "7 in scope, 3 of 7" in page and "1 breach of the policy is open" in page
        for words in (*(f">{name}<" for name in STAFF), "Confidential", "/people/?", "/reminders/"):
            assert words not in page
        assert client.get("/dbs/position/people/?show=kind.overdue").status_code == 403
        assert client.get("/dbs/reminders/").status_code == 403


def test_more_than_ten_overdue_are_on_a_list_of_pages(signed_in, register):
    for number in range(25):
        person = people.engagement(person=people.person(name=f"Late {number:02}")).person
        dbs.dbs_check(person=person, issued_on=date(2012, 3, 1))
    page = page_of(signed_in.get("/dbs/position/"))
    assert "All 28 who are overdue" in page
    answer = signed_in.get("/dbs/position/people/?show=kind.overdue&page=2")
    assert "28 found, page 2 of 2" in page_of(answer)
    assert [line["person"].name for line in answer.context["page"]][-1] == "Newly Overdue"


def test_the_page_asks_as_often_of_many_as_of_few(signed_in, register):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page_of(signed_in.get("/dbs/position/"))
        return len(queries)

    few = asked()
    staff()
    dbs.breach(person=register["Long Overdue"])
    dbs.breach(person=register["Newly Overdue"])
    assert asked() == few <= 20


# --- audits of the register


def test_the_position_is_recorded_as_an_audit_as_it_is_shown(signed_in, register):
    answer = signed_in.get(days(date(2016, 1, 12), date(2016, 1, 15)))
    assert "Record this as a DBS audit" in page_of(answer)
    sent = dict(answer.context["typed"])
    kept = signed_in.post("/dbs/audits/count/", sent, follow=True)
    assert "DBS audit counted from the register." in page_of(kept)
    audit = DbsAudit.objects.get(audit_date=date(2016, 1, 12))
    assert (audit.needing, audit.position_date) == (7, date(2016, 1, 15))
    parts = audit.parts_at("position")
    assert parts == {one: counted(answer, f"status.{one}") for one in parts}
    after = page_of(signed_in.get(days(date(2016, 1, 12), date(2016, 1, 15))))
    assert "is recorded already" in after and "Record this as a DBS audit" not in after


def test_a_late_audit_is_flagged(signed_in, register, settings):
    dbs.policy(group="agency", audit_months=1)
    count(date(2016, 1, 6), date(2016, 1, 6))
    settings.CANDOUR_TODAY = "2016-02-07"
    page = page_of(signed_in.get("/dbs/position/"))
    assert "It was due on 6 February 2016 (every month) and is late" in page
    assert "govuk-tag--red" in page


# --- what is asked for


def test_without_a_policy_the_usual_months_are_assumed_and_said(signed_in, on_the_day):
    people.cohort(usual=True)
    staff()
    page = page_of(signed_in.get("/dbs/position/"))
    assert "in force on the audit date: 36 months" in page and "an administrator adds one" in page
    dbs.policy(approver=None)
    assert "one waits under re-check policies" in page_of(signed_in.get("/dbs/position/"))
    assert "Record this as a DBS audit" not in page and "3 of 7" in page


def test_a_wrong_day_gets_its_sentence_and_another_councils_population_is_not_offered(
    signed_in, register
):
    answer = signed_in.get(days(date(2016, 1, 12), date(2016, 1, 11)))
    assert "cannot be of an earlier date" in str(
        answer.context["filter_form"].errors["position_date"]
    )
    assert "seen" not in answer.context
    assert signed_in.get("/dbs/position/?position_date_day=40").status_code == 200
    answer = signed_in.get("/dbs/position/people/?position_date_day=40&show=scope")
    assert answer.status_code == 302
    people.cohort("aaa", title="A first of all", groups=["panel"])
    people.cohort("children", kind=Cohort.CHILDREN, title="Children")
    other = people.cohort("other", council=make_council("elsewhere"))
    offered = [str(one) for one in signed_in.get("/dbs/position/").context["filter_form"]["cohort"]]
    assert "social care staff" in offered[0] and len(offered) == 2
    answer = signed_in.get(f"/dbs/position/?cohort={other.pk}")
    assert "cohort" in answer.context["filter_form"].errors


def test_without_a_population_or_its_groups_a_sentence_says_what_to_do(signed_in, on_the_day):
    assert "An administrator adds it." in page_of(signed_in.get("/dbs/position/"))
    people.cohort(groups=[], usual=True)
    assert "names no groups of the register" in page_of(signed_in.get("/dbs/position/"))


@pytest.mark.django_db
def test_the_register_is_read_in_as_many_queries_however_many_there_are(
    register, django_assert_num_queries
):
    cohort = people.cohort(usual=True)
    with django_assert_num_queries(6):
        picture = (
            found := populations.position_summary(make_council(), cohort, None, TODAY)
        ).picture
    everybody = picture.people(keys := [row[0] for row in picture.rows])
    assert {one.person.name for one in everybody} == set(STAFF) - {"Carer"}
    for one in everybody:
        for key in keys_of(one, found.days):
            assert one.person.pk in picture.numbers_of(key)
    wanted = look(whole_people(make_council(), cohort.groups), found.days).people
    assert everybody == sorted(wanted, key=lambda one: keys.index(one.person.pk))


def test_a_day_to_come_is_marked_as_a_forecast_and_is_not_kept(signed_in, register):
    for day, is_forecast in ((TODAY, False), (date(2016, 3, 1), True)):
        page = page_of(signed_in.get(days(position_date=day)))
        behind = days(position_date=day, show="scope").replace("/position/", "/position/people/")
        for one in (page, page_of(signed_in.get(behind))):
            assert ("if no one is re-checked" in one) is is_forecast
        assert ("Record this as a DBS audit" in page) <= (not is_forecast)


def test_a_second_audit_of_one_position_is_asked_about_and_the_last_is_by_its_date(
    signed_in, register
):
    position = date(2016, 1, 15)
    count(date(2016, 1, 8), position)
    said = {**typed(audit_date=date(2016, 1, 12), position_date=position)}
    said["cohort"] = people.cohort(usual=True).pk
    page = page_of(signed_in.post("/dbs/audits/count/", said))
    assert "already has the position of 15 January 2016" in page
    assert "Count as a second audit of this position" in page
    # The page of the position says so before anybody presses.
    page = page_of(signed_in.get(days(audit_date=date(2016, 1, 12), position_date=position)))
    assert "An audit of this position is recorded" in page and "Record this as a DBS" not in page
    assert "Record this as a second audit of this position" in page
    signed_in.post("/dbs/audits/count/", {**said, "is_second": "on"})
    assert DbsAudit.objects.in_force().filter(position_date=position).count() == 2
    count(date(2016, 1, 6), date(2016, 1, 17))
    assert "Last audit: " in (page := page_of(signed_in.get("/dbs/position/")))
    assert page[page.index("Last audit: ") :].split("</a>")[0].endswith("12 January 2016")
