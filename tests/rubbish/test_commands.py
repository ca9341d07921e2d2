"""Every command of ours with wrong words, and the files that are imported with anything in them:
one sentence each, nothing saved by halves."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from reports.editions import paper_file as exchange
from tests.cast import make_council
from tests.make import papers
from tests.make.looked_after import BOY, EPISODES, GIRL, HEADER, LATE, OPEN, csv
from tests.own_models import LABELS
from tests.rubbish.posting import state

pytestmark = pytest.mark.django_db
HUGE = "x" * 10_000_000


def refused(*words):
    """The sentence with which a command refuses; nothing is saved."""
    before = state()
    with pytest.raises(CommandError) as raised:
        call_command(*map(str, words), stdout=StringIO(), stderr=StringIO())
    assert state() == before
    said = str(raised.value)
    assert said and "Traceback" not in said and "Error(" not in said
    assert "\n" not in said.strip()
    return said


WRONG = [
    ("create_council",), ("create_council", "x"), ("create_council", "x", "X"),
    ("create_council", "Not A Slug", "X", "--administrator", "a@b.example"),
    ("create_council", "reports", "X", "--administrator", "a@b.example"),
    ("create_council", "x", "", "--administrator", "a@b.example"),
    ("create_council", "x", "X" * 10_000, "--administrator", "a@b.example"),
    ("create_council", "x" * 10_000, "X", "--administrator", "a@b.example"),
    ("create_council", "x", "X", "--administrator", "nobody"),
    ("create_council", "x", "X", "--administrator", "a" * 300 + "@b.example"),
    ("import_files",), ("import_files", "ssda903"), ("import_files", "other", "x.csv"),
    ("import_files", "ssda903", "nowhere.csv"),
    ("import_files", "ssda903", "/"),
    ("import_files", "dbs-register", "/"), ("import_files", "dbs-register", "nowhere.csv"),
    ("import_files", "dbs-register", "x.csv", "--format", "xml"),
    ("import_files", "dbs-register", "x.csv", "--mapping", "/"),
    ("import_waiting", "now"), ("send_notices", "now"), ("send_reminders", "now"),
    ("run_jobs", "now"), ("render_edition",), ("render_edition", "pdf"),
    ("render_edition", "xml", "january", "/"),
    ("import_files", "ssda903", "x.csv", "--as-at", "31/02/2017"),
    ("import_files", "ssda903", "x.csv", "--as-at", "1/1/1/1"),
    ("import_files", "ssda903", "x.csv", "--as-at", "99999999999999999999/1/1"),
    ("import_files", "ssda903", "x.csv", "--as-at", ""),
    ("figures",), ("figures", "--at", "2016-01-18"), ("figures", "--since", "2016-01-18"),
    ("figures", "--at", "2016-02-31", "--since", "2015-01-01"),
    ("figures", "--at", "2015-01-01", "--since", "2016-01-01"),
    ("figures", "--at", "2016-01-01", "--since", "0216-01-01"),
    ("figures", "--at", "9999-12-31", "--since", "2015-01-01"),
    ("import_files", "ssda903", "x.csv", "--as-at", "0001-01-01"),
    ("import_files", "ssda903", "x.csv", "--covers-to", "9999-12-31"),
    ("figures", "--at", "0216-11-14", "--since", "x"),
    ("figures", "--at", "2016-01-01", "--since", "2015-01-01", "--format", "xml"),
    ("figures", "--at", "2016-01-01", "--since", "2015-01-01", "--council", "nowhere"),
    ("render_paper",), ("render_paper", "latest"), ("render_paper", "", "--to", "{tmp}"),
    ("render_paper", "latest", "--to", "{tmp}"), ("render_paper", "a/b/c", "--to", "{tmp}"),
    ("render_paper", "latest", "--to", "{tmp}", "--format", "doc"),
    ("render_paper", "latest", "--to", "{tmp}", "--format", ""),
    ("render_paper", "latest", "--to", "{tmp}", "--audience", "everybody"),
    ("render_paper", "x" * 5000, "--to", "{tmp}"),
    ("export_paper",), ("export_paper", "latest"), ("export_paper", "nothing", "{tmp}/x.json"),
    ("export_paper", "latest", "{tmp}/x.json", "--council", "nowhere"),
    ("import_paper",), ("import_paper", "nowhere.json"), ("import_paper", "{tmp}"),
    ("import_paper", "nowhere.txt"), ("import_paper", "nowhere.docx", "--meeting", "x"),
    ("import_paper", "README.md", "--meeting", "2016-02-31", "--council", "nowhere"),
    ("import_paper", "README.md", "--format", "xml"),
    ("import_paper", "README.md", "--period", "x"),
    ("digest_keys", "now"), ("digest_keys", "--rekey", "x"),
    ("check_paper",), ("check_paper", "nothing"), ("check_paper", "a/b/c"),
    ("check_paper", "nowhere.txt"), ("check_paper", "nowhere.json"), ("check_paper", "x.docx"),
    ("check_paper", "latest", "--format", "xml"), ("check_paper", "x" * 5000),
    ("verify", "--council"), ("write_docs", "x"), ("write_docs", "--only", "x"), ("assets", "x"),
    ("add_report_template",), ("add_report_template", "nowhere.json"),
    ("add_report_template", "{tmp}"), ("demo", "x"), ("load_demonstration", "x"), ("flush", "x"),
    ("load_demonstration", "--until", "x"), ("publish_site", "x"),
    ("backup",), ("backup", "/dev/null/x"), ("restore",), ("restore", "{tmp}"),
    ("restore", "nowhere"), ("restore", "README.md"),
    ("verify", "x"), ("verify", "--council", "nowhere"), ("verify", "--adopt"),
    ("place_guards", "x"), ("place_guards", "--council"),
    ("apply_retention", "x"), ("apply_retention", "--council", "nowhere"),
    ("grant_service",), ("grant_service", ""), ("grant_service", 'a"; DROP TABLE x'),
]  # fmt: skip


@pytest.mark.parametrize(
    "words", WRONG, ids=lambda words: " ".join(words)[:70].encode("ascii", "replace").decode()
)
def test_a_command_with_wrong_words_says_so(words, tmp_path):
    make_council()
    refused(*(word.replace("{tmp}", str(tmp_path)) for word in words))


def test_every_command_of_ours_is_asked_wrongly():
    folders = [Path(apps.get_app_config(one).path) / "management" for one in LABELS]
    ours = {file.stem for one in folders for file in (one / "commands").glob("[a-z]*.py")}
    assert ours == {words[0] for words in WRONG}


def test_a_paper_is_not_written_where_a_folder_or_no_folder_is(tmp_path):
    paper = papers.paper()
    assert "cannot be written" in refused("export_paper", paper.slug, tmp_path)
    assert "cannot be written" in refused("export_paper", paper.slug, tmp_path / "no" / "x.json")
    papers.edition()
    (tmp_path / "file").write_text("x")
    assert "cannot be written" in refused("render_paper", "latest", "--to", tmp_path / "file")


def test_the_demonstration_is_not_written_over_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    refused("load_demonstration", "--to", tmp_path / "file")


def paper_file():
    """A paper's file as it is exported."""
    paper = papers.block(text="This report gives assurance.").paper
    return exchange.exported(paper)


PAPER_FILES = {
    "empty": b"", "binary": bytes(range(256)), "a list": b"[]", "a word": b'"x"', "null": b"null",
    "a number": b"1", "no end": b'{"format": ',
    "utf-16": '{"a": 1}'.encode("utf-16"),
    "deep": b"[" * 200_000, "a long number": b'{"format": ' + b"9" * 5000 + b"}",
    "nan": b'{"format": NaN}', "other": b'{"format": "candour-paper/99"}',
    "bare": b'{"format": "candour-paper/1"}',
    "twice": b'{"format": "candour-paper/1", "format": 1}', "mark": b'\xef\xbb\xbf{"format": 1}',
}  # fmt: skip


@pytest.mark.parametrize("kind", PAPER_FILES)
def test_a_file_that_is_no_paper_is_refused(kind, tmp_path):
    make_council()
    (tmp_path / "x.json").write_bytes(PAPER_FILES[kind])
    refused("import_paper", tmp_path / "x.json")


WRONGS = (
    None, 1, -1, 1.5, 10**30, True, "", "x", "x" * 10_000, [], [1], {}, {"x": 1}, "\x00", "\ud800",
    "2016-02-31", "0216-11-14", [[]], [None], {"": None},
)  # fmt: skip


def test_a_paper_with_anything_in_the_place_of_anything_comes_in_or_is_refused(tmp_path):
    plain = paper_file()
    wrong = {}
    for path in _places(plain):
        for value in WRONGS:
            changed = json.loads(json.dumps(plain))
            _put(changed, path, value)
            file = tmp_path / "x.json"
            file.write_text(json.dumps(changed), encoding="utf-8")
            before = state()
            try:
                call_command("import_paper", str(file), stdout=StringIO())
            except CommandError as sentence:
                if state() != before or "\n" in str(sentence):
                    wrong[f"{path} = {value!r:.30}"] = str(sentence)[:200]
    assert wrong == {}


def _places(plain, path=()):
    """The path of each value in a file, the first of each list standing for all."""
    pairs = plain.items() if isinstance(plain, dict) else list(enumerate(plain))[:1]
    for key, value in pairs:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _places(value, (*path, key))


def _put(plain, path, value):
    for key in path[:-1]:
        plain = plain[key]
    plain[path[-1]] = value


HEAD, ROWS = csv(HEADER, BOY, GIRL), csv(EPISODES, OPEN, LATE)
RETURNS = {
    "empty files": (b"", b""), "binary": (bytes(range(256)) * 40, ROWS),
    "only binary rows": (HEAD, EPISODES.encode() + b"\n" + bytes(range(256))),
    "headers alone": (csv(HEADER), csv(EPISODES)), "one line": (b"CHILD\n", b"7\n"),
    "a blank line": (b"\n", b"\n\n\n"),
    "a column twice": (csv(f"{HEADER},CHILD", BOY + ",9", GIRL + ",9"), ROWS),
    "a long line": (HEAD, csv(EPISODES, OPEN, LATE, HUGE)),
    "a long field": (HEAD, csv(EPISODES, OPEN.replace("7,", HUGE + ",", 1), LATE)),
    "31/02/2017": (HEAD, csv(EPISODES, OPEN.replace("01/06/2017", "31/02/2017"), LATE)),
    "14/11/0216": (HEAD, csv(EPISODES, OPEN.replace("01/06/2017", "14/11/0216"), LATE)),
    "an unclosed quote": (HEAD, csv(EPISODES, f'"{OPEN}', LATE)),
    "a null byte": (HEAD, csv(EPISODES, OPEN.replace("U4", "U4\x00"), LATE)),
    "a short row": (HEAD, csv(EPISODES, "7,01/06/2017", LATE)),
    "a long row": (HEAD, csv(EPISODES, OPEN + ",,,,,,,,,,x,y", LATE)),
    "the same file twice": (ROWS, ROWS), "header alone": (HEAD, HEAD),
    "a born child of the future": (csv(HEADER, "7,1,05/05/2090,WBRI,,,", GIRL), ROWS),
    "a child of the year 1": (csv(HEADER, "7,1,05/05/0001,WBRI,,,", GIRL), ROWS),
}  # fmt: skip


@pytest.mark.parametrize("kind", RETURNS)
def test_a_wrong_return_is_refused_in_a_sentence(kind, tmp_path):
    make_council()
    for name, content in zip(("header.csv", "episodes.csv"), RETURNS[kind], strict=True):
        (tmp_path / name).write_bytes(content)
    refused("import_files", "ssda903", tmp_path / "header.csv", tmp_path / "episodes.csv")


SAME = {
    "with the line ends of Windows": lambda told: told.replace(b"\n", b"\r\n"),
    "with those of an old machine": lambda told: told.replace(b"\n", b"\r"),
    "with semicolons": lambda told: told.replace(b",", b";"),
    "with a mark": lambda told: b"\xef\xbb\xbf" + told,
    "in UTF-16": lambda told: told.decode().encode("utf-16"),
    "in Windows' own code": lambda told: told.replace(b"WBRI", b"WBRI ").decode().encode("cp1252"),
}


@pytest.mark.parametrize("kind", SAME)
def test_a_return_written_otherwise_comes_in_or_is_refused_whole(kind, tmp_path):
    make_council()
    for name, content in (("header.csv", HEAD), ("episodes.csv", ROWS)):
        (tmp_path / name).write_bytes(SAME[kind](content))
    words = (
        "import_files",
        "ssda903",
        str(tmp_path / "header.csv"),
        str(tmp_path / "episodes.csv"),
    )
    before = state()
    try:
        call_command(*words, stdout=StringIO(), stderr=StringIO())
    except CommandError:
        assert state() == before
