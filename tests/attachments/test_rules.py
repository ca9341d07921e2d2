"""What may be attached is known by what it holds; everything else is refused with a sentence."""

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.attachments import rules
from tests.attachments.packages import JPEG, PDF, PNG, PROGRAM, office, package, text_document
from tests.cases import random_cases
from tests.sweeping import swept

TEXT = "Café, naïve, a tab\tand a line\n".encode()


@swept(
    [
        ("letter.pdf", PDF, "pdf"),
        ("LETTER.PDF", PDF, "pdf"),
        ("plan.docx", office("docx"), "docx"),
        ("rows.xlsx", office("xlsx"), "xlsx"),
        ("notes.odt", text_document(), "odt"),
        ("board.png", PNG, "png"),
        ("board.jpg", JPEG, "jpeg"),
        ("board.jpeg", JPEG, "jpeg"),
        ("minutes.txt", TEXT, "txt"),
        ("minutes.txt", b"\xef\xbb\xbf" + TEXT, "txt"),
    ]
)
def test_a_file_is_known_by_what_it_holds(name, content, slug):
    kind = rules.kind_of(name, content)
    assert (kind.slug, rules.KINDS[slug]) == (slug, kind)


@swept(
    [
        ("a.pdf", b"", "The file is empty"),
        ("a.pdf", PROGRAM, "a Windows program"),
        ("a.docx", b"\x7fELF" + bytes(9), "The file is a program"),
        ("a.txt", b"#!/bin/sh\n", "a script"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "locked with a password"),
        ("a.gif", b"GIF89a", "a GIF picture"),
        ("a.pdf", b"\x00\x01\x02", "of another kind"),
        ("a.txt", b"caf\xe9", "of another kind"),
        ("a.txt", b"a\x00b", "of another kind"),
        ("a.jpg", PNG, "PNG picture by its content, but its name does not end in .png"),
        ("a.png", JPEG, "does not end in .jpg or .jpeg"),
        ("a.html", b"<script>alert(1)</script>", "plain text by its content"),
        ("a.exe", PDF, "does not end in .pdf"),
        ("letter", PDF, "does not end in .pdf"),
        ("a.docm", office("docx"), "does not end in .docx"),
        ("a.docx", office("docx", {"word/vbaProject.bin": b"x"}), "contains macros"),
        ("a.docx", office("docx", contents="x.macroEnabled.main+xml"), "contains macros"),
        ("a.xlsx", office("xlsx", {"xl/macrosheets/sheet1.xml": "x"}), "contains macros"),
        ("a.odt", text_document({"Basic/Standard/Module1.xml": "x"}), "contains macros"),
        ("a.docx", office("docx", {"word/embeddings/a.bin": PROGRAM}), "contains a program"),
        ("a.docx", package({"a.txt": "x"}), "an archive or another kind of package"),
        ("a.docx", package({"[Content_Types].xml": "x", "word/document.xml": ""}), "an archive"),
        ("a.zip", package({"mimetype": "application/epub+zip"}), "an archive"),
        ("a.docx", office("docx")[:90], "cannot be unpacked"),
        ("a.docx", PROGRAM + office("docx"), "a Windows program"),
    ]
)
def test_what_may_not_be_attached_gets_its_sentence(name, content, sentence):
    with pytest.raises(rules.NotAttachable, match=sentence):
        rules.kind_of(name, content)


def test_a_file_that_is_too_big_is_refused(monkeypatch):
    monkeypatch.setattr(rules, "MOST_BYTES", len(PDF) - 1)
    with pytest.raises(rules.NotAttachable, match="MB or smaller"):
        rules.kind_of("a.pdf", PDF)


def test_a_file_that_unpacks_into_far_more_is_refused_though_it_says_otherwise(monkeypatch):
    monkeypatch.setattr(rules, "MOST_UNPACKED", 300_000)
    bomb = office("docx", {f"word/{number}.xml": bytes(100_000) for number in range(4)})
    assert len(bomb) < 3_000
    with pytest.raises(rules.NotAttachable, match="unpacks into far more"):
        rules.kind_of("a.docx", bomb)
    monkeypatch.setattr(rules, "MOST_ENTRIES", 3)
    with pytest.raises(rules.NotAttachable, match="more than 3 parts"):
        rules.kind_of("a.docx", bomb)


def test_a_locked_package_is_refused():
    locked = bytearray(office("docx"))
    # The sign of a password in the first entry and in the list at the end.
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + place] |= 1
    with pytest.raises(rules.NotAttachable, match="cannot be unpacked"):
        rules.kind_of("a.docx", bytes(locked))


@random_cases(40)
@given(st.data())
def test_a_damaged_package_never_ends_in_more_than_a_refusal(data):
    content = bytearray(office("docx", {"word/styles.xml": "styles" * 50}))
    for place in data.draw(st.lists(st.integers(4, len(content) - 1), min_size=1, max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        assert rules.kind_of("a.docx", bytes(content)) == rules.DOCX
    except rules.NotAttachable as refused:
        assert str(refused)


def test_a_stored_package_is_read_as_a_packed_one():
    stored = package({"mimetype": rules.ODT.content_type}, zipfile.ZIP_STORED)
    assert rules.kind_of("a.odt", stored) == rules.ODT
