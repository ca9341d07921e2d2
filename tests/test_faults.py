"""What `make faults` prints: a loss is named, and what was lost nowhere is not."""

import io

import pytest
from django.core.mail import send_mail
from django.test import Client

from assurance.accounts.models.accounts import Council
from assurance.imports.models import CHECKED
from assurance.people.models.people import Person
from bench.database import add_to_demonstration, prepared
from bench.rows import TODAY
from bench.sizes import TINY
from faults import actions, kills, preparation, readers, state
from faults.__main__ import GROUPS, main
from faults.actions import Action
from faults.mailbox import mailbox
from faults.table import Line, print_lines
from tests import cast
from tests.make import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def done_twice(monkeypatch):
    """(sentences, whether it is done) → what is said of killed work that is done once more for
    nothing."""
    cast.clerk()
    for module in (kills, actions):
        monkeypatch.setattr(module, "prepared", lambda sizes: sizes)

    def named(before, done, is_done):
        action = Action("a council", lambda made: None, lambda made: is_done)
        return kills._of_one_transaction(action, before, done)

    return named


def test_work_that_is_whole_or_not_done_loses_nothing(done_twice):
    before = state.rows()
    assert done_twice(before, before, is_done=False) == []
    Council.objects.create(slug="whole", name="Whole")
    assert done_twice(before, state.rows(), is_done=True) == []


def test_half_done_work_is_named_with_its_table(done_twice):
    before = state.rows()
    Council.objects.create(slug="half", name="Half")
    count = before["accounts.Council"]
    sentence = f"accounts.Council has {count + 1} rows, not {count}"
    assert done_twice(before, before, is_done=False) == [sentence] * 2
    after = state.rows()
    assert done_twice(before, after, is_done=False) == [sentence]


def test_a_damaged_history_is_named(done_twice, monkeypatch):
    fault = {"netherby": "An entry is missing."}
    monkeypatch.setattr(state.history_chain, "councils", lambda: fault)
    monkeypatch.setattr(state.history_chain, "damage", fault.get)
    rows = state.rows()
    assert done_twice(rows, rows, is_done=True) == ["history of netherby: An entry is missing."]


def test_the_table_says_what_was_lost_and_what_was_not_tried():
    lines = [Line("mail, killed", 20), Line("disk", 0, left_out="only root may mount a disk")]
    out = io.StringIO()
    assert not print_lines(lines, out)
    assert [one.split()[-1] for one in out.getvalue().splitlines()] == ["lost", "nothing", "disk"]
    assert print_lines([Line("backup", 5, ("one", "two", "three", "four"))], out)
    assert out.getvalue().endswith("one; two; three\n")


def test_each_person_who_is_sent_a_letter_has_an_address_of_their_own():
    rows = [people.person(reference="F00001"), people.person(reference="F00002")]
    other = people.person(reference="F00003")
    preparation.give_addresses(rows)
    addresses = Person.objects.order_by("reference").values_list("work_email", flat=True)
    expected = ["F00001@eborford.example", "F00002@eborford.example", other.work_email]
    assert [*addresses] == expected


@pytest.mark.long
def test_what_faults_interrupt_is_prepared_and_readers_ask_for_pages(
    settings, demonstration_with_draft
):
    settings.CANDOUR_TODAY = TODAY.isoformat()
    add_to_demonstration(TINY)
    preparation.prepare()
    run = preparation.run_of(prepared(TINY))
    assert (run.state, run.rows) == (CHECKED, preparation.LINES)
    browser, places = Client(), readers.places()
    assert {place: browser.get(place).status_code for place in places} == dict.fromkeys(places, 200)


def test_a_reader_without_a_page_and_a_text_that_is_gone_are_losses(monkeypatch):
    monkeypatch.setattr(preparation, "texts_of", lambda last: [(1, "as saved"), (2, "older")])
    saved = {1: "as saved", 2: "newer"}
    assert readers._losses({200: 9, 302: 2}, {1: "as saved"}) == []
    named = readers._losses({200: 9, 404: 3, "none: TimeoutError": 1}, saved)
    assert named == ["3 answers “404”", "1 answers “none: TimeoutError”", "1 saved texts are lost"]
    assert readers._losses({200: 9}, {}) == ["nobody could save anything"]


def test_the_mailbox_counts_letters_by_address(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    with mailbox() as taken:
        for to in ("a@netherby.example", "a@netherby.example", "b@netherby.example"):
            send_mail("A reminder", "Your re-check.", None, [to])
    assert taken == {"a@netherby.example": 2, "b@netherby.example": 1}


def test_an_unknown_group_is_refused_with_those_there_are(capsys):
    assert main(["kill"]) == 2
    sentence = capsys.readouterr().out
    assert all(name in sentence for name in GROUPS)
