"""What anybody may read of a council's figures: an index of all that its papers print, and each
through all papers."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import public
from assurance.accounts.models.accounts import Council
from assurance.charts import raster
from assurance.runtime.caching import fingerprinted, kept
from assurance.runtime.periods import today
from reports.documents.licence import licence
from reports.editions.comparison_values import mark_of, marks_of
from reports.editions.models.editions import Edition
from reports.papers.addresses import series_address
from reports.papers.rules.subjects import SUBJECTS, subject_of
from reports.publication.figure_charts.chart import figure_chart
from reports.publication.figure_charts.picture import picture
from reports.publication.figure_history import strands
from reports.publication.forms.filters import FigureComparison, FigureFilter, LedgerFilter
from reports.publication.latest_figures import latest_figures, latest_of, latest_parts
from reports.publication.ledger import OLD, ledger
from reports.publication.models.figures import (
    FIGURES,
    RECORDS,
    TEXT_ONLY,
    EditionSubject,
    PrintedFigure,
    PrintedRecord,
)
from reports.publication.quotations.figure_quotations import quotations
from reports.publication.search.views import owner_of
from reports.publication.series_page import beside, further, left_out, value_rows

SVG = "image/svg+xml"


@public
def index(request, council):
    """Every figure that published reports print, by subject, with its last value."""
    owner = owner_of(council)
    form = FigureFilter(request.GET)
    listed = PrintedFigure.objects.public_in(council).without_differences()
    rows = listed.containing(**form.chosen())
    matches = latest_figures(council, rows.in_order().with_newest())
    rows = list(zip(matches, marks_of(owner, [row.point.entry for row in matches]), strict=True))
    groups = [_group(item.slug, item.title, rows) for item in SUBJECTS]
    groups.append(_group("", "Other figures", rows))
    context = {"groups": [group for group in groups if group["rows"]], "count": len(matches)}
    context |= {"council": owner, "filter_form": form, "licence": licence()}
    return kept(request, render(request, "publication/figure_index.html", context))


@public
def through_papers(request, council, key, member=""):
    """One figure through all published reports, with another beside it where one is chosen."""
    strands = strands_of(council, key, member)
    figure = latest_of(council, strands)
    printed = PrintedFigure.objects.public_in(council).without_differences()
    data = request.GET if "figure" in request.GET else None
    form = FigureComparison(data, figures=printed.gathered(), without=figure)
    owner = council_of(council)
    rows = [(strand, value_rows(strand), figure_chart(owner, strand)) for strand in strands]
    context = {"figure": figure, "strands": rows, "newest": figure.strand}
    context["is_drawn"] = any(chart for *_, chart in rows)
    context |= {"entry": figure.point.entry, "council": owner, "licence": licence()}
    parts = [(part, "") for part in latest_parts(council, figure)]
    context |= {"mark": mark_of(owner, figure.point.entry), "parts": parts}
    context |= {"quotations": quotations(figure), "comparison": form}
    if chosen := form.chosen_figure():
        others = further(strands_of(council, *chosen), strands)
        other = latest_of(council, others)
        rest = [*left_out(figure, strands), *left_out(other, others)]
        context |= {"other": other, "pairs": beside(figure, other), "left_out": rest}
        context |= {"other_chart": figure_chart(owner, other.strand)}
    return kept(request, render(request, "publication/figure_series.html", context))


@public
def picture_of(request, council, key, member=""):
    """The chart of a figure as an SVG file with its source and address; 404 without a chart."""
    return _saved(request, _drawn(request, council, key, member).encode(), f"{key}.svg", SVG)


@public
def png_of(request, council, key, member=""):
    """The same picture as PNG, for slides; drawn once until its values change."""
    drawn = _drawn(request, council, key, member).partition("\n")[2]
    return _saved(request, raster.png_of(drawn), f"{key}.png", "image/png")


def _drawn(request, council, key, member):
    owner = council_of(council)
    chart = figure_chart(owner, latest_of(council, strands_of(council, key, member)).strand)
    if chart is None:
        raise Http404
    root = settings.PUBLIC_ADDRESS.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
    return picture(chart, owner.name, f"{root}{series_address(council, key, member)}")


def _saved(request, content, name, media_type):
    answer = fingerprinted(request, content, media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _group(subject, title, rows):
    """The figures of a subject with what each is compared with, and whether any is."""
    own = [(row, mark) for row, mark in rows if subject_of(row.key) == subject]
    has_marks = any(mark for _, mark in own)
    return {"slug": subject or "other", "title": title, "rows": own, "has_marks": has_marks}


def council_of(slug):
    """The council of that slug; 404 where it has published nothing."""
    owner = owner_of(slug)
    if not Edition.objects.public_in(slug).exists():
        raise Http404
    return owner


def strands_of(council, key, member):
    """The strands of one figure; 404 where no standing paper prints it."""
    rows = PrintedFigure.objects.public_in(council).of_series(key, member).with_newest()
    result = strands(rows)
    if not result:
        raise Http404
    return result


MARKS = {FIGURES: "With figures", RECORDS: "With records", TEXT_ONLY: "In words"}

# The columns of the table of papers: the last ones.
MOST_PAPERS = 8


@public
def show(request, council):
    """By subject: what committees were told, when, on which evidence, and where nothing."""
    owner = owner_of(council)
    current = Edition.objects.public_anywhere().public_in(council)
    form = LedgerFilter(request.GET, committees=current.committees())
    record = form.chosen().get("committee", "")
    lines, editions = lines_of(owner, record)
    context = {
        "lines": lines,
        "papers": _columns(editions[:MOST_PAPERS]),
        "table": [(line, _marks(line, editions[:MOST_PAPERS])) for line in lines],
        "council": owner,
        "filter_form": form,
        "subjects": SUBJECTS,
        "old": OLD,
        "asked": record,
        "true_on": today(),
        "licence": licence(),
    }
    return kept(request, render(request, "publication/ledger.html", context))


def _columns(editions):
    """(edition, the title of its series where another column has the same month)."""
    months = [f"{item.paper.told_on:%Y-%m}" for item in editions]
    return [
        (item, item.paper.series.title if months.count(month) > 1 else "")
        for item, month in zip(editions, months, strict=True)
    ]


def lines_of(council: Council, committee: str):
    """The ledger's lines and its editions, the last issued first."""
    current = Edition.objects.public_anywhere().public_in(council.slug).of_committee(committee)
    editions = list(current)
    index = (EditionSubject, PrintedFigure, PrintedRecord)
    readings = (model.objects.public_in(council.slug) for model in index)
    return ledger(editions, *readings, today()), editions


def _marks(line, editions):
    value = dict.fromkeys((item.pk for item in line.silent), "Not mentioned")
    value |= {edition: MARKS[how] for edition, how in line.how.items()}
    return [value[edition.pk] for edition in editions]
