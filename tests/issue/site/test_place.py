"""Files are put in their place at one stroke, and taken away; on a disk and in storage that is
asked over a network alike."""

import gzip
import os
import threading

import pytest
from django.core.files.storage import InMemoryStorage

from reports.issue.site import storage as place

FILES = {"index.html": b"<p>Words</p>", "a/b.csv": b"1,2\n", "manifest.json": b"{}"}


def test_a_file_is_written_once_read_back_and_removed_once(somewhere):
    assert somewhere.read("a/page.html") is None and somewhere.names() == []
    assert somewhere.write("a/page.html", b"first") is True
    assert somewhere.write("a/page.html", b"first") is False
    assert somewhere.write("a/page.html", b"second") is True
    assert somewhere.read("a/page.html") == b"second"
    assert somewhere.is_packed("a/page.html", b"second")
    assert somewhere.names() == somewhere.names("a/") == ["a/page.html"]
    somewhere.write("a/b/c/page.html", b"third")
    assert somewhere.names("a/", {"a/b/"}) == ["a/page.html"]
    assert somewhere.names("a/", {"a/"}) == ["a/b/c/page.html", "a/page.html"]
    somewhere.write("page.html", b"words")
    assert somewhere.remove("page.html") is True
    assert somewhere.remove("page.html") is False
    assert somewhere.read("page.html") is None
    somewhere.clear("")


def test_a_folder_is_there_whole_and_a_second_writer_finds_it(somewhere):
    assert somewhere.write_folder("published/abc", FILES) is True
    assert somewhere.write_folder("published/abc", {"manifest.json": b"other"}) is False
    told = {name: somewhere.read(f"published/abc/{name}") for name in FILES}
    assert told == FILES
    assert somewhere.folders("published") == ["abc"] and somewhere.folders("nowhere") == []
    assert somewhere.remove_folder("published/abc") is True
    assert somewhere.remove_folder("published/abc") is False
    assert somewhere.names() == []


def test_text_lies_packed_beside_itself_and_a_picture_does_not(tmp_path):
    here = place.Folder(tmp_path)
    here.write("page.html", b"words" * 99)
    here.write("paper.pdf", b"%PDF")
    assert gzip.decompress((tmp_path / "page.html.gz").read_bytes()) == b"words" * 99
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        *("page.html", "page.html.gz", "paper.pdf")
    ]
    (tmp_path / "page.html.gz").write_bytes(b"no archive")
    assert not here.is_packed("page.html", b"words" * 99)
    assert here.write("page.html", b"words" * 99) and here.is_packed("page.html", b"words" * 99)
    (tmp_path / "page.html.gz").unlink()
    assert not here.is_packed("page.html", b"words" * 99) and not here.has_packed_copy("page.html")
    assert here.write("page.html", b"words" * 99) and here.has_packed_copy("page.html")
    assert here.is_packed("paper.pdf", b"%PDF") and not here.has_packed_copy("paper.pdf")
    here.remove("page.html")
    assert here.names() == ["paper.pdf"] and not (tmp_path / "page.html.gz").exists()


def test_nothing_half_made_is_served_and_what_was_begun_is_cleared_away(tmp_path, monkeypatch):
    here = place.Folder(tmp_path)

    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(place.StorageRefused, match=r"abc: No space left on device"):
        here.write_folder("published/abc", FILES)
    assert here.names() == [] and list((tmp_path / "published").iterdir()) == []
    begun = tmp_path / "published" / f"{place.BEGUN}killed"
    begun.mkdir()
    (begun / "index.html").write_bytes(b"half")
    (tmp_path / "published" / f"{place.BEGUN}file").write_bytes(b"half")
    assert here.names() == [] and here.folders("published") == []
    here.clear("published")
    here.clear("nowhere")
    assert list((tmp_path / "published").iterdir()) == []


def test_writers_of_one_folder_at_once_leave_it_whole(tmp_path):
    here, wrote = place.Folder(tmp_path), []
    both = threading.Barrier(4)

    def write():
        both.wait()
        wrote.append(here.write_folder("published/abc", FILES))

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert sorted(wrote) == [False, False, False, True]
    assert {name: here.read(f"published/abc/{name}") for name in FILES} == FILES
    assert [one.name for one in (tmp_path / "published").iterdir()] == ["abc"]


def test_no_name_leads_out_of_the_folder_and_a_fault_while_moving_is_told(tmp_path, monkeypatch):
    with pytest.raises(place.StorageRefused, match="outside the folder"):
        place.Folder(tmp_path / "published").write("../secret.txt", b"x")

    def refused(*_given):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "rename", refused)
    with pytest.raises(place.StorageRefused, match="Permission denied"):
        place.Folder(tmp_path).write_folder("published/abc", FILES)


def test_a_storage_is_given_the_list_of_files_last_and_not_asked_to_delete_what_it_overwrites():
    storage = InMemoryStorage()
    asked = []
    save = storage.save
    storage.save = lambda name, content: asked.append(name) or save(name, content)
    place.Objects(storage).write_folder("published/abc", FILES)
    assert asked == [f"published/abc/{name}" for name in FILES]
    storage = InMemoryStorage()
    storage.file_overwrite = True
    saved = []
    storage.save = lambda name, content: saved.append(name)
    storage.delete = None
    assert place.Objects(storage).write("page.html", b"words") and saved == ["page.html"]


def test_the_settings_choose_the_place_and_its_faults_are_known(settings, folder, monkeypatch):
    assert isinstance(place.published(), place.Folder) and place.published().root == folder
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "published": memory}
    assert isinstance(place.published(), place.Objects)

    class Library:
        BotoCoreError, ClientError = KeyError, ValueError

    monkeypatch.setattr(place, "find_spec", lambda name: None)
    assert place.network_faults() == ()
    monkeypatch.setattr(place, "find_spec", lambda name: name)
    monkeypatch.setattr(place, "import_module", lambda name: Library)
    assert place.network_faults() == (KeyError, ValueError)
