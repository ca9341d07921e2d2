"""Names of files tidied, kinds told apart, and who finds which file."""

from datetime import date
from itertools import product

import pytest

from assurance.accounts.access import Permission
from assurance.attachments import operations, rules
from assurance.attachments.models import PARENTS, Attachment, attached_to, records_to_attach_to
from assurance.records import operations as generic
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.attachments.packages import JPEG, PDF, PNG, office, text_document
from tests.cast import ROLES, cast, make_council, officer
from tests.make import attachments, findings, improvements
from tests.page_requests import errors
from tests.sweeping import swept

DAY = date(2017, 2, 8)
GONE = {"withdrawn_on": DAY, "withdrawn_because": "Twice"}
MAKE = {
    "review": findings.review,
    "finding": findings.finding,
    "plan": improvements.plan,
    "action": improvements.action,
}
WHOLE = {
    ".pdf": PDF,
    ".docx": office("docx"),
    ".xlsx": office("xlsx"),
    ".odt": text_document(),
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".txt": b"Minutes",
}
SAID = {
    ".pdf": "a PDF",
    ".docx": "a Word file",
    ".xlsx": "an Excel file",
    ".odt": "an OpenDocument text",
    ".png": "a PNG picture",
    ".jpg": "a JPEG picture",
    ".jpeg": "a JPEG picture",
    ".txt": "plain text",
}


@swept(
    [
        ("letter.pdf", "letter.pdf"),
        ("C:\\Users\\me\\letter.pdf", "letter.pdf"),
        ("/home/me/letter.pdf", "letter.pdf"),
        ("../../letter.pdf", "letter.pdf"),
        ("letter\u202efdp.txt", "letterfdp.txt"),
        ("let\x00ter\r\n.pdf", "letter.pdf"),
        (" letter.pdf. ", "letter.pdf"),
        ("Brief – “neu”.pdf", "Brief – “neu”.pdf"),
        ("letter.11.april.pdf", "letter.11.april.pdf"),
        (f"{'x' * 116}.pdf", f"{'x' * 116}.pdf"),
        (f"{'x' * 117}.pdf", f"{'x' * 116}.pdf"),
        ("", "file"),
    ]
)
def test_a_name_loses_its_folders_and_what_hides_or_turns(name, tidied):
    assert rules.tidy(name) == tidied
    assert len(tidied) <= rules.LONGEST_NAME


@swept([*product(WHOLE, WHOLE)])
def test_a_file_is_taken_under_an_ending_of_its_own_kind_alone(ending, holds):
    same = ending == holds or {ending, holds} == {".jpg", ".jpeg"}
    if same:
        assert ending in rules.kind_of(f"file{ending}", WHOLE[holds]).endings
    else:
        with pytest.raises(rules.NotAttachable, match=f"^The file is {SAID[holds]} by its content"):
            rules.kind_of(f"file{ending}", WHOLE[holds])


@swept(rules.FOREIGN)
def test_what_a_foreign_file_begins_with_tells_what_it_is(sign, words):
    with pytest.raises(rules.NotAttachable) as refused:
        rules.kind_of("letter.pdf", sign + bytes(64))
    assert str(refused.value) == f"The file is {words}. {rules.ALLOWED}"


@pytest.mark.parametrize(
    "part",
    ["word/vbaProject.bin", "word/VBADATA.XML", "Basic/Standard/Module1.xml", "Scripts/a.py",
     "xl/macrosheets/sheet1.xml", "xl/dialogsheets/sheet1.xml"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["docx", "xlsx", "odt"])
def test_macros_are_refused_wherever_a_program_keeps_them(kind, part):
    def whole(more):
        return text_document(more) if kind == "odt" else office(kind, more)

    assert rules.kind_of(f"plan.{kind}", whole({"word/other.xml": b"x"})).slug == kind
    with pytest.raises(rules.NotAttachable, match="The file contains macros"):
        rules.kind_of(f"plan.{kind}", whole({part: b"x"}))


@pytest.mark.parametrize("sign", rules.PROGRAMS)
def test_a_program_within_a_package_is_refused(sign):
    with pytest.raises(rules.NotAttachable, match="contains a program"):
        rules.kind_of("plan.docx", office("docx", {"word/media/picture.png": sign + bytes(20)}))
    kept = office("docx", {"word/media/picture.png": b"x" + sign})
    assert rules.kind_of("plan.docx", kept) == rules.DOCX


@pytest.fixture
def four():
    """A file of each kind of record."""
    return {name: attachments.attachment(**{name: make()}) for name, make in MAKE.items()}


@pytest.mark.django_db
def test_files_are_kept_with_the_permission_of_their_record(four):
    for permission in (Permission.RECORD_REVIEWS, Permission.RECORD_ACTIONS):
        wanted = {held for name, held in four.items() if PARENTS[name] == permission}
        assert set(Attachment.objects.kept_with(permission)) == wanted
    assert [four[name].parent for name in MAKE] == [getattr(four[name], name) for name in MAKE]


@pytest.mark.django_db
def test_a_record_tells_its_standing_files_and_who_may_attach_another(four):
    people = cast()
    for name, held in four.items():
        attachments.attachment(b"%PDF-1.7 other", **{name: held.parent}, **GONE,
                               withdrawn_by=people["officer"])  # fmt: skip
        told = {role: attached_to(held.parent, people[role]) for role in ROLES}
        assert all(one["files"] == [held] for one in told.values())
        assert [role for role in ROLES if told[role]["may_add"]] == ["officer"]
        assert told["officer"]["page"] == f"attachments:{name}-add"
        reads = "reviews" if name in ("review", "finding") else "actions"
        assert told["officer"]["reads"] == reads


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["review", "finding", "action"])
def test_nothing_is_attached_to_what_was_withdrawn(name):
    by = officer()
    gone = MAKE[name](**GONE, withdrawn_by=by)
    assert not attached_to(gone, by)["may_add"]
    own = {"council": make_council(), "title": "Letter", "name": "a.pdf", "content": PDF}
    with pytest.raises(Refused, match="nothing can be attached"):
        operations.attach(field=name, parent=gone, by=by, on=DAY, **own)


@pytest.mark.django_db
def test_a_person_attaches_to_records_of_their_own_council_alone():
    ours, theirs = findings.review(), findings.review(council=make_council("elsewhere"))
    assert list(records_to_attach_to("review", officer())) == [ours]
    assert list(records_to_attach_to("review", officer(theirs.council))) == [theirs]


@pytest.mark.django_db
def test_a_file_is_withdrawn_once_with_a_reason_and_its_bytes_stay():
    held = attachments.attachment()
    told = {"record": held, "by": officer(), "on": DAY}
    with pytest.raises(Refused) as refused:
        generic.withdraw(version=1, because="", **told)
    assert refused.value.field == "because"
    with pytest.raises(EditConflict):
        generic.withdraw(version=3, because="Wrong letter", **told)
    assert generic.withdraw(version=1, because="Wrong letter", **told).is_withdrawn
    assert held.content() == attachments.LETTER
    [entry] = HistoryEntry.objects.about(held)
    assert entry.what == "attachments.withdraw" and "Wrong letter" not in str(entry.changes)
    with pytest.raises(Refused, match="withdrawn already"):
        generic.withdraw(version=2, because="Again", **told)


@pytest.mark.django_db
def test_a_file_that_was_withdrawn_may_be_attached_again():
    of = findings.review()
    attachments.attachment(PDF, review=of, **GONE, withdrawn_by=officer())
    own = {"council": make_council(), "title": "Again", "name": "a.pdf", "content": PDF}
    again = operations.attach(field="review", parent=of, by=officer(), on=DAY, **own)
    assert list(of.attachments.active()) == [again]


@pytest.mark.django_db
def test_a_withdrawal_that_somebody_else_made_first_is_said_on_the_page(client):
    client.force_login(officer())
    held = attachments.attachment()
    here = f"/attachments/reviews/{held.pk}/withdraw/"
    assert "because" in errors(client.post(here, {"because": "", "version": 1}))
    Attachment.objects.filter(pk=held.pk).update(version=2)
    answer = client.post(here, {"because": "Wrong letter", "version": 1})
    assert "changed this record while you had it open" in answer.content.decode()
    assert not Attachment.objects.get().is_withdrawn
