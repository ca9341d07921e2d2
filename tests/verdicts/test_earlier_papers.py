"""What issued papers told before, taken from their editions as they stand."""

from dataclasses import replace
from datetime import date

import pytest

from reports.checks.numbers.claims import agreement
from reports.documents.document import Document, Facts, Paragraph, Run, Section, Text, to_json
from reports.documents.entries import Entry
from reports.verdicts.paper.context import known_to, told_before
from reports.verdicts.run import check
from tests import cast
from tests.checks.drawn import reading
from tests.make import papers

# The rules that hold one value against another.
OF_ONE_VALUE = (agreement.within, agreement.with_earlier, agreement.scope)
pytestmark = pytest.mark.django_db


def entry(count, key="looked_after.total", day="2015-12-01", **more):
    """A figure as an edition keeps it."""
    said = dict.fromkeys(("out_of", "when", "cohort", "source", "rule", "citation"), "")
    told = {"text": str(count), "counts": "children looked after", "count": count, **more}
    return Entry(number=1, key=key, title="Looked after", start=day, end=day, **{**said, **told})


def document(*texts, figures=()):
    """A document with a section of those paragraphs."""
    blocks = tuple(
        Paragraph(f"para-{place}", str(place), content=(Text((Run(one),)),))
        for place, one in enumerate(texts, 1)
    )
    section = Section("body", "Body", blocks)
    numbered = tuple(replace(one, number=place) for place, one in enumerate(figures, 1))
    return to_json(Document("Council", "Paper", Facts("head", ()), (section,), numbered))


@pytest.fixture
def council():
    return cast.make_council()


@pytest.fixture
def series(council):
    return papers.series(council=council)


def issued(council, series, slug, ends, told, number=1):
    """A published edition of a paper whose period ends on a day."""
    before = papers.issued_paper(
        council=council,
        series=series,
        slug=slug,
        title=f"Paper {slug}",
        period_start=date(ends.year, 1, 1),
        period_end=ends,
    )
    return papers.edition(
        council=council, paper=before, number=number, document=told, issued_on=ends
    )


def draft(council, series):
    """A paper that comes after."""
    return papers.paper(
        council=council,
        series=series,
        slug="now",
        period_start=date(2017, 1, 1),
        period_end=date(2017, 6, 30),
    )


def test_figures_and_counts_in_prose_are_told_the_earliest_first(council, series):
    words = "The audit looked at all staff (currently 351). There were over 20 plans."
    issued(council, series, "late", date(2016, 12, 31), document(words))
    issued(council, series, "early", date(2015, 12, 31), document(figures=[entry(188)]))
    told = told_before(draft(council, series))
    assert [(one.key, one.count, one.words, one.end, one.paper) for one in told] == [
        ("looked_after.total", 188, "children looked after", "2015-12-01", "Paper early"),
        ("", 351, "staff", "", "Paper late"),
    ]


def test_of_a_corrected_paper_the_last_edition_counts(council, series):
    first = issued(council, series, "early", date(2015, 12, 31), document(figures=[entry(188)]))
    papers.edition(
        council=council,
        paper=first.paper,
        number=2,
        document=document(figures=[entry(187)]),
        issued_on=date(2016, 1, 5),
    )
    assert [one.count for one in told_before(draft(council, series))] == [187]


def test_other_series_later_papers_and_drafts_tell_nothing(council, series):
    other = papers.series(council=council, slug="other", title="Other")
    figures = document(figures=[entry(188)])
    issued(council, other, "elsewhere", date(2015, 12, 31), figures)
    issued(council, series, "after", date(2018, 12, 31), figures)
    papers.paper(council=council, series=series, slug="draft")
    assert told_before(draft(council, series)) == ()


def test_what_was_told_costs_one_query_whatever_it_holds(
    council, series, django_assert_num_queries
):
    now = draft(council, series)
    with django_assert_num_queries(1):
        told_before(now)
    many = [replace(entry(number), number=number + 1) for number in range(200)]
    issued(council, series, "early", date(2015, 12, 31), document("We saw 14.", figures=many))
    with django_assert_num_queries(1):
        assert len(told_before(now)) == 200


def test_a_population_that_changed_since_is_found_with_what_is_known(council, series):
    words = "The audit looked at all members of staff (currently 351) for whom a check is due."
    issued(council, series, "early", date(2015, 12, 31), document(words))
    known = known_to(draft(council, series))
    now = "The audit looked at all members of staff (currently 491) for whom a check is due."
    assert [one.rule.key for one in check(reading(now), known, OF_ONE_VALUE)] == ["scope-changed"]
    said = f"{now} The directorate is wider than the one of last time."
    assert check(reading(said), known, OF_ONE_VALUE) == ()
    same = now.replace("491", "360")
    assert check(reading(same), known, OF_ONE_VALUE) == ()
