"""A figure through all published papers: its points, what was corrected, and its breaks."""

import re
from datetime import date

import pytest

from assurance.figures.comparison import PART_MONTHS
from reports.editions.models.editions import Edition
from reports.publication.figure_charts.chart import figure_chart
from reports.publication.figure_history import OTHERWISE, strands
from reports.publication.indexing.editions import index_edition
from reports.publication.models.figures import PrintedFigure
from tests import cast
from tests.make import papers
from tests.make.published_figures import BEFORE, END, entry
from tests.make.published_figures import indexed as edition
from tests.page_requests import words

pytestmark = pytest.mark.django_db
WHOLE_YEAR = {"start": "2015-01-01", "when": "2015"}


def followed(key="dbs.overdue", member=""):
    """The strands of one figure of the usual council."""
    rows = PrintedFigure.objects.public_in("netherby").of_series(key, member)
    return strands(rows.with_newest())


def told(strand):
    """(when it ends, its text, what it was) of each point of a strand."""
    return [
        (one.entry.end, one.text, [before.entry.text for before in one.was])
        for one in strand.points
    ]


def test_the_points_stand_in_order_of_time_each_with_its_paper_edition_and_places():
    made = edition(entry("30", places=("summary",)), entry("21", "2014-12-31"))
    edition(entry("24", BEFORE), period_end=BEFORE)
    [strand] = followed()
    assert told(strand) == [("2014-12-31", "21", []), (BEFORE, "24", []), (END, "30", [])]
    assert strand.title == "Staff: values on single dates"
    last = strand.points[-1].printing
    home = f"/netherby/reports/assurance/{made.paper.slug}/edition-1/"
    assert last.address == f"{home}figures/1/"
    assert last.places == ((f"{home}#summary", "“Summary”"),)
    assert last.edition_words == "Assurance report, December 2015, edition 1"


@pytest.mark.parametrize("then", [entry("31"), entry("not shown", mark="withheld")])
def test_a_value_that_a_correction_left_alone_or_showed_first_was_never_another(then):
    first = edition(then)
    edition(entry("31"), of=first.paper, number=2)
    assert told(followed()[0]) == [(END, "31", [])]


def test_a_corrected_value_says_what_it_was_and_what_was_taken_out_has_none_any_more():
    first = edition(entry("30"), entry("4", key="dbs.due"))
    edition(entry("31"), of=first.paper, number=2)
    [point] = followed()[0].points
    assert (point.text, point.taken_out) == ("31", False)
    assert [one.edition_words for one in point.was] == [
        "Assurance report, December 2015, edition 1"
    ]
    [gone] = followed("dbs.due")[0].points
    assert (gone.text, gone.taken_out) == ("Taken out", True)
    assert [one.entry.text for one in gone.was] == ["4"]


def test_a_later_paper_that_says_a_day_otherwise_counts_and_the_earlier_is_told():
    edition(entry("24", BEFORE), period_end=BEFORE)
    edition(entry("30"), entry("25", BEFORE))
    assert told(followed()[0]) == [(BEFORE, "25", ["24"]), (END, "30", [])]


def test_a_number_that_is_withheld_now_is_not_told_from_an_earlier_edition():
    first = edition(entry("3", count=3))
    edition(entry("not shown", mark="withheld"), of=first.paper, number=2)
    [point] = followed()[0].points
    assert (point.text, point.withheld, point.was) == ("not shown", True, ())
    assert drawing_of() == ""


@pytest.mark.long
def test_what_was_removed_a_draft_or_another_councils_is_in_no_series():
    first = edition(entry("30"))
    second = edition(entry("31"), of=first.paper, number=2)
    edition(entry("24", BEFORE), period_end=BEFORE)
    papers.remove_edition(edition=second)
    index_edition(papers.edition(council=cast.make_council("elsewhere")))
    index_edition(papers.edition(published_at=None))
    assert told(followed()[0]) == [(BEFORE, "24", [])]


def test_an_older_edition_that_is_down_is_not_what_it_was():
    first = edition(entry("30"))
    edition(entry("31"), of=first.paper, number=2)
    taken = papers.remove_edition(edition=first)
    type(first.paper).objects.filter(pk=taken.paper_id).update(withdrawn_on=None)
    assert told(followed()[0]) == [(END, "31", [])]


def test_positions_and_periods_of_other_lengths_are_strands_of_their_own():
    edition(
        entry("83", "2015-12-31", **WHOLE_YEAR, cohort=""),
        entry("42", "2015-06-30", **WHOLE_YEAR, cohort=""),
        entry("7", "2015-01-31", **WHOLE_YEAR, cohort=""),
        entry("200", "2015-12-31", start="2014-01-01", cohort=""),
        entry("30", cohort=""),
    )
    kinds = ("on single dates", "over a month", "over 6 months", "over a year", "over 2 years")
    titles = [f"Values {kind}" for kind in kinds]
    found = followed()
    assert [one.title for one in found] == titles
    assert [one.number for one in found] == [1, 2, 3, 4, 5]


def test_no_line_leads_to_a_period_that_is_no_equal_number_of_whole_months():
    half_years = (
        ("2014-12-31", "2014-07-01"),
        ("2015-06-30", "2015-01-01"),
        ("2015-12-30", "2015-07-01"),
    )
    for count, (end, start) in enumerate(half_years, 40):
        edition(entry(str(count), end, start=start, count=count), period_end=end)
    [strand] = followed()
    breaks = [point.breaks for point in strand.points]
    assert breaks == [(), (), (OTHERWISE.format(PART_MONTHS),)]
    _dots, [line] = across(drawing_of().split("</svg>")[0])
    assert len(line) == 2


def test_a_group_that_goes_on_as_another_is_one_strand_with_a_break():
    edition(entry("24", BEFORE, cohort="One directorate"), period_end=BEFORE)
    edition(entry("30", cohort="Both directorates", rule="Another rule."))
    [strand] = followed()
    first, second = strand.points
    assert first.breaks == ()
    assert second.breaks == (
        "From here the population changes: “Both directorates”, before “One directorate”.",
        "From here the rule changes: “Another rule.”, before “Counted at the audit.”.",
    )
    assert strand.title == "Both directorates: values on single dates"


def test_a_correction_that_names_another_group_replaces_the_first():
    edition(entry("24", BEFORE), period_end=BEFORE)
    first = edition(entry("30"))
    edition(entry("31", cohort="All staff"), of=first.paper, number=2)
    [strand] = followed()
    assert told(strand) == [(BEFORE, "24", []), (END, "31", ["30"])]
    assert len(strand.points[1].breaks) == 1


def test_groups_that_are_told_of_side_by_side_are_two_strands():
    edition(entry("24", BEFORE), entry("4", BEFORE, cohort="Volunteers"), period_end=BEFORE)
    edition(entry("30"), entry("5", cohort="Volunteers"))
    assert [(one.title, [point.text for point in one.points]) for one in followed()] == [
        ("Staff: values on single dates", ["24", "30"]),
        ("Volunteers: values on single dates", ["4", "5"]),
    ]


DAYS = ("2014-09-30", "2014-12-31", "2015-02-28", BEFORE, END)


def drawing_of(*key):
    """The chart of the first strand as SVG; empty where it has none."""
    council = Edition.objects.first().paper.council
    chart = figure_chart(council, followed(*key)[0])
    return chart.drawing if chart else ""


def across(drawing):
    """The places of the points of a drawing from its left edge, and the ends of its lines."""
    dots = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawing)]
    lines = re.findall(r'<path d="M([^"H]*L[^"]*)" class="l1"', drawing)
    return dots, [[float(pair.split()[0]) for pair in line.split("L")] for line in lines]


@pytest.mark.long
def test_points_stand_as_far_apart_as_their_days():
    for day, value in zip(DAYS, (226, 219, 210, 201, 188), strict=True):
        edition(entry(str(value), day, count=value), period_end=day)
    wide, narrow = drawing_of().split("</svg>")[:2]
    days = [date.fromisoformat(day) for day in DAYS]
    whole = (days[-1] - days[0]).days
    for drawing in (wide, narrow):
        dots, [line] = across(drawing)
        assert dots == line
        for day, dot in zip(days, dots, strict=True):
            share = (day - days[0]).days / whole
            assert (dot - dots[0]) / (dots[-1] - dots[0]) == pytest.approx(share, abs=0.005)
        assert "226 (2014-09-30); 219 (2014-12-31)" in drawing and ">188</text>" in drawing


@pytest.mark.long
def test_no_line_leads_over_a_gap_or_a_break_and_two_values_have_none():
    values = zip(DAYS, (226, 219, 210, 201), strict=False)
    for number, (day, value) in enumerate(values):
        said = {"mark": "withheld", "count": None} if number == 1 else {"count": value}
        rule = "Another rule." if number == 3 else "Counted at the audit."
        edition(entry(str(value), day, rule=rule, **said), period_end=day)
    drawing = drawing_of().split("</svg>")[0]
    dots, lines = across(drawing)
    assert (len(dots), lines) == (3, [])
    assert ">219</text>" not in drawing
    edition(entry("30", key="dbs.due", count=30), entry("24", BEFORE, key="dbs.due", count=24))
    assert drawing_of("dbs.due") == ""


def test_a_figure_is_gathered_once_however_many_papers_print_it():
    edition(entry("24", BEFORE), period_end=BEFORE)
    edition(entry("30"), entry("1", key="dbs.by_status", member="none", title="None held"))
    rows = PrintedFigure.objects.public_in("netherby")
    found = {(one["figure"], one["member"]): one for one in rows.gathered()}
    assert found["dbs.overdue", ""]["papers"] == 2
    assert found["dbs.overdue", ""]["last"].isoformat() == END
    assert [one["figure"] for one in rows.gathered("HELD none")] == ["dbs.by_status"]
    assert [one["figure"] for one in rows.gathered("past overdue")] == ["dbs.overdue"]


def test_a_figures_page_has_its_published_parts_and_that_of_a_part_has_none(client):
    part = {"key": "looked_after.placement", "member": "agency_foster"}
    change = {**part, "member": "difference-8cbdc5ece204", "title": "Difference: of parts"}
    children = entry("188", key="looked_after.children")
    edition(children, entry("21", **part), entry("-2", **change), entry("30"))
    page = words(client.get("/netherby/figures/looked_after.children/"))
    assert page.index("Parts of this figure") < page.index("How it is counted")
    [(found, _)] = client.get("/netherby/figures/looked_after.children/").context["parts"]
    assert (found.key, found.member, found.point.text) == (*part.values(), "21")
    of_part = client.get(found.address)
    assert of_part.context["parts"] == [] and "Parts of this figure" not in words(of_part)


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ("Two were late. Of 20 plans, 12 were read.", "Two were late."),
        ("It rained. There were 2, of 20.", "There were 2, of 20."),
        # In two: which one it is nobody knows.
        ("2 were late. 2 were read.", "2 were late. 2 were read."),
        # In none.
        ("Of 20 plans, 12 were read. All by 2%.", ""),
    ],
)
def test_the_sentence_that_prints_a_value_is_quoted_and_never_another(client, paragraph, quoted):
    edition(entry("2", count=2, places=("para-1",)), says=paragraph)
    quotations = client.get("/netherby/figures/dbs.overdue/").context["quotations"]
    assert [row.words for row in quotations] == list(filter(None, [quoted]))
