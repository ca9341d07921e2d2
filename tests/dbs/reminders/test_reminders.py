"""Reminders: who may be sent one, letters, e-mails, and what is kept of each."""

import logging
import subprocess
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.dbs.reminding import DAY, DUE, page_of, send, somebody
from tests.make import dbs, people

# --- one reminder


@pytest.mark.django_db
def test_nobody_is_reminded_twice_of_one_day_unasked():
    person, doing = somebody(), {"by": officer(), "on": DAY}
    said = {"person": person, "group": "employee", "due_on": DUE, "how": "letter"}
    first = reminders.remind(**said, **doing)
    assert (first.again, first.sent_on, first.sent_by) == (False, DAY, doing["by"])
    with pytest.raises(
        Refused, match="sent on 18 January 2016: confirm that another one is wanted"
    ):
        reminders.remind(**said, **doing)
    assert reminders.remind(**said, again=True, **doing).again
    other_day = {**said, "due_on": date(2019, 1, 23)}
    assert not reminders.remind(**other_day, again=True, **doing).again, "the first of its day"
    [entry] = HistoryEntry.objects.filter(about=first.history_name)
    assert entry.what == "dbs_reminders.send" and person.name not in str(entry.changes)


@pytest.mark.django_db
def test_who_has_no_address_or_was_withdrawn_gets_no_e_mail(mailoutbox):
    doing = {"group": "employee", "due_on": DUE, "how": "email", "by": officer(), "on": DAY}
    with pytest.raises(Refused, match="No work e-mail address"):
        reminders.remind(person=somebody(email=""), **doing)
    gone = people.person(withdrawn_on=DAY, withdrawn_by=doing["by"], withdrawn_because="Twice")
    with pytest.raises(Refused, match="withdrawn"):
        reminders.remind(person=gone, **doing)
    assert not mailoutbox and not Reminder.objects.exists()


# --- the page


def test_the_page_shows_who_is_due_and_who_has_no_address(signed_in, due):
    answer = signed_in.get("/dbs/reminders/")
    page = page_of(answer)
    assert [line["stood"].person for line in answer.context["lines"]] == due
    assert "0 of them reminded already and 1 without a work e-mail address" in page
    assert "Later Holder" not in page
    assert "Later Holder" in page_of(signed_in.get("/dbs/reminders/?due=due.2016-02"))
    assert "There is no one to remind" in page_of(signed_in.get("/dbs/reminders/?due=kind.overdue"))


def test_e_mails_go_to_each_apart_and_say_no_more_than_needed(signed_in, due, mailoutbox, caplog):
    caplog.set_level(logging.DEBUG)
    page = page_of(send(signed_in, due, "email"))
    assert "2 reminders sent by e-mail." in page
    assert "Not reminded: Third Holder. No work e-mail address is recorded: print a letter" in page
    assert [one.recipients() for one in mailoutbox] == [["post.holder@netherby.example"]] * 2
    first = mailoutbox[0]
    assert "Dear First Holder" in first.body and "23 January 2016" in first.body
    for words in ("Second Holder", "certificate number", due[0].reference, "Social Worker"):
        assert words not in first.body
    assert "Holder" not in first.subject and "2016" not in first.subject
    assert "Holder" not in caplog.text and "post.holder@" not in caplog.text
    rows = Reminder.objects.order_by("pk")
    assert [(row.person, row.how, row.due_on, row.group) for row in rows] == [
        (one, "email", DUE, "employee") for one in due[:2]
    ]


@pytest.mark.long
def test_reminding_again_has_to_be_asked_for(signed_in, due, mailoutbox):
    send(signed_in, due[:1], "email")
    answer = signed_in.get("/dbs/reminders/")
    page = page_of(answer)
    assert answer.context["reminded"] == 1 and "Remind those chosen again" in page
    assert page.count(" checked>") == 2, "who was reminded is not chosen again"
    page = page_of(send(signed_in, due[:1], "email"))
    assert "Not reminded: First Holder." in page and len(mailoutbox) == 1
    page = page_of(send(signed_in, due[:1], "email", again="yes"))
    assert "Wait a day before another e-mail" in page and len(mailoutbox) == 1
    Reminder.objects.update(sent_on=date(2016, 1, 15))
    page = page_of(send(signed_in, due[:1], "email", again="yes"))
    assert "1 reminder sent by e-mail." in page and len(mailoutbox) == 2
    assert Reminder.objects.filter(again=True).count() == 1


@pytest.mark.long
def test_letters_are_recorded_and_printed_with_a_page_each(signed_in, due):
    dbs.wording(subject="Your check", body="Dear {name},\n\nit is due on {due}.")
    answer = send(signed_in, due[1:], "letter")
    assert answer.redirect_chain[-1][0] == "/dbs/reminders/letters/2016-01-18/"
    page = page_of(answer)
    assert "2 letters recorded on 18 January 2016" in page
    assert "Dear Second Holder" in page and "Dear Third Holder" in page
    assert "First Holder" not in page
    file = signed_in.get("/dbs/reminders/letters/2016-01-18.pdf")
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"].startswith("attachment")
    with pikepdf.open(BytesIO(file.content)) as pdf:
        assert len(pdf.pages) == 2 and pdf.Root.MarkInfo.Marked
    pages = subprocess.run(["pdftotext", "-", "-"], input=file.content, capture_output=True)
    first, second, _ = pages.stdout.decode().split("\f")
    assert "Dear Second Holder" in first and "Third" not in first
    assert "Dear Third Holder" in second and "23 January 2016" in second
    person = page_of(signed_in.get(f"/dbs/{due[2].pk}/"))
    assert "Letter of 18 January 2016" in person and "due on 23 January 2016" in person


def test_a_day_without_letters_or_e_mails_has_no_page(signed_in):
    for day in ("2016-01-17", "not-a-day", "2016-13-01"):
        for address in (f"letters/{day}.pdf", f"letters/{day}/", f"e-mails/{day}/"):
            assert signed_in.get(f"/dbs/reminders/{address}").status_code == 404, address


def test_only_who_is_on_the_list_can_be_reminded(signed_in, due):
    stranger = somebody("Stranger", issued=date(2014, 6, 1))
    elsewhere = people.person(council=make_council("elsewhere"))
    page = page_of(send(signed_in, [stranger, elsewhere], "letter"))
    assert "Choose at least one person to remind" in page
    answer = signed_in.post("/dbs/reminders/", {"person": ["x", "²", ""], "letter": "yes"})
    assert answer.status_code == 302 and not Reminder.objects.exists()


def test_a_reminder_is_shown_and_withdrawn_from_the_persons_page(signed_in, due):
    reminder = dbs.reminder(person=due[0], wording=dbs.wording())
    address = f"/dbs/reminders/sent/{reminder.pk}/"
    page = page_of(signed_in.get(address))
    assert "23 January 2016" in page and "wording from 1 January 2010" in page
    entry = {"because": "It was never posted", "version": "1"}
    answer = signed_in.post(f"{address}withdraw/", entry, follow=True)
    assert answer.redirect_chain[-1][0] == f"/dbs/{due[0].pk}/"
    assert "Reminder withdrawn." in page_of(answer)


def test_without_a_population_there_is_nobody_to_remind(signed_in):
    assert "no population" in page_of(signed_in.get("/dbs/reminders/"))
    people.cohort(groups=[], usual=True)
    assert "no population" in page_of(signed_in.get("/dbs/reminders/"))


def test_the_page_opens_with_the_first_that_has_people_and_each_choice_has_its_number(signed_in):
    dbs.policy()
    people.cohort(usual=True)
    soon = somebody("Soon Due", issued=date(2013, 3, 4))
    answer = signed_in.get("/dbs/reminders/")
    assert [line["stood"].person for line in answer.context["lines"]] == [soon]
    page = page_of(answer)
    assert "Re-check due: March 2016" in page
    assert '<option value="due.2016-03" selected>Due in March 2016: 1</option>' in page
    assert '<option value="kind.overdue">Overdue: 0</option>' in page
    late = somebody("Late Due", issued=date(2012, 3, 4))
    opened = signed_in.get("/dbs/reminders/").context["lines"]
    assert [line["stood"].person for line in opened] == [late]
    assert not signed_in.get("/dbs/reminders/?due=due.2016-01").context["lines"]
