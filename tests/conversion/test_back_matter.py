"""Recommendations in every place, annexes, tables, abbreviations, running heads."""

import pytest

from reports.conversion.results import NotAPaper
from tests.conversion.words_of import blocks, brought, faults, lost
from tests.sweeping import swept

BODY = (
    "# Update\n\n## Background\n\n1. There were 24 audits.\n\n2. See paragraph 1 and Annex A.\n\n"
)


def asked(text):
    """(label, words, decision, reason) of each recommendation."""
    return [
        (
            one["data"].get("typed", ""),
            one["text"],
            one["data"].get("kind", ""),
            one["data"].get("reason", ""),
        )
        for one in blocks(text)
        if one["kind"] == "recommendation"
    ]


def test_recommendations_under_a_numbered_lead_with_points_within_them():
    text = BODY + (
        "## Recommendations\n\n3. Members are invited to:\n\n- i. Note the work, in particular:\n"
        "  - the audits at paragraph 1\n- ii. Agree the plan\n\nReason: To keep the promise.\n"
    )
    why = "To keep the promise."
    assert asked(text) == [
        ("i.", "Note the work, in particular:\n\n* the audits at paragraph 1", "note", why),
        ("ii.", "Agree the plan", "agree", why),
    ]
    lead = brought(text).paper["parts"]["recommendations"]
    assert (lead["lead"], lead["typed"], lead["run"]) == ("Members are invited to:", "3.", 1)


def test_recommendations_in_the_heading_block():
    text = (
        "# Update\n\nRecommendation: That the panel endorse the plan.\n\n## Background\n\n1. One.\n"
    )
    assert asked(text) == [("", "That the panel endorse the plan.", "endorse", "")]
    assert brought(text).template["parts"][1]["slug"] == "recommendations"


def test_recommendations_in_a_block_without_numbers():
    text = (
        BODY + "Recommendations\n\nThe committee is asked to:\n\n• note the report\n• support it\n"
    )
    assert [one[:2] for one in asked(text)] == [("", "note the report"), ("", "support it")]


def test_a_recommendation_that_is_a_numbered_paragraph():
    text = BODY + "## Recommendation\n\n3. This report is for comment.\n\nReason: A duty.\n"
    assert asked(text) == [("3.", "This report is for comment.", "comment", "A duty.")]


def test_a_paper_that_asks_nothing_has_none():
    assert asked(BODY) == []
    assert faults(brought(BODY)) == []


def test_annexes_listed_attached_to_follow_and_exempt():
    text = BODY + (
        "## Annexes\n\n**Annex A** – The plan\n\n**Annex B** – Figures (to follow)\n\n"
        "**Annex C** – Exempt matter\n\n# Annex A: The whole plan\n\n"
        "1. First.\n\n# Annex D\n\nMore.\n"
    )
    annexes = {one["data"]["typed"]: one["data"] for one in blocks(text) if one["kind"] == "annex"}
    assert list(annexes) == ["Annex A", "Annex B", "Annex C", "Annex D"]
    assert annexes["Annex A"]["attached"] == "Annex A: The whole plan"
    assert annexes["Annex B"]["state"] == "to follow" and "attached" not in annexes["Annex B"]
    assert annexes["Annex C"]["state"] == "exempt"
    assert "listed" not in annexes["Annex D"]
    held = {one["slug"]: one for one in blocks(text)}
    first = next(one for one in held.values() if one["text"] == "First.")
    assert held[first["parent"]]["data"]["typed"] == "Annex A"


def test_an_annex_named_twice_is_there_twice():
    text = BODY + "Annexes:\n\nAnnex A – The plan\n\nAnnex A – The figures\n"
    annexes = [one["heading"] for one in blocks(text) if one["kind"] == "annex"]
    assert annexes == ["The plan", "The figures"]


def test_wards_background_papers_and_contacts():
    text = BODY + (
        "## Contact details\n\n### Author:\n\nHead of Service\n\nReport approved\n\nDate\n\n"
        "18 January 2016\n\n**Wards affected:** *List wards or tick box*\n\n**All**\n\n"
        "**Background papers:** None\n"
    )
    paper = brought(text).paper
    assert paper["parts"]["wards"]["text"] == "List wards or tick box All"
    assert paper["parts"]["background_papers"]["papers"] == ["None"]
    assert paper["paper_date"] == "2016-01-18"
    assert lost(text, brought(text)) == {}


@pytest.mark.parametrize(
    "table",
    [
        "| Grade | Count |\n|---|---|\n| Good | 12 |\n| Total | 24 |",
        "Grade\tCount\nGood\t12\nTotal\t24",
        "|Grade|Count|\n|Good|12|\n|Total|24|",
    ],
)
def test_tables_in_every_form_keep_caption_and_total(table):
    text = BODY + f"Table 1: Grades\n\n{table}\n\n3. The end.\n"
    found = next(one for one in blocks(text) if one["kind"] == "table")
    assert found["data"].pop("stated") == {"source": "Update"}
    assert found["data"] == {
        "typed": "Table 1",
        "caption": "Grades",
        "cells": {
            "columns": [
                {"label": "Grade", "numeric": False},
                {"label": "Count", "numeric": True},
            ],
            "rows": [["Good", "12"], ["Total", "24"]],
            "total_row": True,
        },
    }


def test_the_caption_of_a_figure_that_is_not_there_is_noted():
    text = BODY + "3. The grades:\n\nFig. 1 Grades by team\n\n4. The end.\n"
    block = next(one for one in blocks(text) if one["data"].get("typed") == "3.")
    assert block["data"]["captions"] == [{"typed": "Fig. 1", "words": "Grades by team"}]
    assert "Fig. 1 Grades by team" in block["text"]


def test_what_belongs_to_pages_is_left_out_and_listed():
    page = "\n\nScrutiny report\n\nPage {} of 4\n\f\n"
    text = BODY + "".join(
        f"{number}. Paragraph {number} says that{page.format(number)}it goes on {where}.\n"
        for number, where in ((3, "here"), (4, "there"), (5, "elsewhere"), (6, "again"))
    )
    made = brought(text)
    texts = [one["text"] for one in made.paper["blocks"]]
    assert "Paragraph 3 says that it goes on here." in texts
    assert {one.words for one in made.missed} >= {"Scrutiny report", "Page 3 of 4"}
    assert lost(text, made) == {}


def test_pictures_scripts_and_styles_are_dropped_and_told():
    text = (
        BODY
        + "<script>alert(1)</script>\n<style>p{}</style>\n3. A ![chart of grades](a.png) end.\n"
    )
    made = brought(text)
    assert "alert" not in str(made.paper)
    assert [one.words for one in made.missed if "chart" in one.words] == ["chart of grades"]
    assert any("alert(1)" in one.words for one in made.missed)


def test_brackets_that_would_open_a_figure_are_words():
    made = brought(BODY + "3. The count is [[dbs.overdue]] and **never closed.\n")
    assert made.paper["blocks"][-1]["text"] == "The count is [ [dbs.overdue] ] and never closed."
    assert faults(made) == []


def test_citations_are_kept_as_words_and_listed():
    text = BODY + "3. See paragraphs 3-38, Annex B1 & B2, Appendix 1, Fig. 2 and section 4.\n"
    cited = [one.words for one in brought(text).cited]
    assert cited[2:] == ["paragraphs 3-38", "Annex B1 & B2", "Appendix 1", "Fig. 2", "section 4"]


def test_scales_and_bounds_survive_as_words():
    words = "The grade is amber-red; staff: 3 of 4; over 120 strengths; 24% (35 of 139)."
    assert brought(BODY + f"3. {words}\n").paper["blocks"][-1]["text"] == words


@swept(
    [
        *((b"", "empty"), (b"  \n\n ", "empty"), (b"%PDF-1.4 ", "a PDF document")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "old kind (.doc)"),
        *((b"{\\rtf1 hello}", "rich text"), (b"<!doctype html><p>Hello", "web page")),
        *((b"text\x00with nulls", "damaged"), (b"\xff\xfe", "no words")),
    ]
)
def test_what_is_no_paper_is_refused_with_a_sentence(data, says):
    with pytest.raises(NotAPaper) as refused:
        brought(data)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
