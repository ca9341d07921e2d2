"""Stored files that are gone or are not those that a record names are found, by council."""

import pytest

from assurance.attachments import storage
from assurance.attachments.checks import file_faults, stored_models
from assurance.attachments.models import Attachment
from tests.cast import make_council
from tests.make import attachments

pytestmark = pytest.mark.django_db


def faults(council=None):
    """(row, path, whether it is there) of each fault."""
    return list(file_faults(council or make_council()))


def test_a_file_is_a_fault_when_it_is_gone_changed_or_a_folder_and_no_sooner():
    whole, gone = attachments.attachment(), attachments.attachment(b"%PDF-1.7\ngone")
    changed, folder = attachments.attachment(b"%PDF-1.7\n1"), attachments.attachment(b"%PDF-1.7\n2")
    assert faults() == [] and Attachment in stored_models()
    gone.path.unlink()
    changed.path.write_bytes(b"%PDF-1.7\n3")
    folder.path.unlink()
    folder.path.mkdir()
    assert faults() == [
        (gone, gone.path, False),
        (changed, changed.path, True),
        (folder, folder.path, False),
    ]
    assert whole.path.read_bytes() == attachments.LETTER


def test_two_records_of_one_file_are_two_faults_and_another_council_has_none():
    first = attachments.attachment()
    second = attachments.attachment()
    assert first.path == second.path
    elsewhere = attachments.attachment(council=make_council("elsewhere"))
    first.path.unlink()
    assert [row for row, *_rest in faults()] == [first, second]
    assert faults(elsewhere.council) == []
    elsewhere.path.unlink()
    assert [row for row, *_rest in faults(elsewhere.council)] == [elsewhere]


def test_a_file_is_written_whole_once_and_leaves_nothing_beside_it(tmp_path, monkeypatch):
    place = tmp_path / "netherby" / "digest"
    storage.write_file(place, b"one")
    storage.write_file(place, b"two")
    assert [*place.parent.iterdir()] == [place] and place.read_bytes() == b"two"
    assert place.stat().st_mode & 0o077 == 0

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        storage.write_file(place, b"three")
    assert [*place.parent.iterdir()] == [place] and place.read_bytes() == b"two"
    assert storage.held_at(place, "0" * 64) is None
    assert storage.held_at(place.parent, "0" * 64) is None
