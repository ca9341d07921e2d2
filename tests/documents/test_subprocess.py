"""Files made in a process of their own: what it gives back, and what is said where it could not."""

import errno
import io
import json
import resource
import subprocess
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from reports.documents import formats
from reports.documents import subprocess as making
from reports.documents.document import to_json
from reports.documents.pdf.file import PdfFault
from reports.service.management.commands import render_edition
from tests.make import papers

STEM = "january-2016"


@pytest.fixture
def apart(settings):
    """Files are made in a process of their own, which may take two minutes."""
    settings.JOBS = "worker"
    settings.RENDER_SECONDS = 120


@pytest.fixture
def unlimited(monkeypatch):
    """The command leaves this process as it is, and says what it would have set."""
    told = []
    monkeypatch.setattr(render_edition.gc, "disable", lambda: told.append("collector"))
    monkeypatch.setattr(render_edition.os, "nice", lambda by: told.append(("nice", by)))
    monkeypatch.setattr(render_edition, "limit", lambda what, most: told.append((what, most)))
    return told


def answering(monkeypatch, *, code=0, left=None, stderr="", **answer):
    """The process answers so, and leaves these files; gives what it was asked."""
    asked = []

    def run(command, **said):
        asked.append((command, said))
        for name, content in (left or {}).items():
            (making.Path(command[-1]) / name).write_bytes(content)
        return SimpleNamespace(
            returncode=code, stdout=json.dumps(answer).encode(), stderr=stderr.encode()
        )

    monkeypatch.setattr(making.subprocess, "run", run)
    return asked


def commanded(monkeypatch, folder, form="data", document=None):
    """What the command prints for a document that it reads."""
    words = json.dumps(to_json(document or papers.document()))
    monkeypatch.setattr(render_edition.sys, "stdin", io.StringIO(words))
    out = io.StringIO()
    call_command("render_edition", form, STEM, str(folder), stdout=out)
    return json.loads(out.getvalue())


def test_what_the_process_leaves_is_what_was_made(apart, monkeypatch):
    asked = answering(
        monkeypatch,
        left={"a.html": b"<html>", "paper.css": b"p{}"},
        files=[("a.html", "text/html"), ("paper.css", "text/css")],
    )
    made = making.made(papers.document(), STEM, formats.HTML)
    assert [(one.name, one.media_type, one.content) for one in made] == [
        ("a.html", "text/html", b"<html>"),
        ("paper.css", "text/css", b"p{}"),
    ]
    ((command, said),) = asked
    assert command[2:5] == ["render_edition", "html", STEM]
    assert (json.loads(said["input"])["title"], said["timeout"]) == ("Assurance report", 120)
    assert not making.Path(command[-1]).exists()


def test_a_fault_of_the_paper_comes_back_with_its_sentences(apart, monkeypatch):
    answering(monkeypatch, fault=["A table has no header row.", "A link leads nowhere."])
    with pytest.raises(PdfFault) as fault:
        making.made(papers.document(), STEM, formats.PDF)
    assert fault.value.complaints == ("A table has no header row.", "A link leads nowhere.")


def test_a_full_disk_in_the_process_is_a_full_disk_here(apart, monkeypatch):
    answering(monkeypatch, errno=errno.ENOSPC)
    with pytest.raises(OSError) as trouble:
        making.made(papers.document(), STEM, formats.WORD)
    assert trouble.value.errno == errno.ENOSPC


def test_a_process_that_takes_too_long_is_stopped_and_said(apart, monkeypatch):
    def run(command, **said):
        raise subprocess.TimeoutExpired(command, said["timeout"])

    monkeypatch.setattr(making.subprocess, "run", run)
    with pytest.raises(making.SubprocessFailed) as broken:
        making.made(papers.document(), STEM, formats.PDF)
    assert str(broken.value) == making.MADE_TOO_LONG.format(form="PDF", minutes=2)


@pytest.mark.parametrize(("form", "name"), making.NAMES.items())
def test_a_process_that_breaks_off_is_said_with_what_it_was_at(apart, monkeypatch, form, name):
    answering(monkeypatch, code=-9)
    with pytest.raises(making.SubprocessFailed, match=f"The {name} could not be made"):
        making.made(papers.document(), STEM, form)


def test_why_a_process_broke_off_is_in_the_log_by_its_places_alone(apart, monkeypatch, caplog):
    place = '  File "/srv/candour/reports/documents/data/tables.py", line 12, in written'
    answering(monkeypatch, code=1, stderr=f"Traceback:\n{place}\nKeyError: 'Ann Wren'\n")
    with pytest.raises(making.SubprocessFailed):
        making.made(papers.document(), STEM, formats.DATA)
    [line] = caplog.messages
    assert line == f"the process that makes data ended with 1\n{place}"


def test_where_jobs_run_at_once_no_process_is_begun(monkeypatch):
    monkeypatch.setattr(making.subprocess, "run", lambda *said, **more: 1 / 0)
    names = [one.name for one in making.made(papers.document(), STEM, formats.DATA)]
    assert "january-2016-figures.csv" in names


def test_the_command_writes_the_files_and_says_what_they_are(unlimited, monkeypatch, tmp_path):
    answer = commanded(monkeypatch, tmp_path)
    assert dict(answer["files"])["january-2016-figures.csv"].startswith("text/csv")
    assert {one.name for one in tmp_path.iterdir()} == {name for name, _ in answer["files"]}
    expected = {one.name: one.content for one in formats.render(papers.document(), STEM, ["data"])}
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == expected


def test_the_command_gives_way_and_keeps_to_its_limits(unlimited, settings, monkeypatch, tmp_path):
    settings.RENDER_SECONDS, settings.RENDER_MEGABYTES = 60, 512
    commanded(monkeypatch, tmp_path)
    assert unlimited == [
        "collector",
        ("nice", 10),
        (resource.RLIMIT_CPU, 60),
        (resource.RLIMIT_AS, 512 * 1024 * 1024),
    ]


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (PdfFault(["No title."]), {"fault": ["No title."]}),
        (OSError(errno.ENOSPC, "full"), {"errno": errno.ENOSPC}),
    ],
)
def test_the_command_says_what_stopped_it(unlimited, monkeypatch, tmp_path, fault, answer):
    def render(*said):
        raise fault

    monkeypatch.setattr(formats, "render", render)
    assert commanded(monkeypatch, tmp_path, "pdf") == answer


@pytest.mark.parametrize(
    ("hard", "most", "set_to"),
    [(resource.RLIM_INFINITY, 600, 600), (300, 600, 300), (900, 600, 600)],
)
def test_a_limit_is_never_above_what_the_process_may_have(monkeypatch, hard, most, set_to):
    told = []
    monkeypatch.setattr(render_edition.resource, "getrlimit", lambda what: (1, hard))
    monkeypatch.setattr(render_edition.resource, "setrlimit", lambda *said: told.append(said))
    render_edition.limit(resource.RLIMIT_CPU, most)
    assert told == [(resource.RLIMIT_CPU, (set_to, hard))]
