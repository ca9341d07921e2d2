"""Templates on their pages: listed, started, taken from a file, changed part by part; what is wrong
comes back with a sentence and what was typed."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assurance.records.history import HistoryEntry
from reports.language import template as templates
from reports.papers.models.templates import ReportTemplate
from reports.report_templates.examples import shipped
from tests import cast
from tests.make import papers
from tests.make.templates import without_texts
from tests.page_requests import browser_of, drawn, errors, words
from tests.report_templates.template_pages import (
    address,
    move,
    newest,
    part_of,
    press,
    slugs,
    started,
)

pytestmark = pytest.mark.django_db
LIST = "/committee/report-templates/"
FILE = reverse("report_templates:template-file")


def done(council):
    """What history has of templates, oldest first."""
    rows = HistoryEntry.objects.of(council).filter(what__startswith="report_templates")
    return [(row.what.rpartition(".")[2], row.about) for row in rows]


def test_the_list_shows_own_templates_with_their_reports_and_the_examples(browser, council):
    papers.paper(council=council)
    papers.paper(council=council)
    papers.report_template("york-2020", council=council)
    papers.report_template("york-2017", council=cast.make_council("elsewhere"))
    page = words(browser.get(LIST))
    assert "Used by 2 reports." in page and page.count("No report uses it yet.") == 1
    own, examples = page.split('id="examples"')
    assert "York 2017" not in own
    assert all(spec["title"] in examples for spec in shipped().values())
    assert examples.count("Start from this") == len(shipped())


def test_every_example_is_shown_and_started_under_a_title_of_its_own(browser, council):
    for name, spec in shipped().items():
        place = reverse("report_templates:template-example", args=[name])
        assert spec["title"] in words(browser.get(place))
        row = started(browser, council, name, f"Ours like {name}")
        assert row.slug == f"ours-like-{name}"
        assert row.spec == {**spec, "slug": row.slug, "title": row.title}
    place = reverse("report_templates:start-template", args=["york-2016"])
    again = browser.post(place, {"title": "OURS like york-2016"})
    assert "Another report template has this title" in errors(again)["title"][0]
    assert "Enter a title" in errors(browser.post(place, {"title": " "}))["title"][0]
    assert browser.get(reverse("report_templates:start-template", args=["gone"])).status_code == 404
    assert [what for what, _about in done(council)] == ["add"] * len(shipped())


def test_a_template_is_copied_and_taken_to_another_council_as_a_file(browser, council):
    row = started(browser, council)
    copied = browser.post(address("copy-template", row), drawn_copy(browser, row))
    assert copied.headers["Location"] == address("report-template", newest(council, "Ours (copy)"))
    file = browser.get(address("template-data", row))
    assert json.loads(file.content) == row.spec
    assert 'filename="ours.json"' in file.headers["Content-Disposition"]
    there = cast.administrator(cast.make_council("elsewhere"))
    sent = {"file": SimpleUploadedFile("ours.json", file.content)}
    assert browser_of(there).post(FILE, sent).status_code == 302
    assert newest(there.council, "Ours").spec == row.spec


def drawn_copy(browser, row):
    return drawn(browser.get(address("copy-template", row)))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe\x00", "as JSON"),
        (b"not json", "as JSON"),
        (b"[" * 90_000, "as JSON"),
        (b"[1]", "with a title"),
        (b'{"title": " "}', "with a title"),
        (b'{"title": "A\\u0000", "parts": []}', "with a title"),
        (json.dumps({"title": "x" * 161}).encode(), "160 letters"),
        (b'{"title": "T", "parts": []}', "needs a list of parts"),
        (b'{"title": "T", "parts": [{"slug": "a", "kind": "poem"}]}', "the kind is"),
        (b'{"title": "T", "slug": 4, "parts": [{"slug": "a", "kind": []}]}', "needs words"),
        (b" " * 200_001, "200 KB"),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_a_sentence(browser, council, content, sentence):
    answer = browser.post(FILE, {"file": SimpleUploadedFile("t.json", content)})
    assert sentence in str(errors(answer))
    assert not ReportTemplate.objects.of(council).exists()
    assert "Choose the file" in errors(browser.post(FILE, {}))["file"][0]


def test_parts_are_added_changed_moved_and_removed_each_with_one_line_of_history(browser, council):
    row = started(browser, council)
    row = press(browser, row, "add-part", kind="paragraphs", title="Why now", after="introduction")
    assert slugs(row)[:3] == ["head", "introduction", "why-now"]
    fields = {"title": "Why now?", "mandatory": "on", "when_empty": "Nothing.", "numbered": None}
    row = press(browser, row, "template-part", "why-now", **fields)
    assert part_of(row, "why-now") == {
        "slug": "why-now",
        "kind": "paragraphs",
        "title": "Why now?",
        "mandatory": True,
        "when_empty": "Nothing.",
    }
    row = move(browser, row, "why-now", "last")
    assert slugs(row)[-1] == "why-now"
    row = press(browser, row, "remove-part", "why-now")
    assert row.spec["parts"] == without_texts(shipped()["york-2016"])["parts"]
    assert done(council) == [("add", "ours"), *[("change", "ours")] * 4]
    page = words(browser.get(address("report-template", row)))
    assert "Why now?" in page and "York" not in page.split("<h1")[1].split("</h1>")[0]


def test_a_part_without_a_title_is_called_what_it_is(browser, council):
    row = started(browser, council)
    row = press(browser, row, "add-part", kind="paragraphs", title="", after="")
    assert row.spec["parts"][0]["title"] == "Text"
    row = press(browser, row, "add-part", kind="sections", title="", after="")
    assert row.spec["parts"][0]["title"] == "" and slugs(row)[0] == "sections"


@pytest.mark.parametrize(
    ("part", "typed", "field", "sentence"),
    [
        ("introduction", {"title": ""}, "title", "Enter the title"),
        ("options", {"when_empty": "None"}, "mandatory", "Tick this too"),
        ("recommendations", {"lead": ""}, "lead", "Enter the sentence"),
        ("recommendations", {"style": "greek"}, "style", "recommendations” from the list"),
        ("implications", {"entries": "x\n" * 3 + "y" * 121}, "entries", "120 letters"),
        ("head", {"row_2": "committee"}, "row_1", "Choose each row once"),
        ("head", {f"row_{n}": "" for n in range(1, 10)}, "row_1", "Choose at least one row"),
    ],
)
def test_a_wrong_part_comes_back_with_what_was_typed(
    browser, council, part, typed, field, sentence
):
    row = started(browser, council)
    place = address("template-part", row, part)
    answer = browser.post(place, {**drawn(browser.get(place)), **typed})
    assert sentence in errors(answer)[field][0]
    name, text = next(iter(typed.items()))
    assert answer.context["form"][name].value() == text
    assert row.newest.version == row.version and row.newest.spec == row.spec


def test_implications_statement_and_reasons_are_asked_where_they_are(browser, council):
    row = started(browser, council)
    row = press(browser, row, "template-part", "implications", entries="Legal\n\nMoney\nLegal")
    assert part_of(row, "implications")["entries"] == ["Legal", "Money"]
    row = press(browser, row, "template-part", "background_papers", statement="These are they:")
    assert part_of(row, "background_papers")["statement"] == "These are they:"
    row = press(browser, row, "template-part", "recommendations", place="apart", style="number")
    assert "reasons" in slugs(row) and part_of(row, "recommendations")["style"] == "number"
    refused = browser.get(address("remove-part", row, "recommendations"), follow=True)
    assert "prints the reasons of this part" in words(refused)
    row = press(browser, row, "template-part", "recommendations", reason="none")
    assert "reasons" not in slugs(row)
    row = press(browser, row, "remove-part", "recommendations")
    assert "recommendations" not in slugs(row)


def test_title_words_numbering_and_dates_are_changed(browser, council):
    row = started(browser, council)
    started(browser, council, title="Another")
    place = address("template-title", row)
    taken = browser.post(place, {"title": "another", "version": row.version})
    assert "Another report template has this title" in errors(taken)["title"][0]
    row = press(browser, row, "template-title", title="Scrutiny report")
    row = press(browser, row, "template-words", annex="Appendix", range=" to ")
    row = press(browser, row, "template-numbering", way="decimal", annexes="number")
    row = press(browser, row, "add-date", label="Audits done in")
    row = press(browser, row, "template-date", "position", label="Counted on")
    made = templates.read(row.spec)
    assert (row.slug, row.title) == ("ours", "Scrutiny report")
    assert (made.house.annex, made.house.range) == ("Appendix", " to ")
    assert (made.numbering.unit, made.numbering.label) == ("decimal", "{}")
    assert made.dates["audits-done-in"] == "Audits done in"
    assert made.dates["position"] == "Counted on"
    same = {"label": "counted ON", "version": row.version}
    assert "Another date" in errors(browser.post(address("add-date", row), same))["label"][0]
    brackets = {"label": "[[x]]", "version": row.version}
    assert (
        "without brackets" in errors(browser.post(address("add-date", row), brackets))["label"][0]
    )
    kept = browser.get(address("remove-date", row, "position"), follow=True)
    assert "Every new report asks for this date" in words(kept)
    row.spec["parts"][1]["blocks"] = [
        {"slug": "a", "kind": "paragraph", "text": "In [[date:audits-done-in]]."}
    ]
    row.save()
    named = browser.get(address("remove-date", row, "audits-done-in"), follow=True)
    assert "A template text names this date" in words(named)
    row.spec["parts"][1]["blocks"] = []
    row.save()
    row = press(browser, row, "remove-date", "audits-done-in")
    assert "audits-done-in" not in row.spec["dates"]


def test_who_saves_second_sees_it_first_and_a_stale_button_moves_nothing(browser, council):
    row = started(browser, council)
    stale = {"title": "Theirs", "version": row.version}
    press(browser, row, "template-title", title="First")
    answer = browser.post(address("template-title", row), stale)
    assert answer.status_code == 409 and "Someone else changed" in words(answer)
    assert newest(council, "First")
    again = browser.post(address("template-title", row), drawn(answer))
    assert again.status_code == 302 and newest(council, "Theirs")
    before = slugs(row.newest)
    pressed = browser.post(
        address("move-part", row, "body"), {"to": "first", "version": row.version}, follow=True
    )
    assert "Someone else changed" in words(pressed) and slugs(row.newest) == before


def test_what_is_not_there_is_not_found_and_another_council_sees_nothing(browser, council):
    row = started(browser, council)
    assert browser.get(address("template-part", row, "gone")).status_code == 404
    assert browser.get(address("template-date", row, "gone")).status_code == 404
    assert browser.post(address("move-part", row, "body"), {"to": "x"}).status_code == 404
    for version in ("", "x", "9" * 20):
        sent = {"to": "up", "version": version}
        browser.post(address("move-part", row, "body"), sent)
    assert slugs(row.newest) == slugs(row)
    there = browser_of(cast.administrator(cast.make_council("elsewhere")))
    assert there.get(address("report-template", row)).status_code == 404


def test_a_template_that_was_broken_at_the_database_is_named_and_fails_no_page(browser, council):
    row = started(browser, council)
    row.spec["parts"][1]["kind"] = "poem"
    row.spec["parts"][1]["title"] = ""
    row.save()
    assert "the kind is “poem”" in words(browser.get(address("report-template", row)))
    assert browser.get(LIST).status_code == 200


def test_no_page_shows_a_name_that_only_the_program_knows(browser, council):
    row = started(browser, council)
    for name in ("report-template", "template-numbering", "template-words", "add-part"):
        page = words(browser.get(address(name, row)))
        text = page.split("<main")[1].split("</main>")[0].replace("report_templates", "")
        visible = " ".join(piece.split(">", 1)[1] for piece in text.split("<") if ">" in piece)
        assert "_" not in visible and "{}" not in visible and "[[" not in visible
