"""E-mails about asked sections: each sent once, with a link where there is no account."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from assurance.records.email import OutgoingEmail
from assurance.records.refusals import Refused
from assurance.runtime.periods import say_day
from reports.contributions.operations import requests
from reports.contributions.reminders import SECTION_EMAIL, send_due
from reports.papers.models.contributions import BACK, ContributionRequest
from tests import cast
from tests.make import asked as make
from tests.page_requests import at, browser_of, words
from tests.records.failing_server import silent

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)


def sent(one, day=make.ASKED_ON):
    """What became of an e-mail that is sent."""
    (done,) = SECTION_EMAIL.deliver([one], by=cast.clerk(), on=day)
    return done


def test_somebody_without_an_account_gets_a_link_that_opens_the_section():
    done = sent(make.asked_mail())
    (letter,) = mail.outbox
    assert (done.state, letter.to) == ("sent", [make.EMAIL])
    sealed = re.search(r"/contributions/link/(\S+)/", letter.body)[1]
    section = ContributionRequest.objects.opened_by(sealed).get()
    assert section == done.record and not section.why_link_ended(sealed, make.ASKED_ON)
    assert make.EMAIL not in letter.body and "25 January 2016" in letter.body


def test_an_account_gets_no_link_and_what_came_back_says_what_should_change():
    officer = cast.officer()
    section = make.contribution_request(asked_of=officer, note="Only the teams in the north.")
    sent(make.asked_mail(section=section))
    (letter,) = mail.outbox
    assert letter.to == [officer.email]
    assert f"/contributions/{section.pk}/" in letter.body and "/link/" not in letter.body
    assert "Only the teams in the north." in letter.body
    assert ContributionRequest.objects.get(pk=section.pk).invitation is None
    section = make.contribution_request(said_back="Shorter, please.", note="Of the north.")
    sent(make.asked_mail(section=section, kind=BACK))
    assert "Shorter, please." in mail.outbox[1].body
    assert "Of the north." not in mail.outbox[1].body


def test_one_reminder_goes_in_the_last_days_to_who_has_it_still_to_write():
    section = make.contribution_request()
    by = cast.clerk()
    assert send_due(by=by, on=make.DUE_ON - 4 * ONE) == []
    assert len(send_due(by=by, on=make.DUE_ON - 3 * ONE)) == 1
    assert send_due(by=by, on=make.DUE_ON - 2 * ONE) == []
    (letter,) = mail.outbox
    assert letter.subject == "A section of a council report is due from you"
    with pytest.raises(Refused, match="reminded already"):
        requests.remind(section=section, by=by, on=make.DUE_ON)


def test_nobody_is_reminded_of_what_they_handed_in_or_what_is_closed():
    make.contribution_request(state="handed")
    for state in ("withdrawn", "accepted"):
        closed = {"closed_by": cast.clerk(), "closed_on": make.DUE_ON}
        make.contribution_request(state=state, **closed)
    assert send_due(by=cast.clerk(), on=make.DUE_ON) == []


def test_what_broke_off_on_an_earlier_day_is_told_and_not_sent_again():
    one = make.asked_mail(state="sending")
    send_due(by=cast.clerk(), on=make.ASKED_ON)
    one.refresh_from_db()
    assert one.state == "sending"
    send_due(by=cast.clerk(), on=make.ASKED_ON + ONE)
    one.refresh_from_db()
    assert one.state == "unknown" and mail.outbox == []


def test_the_worker_of_reminders_sends_them_too(settings):
    settings.CANDOUR_TODAY = make.ASKED_ON.isoformat()
    make.asked_mail()
    said = StringIO()
    call_command("send_reminders", stdout=said)
    assert said.getvalue().endswith(": sent.\n") and make.EMAIL not in said.getvalue()
    assert len(mail.outbox) == 1


def test_a_reminder_that_failed_is_tried_again_also_past_its_own_day(settings):
    section = make.contribution_request()
    by, last = cast.clerk(), make.DUE_ON
    with silent(settings):
        assert len(send_due(by=by, on=last)) == 1
        assert send_due(by=by, on=last) == []
        words = section.last_email.trouble_words
        assert words.endswith(f"It is tried again on {say_day(last + ONE)}")
        assert len(send_due(by=by, on=last + ONE)) == 1
    assert len(send_due(by=by, on=last + 2 * ONE)) == 1
    assert len(mail.outbox) == 1 and send_due(by=by, on=last + 3 * ONE) == []


def test_after_three_tries_or_a_wrong_address_somebody_must_act(settings):
    section = make.contribution_request()
    by, last = cast.clerk(), make.DUE_ON
    with silent(settings):
        for days in range(5):
            send_due(by=by, on=last + days * ONE)
    [row] = OutgoingEmail.objects.about(section)
    assert row.tries == 3 and row.trouble_words.endswith("tell them yourself")
    row.tries, row.error = 1, "The mail server takes no mail for this address: check the address"
    row.save()
    assert send_due(by=by, on=last + 9 * ONE) == []


def test_nobody_is_reminded_again_of_what_they_handed_in_meanwhile(settings):
    section = make.contribution_request()
    by, last = cast.clerk(), make.DUE_ON
    with silent(settings):
        send_due(by=by, on=last)
    section.state = "handed"
    section.save()
    assert send_due(by=by, on=last + ONE) == [] and mail.outbox == []


def test_the_list_of_sections_says_that_the_reminder_is_tried_again(settings):
    section = make.contribution_request()
    settings.CANDOUR_TODAY = make.DUE_ON.isoformat()
    with silent(settings):
        send_due(by=cast.clerk(), on=make.DUE_ON)
    clerk = cast.clerk(section.paper.council)
    page = words(browser_of(clerk).get(at(section.paper, "contributions")))
    assert f"It is tried again on {say_day(make.DUE_ON + ONE)}." in page
    assert "It is not tried again" not in page
