"""The last value of each figure, how it changed, its line, and another figure next to it."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.charts.small_lines import ROW, SmallLine, draw_small_line
from reports.documents.document import Paragraph, Run, Section, Text
from reports.publication.figure_history import values_of
from reports.publication.latest_figures import latest_figures, short_span
from reports.publication.models.figures import PrintedFigure
from reports.publication.quotations.sentences import LONGEST
from tests.make import compared, looked_after, matters
from tests.make.published_figures import BEFORE, END, edition, entry, indexed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
LIST, PAGE = "/netherby/figures/", "/netherby/figures/dbs.overdue/"
YEAR = {"start": "2014-01-01", "end": "2014-12-31", "when": "2014"}


def latest():
    """The figures of the usual council, by key and member."""
    rows = PrintedFigure.objects.public_in("netherby").in_order().with_newest()
    return {(one.key, one.member): one for one in latest_figures("netherby", rows)}


def number(text, end=END, **said):
    """A figure whose count is what it prints."""
    return entry(text, end, count=int(text.replace(",", "")), **said)


def one_paragraph(text):
    """A report's sections, which have one paragraph."""
    paragraph = Paragraph("p-1", "1.", content=(Text((Run(text),)),))
    return (Section("one", "One", blocks=(paragraph,)),)


def share(count, base, end=END):
    """A figure that prints as a share of its base."""
    return entry(f"{round(100 * count / base)}%", end, count=count, base_count=base)


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        (number("24", BEFORE), number("30"), "Rose from 24 to 30"),
        (number("1,030", BEFORE), number("30"), "Fell from 1,030 to 30"),
        (number("30", BEFORE), number("30"), "No change"),
        (entry("24%", BEFORE, count=24), entry("30%", count=30), "Rose from 24% to 30%"),
        # More audits of many more are a smaller share.
        (share(82, 84, BEFORE), share(90, 120), "Fell from 98% to 75%"),
        (share(1, 2, BEFORE), share(60, 120), "No change"),
        (share(79, 83, BEFORE), number("90", base_count=120), "Was 95%"),
        (number("79", BEFORE, base_count=83), share(90, 120), "Was 79"),
        (entry("not shown", BEFORE, mark="withheld"), number("30"), "Counted differently before"),
        (number("24", BEFORE), entry("not shown", mark="withheld"), ""),
        (number("24", BEFORE, cohort="All"), number("30"), "Counted differently before"),
    ],
)
def test_the_change_is_from_the_last_value_of_like_kind(then, now, change):
    edition(then, period_end=BEFORE)
    edition(now)
    [figure] = latest().values()
    assert figure.change == change


def test_a_first_value_has_nothing_before_it_and_no_line(client):
    edition(number("30"))
    [figure] = latest().values()
    assert (figure.change, figure.row_line, figure.date) == ("First published", "", "1 Dec 2015")
    page = words(client.get(LIST))
    assert "First published" in page and "No line yet" in page


def test_what_a_correction_took_out_is_not_the_last_value():
    first = edition(number("24", BEFORE), number("30"))
    edition(number("24", BEFORE), of=first.paper, number=2)
    [figure] = latest().values()
    assert (figure.point.text, figure.date) == ("24", "30 Jun 2015")


def test_the_newest_kind_of_period_is_the_one_listed():
    edition(number("90", **YEAR), number("30"))
    [figure] = latest().values()
    assert figure.point.text == "30" and figure.strand.title == "Staff: values on single dates"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2015, 12, 1), date(2015, 12, 1), "1 Dec 2015"),
        (date(2015, 1, 1), date(2015, 12, 31), "2015"),
        (date(2019, 9, 1), date(2019, 12, 31), "1 Sep to 31 Dec 2019"),
        (date(2015, 4, 1), date(2016, 3, 31), "1 Apr 2015 to 31 Mar 2016"),
        (date(2016, 2, 29), date(2016, 2, 29), "29 Feb 2016"),
    ],
)
def test_a_day_or_period_is_short_in_a_table(start, end, text):
    assert short_span(start, end) == text


def test_the_line_of_a_row_is_level_where_the_values_nearly_are():
    days = [date(2015, month, 1) for month in (1, 6, 12)]
    level = row_line(days, (84, 83, 84), "Audits: 84; 83; 84")
    assert level.startswith("<svg") and "<title>Audits: 84; 83; 84</title>" in level
    heights = [float(part.split()[1]) for part in level.split('d="M')[1].split('"')[0].split("L")]
    assert max(heights) - min(heights) <= ROW.height / 10
    steep = row_line(days, (10, 40, 0))
    heights = [float(part.split()[1]) for part in steep.split('d="M')[1].split('"')[0].split("L")]
    assert heights == [pytest.approx(24), pytest.approx(6), pytest.approx(30)]
    assert row_line([days[0]] * 3, (1, 1, 1)) == ""
    assert row_line(days, (0, 0, 0)).startswith("<svg")


def row_line(days, values, title="Audits"):
    """The small line of a row through values on days."""
    rows = [(day, value, str(value)) for day, value in zip(days, values, strict=True)]
    return draw_small_line(SmallLine(rows, title), ROW)


@pytest.mark.long
def test_the_page_of_a_figure_opens_with_its_value_and_lists_the_newest_first(client):
    counted = {"counts": "staff past the date", "out_of": "staff who need one"}
    edition(number("24", BEFORE, base="346", **counted), period_end=BEFORE)
    edition(number("30", base="351", **counted))
    page = words(client.get(PAGE))
    assert page.index("30") < page.index("of 351, 2015-12-01") < page.index("Rose from 24")
    assert "Staff past the date, out of staff who need one." in page
    rows = page[page.index("All values") :]
    assert rows.index("2015-12-01") < rows.index(BEFORE)


def test_the_sentence_that_prints_a_value_is_quoted_and_leads_to_its_place(client):
    text = "There were 130 people. Of these 30 were late. It was a good year."
    edition(number("30", places=("p-1",)), sections=one_paragraph(text))
    answer = client.get(PAGE).content.decode()
    assert "<q>Of these 30 were late.</q>" in answer
    assert '#p-1">Assurance report, December 2015, edition 1, paragraph 1</a>' in answer


def test_a_point_of_a_list_is_quoted_from_its_paragraph(client):
    lines = one_paragraph("Of all people: 30 were late.")
    edition(number("30", places=("p-1-2",)), sections=lines)
    assert "<q>Of all people: 30 were late.</q>" in client.get(PAGE).content.decode()


def test_a_long_sentence_is_cut_at_a_word(client):
    text = f"Of these 30 were late {'and so on ' * 60}in all."
    edition(number("30", places=("p-1",)), sections=one_paragraph(text))
    quoted = client.get(PAGE).content.decode().partition("<q>")[2].partition("</q>")[0]
    assert quoted.endswith(" …") and len(quoted) <= LONGEST + 2
    assert text.startswith(quoted.removesuffix(" …"))


@pytest.mark.long
def test_another_figure_stands_next_to_it_date_by_date_without_a_difference(client):
    then = (number("24", BEFORE), number("7", BEFORE, key="dbs.due", title="Due"))
    edition(*then, period_end=BEFORE)
    edition(number("30"))
    page = words(client.get(PAGE, {"figure": "dbs.due"}))
    assert "no difference between them is worked out" in page
    table = page[page.index("next to Due") :]
    assert table.index("30") < table.index("–") < table.index("24") < table.index("7")
    for asked in ("none", "dbs.overdue", "dbs.due/x", "\x00", "9" * 5000):
        answer = client.get(PAGE, {"figure": asked})
        assert answer.status_code == 200 and "next to" not in words(answer)


def test_nothing_of_a_removed_or_foreign_report_is_listed(client):
    edition(number("30"))
    assert client.get("/elsewhere/figures/").status_code == 404
    assert set(latest()) == {("dbs.overdue", "")}


def test_the_list_is_narrowed_by_words_of_titles(client):
    indexed(number("24", title="People late"), number("3", key="dbs.due", title="People due"))
    page = words(client.get(LIST, {"text": "late"}))
    assert "1 figure found" in page and "Show all figures" in page
    assert "No published figure has these words." in words(client.get(LIST, {"text": "weather"}))


def test_a_number_that_is_not_shown_says_why_and_is_in_no_line(client):
    edition(number("24", BEFORE), number("30"), period_end=BEFORE)
    hidden = entry("not shown", "2016-06-30", mark="withheld", count=None)
    edition(hidden, period_end="2016-06-30")
    page = words(client.get(PAGE))
    assert "so small that a person might be recognised" in page
    [figure] = latest().values()
    assert (figure.point.text, figure.before, figure.row_line) == ("not shown", None, "")
    assert "not shown" in words(client.get(LIST))


def test_a_line_has_the_values_that_are_counted_alike_the_last_twelve(client):
    days = [f"20{year:02}-06-30" for year in range(1, 16)]
    values = {day: 40 + place for place, day in enumerate(days)}
    edition(*(number(str(values[day]), day) for day in days))
    [figure] = latest().values()
    label = figure.row_line.split("<title>")[1].split("<")[0]
    wanted = "; ".join(f"{values[day]} ({day})" for day in days[-12:])
    assert label == f"{figure.title}: {wanted}"
    assert figure.row_line.count("<circle") == 12
    assert "app-row-line" in client.get(LIST).content.decode()


def test_a_line_begins_anew_where_another_group_is_counted():
    days = ("2012-06-30", "2013-06-30", "2014-06-30")
    edition(
        *(number("50", day, cohort="All staff") for day in days),
        *(number("30"), number("24", BEFORE)),
    )
    [figure] = latest().values()
    assert [point.text for point in figure.strand.points] == ["50", "50", "50", "24", "30"]
    assert figure.row_line == "" and figure.change == "Rose from 24 to 30"


def test_every_other_figure_can_be_chosen_and_none_twice(client):
    edition(number("30"), number("3", key="dbs.due", title="Due"), number("4", member="team"))
    page = client.get(PAGE).content.decode()
    chosen = page[page.index('name="figure"') :].partition("</select>")[0]
    assert [part.split('"')[0] for part in chosen.split('value="')[1:]] == [
        "",
        "dbs.due",
        "dbs.overdue/team",
    ]
    page = words(client.get(PAGE, {"figure": "dbs.overdue/team"}))
    assert "next to" in page and 'href="/netherby/figures/dbs.overdue/team/"' in page


def test_two_drawings_of_a_page_have_names_of_their_own(client):
    days = ("2013-06-30", "2014-06-30", "2015-06-30")
    first = [number(str(20 + place), day) for place, day in enumerate(days)]
    other = [number(str(3 + place), day, key="dbs.due") for place, day in enumerate(days)]
    edition(*first, *other)
    page = client.get(PAGE, {"figure": "dbs.due"}).content.decode()
    names = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(names) == len({*names})
    assert page.count("app-chart__wide") == 2


def test_dates_next_to_one_another_are_in_order_of_time_whatever_their_words(client):
    days = {"2014-06-30": "30 June 2014", "2015-06-30": "1 June 2015", "2015-12-01": "Now"}
    edition(
        *(number(str(20 + at), day, when=days[day]) for at, day in enumerate(days)),
        *(number(str(5 + at), day, when=days[day], key="dbs.due") for at, day in enumerate(days)),
    )
    page = client.get(PAGE, {"figure": "dbs.due"}).content.decode()
    table = page[page.index('id="pairs-c"') :]
    heads = [
        part.split(">")[1].split("<")[0]
        for part in table.split('<th scope="row" class="govuk-table__header"')[1:]
    ]
    assert heads == ["Now", "1 June 2015", "30 June 2014"]


def test_a_line_of_shares_has_the_height_of_the_shares():
    shares = [share(50, 100, "2013-06-30"), share(60, 200, "2014-06-30"), share(70, 280)]
    edition(*shares)
    [figure] = latest().values()
    places = figure.row_line.split('d="M')[1].split('"')[0].split("L")
    heights = [float(place.split()[1]) for place in places]
    # 50, 30 and 25 per cent: each lower than the one before, though counts grow.
    assert heights == sorted(heights) and len({*heights}) == 3
    assert values_of(figure.strand.points) == [50, 30, 25]
    mixed = [*figure.strand.points[:2], latest_point(number("70", base_count=280))]
    assert values_of(mixed) == [50, 60, 70]


def latest_point(one):
    """The point of another report that prints `one`."""
    edition(replace(one, key="dbs.due"))
    return latest()["dbs.due", ""].point


def test_the_list_compares_a_figure_with_its_target_and_a_subject_without_any_has_no_column(client):
    measure = matters.measure(slug="vacancies", title="Vacancies")
    own = number("10", key="measures.value", member="vacancies", title="Vacancies")
    edition(number("30"), own)
    assert "Compared with" not in words(client.get(LIST))
    matters.target(measure=measure)
    page = words(client.get(LIST))
    assert page.count(">Compared with</th>") == 1
    dbs, _, other = page.partition('id="subject-matters"')
    assert "Target: 8 or less." in other and "Target" not in dbs
    assert "are as recorded today" in other and "are as recorded today" not in dbs


def test_the_list_compares_children_with_england_on_its_date(client):
    compared.compared_area(area_code="E1", role="own", area_name="Netherby")
    compared.published("E1", "Netherby", "52", population=37_600)
    compared.published()
    cohort = looked_after.children_looked_after()
    edition(number("188", key="looked_after.children", population=cohort.slug))
    page = words(client.get(LIST))
    rate = "50 per 10,000 children (population of 2015)"
    assert f"{rate}. England: 60 on 31 March 2015." in page
