"""Some hundred and thirty files as people really give them, through the upload: each ends in a
clear sentence or in refused rows with the rest usable, and the register is as it was."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assurance.imports.messages import reason_of
from assurance.imports.models import ImportRun
from assurance.imports.run.lifecycle import unpacked
from tests import cast
from tests.bad_files.files import OTHERS, SPOILED, WAYS
from tests.cases import LONG
from tests.imports.registers import everything

pytestmark = pytest.mark.django_db
BOOKS = ("xlsx", "ods")


def every_file():
    """Name → (content, what comes of it). Each table is a CSV file, and by turns a workbook of one
    kind: those hold the same words."""
    spoiled = {
        f"{name}.{way}": (make(rows), expected)
        for place, (name, (rows, expected)) in enumerate(SPOILED.items())
        for way, make in WAYS.items()
        if LONG or way in ("csv", BOOKS[place % 2])
    }
    return {**spoiled, **OTHERS}


def test_every_file_ends_in_a_sentence_or_in_refused_rows_and_leaves_the_register(client):
    client.force_login(cast.officer())
    before = everything()
    every = every_file()
    told = {name: came_of(client, name, content) for name, (content, _) in every.items()}
    wrong = {
        name: (told[name], expected)
        for name, (_, expected) in every.items()
        if not _is_right(told[name], expected)
    }
    assert not wrong, "\n".join(f"{name}: {one}" for name, one in wrong.items())
    assert everything() == before


def came_of(client, name, content):
    """(Status, rows added, refused, what is said) of giving a file; no rows where it is given
    back."""
    files = {"files": [SimpleUploadedFile(name, content)]}
    answer = client.post(reverse("imports:start"), files)
    if answer.status_code != 302:
        return answer.status_code, None, None, _faults(answer.content.decode())
    run = ImportRun.objects.get(pk=int(re.search(r"(\d+)/$", answer["Location"])[1]))
    return 302, run.added, run.refused, _said(unpacked(run.found))


def _faults(html):
    summary = re.search(r'(?s)govuk-error-summary__list">(.*?)</ul>', html)
    return unescape(re.sub(r"<[^>]+>|\s+", " ", summary[1])).strip() if summary else ""


def _said(found):
    told = [one for table in found["tables"] for one in (*table["notices"], *table["unread"])]
    told += [f"left out: {one}" for table in found["tables"] for one in table["dropped"]]
    for table in found["tables"]:
        told += [f"lacking: {one}" for one in table["lacking"]]
        told += [f"asked: {one['label']}" for one in table["questions"]]
        told += ["what is it?"] * (not table["kind"])
    told += [one for unit in found["units"] for one in unit["warnings"]]
    told += [reason_of(one) for unit in found["units"] for one in unit["refusals"]]
    return " | ".join(told)


def _is_right(told, expected):
    status, added, refused, said = told
    wanted = (302, expected.added, expected.refused) if expected.is_taken else (200, None, None)
    is_sentence = expected.is_taken or said.endswith((".", "?", "”"))
    heard = all(one in said for one in expected.said)
    return (status, added, refused) == wanted and is_sentence and heard
