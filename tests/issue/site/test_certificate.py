"""The certificate of a check: what it compared and found, what that proves, and for whom."""

from datetime import date
from io import BytesIO, StringIO

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from assurance.people.models.teams import Team
from assurance.records import history, history_chain
from assurance.records.history import HistoryEntry
from assurance.records.proofs.operations import adopt
from assurance.runtime.jobs import WORKER
from reports.issue.models.site import SiteCheck, SiteFault
from reports.issue.site import history_evidence, jobs
from reports.issue.site.certificate import certificate_pdf
from reports.issue.site.writer import prefix
from tests import cast
from tests.documents.pdf.test_pdf import text_of as pdf_text
from tests.make import people
from tests.page_requests import browser_of
from tests.records.proofs.altered_rows import alter

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
BY = history.CommandLine("test")


@pytest.fixture
def team(written):
    """A team of a council whose rows history has all."""
    row = people.team("North", council=written.council)
    adopt(council=written.council, because="First look.", by=BY, on=DAY)
    return row


def certified(council):
    """The check of a council, and the words of its certificate."""
    check = jobs.check(council)
    return check, words_of(check)


def words_of(check):
    """The words of the certificate of a check, on one line."""
    return " ".join(pdf_text(certificate_pdf(check)).split())


def test_a_whole_record_is_certified_with_the_end_of_history(team, settings):
    settings.PUBLIC_ADDRESS = "https://papers.example"
    check, text = certified(team.council)
    end = history_chain.head_entry(team.council.slug)
    assert (check.history_seq, check.history_digest) == (end.seq, end.digest)
    assert check.faults == 0 and check.rows > 1 and check.is_complete
    assert "The check found no changes." in text and end.digest in text.replace(" ", "")
    assert "This certificate does not prove" in text and "except where a problem" not in text
    address = f"https://papers.example/{team.council.slug}/history-fingerprints.txt"
    assert address in text.replace(" ", "")


def test_a_row_changed_outside_is_named_by_command_page_and_certificate(team):
    alter(team)
    output, name = StringIO(), f"netherby/records/{team.history_name}"
    with pytest.raises(CommandError) as refused:
        call_command("verify", stdout=output)
    assert str(refused.value).startswith(f"{name} is not as its last entry in history: It was")
    check = SiteCheck.objects.latest("pk")
    text = words_of(check)
    assert "The check found 1 problem." in text and "changed outside the program" in text
    assert "Each line applies except where a problem is listed" in text
    page = browser_of(cast.clerk(team.council)).get(reverse("published:issued-checked"))
    assert name in page.content.decode()
    with pytest.raises(CommandError, match="whose decision"):
        call_command("verify", adopt="Looked at.", account="nobody@netherby.example", stdout=output)
    clerk = cast.clerk(team.council)
    call_command("verify", adopt="Looked at.", account=clerk.email, stdout=output)
    entry = HistoryEntry.objects.filter(what="history.adopt").latest("seq")
    assert (entry.who, entry.reason) == (clerk.history_name, "Looked at.")
    assert "rows taken into history without a change." in output.getvalue()
    # What an earlier check found stays in its certificate.
    assert words_of(check) == text
    assert "The check found no changes." in certified(team.council)[1]


def test_what_was_being_published_during_a_check_is_named(written, settings):
    assert "being published" not in certified(written.council)[1]
    settings.JOBS = WORKER
    jobs.follow_publication(written.paper_id)
    check, text = certified(written.council)
    assert check.awaited == [prefix(written.paper)]
    assert "When the check began, a report was being published." in text
    assert f"Files that were not written yet were not compared: {prefix(written.paper)}." in text


def test_rows_from_before_are_told_to_be_adopted(written):
    output = StringIO()
    call_command("verify", stdout=output)
    assert "rows from before history had their digests are not compared" in output.getvalue()
    assert "It did not compare every record." in certified(written.council)[1]


def test_very_many_rows_are_named_in_part_and_counted(team, monkeypatch):
    monkeypatch.setattr(history_evidence, "MOST_ROWS", 1)
    Team.objects.bulk_create(
        Team(council=team.council, name=f"T{n}", service="x", from_date=DAY) for n in range(3)
    )
    assert jobs.check(team.council).faults == 2
    assert SiteFault.objects.get(name="netherby/records").why == (
        "2 more records differ from history."
    )


def test_a_history_whose_council_is_called_otherwise_is_named(team):
    history.record("x.y", about=cast.make_user(council=cast.make_council("old")), by=BY, on=DAY)
    type(team.council).objects.filter(slug="old").update(slug="new")
    jobs.check(team.council)
    assert SiteFault.objects.get(name="old/history").why == history_evidence.NO_COUNCIL


def test_who_may_check_downloads_a_tagged_file_of_their_own_council(team):
    check = jobs.check(team.council)
    address = reverse("published:certificate", args=[check.pk])
    answer = browser_of(cast.clerk(team.council)).get(address)
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert "/StructTreeRoot" in pdf.Root and len(pdf.pages) <= 2
    other = browser_of(cast.clerk(cast.make_council("elsewhere")))
    assert other.get(address).status_code == 404


def test_a_check_from_before_has_a_certificate_without_what_it_did_not_read(written):
    counted = {"editions": 1, "files": 2, "faults": 0, "checked_at": written.frozen_at}
    text = words_of(SiteCheck.objects.create(council=written.council, **counted))
    assert "The check did not record where history ended." in text
