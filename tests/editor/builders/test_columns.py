"""Changes between dates, and the parts of figures, go across a table by ticks."""

import pytest

from tests.editor.builders.browsing import Builder
from tests.editor.builders.test_pages import COMPARED, POSITION, begun, new, searched
from tests.make import findings
from tests.page_requests import at, errors, words


@pytest.mark.long
def test_a_change_is_ticked_once_two_dates_are_and_its_heading_follows_them(browser, paper):
    builder = searched(begun(browser, paper), "children looked after")
    builder.tick("Children looked after", COMPARED, POSITION).press("Update the dates")
    change = "Change from 1 January 2015 to 1 December 2015"
    assert builder.tick(change).save().status_code == 302
    grid = new(paper).data["grid"]
    assert grid["columns"][2] == {
        "label": "Change since [[date:comparison]]",
        "when": "position",
        "since": "comparison",
        "form": "change",
    }
    assert new(paper).data["caption"].count("[[") == 2
    page = words(browser.get(at(paper, "preview")))
    assert ">Change since 1 January 2015<" in page and "Down 22<" in page
    again = Builder(browser, at(paper, "block", new(paper).slug))
    assert again.ticked()[-1] == change
    again.save()
    assert new(paper).data["grid"] == grid
    chart = searched(begun(browser, paper, "chart"), "children looked after")
    chart.tick("Children looked after", COMPARED, POSITION).press("Update the dates")
    assert change not in chart.controls.labels


def test_the_parts_of_figures_go_across_the_top(browser, paper):
    review = findings.review(council=paper.council, slug="ofsted")
    for title in ("Help", "Care"):
        theme = findings.theme(review, title)
        for kind in ("strength", "area"):
            findings.finding(review=review, theme=theme, kind=kind)
    builder = begun(browser, paper).fill("across", "parts")
    builder = searched(builder, "by theme")
    rows = [item for item in builder.controls.labels if item.endswith(", by theme")]
    assert len(rows) >= 2 and not any(": " in item for item in rows)
    builder.tick(*rows).press("Update the figures")
    presses = [item for item in builder.controls.presses if item.startswith("Tick all of these")]
    builder.press(presses[0])
    assert len(builder.ticked()) == len(rows) + 2
    answer = builder.save()
    assert answer.status_code == 302, errors(answer)
    grid = new(paper).data["grid"]
    assert [item["label"] for item in grid["columns"]] == ["Help", "Care"]
    assert {item["member"] for item in grid["columns"]} == {"care", "help"}
    assert [item["label"] for item in grid["rows"]] == rows
    again = Builder(browser, at(paper, "block", new(paper).slug))
    assert again.values["across"] == "parts" and len(again.ticked()) == len(rows) + 2
    again.save()
    assert new(paper).data["grid"] == grid
    again = Builder(browser, at(paper, "block", new(paper).slug))
    wrong = again.fill("across", "dates").save()
    assert "is a part: take it out" in errors(wrong)["columns"][0]


def test_parts_and_dates_out_of_their_place_are_refused_with_what_to_do(browser, paper):
    builder = searched(begun(browser, paper), "children looked after")
    answer = builder.tick("Children looked after", POSITION).fill("across", "parts").save()
    assert "is a date: tick the parts" in errors(answer)["columns"][0]
    data = {"part": "body", "across": "parts", "rows": "All | looked_after.children"}
    data |= {"columns": "Good | position:good | number", "caption": "C"}
    answer = browser.post(at(paper, "add-block", "table", part="body"), data)
    assert "has no parts that go across the top" in errors(answer)["rows"][0]
    chart = {**data, "across": "dates", "finding": "It fell."}
    chart["columns"] = "Change | comparison..position | change"
    answer = browser.post(at(paper, "add-block", "chart", part="body"), chart)
    assert "draws numbers and no changes" in errors(answer)["columns"][0]
