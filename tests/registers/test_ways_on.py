"""Pages of records that others are about lead on to those, to pages that open for their reader."""

import re

import pytest

from tests import cast
from tests.make import audits, compared, dbs, improvements, people
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db


def of_kind():
    """The page of a kind of audit."""
    return f"/audits/programme/kinds/{audits.audit_kind().pk}/"


def of_theme():
    """The page of a theme of audits."""
    return f"/audits/themes/{audits.audit_theme().pk}/"


def of_area():
    """The page of a comparison area."""
    return f"/looked-after/areas/{compared.compared_area().pk}/"


def of_dbs_audit():
    """The page of an audit of a population that the register counts."""
    cohort = people.cohort(groups=["employee"])
    return f"/dbs/audits/{dbs.dbs_audit(cohort=cohort).pk}/"


def of_action():
    """The page of an action of a plan."""
    under = improvements.priority(improvements.plan(title="Plan 2016"), title="Front door")
    return f"/actions/{improvements.action(priority=under).pk}/"


def of_audit_action():
    """The page of an action of an audit."""
    audit = audits.case_audit(reference="CA-1")
    return f"/audits/actions/{audits.audit_action(audit=audit).pk}/"


WAYS = [
    (of_kind, ("Rounds of this kind", "Add an audit round of this kind"), ("Rounds of this kind",)),
    (of_theme, ("Case audits that found this theme", "Repeated themes"), ("Repeated themes",)),
    (of_area, ("Compare children looked after with other areas",), None),
    (of_dbs_audit, ("DBS position by the register on these dates",), None),
]


@pytest.mark.parametrize(
    ("page_of", "ways"),
    [(of_action, {"Front door", "Plan 2016"}), (of_audit_action, {"Audit CA-1"})],
)
def test_what_a_record_lies_within_is_led_to(page_of, ways):
    browser = browser_of(cast.officer())
    page = words(browser.get(page_of())).partition("<main")[2]
    links = dict(re.findall(r'<a class="govuk-link" href="([^"]+)">([^<]+)</a>', page))
    found = {text: address for address, text in links.items()}
    assert ways <= set(found)
    assert all(browser.get(found[text]).status_code == 200 for text in ways)


@pytest.mark.parametrize(("page_of", "keeping", "reading"), WAYS)
def test_a_record_leads_on_to_pages_that_open(page_of, keeping, reading):
    address = page_of()
    for user, expected in ((cast.officer(), keeping), (cast.clerk(), reading or keeping)):
        browser = browser_of(user)
        main = words(browser.get(address)).partition("<main")[2].partition("History</h2>")[0]
        found = re.findall(r'<a class="govuk-link" href="([^"]+)">([^<]+)</a>', main)
        links = {text: way.replace("&amp;", "&") for way, text in found}
        assert set(expected) <= set(links)
        assert not (set(keeping) - set(expected)) & set(links)
        for text in expected:
            assert browser.get(links[text]).status_code == 200, text


def test_a_round_that_is_added_from_its_kind_has_it_chosen():
    kind = audits.audit_kind()
    answer = browser_of(cast.officer()).get(f"/audits/programme/rounds/add/?kind={kind.pk}")
    assert str(answer.context["form"]["kind"].value()) == str(kind.pk)
