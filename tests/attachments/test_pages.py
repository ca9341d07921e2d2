"""Files of reviews, findings, plans and actions, by the officers who keep them."""

import hashlib

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from assurance.attachments import operations
from assurance.attachments.models import PARENTS, Attachment
from assurance.records.history import HistoryEntry
from assurance.records.history_chain import damage
from assurance.records.refusals import Refused
from tests.attachments.packages import PDF, PROGRAM
from tests.cast import make_council, officer
from tests.make import attachments, findings, improvements
from tests.make.papers import ISSUED_ON
from tests.page_requests import errors

pytestmark = pytest.mark.django_db
PLACES = {
    "review": ("review", findings.review, "/reviews/{}/"),
    "finding": ("finding", findings.finding, "/reviews/findings/{}/"),
    "plan": ("plan", improvements.plan, "/actions/plans/{}/"),
    "action": ("action", improvements.action, "/actions/{}/"),
}
ADD = {"review": "of-a-review", "finding": "of-a-finding", "plan": "of-a-plan"}


def sent(content=PDF, name="letter.pdf", title="Letter of 7 February"):
    """What a browser sends."""
    return {"title": title, "file": SimpleUploadedFile(name, content)}


def add_to(field, record):
    """The address that attaches to a record."""
    return f"/attachments/{ADD.get(field, 'of-an-action')}/{record.pk}/add/"


@pytest.mark.parametrize("field", PARENTS)
def test_a_file_is_attached_read_and_withdrawn(signed_in, field):
    _, make, home = PLACES[field]
    record = make()
    home = home.format(record.pk)
    assert "No file is attached." in signed_in.get(home).content.decode()
    answer = signed_in.post(add_to(field, record), sent())
    assert answer.headers["Location"] == home
    held = Attachment.objects.get()
    assert (held.parent, held.kind, held.size) == (record, "pdf", len(PDF))
    assert "Letter of 7 February" in signed_in.get(home).content.decode()
    reads = "reviews" if field in ("review", "finding") else "actions"
    here = f"/attachments/{reads}/{held.pk}/"
    page = signed_in.get(here).content.decode()
    assert "Download the file" in page and "letter.pdf" in page
    withdrawn = {"because": "The wrong letter", "version": held.version}
    signed_in.post(f"{here}withdraw/", withdrawn)
    assert "No file is attached." in signed_in.get(home).content.decode()
    page = signed_in.get(here).content.decode()
    assert "The wrong letter" in page and "Download" not in page
    assert signed_in.get(f"{here}file/").headers["Location"] == here
    assert held.path.exists()
    assert damage(make_council().slug) is None


def test_a_file_goes_out_as_what_it_is_and_can_do_nothing(signed_in):
    held = attachments.attachment(name="Bericht – “neu”.pdf")
    answer = signed_in.get(f"/attachments/reviews/{held.pk}/file/")
    assert answer.content == attachments.LETTER
    said = answer.headers
    assert said["Content-Type"] == "application/pdf"
    assert said["Content-Disposition"].startswith("attachment; filename*=utf-8''Bericht")
    assert said["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in said["Content-Security-Policy"]
    assert said["Cache-Control"] == "private, no-store"


def test_a_file_lies_outside_what_is_served_and_is_read_by_us_alone(signed_in):
    of = findings.review()
    signed_in.post(add_to("review", of), sent())
    held = Attachment.objects.get()
    assert held.path.parent == settings.ATTACHMENTS_ROOT / make_council().slug
    assert held.path.name == hashlib.sha256(PDF).hexdigest()
    assert held.path.stat().st_mode & 0o077 == 0
    assert [one.name for one in held.path.parent.iterdir() if one.name.startswith("tmp")] == []


def test_a_file_of_another_council_or_of_the_other_subject_is_not_found(signed_in, client):
    theirs = attachments.attachment(review=findings.review(council=make_council("elsewhere")))
    of_action = attachments.of_action()
    for address in (
        f"/attachments/reviews/{theirs.pk}/file/",
        f"/attachments/reviews/{of_action.pk}/file/",
        f"/attachments/of-a-review/{theirs.review_id}/add/",
    ):
        assert signed_in.get(address).status_code == 404
    client.force_login(officer(subject="improvements"))
    own = attachments.attachment()
    assert client.get(f"/attachments/reviews/{own.pk}/file/").status_code == 403
    assert client.get(f"/attachments/actions/{own.pk}/file/").status_code == 404
    assert client.get(f"/attachments/actions/{of_action.pk}/file/").status_code == 200


def test_a_file_that_was_changed_where_it_lies_is_not_given_out(signed_in):
    held = attachments.attachment(content=PDF)
    held.path.write_bytes(PDF + b"more")
    address = f"/attachments/reviews/{held.pk}/file/"
    page = signed_in.get(address, follow=True).content.decode()
    assert "is not what was attached" in page
    held.path.unlink()
    assert "not where it was kept" in signed_in.get(address, follow=True).content.decode()


def test_a_wrong_file_gets_its_sentence(signed_in, monkeypatch):
    address = add_to("review", findings.review())
    for said, field, sentence in (
        ({"content": PROGRAM}, "file", "a Windows program"),
        ({"content": b""}, "file", "The file is empty"),
        ({"name": "letter.docx"}, "file", "does not end in .pdf"),
        ({"title": ""}, "title", "Enter what the file is"),
        ({"title": "x" * 161}, "title", "must have 160 characters or fewer"),
    ):
        assert sentence in errors(signed_in.post(address, sent(**said)))[field][0], said
        assert not Attachment.objects.exists()
    assert errors(signed_in.post(address, {"title": "A"}))["file"] == ["Choose the file to attach"]
    monkeypatch.setattr("assurance.attachments.rules.MOST_BYTES", len(PDF) - 1)
    assert "20 MB or smaller" in errors(signed_in.post(address, sent()))["file"][0]


def test_the_same_file_is_attached_once_to_a_record_and_again_to_another(signed_in):
    of = findings.review()
    signed_in.post(add_to("review", of), sent())
    again = signed_in.post(add_to("review", of), sent(title="Second"))
    assert errors(again)["file"] == ["This file is attached already, as “Letter of 7 February”"]
    signed_in.post(add_to("review", findings.review()), sent())
    assert Attachment.objects.count() == 2


def attach(parent, **said):
    """The operation."""
    told = {"field": "review", "title": "Letter", "name": "a.pdf", "content": PDF}
    own = {"council": make_council(), "by": officer(), "on": ISSUED_ON}
    return operations.attach(parent=parent, **{**told, **own, **said})


def test_the_operation_refuses_what_the_pages_never_ask(monkeypatch):
    gone = {"withdrawn_on": ISSUED_ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    with pytest.raises(Refused, match="withdrawn"):
        attach(findings.review(**gone))
    with pytest.raises(Refused, match="your own council"):
        attach(findings.review(council=make_council("elsewhere")))
    with pytest.raises(Refused, match="Windows program"):
        attach(findings.review(), content=PROGRAM)
    held = attach(findings.review())
    [entry] = HistoryEntry.objects.about(held)
    assert entry.changes["sha256"]["to"] == held.sha256
    assert "a.pdf" not in str(entry.changes)


def test_a_disk_that_is_full_leaves_no_row_and_no_piece_of_a_file(monkeypatch):
    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr("assurance.attachments.storage.os.replace", full)
    with pytest.raises(OSError, match="No space"):
        attach(findings.review(), content=PDF + b"other")
    assert not Attachment.objects.exists()
    folder = settings.ATTACHMENTS_ROOT / make_council().slug
    assert [one for one in folder.iterdir() if one.name.startswith("tmp")] == []


def test_the_database_refuses_a_file_of_two_records():
    held, finding = attachments.attachment(), findings.finding()
    with pytest.raises(IntegrityError, match="attachment_of_one_record"), transaction.atomic():
        Attachment.objects.filter(pk=held.pk).update(finding=finding)
