"""Every table of the database is proved, compared otherwise, or named in the certificate as not
compared; a new one cannot be forgotten."""

import pytest
from django.apps import apps

from assurance.accounts.models.accounts import Council
from assurance.attachments.checks import file_faults, stored_models
from assurance.attachments.storage import place_of, write_file
from assurance.records.proofs.faults import council_path
from assurance.records.proofs.rows import proved_models
from reports.issue.site import storage
from reports.issue.site.certificate import NOT_COVERED
from reports.issue.site.checks import look_at
from reports.publication.indexing.digests import INDEX
from tests import cast
from tests.make import attachments, enclosures, public_pages

# Table without digests in history → the test that changes its rows and finds them named.
COMPARED_OTHERWISE = {
    "records.HistoryEntry": "tests/records/history/test_any_tampering.py",
    "records.HistoryHead": "tests/records/history/test_any_tampering.py",
    "records.HistoryCount": "tests/records/history/test_chain.py",
    "records.HistoryDetail": "tests/records/history/test_any_tampering.py",
    "records.WrittenRows": "tests/records/proofs/test_rows.py",
    "account.EmailAddress": "tests/accounts/test_sign_in_history.py",
    "mfa.Authenticator": "tests/accounts/test_sign_in_history.py",
    "socialaccount.SocialAccount": "tests/accounts/test_sign_in_history.py",
    **dict.fromkeys(
        (f"publication.{model.__name__}" for model in INDEX),
        "tests/publication/test_index_digests.py",
    ),
    "looked_after.Code": "tests/records/proofs/test_shared_rows.py",
    # A list that does not fit the folder is named with the file.
    "issue.SitePage": "tests/issue/site/test_every_file.py",
    "issue.SharedPages": "tests/issue/site/test_every_file.py",
}
# Fields of digests whose bytes lie in the same row, in the database.
IN_THE_ROW = {"EditionFile.sha256"}


def test_every_table_is_proved_compared_otherwise_or_named_in_the_certificate():
    proved = {model._meta.label for model in proved_models()}
    # National lists belong to no council, whose history would have them.
    proved -= {m._meta.label for m in proved_models() if council_path(m, Council) is None}
    named = {label for labels in NOT_COVERED.values() for label in labels}
    tables = {model._meta.label for model in apps.get_models()}
    assert tables <= proved | named | {*COMPARED_OTHERWISE}
    assert named | {*COMPARED_OTHERWISE} <= tables, "what is named is a table"
    assert not named & {*COMPARED_OTHERWISE}
    assert not proved & named


def test_every_field_that_names_a_stored_file_is_declared():
    fields = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.name.endswith("sha256")
    }
    declared = {f"{m.__name__}.{name}" for m in stored_models() for name in m.stored_files}
    assert fields - IN_THE_ROW == declared


@pytest.mark.django_db
@pytest.mark.parametrize("damage", [None, "changed", "missing"])
def test_every_stored_file_whose_bytes_changed_or_went_is_named(damage, settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path
    council = cast.make_council()
    attachments.attachment(council=council)
    enclosures.annex()
    mark = public_pages.picture()
    digest = storage.fingerprint(mark)
    write_file(place_of(council.slug, digest), mark)
    public_pages.brand(mark_sha256=digest, mark_text="Netherby")
    for path in (item for item in tmp_path.rglob("*") if item.is_file() and damage):
        path.write_bytes(b"x") if damage == "changed" else path.unlink()
    found = {type(row) for row, _path, _there in file_faults(council)}
    assert found == ({*stored_models()} if damage else set())
    faults = [fault for fault in look_at(council).faults if "/files/" in fault.name]
    assert {fault.what for fault in faults} == ({damage} if damage else set())
    assert len(faults) == (3 if damage else 0)
