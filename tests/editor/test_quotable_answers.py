"""What the editor asks while somebody writes, and what it is answered."""

import json
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config import navigation
from reports.papers.manuscript import read
from reports.quotable import values
from reports.quotable.chips import KINDS, chips, forms
from tests.make import looked_after, papers
from tests.make.drafts import POSITION
from tests.make.promised import commitment
from tests.page_requests import at, words
from tests.papers.assembly.test_every_record_quoted import with_records

pytestmark = pytest.mark.django_db
CHILDREN = "[[looked_after.children]]"
# Those of a page, of the values of one answer, and of the first at its dates.
MOST = 24
WORDS = ("", "children", "audits", "dbs", "over", "agency", "plan", "survey", "measure", "date")


def filled(paper):
    """One record of every kind beside what the paper quotes."""
    looked_after.Census.objects.filter(date=POSITION.end).delete()
    with_records(paper.council)
    looked_after.Census.objects.update(total=188)
    paper.paper_date = date(2017, 12, 31)
    paper.save()


def asked(browser, paper, text, block=""):
    """(the answer to some words, the queries that it took)."""
    address = at(paper, "quotable", q=text, block=block)
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(address)
    assert answer.status_code == 200
    return answer.json(), len(queries)


def described(browser, paper, *tokens, **more):
    return browser.post(at(paper, "tokens"), {"token": tokens, **more})


def test_words_are_answered_with_a_dozen_and_how_many_there_are(browser, paper):
    answer, _ = asked(browser, paper, "children december")
    first = answer["entries"][0]
    assert answer["count"] >= len(answer["entries"]) > 0
    assert first == {
        "token": CHILDREN,
        "kind": "figure",
        "label": "Children looked after",
        "form": "",
        "group": "Looked-after children",
        "when": "1 December 2015",
        "definition": first["definition"],
        "words": "188",
        "state": "",
    }
    assert first["definition"].startswith("Counts children looked after")
    nothing = asked(browser, paper, "no such thing at all")[0]
    assert (nothing["entries"], nothing["count"], nothing["is_number"]) == ([], 0, False)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("text", WORDS)
def test_an_answer_takes_few_queries_of_whatever_is_asked(browser, paper, text):
    filled(paper)
    asked(browser, paper, text)
    assert asked(browser, paper, text, "audits")[1] <= MOST


@pytest.mark.parametrize("most", [0, 1, 3])
def test_what_is_first_is_the_same_however_little_one_answer_reads(
    monkeypatch, browser, paper, most
):
    filled(paper)
    first = asked(browser, paper, "children")[0]["entries"][0]
    monkeypatch.setattr(values, "MOST_QUERIES", most)
    entries = asked(browser, paper, "children")[0]["entries"]
    assert entries[0] == first
    assert first["words"] and not first["state"]
    assert most or "unread" in {entry["state"] for entry in entries}


def test_an_answer_takes_no_more_queries_where_there_are_many_records(browser, paper):
    queries = []
    for many in (20, 40):
        for number in range(many):
            what = f"Bring report {many} {number}."
            commitment(paper=paper, council=paper.council, what=what)
        queries.append(asked(browser, paper, "commitment")[1])
    assert queries[0] == queries[1] <= MOST


def test_a_token_is_described_by_what_it_prints_and_is(browser, paper):
    answer = described(browser, paper, CHILDREN, "[[date:position]]", "[[para:audits]]").json()
    children, day, link = answer["tokens"].values()
    assert children == {
        "words": "188",
        "label": "Children looked after",
        "when": "1 December 2015",
        "kind": "figure",
        "state": "",
        "problem": "",
    }
    assert (day["kind"], day["words"]) == ("date", "1 December 2015")
    assert (link["kind"], link["label"]) == ("reference", "Link to paragraph 2")
    assert "forms" not in answer


def test_the_other_forms_of_a_token_come_where_they_are_asked_for(browser, paper):
    answer = described(browser, paper, CHILDREN, forms="1").json()
    offered = {each["token"]: each["words"] for each in answer["forms"]}
    assert offered["[[looked_after.children | words]]"] == "one hundred and eighty-eight"
    compared = "[[compare looked_after.children @comparison @position]]"
    assert offered[compared] == "fell from 210 to 188"
    again = described(browser, paper, compared, forms="1").json()["forms"]
    assert {each["token"] for each in again} == set(offered)


def test_each_kind_of_token_says_what_it_is_and_a_wrong_one_why(paper):
    papers.block(paper=paper, slug="points", kind="list", part="body", text="* one\n* two")
    filled(paper)
    manuscript = read(paper)
    raws = {
        CHILDREN: "figure",
        "[[compare looked_after.children @comparison @position]]": "figure",
        "[[difference looked_after.children @comparison - looked_after.children]]": "figure",
        "[[rows:points]]": "figure",
        "[[date:year | short]]": "date",
        "[[record:review/ofsted.grade]]": "record",
        "[[section:work]]": "reference",
        "[[stated 44: the fostering register]]": "typed",
        "[[note: Told to the Committee]]": "note",
        "[[looked_after.childern]]": "figure",
        "[[nonsense of a token]]": "fault",
        "[[date:never]]": "date",
        "[[record:nothing/at-all.here]]": "record",
        "[[para:nowhere]]": "reference",
    }
    made = chips(manuscript, raws)
    assert {raw: chip["kind"] for raw, chip in made.items()} == raws
    assert set(raws.values()) == {*KINDS.values(), "fault"}
    wrong = [raw for raw, chip in made.items() if chip["state"]]
    assert wrong == list(raws)[-5:]
    for raw in raws:
        assert made[raw]["label"] and "[[" not in made[raw]["words"], raw
        assert bool(made[raw]["problem"]) == (raw in wrong), raw
    assert made["[[note: Told to the Committee]]"]["words"] == "note"


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("[[date:period]]", {"In full", "Short"}),
        ("[[rows:points]]", {"As a number", "In words"}),
        ("[[record:review/ofsted.grade]]", {"Judgement", "Title", "Made by"}),
        ("[[stated 44: the fostering register]]", set()),
        ("[[nonsense]]", set()),
        (
            "[[difference looked_after.children @comparison - looked_after.children | words]]",
            {"As a number", "In words", "As a per cent"},
        ),
    ],
)
def test_what_is_no_figure_has_its_forms_too(paper, raw, printed):
    papers.block(paper=paper, slug="points", kind="list", part="body", text="* one\n* two")
    filled(paper)
    offered = {each["name"]: each for each in forms(read(paper), raw)}
    assert printed <= set(offered) and bool(printed) == bool(offered)
    assert all(each["words"] for each in offered.values())


def test_a_part_is_called_by_its_label_and_a_sum_by_all_of_its_parts(paper):
    good, graded = "audits.by_grade:good", "audits.by_grade:not_graded"
    raws = [f"[[{graded} @year]]", f"[[sum {good} + {graded} @year]]"]
    labels = [chip["label"] for chip in chips(read(paper), raws).values()]
    assert labels == [
        "Case-file audits by grade: Not graded",
        "Sum: Case-file audits by grade: Good and Not graded",
    ]


def test_no_more_than_sixty_tokens_are_described_and_nothing_else(browser, paper):
    sixty = [f"[[date:d{number}]]" for number in range(60)]
    assert len(described(browser, paper, *sixty).json()["tokens"]) == 60
    for tokens in ([*sixty, CHILDREN], ["not a token"], [f"{CHILDREN} and more"]):
        assert described(browser, paper, *tokens).status_code == 404


def test_the_page_of_a_paragraph_is_small_and_asks_little(browser, paper):
    address = at(paper, "block", "children")
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        page = browser.get(address)
    assert len(queries) <= 25
    assert len(page.content) <= 50_000


@pytest.mark.long
def test_the_form_holds_its_chips_where_the_editor_was_built(browser, paper, monkeypatch, tmp_path):
    built = tmp_path / "prosemirror.js"
    monkeypatch.setattr(navigation, "EDITOR", built)
    page = browser.get(at(paper, "block", "children"))
    assert "data-chips" not in words(page) and "js/editor/start.js" not in words(page)
    assert 'name="text"' in words(page)
    built.write_text("")
    page = browser.get(at(paper, "block", "children"))
    held = json.loads(page.context["chips"])
    assert held[CHILDREN]["words"] == "188" and len(held) == 2
    assert "js/editor/start.js" in words(page) and "data-quotable" in words(page)
    for kind in ("table", "section"):
        plain = words(browser.get(at(paper, "add-block", kind, part="body")))
        assert "js/editor/start.js" not in plain
    assert "data-chips" not in words(browser.get(at(paper, "draft")))


def test_the_list_as_text_is_a_page_of_its_own_and_a_part_for_a_script(browser, paper):
    address = at(paper, "offers", "paragraph", after="audits")
    page, part = browser.get(address), browser.get(address, headers={"HX-Request": "true"})
    assert "<h1" in words(page) and "<h1" not in words(part)
    for answer in (page, part):
        assert CHILDREN in words(answer) and "after=audits" in words(answer)
    assert browser.get(at(paper, "offers", "nothing")).status_code == 404


@pytest.mark.long
def test_modules_import_one_another_by_the_names_that_a_server_gives_them(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    backend = {"BACKEND": "config.static_files.ModuleFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": backend}
    call_command("collectstatic", interactive=False, verbosity=0)
    named = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    modules = [name for name in named if name.startswith("js/editor/")]
    assert len(modules) > 5
    for name in modules:
        text = (tmp_path / named[name]).read_text()
        for line in text.splitlines():
            if line.startswith("import"):
                other = line.rpartition('"./')[2] if '"./' in line else line.rpartition('"../')[2]
                folder = "js/editor/" if '"./' in line else "js/"
                assert f"{folder}{other.partition(chr(34))[0]}" in named.values(), line
