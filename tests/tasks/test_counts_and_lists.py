"""Each line that counts what waits opens a list of exactly so many rows, whoever reads it."""

import re
from datetime import date, timedelta

import pytest

from assurance.improvement.models.actions import Action
from reports.tasks.all_tasks import needs_of
from reports.tasks.posts import MOST
from tests.make import audits, dbs, findings, imports, improvements, people
from tests.sweeping import NamedCase
from tests.tasks.test_every_need import DAY, ONE, awaiting, missing, past_due, slipped, unfollowed

pytestmark = pytest.mark.django_db
# How many lines with a count a world of `everything` shows at least: one for each thing counted.
LEAST = 18


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def waiting_for_a_second_person(account, held):
    """One of each step that waits for another than `account`, who holds a post."""
    remedy = {"remedy": "Renewed", "remedied_on": DAY, "found_on": DAY}
    dbs.breach(**remedy, remedy_recorded_by=account, remedy_recorded_on=DAY)
    aside = {"set_aside_from": DAY, "set_aside_because": "Leave"}
    people.engagement(**aside, set_aside_recorded_by=account, set_aside_recorded_on=DAY)
    scale = audits.grade("good")
    audits.case_audit(method="moderated", first_grade=scale, auditor=held.post)
    row = improvements.action(reference=f"W{Action.objects.count()}")
    marked = {"finished_on": DAY, "marked_done_on": DAY, "marked_done_by": account}
    Action.objects.filter(pk=row.pk).update(**marked)


def everything(times):
    """Of each thing that is counted `times`, and of more actions than a home page lists."""
    for number in range(times):
        past_due(), awaiting(), slipped(), unfollowed(), missing()
        dbs.dbs_check(person=people.engagement().person, issued_on=date(2013, 1, 25))
        dbs.breach(found_on=DAY - 9 * ONE, remedy_due_on=DAY - ONE)
        audits.case_audit(shared_on=DAY - ONE)
        audits.audit_action()
        year = {"started_on": date(2014, 11, 3), "ended_on": date(2014, 11, 14)}
        year |= {"published_on": date(2015, 1, 5), "response_received_on": date(2015, 1, 5)}
        findings.finding(review=findings.review(kind="peer_review", **year), kind="area")
        findings.review(**year)
        imports.import_run(state="checked", ended_on=None)
        due = {"starts_on": date(2015, 1, 18), "due_on": DAY - ONE}
        improvements.action(reference=f"L{number}", **due)


def listed(client, need):
    """How many rows the page shows to which a line leads."""
    page = client.get(need.address)
    assert page.status_code == 200, need.words
    rows = {
        "/reviews/": lambda: page.context[need.address.partition("#")[2].replace("-", "_")],
        "/looked-after/": lambda: page.context["days"],
        "/import/": lambda: page.context["waiting"],
    }
    start = next((start for start in rows if need.address.startswith(start)), None)
    return len(rows[start]()) if start else page.context["page"].paginator.count


def counted(need):
    """The number that a line opens with; None where it names one thing."""
    found = re.match(r"(?:All )?([\d,]+) ", need.words)
    return int(found[1].replace(",", "")) if found else None


@pytest.mark.parametrize("times", [1, 3])
def test_a_count_is_the_number_of_rows_of_its_list(client, times):
    one, other = people.holder(), people.holder()
    everything(times)
    waiting_for_a_second_person(one.account, one.post and one)
    for _ in range(times):
        waiting_for_a_second_person(other.account, other)
    for number in range(MOST + times):
        due = {"starts_on": date(2015, 1, 1), "due_on": DAY + (number % 3) * ONE}
        improvements.action(owner=one.post, reference=f"O{number}", **due)
    for reader in (one.account, other.account, people.holder().account):
        client.force_login(reader)
        needs = [need for need in needs_of(reader, DAY) if counted(need) is not None]
        assert len(needs) >= LEAST, [need.words for need in needs]
        for need in needs:
            with NamedCase(f"{reader}: {need.words}"):
                assert listed(client, need) == counted(need)


def test_what_one_did_is_left_out_of_the_count_and_of_its_list_alike(client):
    one, other = people.holder(), people.holder()
    waiting_for_a_second_person(one.account, one)
    found = [need for need in needs_of(other.account, DAY) if "yours=" in need.address]
    assert len(found) == 4 and all(counted(need) == 1 for need in found)
    mine = {need.address for need in needs_of(one.account, DAY)}
    client.force_login(one.account)
    for need in found:
        assert need.address not in mine
        assert listed(client, need) == 0, need.words
    # All that wait are still listed for whoever asks for them, and saved as a file likewise.
    assert len(client.get("/actions/?waiting=yes").context["lines"]) == 1
    assert client.get("/dbs/set-aside/").context["page"].paginator.count == 1
    answer = client.get("/actions/list.csv?yours=check").getvalue().decode("utf-8-sig")
    assert len(answer.splitlines()) == 1
    # A council whose policy lets one person do both counts them for everybody.
    steps = dict.fromkeys(("actions", "audits", "breaches", "set_asides"), False)
    people.second_persons(from_date=DAY - timedelta(days=900), reason="One officer.", **steps)
    mine = {need.address: need for need in needs_of(one.account, DAY)}
    for need in found:
        assert counted(mine[need.address]) == listed(client, need) == 1


@pytest.mark.parametrize("owned", ["audits", "plans"])
def test_an_overdue_action_of_an_own_post_is_one_task(client, owned):
    held, other = people.holder(), people.holder()
    for number, post in enumerate((held.post, other.post, other.post)):
        due = {"owner": post, "due_on": DAY - ONE}
        if owned == "audits":
            audits.audit_action(**due)
        else:
            improvements.action(reference=f"A{number}", starts_on=date(2015, 1, 1), **due)
    client.force_login(held.account)
    needs = [need for need in needs_of(held.account, DAY) if "ction" in need.words]
    assert [need.late for need in needs] == [True, True]
    own, others = needs
    assert str(held.post) in own.words and "2 actions" in others.words
    assert len(client.get(others.address).context["lines"]) == 2
