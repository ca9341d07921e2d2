"""A typed number of what registers hold at a report's dates is an error that offers the count."""

from datetime import date

import pytest

from assurance.figures.figure import Timing
from assurance.figures.registry import FIGURES
from assurance.governance.models.documents import Document
from reports.language.tokens import read_token
from reports.papers import source_faults
from reports.papers.countable import counted
from reports.papers.manuscript import read
from tests.make import audits, dbs, looked_after, matters, papers, people

pytestmark = pytest.mark.django_db
COUNTED = {
    "We did [[stated 44: register]] audits in the half-year.": "Case-file audits done",
    "In the half-year [[stated 44: register]] case-file audits were done.": "Case-file audits done",
    "We have [[stated 13: register]] storyboards.": "Documents: storyboards",
}
# Which ones are meant is said, or another had them, or the number is an aim or a bound.
OTHERS = (
    "We saw [[stated 44: register]] audits of partner homes.",
    "We did [[stated 44: register]] audits a month.",
    "Leeds did [[stated 44: register]] audits.",
    "In the region Leeds did [[stated 44: register]] audits.",
    "We have a target of [[stated 44: register]] audits.",
    "We read [[stated 44: register]] thematic audits.",
    "We met [[stated 44: register]] councillors.",
    "We met [[stated 44%: register]] audits.",
    "We have [[stated 9: register]] milestones.",
)


@pytest.fixture
def sentences(paper):
    """What is wrong with the sources of the paper once its paragraph reads as given."""
    matters.document(council=paper.council, kind="storyboard", from_date=date(2015, 10, 1))

    def found(text, **data):
        paper.blocks.filter(slug="children").update(text=text, data=data)
        return [one.sentence for one in source_faults.faults(read(paper))]

    return found


@pytest.mark.parametrize(("text", "title"), COUNTED.items())
def test_what_a_register_counts_is_quoted_and_not_typed(sentences, paper, text, title):
    papers.source(paper=paper)
    (sentence,) = sentences(text)
    assert "the records count them" in sentence and f"Quote “{title}”" in sentence
    bare = text.replace("[[stated ", "").replace(": register]]", "")
    (again,) = sentences(bare, stated={"source": "register"})
    assert again == sentence


@pytest.mark.parametrize("text", OTHERS)
def test_what_may_be_another_number_keeps_its_source(sentences, paper, text):
    papers.source(paper=paper)
    assert sentences(text) == []


@pytest.mark.parametrize(
    ("text", "timings"),
    [
        ("We have [[stated 44: register]] audits.", {Timing.IN, Timing.AT}),
        ("We did [[stated 44: register]] audits in the half-year.", {Timing.IN}),
        ("During the period [[stated 44: register]] audits were done.", {Timing.IN}),
    ],
)
def test_of_a_period_no_count_of_a_day_is_offered(paper, sentences, text, timings):
    papers.source(paper=paper)
    assert len(sentences(text)) == 1
    [found] = counted(read(paper))(read(paper).block("children")).values()
    keys = [read_token(token).key for token, _title in found.figures]
    assert {FIGURES[key].timing for key in keys} == timings and "audits.done" in keys


def test_what_no_register_holds_at_the_dates_of_the_report_is_typed(sentences, paper):
    papers.source(paper=paper)
    Document.objects.update(from_date=date(2017, 1, 1))
    assert sentences("We have [[stated 13: register]] storyboards.") == []


ON_THE_DAY = (
    "[[stated 210: register]] children were looked after on 1 December 2015.",
    "On 1 December 2015 we looked after [[stated 210: register]] children.",
    "On [[date:position]], the council looked after [[stated 210: register]] children.",
    "The number of children looked after at 1 December 2015 was [[stated 210: register]].",
    "At 1 December 2015 there were [[stated 210: register]] looked-after children, down from 230.",
    "[[stated 188: register]] children were looked after on 1/12/2015 (a Tuesday).",
)
ELSEWHERE = (
    "[[stated 210: register]] children were looked after on 2 December 2015.",
    "[[stated 210: register]] children were looked after in December 2015.",
    "[[stated 210: register]] children were looked after by then.",
    "[[stated 210: register]] children were looked after on 1 December 2015 and lived abroad.",
    "[[stated 210: register]] children looked after on 1 December 2015 had a plan.",
    "Leeds looked after [[stated 210: register]] children on 1 December 2015.",
    "About [[stated 210: register]] children were looked after on 1 December 2015.",
    "[[stated 210: register]] of the 230 children were looked after on 1 December 2015.",
    "We looked at [[stated 210: register]] children on 1 December 2015.",
    "[[stated 8: register]] children's homes were open on 1 December 2015.",
    "Unlike in 2014, [[stated 210: register]] children were looked after on 1 December 2015.",
    "Of those who left, [[stated 210: register]] children were looked after on 1 December 2015.",
    "[[stated 21%: register]] of children were looked after on 1 December 2015.",
    "Of [[looked_after.children]], [[stated 9: register]] children slept on 1 December 2015.",
    "[[stated 9: register]] of [[stated 20: register]] children slept on 1 December 2015.",
    "[[stated 210: register]] children were looked after on [[date:nowhere]].",
)


@pytest.mark.parametrize("text", ON_THE_DAY)
def test_what_a_figure_counts_on_the_day_of_the_sentence_is_quoted(sentences, paper, text):
    papers.source(paper=paper)
    (sentence,) = sentences(text)
    assert "can be counted: 188 by “Children looked after, 1 December 2015”" in sentence
    [found] = counted(read(paper))(read(paper).block("children")).values()
    assert [token for token, _title in found.figures] == ["[[looked_after.children]]"]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_another_day_population_or_group_keeps_its_source(sentences, paper, text):
    papers.source(paper=paper)
    assert sentences(text) == []


IN_A_PERIOD = {
    "Between 1 May 2014 and 31 March 2015, {} case-file audits were done.": (
        "2014-05-01..2015-03-31"
    ),
    "In the six months to 31 March 2015 {} case-file audits were done.": "2014-10-01..2015-03-31",
    "{} case-file audits were done in 2014/15.": "2014-04-01..2015-03-31",
    "In March 2015, {} case-file audits were done.": "2015-03-01..2015-03-31",
    "From 1 July to 31 December 2015 {} case-file audits were done.": "",
}
# From a day to that of the report.
IN_A_PERIOD |= {
    "Since 1 October 2014, {} case-file audits were done.": "2014-10-01..told",
    "{} case-file audits have been done since 1 March 2015.": "2015-03-01..told",
    "Since March 2015 we have done {} case-file audits.": "2015-03-01..told",
    "We are pleased: {} case-file audits have been done since 1 March 2015; more follow.": (
        "2015-03-01..told"
    ),
}
IN_NO_PERIOD = (
    "Since 1 October 2014, {} audits were done by partners.",
    "Since 1 October 2014 practice has changed, {} case-file audits were done.",
    "Practice has changed since 1 October 2014: {} case-file audits were done.",
    "Since 2014, {} case-file audits were done.",
    "Since 1 October 2017, {} case-file audits were done.",
    "Since 1 October 2014 and 1 May 2015, {} case-file audits were done.",
    "In the six months to 31 March 2015 {} audits were done by partners.",
    "In 2014/15 {} audits of homes were done, and 9 in 2015/16.",
    "In 2014 and 2015 {} audits were done.",
)


@pytest.fixture
def audited(paper):
    """Three audits in the half-year before that of the paper, and one in that."""
    papers.source(paper=paper)
    for day in (date(2015, 3, 1), date(2015, 3, 31), date(2014, 11, 3), date(2015, 8, 5)):
        audits.case_audit(council=paper.council, audited_on=day)


@pytest.mark.parametrize(("text", "period"), IN_A_PERIOD.items())
def test_what_a_figure_counts_in_the_period_of_the_sentence_is_quoted(
    sentences, paper, audited, text, period
):
    (sentence,) = sentences(text.format("[[stated 44: register]]"))
    assert "can be counted" in sentence and "“Case-file audits done" in sentence
    [found] = counted(read(paper))(read(paper).block("children")).values()
    tokens = [token for token, _title in found.figures]
    at = f" @{period}".replace("told", read(paper).report_date.isoformat()) if period else ""
    assert tokens == [f"[[audits.done{at}]]"]


CHECKS = {
    "{} checks made since 1 January.": "2016-01-01",
    "{} DBS checks have been carried out since 1 January 2015.": "2015-01-01",
    "We have completed {} DBS checks since January.": "2016-01-01",
    "Since our last report, {} checks have been made.": "2015-07-21",
    "{} DBS checks were done since the last report to the committee.": "2015-07-21",
}


@pytest.mark.parametrize(("text", "first"), CHECKS.items())
def test_checks_since_a_day_or_the_last_report_are_those_of_the_register(
    sentences, paper, text, first
):
    papers.source(paper=paper)
    last = {"paper_date": date(2015, 7, 20), "period_end": date(2015, 6, 30)}
    papers.issued_paper(series=paper.series, council=paper.council, **last)
    dbs.dbs_check(issued_on=date(2014, 6, 2))
    (sentence,) = sentences(text.format("[[stated 12: register]]"))
    assert "can be counted" in sentence and "DBS checks done" in sentence
    [found] = counted(read(paper))(read(paper).block("children")).values()
    assert [token for token, _title in found.figures] == [
        f"[[dbs.checks_done @{first}..2016-01-18]]"
    ]
    others = text.format("[[stated 12: register]]").replace("checks", "checks of homes")
    assert sentences(others) == []


def test_the_last_report_of_a_series_that_begins_is_unknown(sentences, paper, audited):
    assert paper.last_report_day() is None
    text = "{} case-file audits and no visits were done since our last report."
    assert sentences(text.format("[[stated 44: register]]")) == []


def test_what_is_counted_since_the_first_day_of_the_period_is_of_the_report(
    sentences, paper, audited
):
    (sentence,) = sentences("Since 1 July 2015 we did [[stated 44: register]] audits.")
    assert "the records count them" in sentence
    assert sentences("Since 1 June 2015 we did [[stated 44: register]] audits.") == []


@pytest.mark.parametrize("text", IN_NO_PERIOD)
def test_a_time_that_is_no_period_or_another_group_keeps_its_source(sentences, audited, text):
    assert sentences(text.format("[[stated 44: register]]")) == []


def test_a_member_is_counted_by_its_label_and_at_another_date_of_the_report(sentences, paper):
    papers.source(paper=paper)
    looked_after.CensusCount.objects.all().delete()
    looked_after.Census.objects.all().delete()
    parts = {"placement": {"placed_for_adoption": 9, "with_parents": 3, "not_broken_down": 198}}
    looked_after.census(council=paper.council, date=date(2015, 1, 1), total=210, parts=parts)
    text = "On 1 January 2015 [[stated 8: register]] children were placed for adoption."
    (sentence,) = sentences(text)
    # A small part hides those that would give it away, and no check tells one.
    assert "can be counted: “Children looked after by placement: Placed for adoption, 1" in sentence
    [found] = counted(read(paper))(read(paper).block("children")).values()
    token = "[[looked_after.placement:placed_for_adoption @comparison]]"
    assert [item for item, _title in found.figures] == [token]


@pytest.mark.long
def test_staff_are_counted_where_their_population_is_the_only_one_of_those_words(sentences, paper):
    papers.source(paper=paper)
    day = date(2015, 12, 1)
    for slug, title, total in (
        ("staff", "Staff of the directorate", 351),
        ("carers", "Foster carers", 60),
    ):
        cohort = people.cohort(council=paper.council, slug=slug, title=title)
        counts = {
            "needing": total,
            **{name: {"IN_DATE": total} for name in ("at_audit", "at_position")},
            "follow_up": {},
            "due": {},
        }
        dbs.dbs_audit(
            council=paper.council, cohort=cohort, audit_date=day, position_date=day, **counts
        )
    text = "On 1 December 2015, [[stated 350: register]] {} need a DBS check."
    (sentence,) = sentences(text.format("staff"))
    assert "can be counted: 351 by “People who need a DBS check" in sentence
    (sentence,) = sentences(text.format("foster carers"))
    assert "can be counted: 60" in sentence
    assert sentences(text.format("people")) == []
    assert sentences(text.format("childminders")) == []


def test_the_numbers_of_another_councils_paper_are_not_counted_here(sentences):
    text = "On 1 December 2015 we looked after 210 children."
    (sentence,) = sentences(text, stated={"source": "its paper, 4 May 2016"})
    assert "can be counted" in sentence
    other = {"source": "its paper, 4 May 2016", "council": "Leeds City Council"}
    assert sentences(text, stated=other) == []
