"""Two reports of a council are chosen and compared: each kind of pair, and what cannot be."""

import re
from datetime import date

import pytest

from tests import cast
from tests.make import papers
from tests.make.published_figures import BEFORE, END, edition, entry
from tests.page_requests import words
from tests.publication.derived import comparison, reading
from tests.publication.derived.reading import blocks, tables

pytestmark = pytest.mark.django_db
PAGE = "/netherby/compare/"


def key(row):
    return f"{row.paper.series.slug}/{row.paper.slug}/edition-{row.number}"


def chosen(client, one, other):
    return client.get(PAGE, {"earlier": one, "later": other})


def of_series(slug, *figures, period_end=END):
    """An edition of a report of another series."""
    series = papers.series(slug, title=slug.upper())
    said = {"period_start": date(2015, 7, 1), "period_end": date.fromisoformat(period_end)}
    paper = papers.issued_paper(series=series, meeting=None, **said)
    return edition(*figures, of=paper, period_end=period_end)


@pytest.fixture
def three(db):
    """Two reports of a series, the later one corrected."""
    then = edition(entry("24", BEFORE, count=24), period_end=BEFORE)
    now = edition(entry("30", count=30))
    corrected = edition(entry("31", count=31), of=now.paper, number=2, issued_on=date(2016, 2, 1))
    return then, now, corrected


def test_every_edition_can_be_chosen_by_title_and_half_year(client, three):
    then, now, corrected = three
    page = words(client.get(PAGE))
    options = re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)', page)
    names = ("December 2015, edition 2", "December 2015", "June 2015")
    expected = [
        (key(row), f"{name}: {row.title}")
        for row, name in zip((corrected, now, then), names, strict=True)
    ]
    assert (options[:3], options[3:6]) == (expected, expected)
    assert "There is a problem" not in page


@pytest.mark.long
def test_two_reports_of_a_series_are_compared_whichever_is_named_first(client, three):
    then, now, corrected = three
    told = reading.issues("netherby")
    for pair in ((then, corrected), (corrected, then)):
        answer = chosen(client, *map(key, pair))
        by_key = {issue.key: issue for issue in told}
        comparison.assert_follows(answer, by_key[then.pk], by_key[corrected.pk], told)
        address = f"{PAGE}?earlier={key(then)}&amp;later={key(corrected)}"
        assert f'<link rel="canonical" href="{address}">' in words(answer)
    assert blocks(answer)[0] == ("h1", "June 2015 and December 2015")
    opened = client.get(PAGE, {"earlier": key(then), "later": key(now), "show": "everything"})
    assert '<details class="govuk-details" open' in words(opened) or "<details" not in words(opened)


def test_exempt_parts_are_counted_once_and_none_of_their_words_is_shown(client, three):
    then, now, corrected = three
    for row, anchors in ((then, "ab"), (corrected, "bc")):
        for letter in anchors:
            papers.exempt_annex(edition=row, anchor=f"annex-{letter}")
    told = reading.issues("netherby")
    by_key = {issue.key: issue for issue in told}
    answer = chosen(client, key(then), key(corrected))
    comparison.assert_follows(answer, by_key[then.pk], by_key[corrected.pk], told)
    assert words(answer).count("3 parts are exempt and not compared.") == 2
    assert "Lantern Trust" not in words(answer)
    papers.remove_edition(edition=now)
    assert "exempt" not in words(client.get(PAGE))


def test_two_editions_of_a_report_have_their_own_page(client, three):
    _, now, corrected = three
    answer = chosen(client, key(corrected), key(now))
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"/{now.paper.slug}/edition-1/compare/2/")
    page = blocks(client.get(answer["Location"]))
    assert tables(page)["Figures that changed"] == [
        (
            "People past their re-check date",
            "30, People past their re-check date 2015-12-01",
            "31, People past their re-check date 2015-12-01",
            "Corrected from 30 to 31",
            "",
        )
    ]


def test_of_two_series_only_figures_of_like_kind_are_compared_and_the_page_says_so(client, three):
    then, *_ = three
    other = of_series("dbs", entry("40", count=40), entry("12", count=12, key="audits.done"))
    answer = chosen(client, key(other), key(then))
    told = {issue.key: issue for issue in reading.issues("netherby")}
    names = [
        f"{row.title}, {month}" for row, month in ((then, "June 2015"), (other, "December 2015"))
    ]
    expected = comparison.of_two_series(told[then.pk], told[other.pk], names)
    assert blocks(answer) == expected
    assert [row[-2] for row in tables(blocks(answer))["Figures that changed"]] == ["▲ Rose by 16"]
    assert 'id="words-h"' not in words(answer)


@pytest.mark.long
def test_a_report_chosen_twice_a_missing_and_an_unknown_one_are_refused_in_a_sentence(
    client, three
):
    then, now, _ = three
    cases = {
        (key(then), key(then)): "Choose two different reports",
        (key(then), ""): "Choose the second report from the list",
        ("", key(then)): "Choose the first report from the list",
        ("no/such/edition-9", key(then)): "Choose the first report from the list",
    }
    for pair, sentence in cases.items():
        answer = chosen(client, *pair)
        assert answer.status_code == 200
        assert sentence in words(answer) and "<h1" in words(answer)
        assert "Figures that changed" not in words(answer)
    home = f"/netherby/reports/assurance/{now.paper.slug}/"
    same = words(client.get(f"{home}edition-1/compare/1/"))
    assert "Choose two different reports" in same
    assert client.get(f"{home}edition-1/compare/7/").status_code == 404


@pytest.mark.long
def test_a_removed_edition_is_in_no_list_and_its_refusal_says_that_it_was_removed(client, three):
    then, now, corrected = three
    papers.remove_edition(edition=now)
    assert key(now) not in words(client.get(PAGE))
    for pair in ((key(now), key(then)), (key(then), key(now))):
        page = words(chosen(client, *pair))
        assert "has been removed from publication and cannot be compared" in page
        assert "Figures that changed" not in page
    home = f"/netherby/reports/assurance/{now.paper.slug}/"
    assert client.get(f"{home}edition-1/compare/2/").status_code == 410
    assert chosen(client, key(then), key(corrected)).status_code == 200


def test_a_council_with_fewer_than_two_reports_says_so(client):
    cast.make_council()
    assert "has published fewer than two reports" in words(client.get(PAGE))
    row = edition(entry("30", count=30))
    page = words(client.get(PAGE))
    assert (
        "has published fewer than two reports" in page
        and "<select" not in page.partition("</main>")[0]
    )
    alone = words(client.get(f"/netherby/reports/assurance/{row.paper.slug}/compare/"))
    assert "there is nothing to compare this report with" in alone
    assert client.get("/nowhere/compare/").status_code == 404


@pytest.mark.long
def test_a_changed_figure_has_its_line_as_far_as_the_later_report(client):
    ends = ("2014-12-31", BEFORE, END, "2016-06-30")
    rows = [
        edition(entry(str(20 + n), end, count=20 + n), period_end=end) for n, end in enumerate(ends)
    ]
    page = words(chosen(client, key(rows[1]), key(rows[2])))
    [line] = re.findall(r'<svg class="app-row-line"[^>]*><title>([^<]*)</title>', page)
    assert (
        line == "People past their re-check date: 20 (2014-12-31); 21 (2015-06-30); 22 (2015-12-01)"
    )
    # Two values make no line.
    first = words(chosen(client, key(rows[0]), key(rows[1])))
    assert "app-row-line" not in first and "Rose by 1" in first
