"""A table, a chart and a list are made on their pages by ticks and buttons, without a script."""

from datetime import date

import pytest

from assurance.figures.quotable import LISTS
from assurance.runtime.periods import When
from reports.editor.forms.builders.lists import kinds_by_subject
from reports.papers.assembly.records import ListRefused, within_of
from reports.papers.models.blocks import NamedDate
from tests.editor.builders.browsing import Builder
from tests.make import findings, matters, papers
from tests.page_requests import at, errors, words
from tests.sampling import sample

COMPARED = "1 January 2015"
POSITION = "1 December 2015 – date of the report’s position"


def new(paper):
    """The block that was added last."""
    return paper.blocks.order_by("-pk").first()


def begun(browser, paper, kind="table"):
    """The page of a new block of a kind."""
    return Builder(browser, at(paper, "add-block", kind, part="body"))


def searched(builder, text):
    """The page after a search for figures."""
    return builder.fill("rows-find", text).press("Search")


def label(builder, begins):
    """The one label on the page that begins so."""
    [found] = [item for item in builder.controls.labels if item.startswith(begins)]
    return found


def test_a_table_is_made_by_ticks_and_its_headings_follow_its_dates(browser, paper):
    builder = searched(begun(browser, paper), "children looked after")
    builder.tick("Children looked after").tick(COMPARED, POSITION).press("Update the dates")
    assert builder.ticked() == ["Children looked after", COMPARED, POSITION]
    builder.press(f"Move up {POSITION}")
    assert builder.ticked()[1:] == [POSITION, COMPARED]
    answer = builder.press(f"Move up {COMPARED}").save()
    assert answer.status_code == 302, errors(answer)
    days = ("comparison", "position")
    assert new(paper).data == {
        "caption": "Children looked after, [[date:comparison]] and [[date:position]]",
        "grid": {
            "rows": [{"label": "Children looked after", "quote": "looked_after.children"}],
            "columns": [
                {"label": f"[[date:{day}]]", "when": day, "form": "number"} for day in days
            ],
        },
    }
    NamedDate.objects.filter(paper=paper, name="position").update(
        start=date(2016, 6, 1), end=date(2016, 6, 1)
    )
    page = words(browser.get(at(paper, "preview")))
    assert "Children looked after, 1 January 2015 and 1 June 2016" in page
    assert "Children looked after, 1 January 2015 …<" in words(browser.get(at(paper, "draft")))


def test_parts_are_ticked_together_and_can_go_across_the_top(browser, paper):
    builder = searched(begun(browser, paper), "check by status")
    builder.press("Tick all of these: People who need a DBS check, by status")
    assert len(builder.ticked()) == 13
    assert "Tick all of these" not in " ".join(builder.controls.presses)
    answer = builder.tick(POSITION).fill("across", "figures").save()
    assert "has room for 10 columns, and this table has 13" in errors(answer)["rows"][0]
    for each in builder.ticked()[:9]:
        builder.untick(each)
    builder.press("Update the figures").save()
    grid = new(paper).data["grid"]
    assert grid["turned"] and len(grid["rows"]) == 4
    assert {row["quote"].partition(":")[0] for row in grid["rows"]} == {"dbs.by_status"}


def test_a_turned_table_prints_its_dates_down_and_its_figures_across(browser, paper):
    columns = [{"label": day, "when": day, "form": "number"} for day in ("comparison", "position")]
    rows = [{"label": "All", "quote": "looked_after.children"}]
    data = {"caption": "C", "grid": {"rows": rows, "columns": columns, "turned": True}}
    papers.block(paper=paper, slug="turned", kind="table", part="body", data=data)
    finding = {"finding": "It fell."}
    papers.block(paper=paper, slug="drawn", kind="chart", part="body", data=data | finding)
    page = words(browser.get(at(paper, "preview")))
    cells = [page.index(text) for text in ('scope="col"', ">All<", ">comparison<", ">210<")]
    assert cells == sorted(cells)
    builder = Builder(browser, at(paper, "block", "turned"))
    assert builder.values["across"] == "figures"


def test_a_column_comes_again_as_a_per_cent_and_has_a_heading_of_its_own(browser, paper):
    builder = searched(begun(browser, paper), "residential")
    builder.tick(label(builder, "Children in external residential"), POSITION)
    builder.press("Update the dates").press(f"Add its per cent: {POSITION}")
    assert builder.ticked().count(POSITION) == 2
    builder.fill("columns-0-label", "Children | now").save()
    columns = new(paper).data["grid"]["columns"]
    assert [(item["label"], item["form"]) for item in columns] == [
        ("Children / now", "number"),
        ("[[date:position]], per cent", "percent"),
    ]


def test_a_chart_is_made_as_a_table_with_its_sentence(browser, paper):
    builder = searched(begun(browser, paper, "chart"), "children looked after")
    builder.tick("Children looked after", COMPARED, POSITION)
    broken = builder.fill("finding", "There are [[looked_after.children").save()
    assert "finding" in errors_of(broken)
    builder.fill("finding", "There are [[looked_after.children]].").save()
    assert new(paper).kind == "chart"
    assert new(paper).data["finding"] == "There are [[looked_after.children]]."


def test_a_chart_may_be_left_without_a_sentence_which_is_then_made(browser, paper):
    builder = searched(begun(browser, paper, "chart"), "children looked after")
    builder.tick("Children looked after", COMPARED, POSITION).save()
    assert (new(paper).kind, new(paper).data["finding"]) == ("chart", "")


def errors_of(answer):
    """The fields that a page shows as wrong."""
    return set(answer.context["form"].errors)


def test_what_cannot_be_a_table_gets_its_sentence(browser, paper):
    answer = begun(browser, paper).save()
    assert errors(answer) == {
        "rows": ["Choose at least one figure"],
        "columns": ["Tick at least one date"],
    }
    nothing = searched(begun(browser, paper), "zebra crossings")
    assert "Nothing else is called “zebra crossings”." in nothing.page
    columns = [{"label": "Then", "when": "gone", "form": "number"}]
    rows = [{"label": "Checks", "quote": "dbs.no_such_thing"}]
    data = {"caption": "C", "grid": {"rows": rows, "columns": columns}}
    papers.block(paper=paper, slug="old", kind="table", part="body", data=data)
    builder = Builder(browser, at(paper, "block", "old"))
    assert "A date that this report no longer has" in builder.page
    assert "This figure is no longer counted: take it out." in builder.page
    answer = builder.save()
    assert "The column “Then” is of a date that this report no longer has" in str(errors(answer))


def test_the_dates_that_suit_the_figures_are_offered(browser, paper):
    builder = searched(begun(browser, paper), "case-file audits done")
    assert {COMPARED, POSITION} <= set(builder.controls.labels)
    builder.tick("Case-file audits done").press("Update the figures")
    assert not {COMPARED, POSITION} & set(builder.controls.labels)
    builder.tick(label(builder, "1 July 2015 to 31 December 2015")).save()
    assert new(paper).data["grid"]["columns"][0]["label"] == "[[date:period]]"


def test_the_same_is_shown_as_text_to_who_asks(browser, paper):
    builder = searched(begun(browser, paper), "children looked after")
    builder.tick("Children looked after", POSITION).save()
    slug = new(paper).slug
    page = browser.get(at(paper, "block", slug, text=1))
    form = page.context["form"]
    assert form["rows"].value() == "Children looked after | looked_after.children"
    assert form["columns"].value() == "[[date:position]] | position | number"
    assert "Everything that can be inserted, as text" in words(page)
    assert "Everything that can be inserted" not in words(browser.get(at(paper, "block", slug)))


def test_what_is_ticked_is_kept_while_somebody_chooses(browser, paper):
    builder = searched(begun(browser, paper), "children looked after")
    builder.tick("Children looked after", POSITION)
    keep = {**builder.values, "part": "body"}
    assert browser.post(at(paper, "keep-words", "table"), keep).status_code == 200
    offered = words(browser.get(at(paper, "add-block", "table", part="body")))
    assert "looked_after.children" not in offered and POSITION in offered
    builder = Builder(browser, at(paper, "add-block", "table", part="body", take="up"))
    assert builder.ticked() == ["Children looked after", POSITION]


def test_two_who_choose_at_once_see_both_in_words(browser, paper):
    builder = searched(begun(browser, paper), "children looked after")
    builder.tick("Children looked after", POSITION).save()
    address = at(paper, "block", new(paper).slug)
    first, second = Builder(browser, address), Builder(browser, address)
    first.fill("caption", "Theirs").save()
    answer = second.tick(COMPARED).save()
    assert answer.status_code == 409
    rows = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    assert rows["Dates"] == (f"{POSITION}\n{COMPARED}", POSITION)
    assert "looked_after.children" not in str(answer.context["merged"])


def test_every_kind_of_list_is_under_a_subject_and_opens_with_its_columns(browser, paper):
    groups = kinds_by_subject()
    assert "Other records" not in groups
    assert sorted(name for kinds in groups.values() for name, _ in kinds) == sorted(LISTS)
    for name, kind in sample(LISTS.items(), 3):
        builder = begun(browser, paper, "records").fill("what", name)
        builder.press("Choose its columns")
        heads = [heading for heading, _read in kind.columns.values()]
        assert builder.ticked() == heads[: len(kind.first_columns)]
        assert ("within" in builder.values) == bool(kind.within)
        assert builder.save().status_code == 302
        assert new(paper).data["records"]["columns"] == kind.first_columns


def reviews(paper):
    """Three reviews of the year, and one before it."""
    for title, started in (("B", "2015-07-08"), ("A", "2015-09-01"), ("C", "2015-12-30")):
        day = date.fromisoformat(started)
        findings.review(
            council=paper.council, title=title, slug=title.lower(), started_on=day, ended_on=day
        )
    old = date(2013, 3, 1)
    findings.review(council=paper.council, title="Z", slug="z", started_on=old, ended_on=old)


def test_a_list_keeps_to_the_period_of_its_report_in_the_order_and_number_chosen(browser, paper):
    reviews(paper)
    builder = begun(browser, paper, "records").fill("what", "reviews")
    builder.press("Choose its columns")
    assert builder.values["within"] == "period"
    for head in ("By", "To", "Judgement"):
        builder.untick(head)
    builder.fill("order", "-started").fill("limit", "3").press("Update the columns")
    builder.press("Move down Review").save()
    kept = new(paper).data["records"]
    assert kept == {
        "what": "reviews",
        "columns": ["started", "title"],
        "within": "period",
        "order": "-started",
        "limit": 3,
    }
    assert rows_of(browser, paper) == ["C", "A", "B"]
    again = Builder(browser, at(paper, "block", new(paper).slug))
    assert again.ticked() == ["From", "Review"]
    again.fill("within", "").fill("limit", "3").fill("order", "title").save()
    assert rows_of(browser, paper) == ["A", "B", "C"]
    assert "The first 3 of 4." in words(browser.get(at(paper, "preview")))
    again = Builder(browser, at(paper, "block", new(paper).slug))
    again.fill("limit", "").fill("order", "started").save()
    assert rows_of(browser, paper) == ["Z", "B", "A", "C"]


def rows_of(browser, paper):
    """The titles in the list that was added last, in their order."""
    page = words(browser.get(at(paper, "preview")))
    places = {title: page.rfind(f'scope="row">{title}</th>') for title in "ABCZ"}
    return sorted((title for title in places if places[title] > 0), key=places.get)


def test_groups_are_together_and_a_filter_is_chosen_by_its_label(browser, paper):
    for title, kind in (("One", "project"), ("Two", "service"), ("Three", "project")):
        matters.development(council=paper.council, title=title, slug=title.lower(), kind=kind)
    builder = begun(browser, paper, "records").fill("what", "developments")
    builder.press("Choose its columns").fill("group", "kind").save()
    page = words(browser.get(at(paper, "preview")))
    assert page.index(">One<") < page.index(">Three<") < page.index(">Two<")
    builder = Builder(browser, at(paper, "block", new(paper).slug))
    assert ">Under way</option>" in builder.page
    builder.fill("filter-state", "stopped").save()
    assert new(paper).data["records"]["filter"] == {"state": "stopped"}


def test_another_kind_begins_anew_and_is_not_saved_with_columns_of_the_first(browser, paper):
    builder = begun(browser, paper, "records").fill("what", "reviews")
    builder.press("Choose its columns").fill("what", "events")
    count = paper.blocks.count()
    assert builder.save().status_code == 200
    assert paper.blocks.count() == count
    assert builder.ticked()[:2] == ["Date", "Event"]
    other = {**builder.values, "what": "reviews"}
    shown = browser.post(at(paper, "preview-block", "records"), other)
    assert "Choose the columns of this kind of record" in words(shown)


def test_what_cannot_be_a_list_gets_its_sentence(browser, paper):
    answer = begun(browser, paper, "records").save()
    assert errors(answer) == {"what": ["Choose the kind of record"]}
    builder = begun(browser, paper, "records").fill("what", "actions")
    builder.press("Choose its columns")
    for head in builder.ticked():
        builder.untick(head)
    assert errors(builder.save())["columns"] == ["Tick at least one column"]
    target = {"what": "reviews", "columns": ["title", "colour"], "when": "gone"}
    data = {"caption": "", "records": target}
    papers.block(paper=paper, slug="old", kind="records", part="body", data=data)
    builder = Builder(browser, at(paper, "block", "old"))
    assert "This kind of record has no such column: take it out." in builder.page
    assert "A date that this report no longer has" in builder.page
    said = errors(builder.save())
    assert said["when"] == ["This report no longer has the date of this list: choose another."]
    with pytest.raises(ListRefused, match="has not set"):
        within_of(paper, {"within": "gone"})
    year = paper.names["year"]
    assert within_of(paper, {"within": "year"}) == When(year.start, year.end)
