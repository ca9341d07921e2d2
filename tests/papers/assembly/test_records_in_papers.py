"""What a paper quotes of records besides figures: one field of one, or a list of many."""

from datetime import date

import pytest

from assurance.figures import quotable
from assurance.improvement.models.actions import PROGRESS
from assurance.reviews.models.findings import Review
from reports.documents.document import Table, text_of
from reports.documents.html import page
from reports.papers.assembly import records
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.make import findings, improvements, matters, papers, surveys
from tests.make.drafts import written

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    """The council of every record here."""
    return cast.make_council()


@pytest.fixture
def review(council):
    """A review whose slug is `ofsted`, with an area for development that an action answers."""
    row = findings.review(council=council, slug="ofsted", title="Inspection", grade="Good")
    theme = findings.theme(row, "Help")
    area = findings.finding(review=row, theme=theme, place="Paragraph 5")
    improvements.action([area], council=council, reference="A1", impact="early")
    return row


def changing(council):
    """An action due on 30 June 2017 that was on track, then at risk, moved, and done in August."""
    row = improvements.action(
        council=council, reference="A7", status="done", done_on=day(8, 20), impact="improving",
        due_on=day(9, 30),
    )  # fmt: skip
    improvements.rated(row, day(6, 1), "on_track", "at_risk")
    improvements.rated(row, day(8, 20), "at_risk", "done")
    improvements.moved(row, day(7, 10), day(6, 30), day(9, 30))
    for on, *told in ((day(7, 1), "not_known", "early"), (day(8, 1), "early", "improving")):
        before, after = told
        improvements.impact_change(row, changed_on=on, from_impact=before, to_impact=after)
    return row


def day(month, number):
    """A day of 2017."""
    return date(2017, month, number)


@pytest.mark.parametrize(
    ("at", "due", "status", "impact"),
    [
        (day(5, 17), "30 June 2017", "On track", "Not yet known"),
        (day(5, 31), "30 June 2017", "On track", "Not yet known"),
        (day(6, 1), "30 June 2017", "At risk", "Not yet known"),
        (day(6, 30), "30 June 2017", "At risk", "Not yet known"),
        (day(7, 1), "30 June 2017", "Overdue, or will miss its date", "Early signs"),
        (day(7, 9), "30 June 2017", "Overdue, or will miss its date", "Early signs"),
        (day(7, 10), "30 September 2017", "At risk", "Early signs"),
        (day(8, 1), "30 September 2017", "At risk", "Improving for children"),
        (day(8, 19), "30 September 2017", "At risk", "Improving for children"),
        (day(8, 20), "30 September 2017", "Done and checked", "Improving for children"),
        (None, "30 September 2017", "Done and checked", "Improving for children"),
    ],
)
def test_an_action_is_said_and_listed_as_it_stood_on_the_day(council, at, due, status, impact):
    changing(council)
    fields = {"due_on": due, "status": status, "impact": impact}
    assert {one: records.field_text(council, "action", "a7", one, at) for one in fields} == fields
    wanted = {"what": "actions", "columns": ["due", "status", "impact"]}
    assert records.listed(council, wanted, at).rows == ((due, status, impact),)
    code = next(code for code, words in PROGRESS.items() if words == status)
    for other in PROGRESS:
        filtered = records.listed(council, {**wanted, "filter": {"status": other}}, at)
        assert len(filtered.rows) == (other == code)


def test_a_paper_says_an_action_as_it_stood_on_its_own_day_its_meetings_or_its_periods_end(council):
    changing(council)
    paper = written(cast.clerk(), with_records=False)
    paper.blocks.filter(slug="purpose").update(text="[[record:action/a7.status]] so far")
    paper.period_start, paper.period_end = day(1, 1), day(6, 15)
    words = {}
    days = {"own": (day(8, 20), day(7, 5)), "meeting": (None, day(7, 5)), "end": (None, None)}
    for name, (own, met) in days.items():
        paper.paper_date, paper.meeting = own, met and papers.meeting(met)
        paper.save()
        words[name] = text_of(assemble(read(paper)).document.sections)
    assert "Done and checked so far" in words["own"]
    assert "Overdue, or will miss its date so far" in words["meeting"]
    assert "At risk so far" in words["end"]


@pytest.mark.parametrize(
    ("kind", "slug", "name"),
    [
        ("castle", "ofsted", "title"),
        ("review", "ofsted", "council"),
        ("review", "none", "title"),
        ("review", "ofsted", "response_sent_on"),
        ("finding", "ofsted-area-99", "text"),
        ("finding", "ofsted-area-x", "text"),
        ("finding", f"ofsted-area-{'9' * 5000}", "text"),
        ("finding", "ofsted", "text"),
        ("action", "a9", "text"),
        ("census", "children-looked-after-2015-99-99", "date"),
        ("census", "x", "date"),
        ("dbs_audit", "staff-2016-01-05", "policy"),
    ],
)
def test_what_is_not_there_says_nothing(council, review, kind, slug, name):
    assert records.field_text(council, kind, slug, name) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"n_yes": 42, "n_answered": 56}, None),
        ({"per_cent": 90, "bound": "over", "source": "R"}, "over 90%, base not known"),
        ({"per_cent": 54, "n_answered": 57, "source": "R"}, "54% of 57"),
        ({"per_cent": 54, "n_answered": 9, "source": "R"}, None),
        ({"per_cent": 98, "n_answered": 100, "source": "R"}, None),
        ({"per_cent": 100, "n_answered": 100, "source": "R"}, "100% of 100"),
    ],
)
def test_an_answer_is_quoted_where_it_is_no_count_and_gives_no_small_one_away(council, said, words):
    within = surveys.wave(surveys.survey(council=council))
    row = surveys.answer(within=within, **{"n_yes": None, "n_answered": None, **said})
    assert records.field_text(council, "answer", row.token, "said") == words


def test_actions_are_listed_with_what_they_answer(council, review):
    found = records.listed(council, {"what": "actions"}, day(5, 17))
    assert found.headings[:3] == ("Action", "Priority", "Our actions")
    assert found.rows == (
        (
            "A1",
            "Priority 1",
            "Give each plan its dates.",
            "Head of Service",
            "31 December 2017",
            "On track",
            "Early signs",
            "Area 1",
        ),
    )


def test_findings_are_listed_by_theme_and_an_action_is_named_where_one_answers(council, review):
    findings.finding(review=review)
    wanted = {"what": "findings", "group": "theme", "columns": ["number", "actions", "theme"]}
    found = records.listed(council, wanted)
    assert found.headings == ("Theme", "Number", "Actions")
    assert sorted(found.rows) == [("", "2", ""), ("Help", "1", "A1")]


def test_reviews_are_listed_with_their_days_and_whom_they_met(council, review):
    met = {"people_met": "over 45", "groups_met": "foster carers", "team_roles": "A lead"}
    reply = {"response_due_on": day(5, 19), "response_sent_on": day(5, 17)}
    followed = {"follow_up_on": day(11, 8), "followed_up_on": day(11, 9)}
    Review.objects.filter(pk=review.pk).update(**met, **reply, **followed)
    wanted = {"what": "reviews", "filter": {"kind": "inspection"}}
    first = ("Inspection", "The inspectorate", "14 November 2016", "8 December 2016", "Good")
    [row] = records.listed(council, wanted).rows
    assert row[:5] == first
    assert row[5:8] == ("over 45", "foster carers", "A lead")
    assert row[8:] == ("19 May 2017", "17 May 2017", "8 November 2017", "9 November 2017")
    [row] = records.listed(council, wanted, day(5, 16)).rows
    assert row[:5] == first
    assert row[8:] == ("19 May 2017", "", "8 November 2017", "")


def test_columns_of_values_alone_are_set_as_numbers(council):
    for number in (32, 137):
        matters.event(council=council, number=number)
    matters.document(council=council, edition="2")
    told = records.listed(council, {"what": "events"}, day(5, 17))
    assert dict(zip(told.headings, told.numeric, strict=True)) == {
        "Date": False, "Event": False, "Audience": False, "Number reached": True, "Subject": False,
        "How often": False,
    }  # fmt: skip
    # A version is a name.
    assert not any(records.listed(council, {"what": "documents"}, day(5, 17)).numeric)
    assert records.listed(council, {"what": "risks"}, day(5, 17)).numeric == (False,) * 7


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"what": "castles"}, "A list of “castles” is not known: use "),
        ({}, "A list of “” is not known"),
        ({"what": "actions", "columns": ["cost"]}, "“cost” is not a column of this list"),
        ({"what": "actions", "group": "cost"}, "“cost” is not a column of this list"),
        ({"what": "reviews", "filter": {"year": 2016}}, "“year” is not a filter of this list"),
        (
            {"what": "actions", "filter": {"priority": "first"}},
            "“first” is no priority of this list: none is rec",
        ),
        ({"what": "events", "filter": {"year": "soon"}}, "“soon” is no year of this list: write"),
        ({"what": "actions", "filter": {"plan": "none"}}, "“none” is no plan of this list: none"),
    ],
)
def test_a_list_that_cannot_be_made_has_its_sentence_and_breaks_no_page(council, wanted, sentence):
    with pytest.raises(records.ListRefused, match=sentence):
        records.listed(council, wanted)
    manuscript = read(written(cast.clerk(), with_records=False)).with_block(
        BlockText("list", "body", "records", "work", "", "", {"records": wanted})
    )
    made = assemble(manuscript)
    assert any(sentence in one.sentence for one in made.problems)
    assert page.sections(made.document)


@pytest.mark.parametrize(
    ("data", "caption", "rows"),
    [
        ({}, "Reviews at 18 January 2016", 0),
        ({"when": "2016-11-14"}, "Reviews at 14 November 2016", 1),
        ({"when": "2016-11-13"}, "Reviews at 13 November 2016", 0),
        ({"caption": "Who came."}, "Who came, at 18 January 2016", 0),
        ({"caption": "Reviews to 18 January 2016"}, "Reviews to 18 January 2016", 0),
    ],
)
def test_a_list_is_a_numbered_table_with_its_day_and_a_sentence_where_it_is_empty(
    review, data, caption, rows
):
    data = {"caption": data.get("caption", ""), "records": {"what": "reviews", **data}}
    paper = read(written(cast.clerk())).with_block(
        BlockText("list", "body", "records", "work", "", "", data)
    )
    made = assemble(
        paper.with_block(
            BlockText("cite", "body", "paragraph", "work", "", "See [[table:list]].", {})
        )
    )
    [table] = [one for one in everything(made.document.sections) if isinstance(one, Table)]
    assert (table.label, table.caption, len(table.rows)) == ("Table 1", caption, rows)
    assert text_of(table.notes) == ("" if rows else "No reviews in this period.")
    assert "See Table 1." in text_of(made.document.sections)
    assert not made.problems


@pytest.mark.parametrize(
    ("subject", "heads"),
    [("", ["Event", "Date"]), ("Safety", ["Event", "Subject", "Date"])],
)
def test_a_list_prints_no_column_that_is_empty_in_every_row(council, subject, heads):
    usual = {"council": council, "held_on": day(1, 5), "subject": ""}
    matters.event(slug="first", title="First", **usual)
    matters.event(slug="second", title="Second", **usual | {"subject": subject})
    target = {"what": "events", "columns": ["title", "subject", "date"], "when": "2017-02-01"}
    block = BlockText("list", "body", "records", "work", "", "", {"records": target})
    made = assemble(read(written(cast.clerk(), with_records=False)).with_block(block))
    [table] = [one for one in everything(made.document.sections) if isinstance(one, Table)]
    assert [text_of(cell.runs) for cell in table.columns] == heads
    assert [text_of(row[0].runs) for row in table.rows] == ["First", "Second"]
    assert {len(row) for row in table.rows} == {len(heads)}


def everything(blocks):
    """Every block of a document, those in sections too."""
    for one in blocks:
        yield one
        yield from everything(getattr(one, "blocks", ()))


@pytest.mark.parametrize(
    ("when", "sentence"),
    [("soon", "“soon”, which this report has not set"), ("2016-99-99", "2016-99-99")],
)
def test_a_list_of_a_day_that_is_none_says_so(when, sentence):
    data = {"records": {"what": "reviews", "when": when}}
    block = BlockText("list", "body", "records", "work", "", "", data)
    made = assemble(read(written(cast.clerk())).with_block(block))
    assert any(sentence in one.sentence for one in made.problems)


@pytest.mark.long
def test_a_list_costs_as_many_queries_whatever_it_holds(
    council, review, django_assert_max_num_queries
):
    for number in range(2, 30):
        area = findings.finding(review=review, number=number)
        improvements.action([area], council=council, reference=f"B{number}")
    for what in quotable.LISTS:
        with django_assert_max_num_queries(4):
            records.listed(council, {"what": what})
