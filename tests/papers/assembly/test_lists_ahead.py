"""Lists and fields of records: of a day to come, and of few people."""

from datetime import date

import pytest

from reports.documents.document import Table
from reports.papers.assembly import records
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.make import findings, improvements, matters, papers
from tests.make.drafts import written
from tests.papers.assembly.test_records_in_papers import day, everything

pytestmark = pytest.mark.django_db
LATER = date(2020, 1, 1)


def of_two_lists(paper, **more):
    """The captions of two lists of a paper, one of its own date, and what is refused."""
    lists = ({"what": "actions", "columns": ["text", "status"]}, {"what": "reviews", **more})
    manuscript = read(paper)
    for number, records_of in enumerate(lists):
        data = {"records": records_of}
        block = BlockText(f"list-{number}", "body", "records", "work", "", "", data)
        manuscript = manuscript.with_block(block)
    made = assemble(manuscript)
    tables = [one for one in everything(made.document.sections) if isinstance(one, Table)]
    return [(one.caption, one.rows) for one in tables], [item.sentence for item in made.problems]


@pytest.mark.long
def test_a_list_of_a_report_dated_ahead_is_of_today_where_its_rows_would_change(settings):
    improvements.action(due_on=day(6, 15), created_on=day(1, 5))
    paper = written(cast.clerk())
    paper.created_on = day(6, 1)
    told = {}
    # What is due on the fifteenth may be done by then: only from the sixteenth is it overdue.
    for today, dated in ((10, 14), (10, 15), (10, 16), (16, 16), (16, 30)):
        settings.CANDOUR_TODAY, paper.paper_date = f"2017-06-{today}", day(6, dated)
        tables, problems = of_two_lists(paper)
        assert problems == []
        told[today, dated] = tables[0][0].rpartition(" at ")[2]
    assert told == {
        (10, 14): "14 June 2017",
        (10, 15): "15 June 2017",
        (10, 16): "10 June 2017",
        (16, 16): "16 June 2017",
        (16, 30): "30 June 2017",
    }


@pytest.mark.long
def test_a_field_of_a_report_dated_ahead_is_of_today_where_its_text_would_change(settings):
    improvements.action(reference="A7", due_on=day(6, 15), created_on=day(1, 5))
    improvements.action(reference="A8", starts_on=day(6, 12), created_on=day(1, 5))
    paper = written(cast.clerk())
    paper.created_on = day(6, 1)
    fields = "[[record:action/a7.status]], [[record:action/a7.due_on]]; [[record:action/a8.text]]"
    paper.blocks.filter(slug="purpose").update(text=fields)
    told = {}
    for today, dated in ((10, 15), (10, 16), (16, 16)):
        settings.CANDOUR_TODAY, paper.paper_date = f"2017-06-{today}", day(6, dated)
        made = assemble(read(paper))
        assert not made.problems
        told[today, dated] = [
            (entry.text, entry.day[-2:]) for entry in made.document.records if entry.field != "text"
        ]
    due, late = "15 June 2017", "Overdue, or will miss its date"
    assert told == {
        (10, 15): [("On track", "15"), (due, "15")],
        (10, 16): [("On track", "10"), (due, "16")],
        (16, 16): [(late, "16"), (due, "16")],
    }


@pytest.mark.long
def test_a_report_without_a_date_of_its_own_is_never_read_at_one_to_come(settings):
    improvements.action(due_on=day(6, 15), created_on=day(1, 5))
    paper = written(cast.clerk())
    paper.created_on, paper.paper_date = day(6, 1), None
    paper.meeting = papers.meeting(day(6, 14), council=paper.council)
    read_at = {}
    for today in (10, 14, 20):
        settings.CANDOUR_TODAY = f"2017-06-{today}"
        read_at[today] = of_two_lists(paper)[0][0][0].rpartition(" at ")[2]
    assert read_at == {10: "10 June 2017", 14: "14 June 2017", 20: "14 June 2017"}
    # Without a meeting it is of its period's last day, once that has come.
    paper.meeting, settings.CANDOUR_TODAY = None, "2017-06-10"
    assert read(paper).report_date == min(paper.period_end, day(6, 10))


@pytest.mark.parametrize("more", [{"when": "2017-06-11"}, {"within": "autumn"}])
def test_a_list_of_a_time_to_come_is_refused(settings, more):
    settings.CANDOUR_TODAY = "2017-06-10"
    paper = written(cast.clerk())
    paper.created_on = day(6, 1)
    paper.named_dates.create(name="autumn", start=day(6, 11), end=day(9, 30), label="Autumn")
    _, problems = of_two_lists(paper, **more)
    assert any("which is still to come" in sentence for sentence in problems)
    settings.CANDOUR_TODAY = "2017-06-11"
    _, problems = of_two_lists(paper, **more)
    assert not any("which is still to come" in sentence for sentence in problems)


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ("3", "fewer than six"),
        (" 5 ", "fewer than six"),
        ("two", "fewer than six"),
        ("6", "6"),
        ("1,045", "1,045"),
        ("over 45", "over 45"),
        ("12 carers and one child", "not shown"),
    ],
)
def test_few_people_are_not_printed_of_a_review_or_a_document(stated, printed):
    council = cast.make_council()
    findings.review(council=council, slug="ofsted", people_met=stated)
    matters.document(council=council, slug="plan", consulted=stated)
    paper = written(cast.clerk())
    wanted = {"what": "reviews", "columns": ["people_met"]}
    quoted = [
        records.field_text(council, kind, slug, name, LATER, paper)
        for kind, slug, name in (
            ("review", "ofsted", "people_met"),
            ("document", "plan", "consulted"),
        )
    ]
    assert quoted == [printed, printed]
    assert records.listed(council, wanted, LATER, paper).rows == ((printed,),)
