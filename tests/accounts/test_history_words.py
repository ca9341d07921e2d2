"""The history of a record prints dates in words, and people in place of the program's codes."""

import re
from datetime import date

import pytest
from django.template.loader import render_to_string

from assurance.accounts.access import Role, Subject
from assurance.accounts.history_page import COMMANDS, about
from assurance.accounts.models.accounts import User
from assurance.people.operations import hand_over
from assurance.records import history
from assurance.records.history import ByLink, CommandLine, HistoryEntry
from assurance.records.personal import Personal
from tests import sources
from tests.cast import make_council, officer
from tests.make import people

pytestmark = pytest.mark.django_db
ON = date(2020, 2, 14)
BY_LINK = ByLink("link of fostering/carers-2020 contribution 2")


def printed(by, **changes):
    """The history of an account after `by` changed its fields, as the page prints it."""
    user = officer(make_council())
    before, after = ({name: pair[place] for name, pair in changes.items()} for place in (0, 1))
    values = history.changes(before, after, dict.fromkeys(changes, Personal.NONE))
    history.record("accounts.change", by=by, on=ON, about=user, changes=values)
    return render_to_string("govuk/history.html", {"entries": about(user)})


def test_a_date_a_truth_and_a_code_are_printed_in_words():
    changes = {"link_until": ("", "2020-03-12"), "is_lead": (False, True), "how": ("", "by_link")}
    html = printed(BY_LINK, **changes)
    assert "12 March 2020" in html and "2020-03-12" not in html
    assert "by link</ins>" in html and "by_link" not in html
    assert "No</del>" in html and "Yes</ins>" in html
    html = printed(BY_LINK, hour=("", "2020-07-02T12:00:00+00:00"), counts=("", {"Good": 39}))
    assert "2 July 2020, 13:00" in html and "Good 39" in html


def test_a_role_and_its_subject_are_printed_by_their_labels():
    html = printed(BY_LINK, role=("", Role.OFFICER), subject=("", Subject.IMPROVEMENTS))
    assert "Officer</ins>" in html and f"{Subject.IMPROVEMENTS.label}</ins>" in html


NO_CODES = ["2020", "2020-13-01", "2020-13-01T12:00", "Tuesday", "not a_code", "two words", "Done"]


@pytest.mark.parametrize("words", NO_CODES)
def test_what_is_no_date_and_no_code_is_printed_unchanged(words):
    assert f"{words}</ins>" in printed(BY_LINK, title=("", words))


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (BY_LINK, "by a person without an account"),
        (CommandLine("load_demonstration"), "by the service, which loaded the demonstration"),
        (CommandLine("Data team"), "by Data team"),
    ],
)
def test_whoever_acted_without_an_account_is_named_by_no_code(by, words):
    assert words in printed(by, title=("", "Head"))


def test_every_command_that_acts_by_itself_has_words():
    source = "".join(module.text for module in sources.product())
    names = re.findall(r'CommandLine\("(\w+)"\)', source)
    names += re.findall(r'"--by", default="(\w+)"', source)
    assert set(names) == set(COMMANDS)


def test_an_account_stands_in_history_by_its_number_and_on_pages_by_its_name_now():
    post, account = people.post(), officer(make_council())
    hand_over(post=post, account=account, from_date=ON, by=account, on=ON)
    [entry] = HistoryEntry.objects.about(post)
    assert entry.changes["account"]["to"] == f"account {account.pk}"
    assert account.name not in str(entry.changes)
    User.objects.filter(pk=account.pk).update(name="Former account")
    [line] = about(post)
    assert line.changes["Account"]["to"] == "Former account"


def test_words_that_look_like_an_account_of_another_council_name_no_one():
    stranger = officer(make_council("elsewhere"))
    for words in (stranger.history_name, "account 99999999999999999999"):
        assert f"{words}</ins>" in printed(BY_LINK, title=("", words))
