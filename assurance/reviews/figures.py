"""Figures of inspections and peer reviews: what the reports published in a period found.

A review whose findings of a kind are listed is counted from the list; one that lists none of that
kind is counted from the total its report states; one that lists only other kinds has none of it.
Without either, and in a period without reports, the figure is not returned.
"""

from collections import Counter
from functools import partial
from operator import attrgetter

from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally
from assurance.figures.rules.units import Origin, Timing, Unit
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.met_groups import MetGroup, member_of
from assurance.reviews.rules import met_groups as groups
from assurance.reviews.rules.findings import TOTALS, WORDS_OF_TOTALS, listed
from assurance.reviews.rules.strengths import stated_points
from assurance.runtime.typography import with_capital

LISTED_HERE = "findings recorded here"
MET_HERE = "groups of people met by inspections and reviews, as recorded here"
NOT_BROKEN_DOWN = "not_broken_down"


def total(name, figure_request: FigureRequest) -> Reading | None:
    """How many findings of the kind called `name` the published reports hold."""
    result = _listed_findings(figure_request, name)
    return result and _reading(figure_request, result, {WHOLE: _tally(*result)})


def by_theme(name, figure_request: FigureRequest) -> Reading | None:
    """The same under each theme of those reviews; those that no theme tells apart together."""
    result = _listed_findings(figure_request, name)
    if not result:
        return None
    findings, stated = result
    themes = _themes(figure_request, [review.pk for review, _ in stated])
    if not themes:
        return None
    counts = Counter(finding.theme.slug for finding in findings if finding.theme)
    members = {
        slug: Tally(
            counts[slug], partial(_keys, [finding for finding in findings if _is_of(finding, slug)])
        )
        for slug in themes
    }
    separate = [finding for finding in findings if not finding.theme]
    if separate or stated:
        members[NOT_BROKEN_DOWN] = _tally(separate, stated)
    labels = {**themes, NOT_BROKEN_DOWN: "Not broken down by theme"}
    return _reading(figure_request, result, members, labels)


def said_before(figure_request: FigureRequest) -> Reading | None:
    """Of the findings listed of the published reports, those that an earlier review said too."""
    return _again(figure_request, lambda finding, earlier: True)


def said_by_another(figure_request: FigureRequest) -> Reading | None:
    """Of the same, those that another body said in an earlier review."""
    return _again(figure_request, lambda finding, earlier: _body(earlier) != _body(finding))


def _again(query, fits):
    every = _findings(query)
    if query.cohort is not None or not every:
        return None
    pairs = ((item, item.said_before) for item in every if item.said_before)
    again = [item for item, earlier in pairs if listed(earlier) and fits(item, earlier)]
    members = {WHOLE: Tally(len(again), lambda: _keys(again))}
    bases = {WHOLE: Tally(len(every))}
    return Reading(members, query.when, source=LISTED_HERE, bases=bases)


def _body(finding):
    return " ".join(finding.review.body.casefold().split())


def points(is_over, figure_request: FigureRequest) -> Reading | None:
    """What each published report states of strengths and areas together: a number, or, where
    `is_over`, more than a number."""
    reviews = _reviews(figure_request)
    entries = [(review, stated_points(review.stated_points)) for review in reviews]
    index = {
        item.slug: (item, values[1]) for item, values in entries if values and values[0] is is_over
    }
    if figure_request.cohort is not None or not index:
        return None
    members = {
        slug: Tally(number, partial(_stating, item)) for slug, (item, number) in index.items()
    }
    labels = {slug: item.title for slug, (item, _) in index.items()}
    return Reading(members, figure_request.when, source="the reports of the reviews", labels=labels)


def people_met(is_by_group, figure_request: FigureRequest) -> Reading | None:
    """How many people reviews met in the period, or of each group."""
    rows = MetGroup.objects.of(figure_request.council)
    every = figure_request.once_for_all("groups met", lambda span: list(rows.met_in(span)))
    met = [row for row in every if _is_within(row.met, figure_request.when)]
    if figure_request.cohort is not None or not met or not groups.are_counted(met):
        return None
    parts = {}
    for row in met:
        parts.setdefault(member_of(row.group) if is_by_group else WHOLE, []).append(row)
    members = {
        name: Tally(groups.total_of(some), partial(_met, some)) for name, some in parts.items()
    }
    labels = {name: some[0].group for name, some in parts.items() if is_by_group}
    return Reading(members, figure_request.when, source=MET_HERE, labels=labels)


def _met(rows):
    return [f"group met:{row.pk}:{row.version}" for row in rows]


def _stating(review):
    return [f"review:{review.pk}:{review.version}"]


def _listed_findings(query, name):
    """The findings listed (a list) and the reviews counted by what they state (a list), or None
    where nothing is held; a population of people has no findings."""
    reviews = _reviews(query)
    if query.cohort is not None or not reviews:
        return None
    entries = _findings(query)
    of_kind = [finding for finding in entries if finding.kind == TOTALS[name]]
    listing, speaking = ({row.review_id for row in several} for several in (of_kind, entries))
    rest = [review for review in reviews if review.pk not in listing]
    stated = [review for review in rest if review.stated_totals()[name] is not None]
    silent = {review.pk for review in rest} - {review.pk for review in stated} - speaking
    if silent:
        return None
    return of_kind, [(review, review.stated_totals()[name]) for review in stated]


def _themes(query, stated):
    # Nobody knows how a total that is only stated falls on the themes of its review.
    reviews = [review for review in _reviews(query) if review.pk not in stated]
    themes = (sorted(review.themes.all(), key=attrgetter("order")) for review in reviews)
    return {theme.slug: theme.title for rows in themes for theme in rows}


def _reviews(query):
    """The standing reviews whose reports came out in the period, in the order of their keys."""
    rows = Review.objects.of(query.council)
    reviews = query.once_for_all(
        "reviews",
        lambda span: list(rows.published_in(span).prefetch_related("themes").order_by("pk")),
    )
    return [row for row in reviews if _is_within(row.published_on, query.when)]


def _findings(query):
    """The listed findings of those reviews, in the order of their keys."""
    rows = Finding.objects.of(query.council).listed()
    rows = rows.select_related("theme", "review", "said_before__review").order_by("pk")
    findings = query.once_for_all("findings", lambda span: list(rows.published_in(span)))
    return [row for row in findings if _is_within(row.review.published_on, query.when)]


def _is_within(day, when):
    return when.start <= day <= when.end


def _reading(query, result, members, labels=None):
    titles = ", ".join(review.title for review, _ in result[1])
    source = f"{LISTED_HERE}, and totals stated by {titles}" if titles else LISTED_HERE
    origin = Origin.of_parts(Origin.of_total(stated) for stated, rows in enumerate(result) if rows)
    return Reading(members, query.when, source=source, labels=labels or {}, origin=origin)


def _tally(findings, stated):
    return Tally(
        len(findings) + sum(number for _, number in stated),
        lambda: [*_keys(findings), *(f"review:{item.pk}:{item.version}" for item, _ in stated)],
    )


def _is_of(finding, slug):
    return finding.theme is not None and finding.theme.slug == slug


def _keys(findings):
    return [f"finding:{finding.pk}:{finding.version}" for finding in findings]


def _figures(name):
    text = WORDS_OF_TOTALS[name]
    common = {
        "unit": Unit.FINDINGS,
        "timing": Timing.IN,
        "source": "inspections and peer reviews recorded here",
        "rule": f"Of each review whose report was published in the period the {text} listed here "
        "count once each; where none is listed, the total that its report states.",
        "citation": "the published report or letter of each review",
    }
    return (
        Figure(
            key=f"reviews.{name}",
            title=f"{with_capital(text)} found by inspections and reviews",
            counts=f"{text} named in the reports published in the period",
            reckon=partial(total, name),
            **common,
        ),
        Figure(
            key=f"reviews.{name}_by_theme",
            title=f"{with_capital(text)}, by theme",
            counts=f"{text} named in the reports published in the period, under each theme",
            whole=f"reviews.{name}",
            has_members=True,
            reckon=partial(by_theme, name),
            **common,
        ),
    )


CITATION = "the published report or letter of each review"
AGAIN = "A finding counts where it is linked to one of an earlier review that is not withdrawn"
again_figure = partial(
    Figure, unit=Unit.FINDINGS, timing=Timing.IN, source=LISTED_HERE, citation=CITATION
)
BEFORE = again_figure(
    key="reviews.said_before",
    title="Repeated findings",
    counts="findings of the reports published in the period that an earlier review made too",
    out_of="findings listed of the reports published in the period",
    rule=f"{AGAIN}. Findings that a report only states as a total are not listed.",
    reckon=said_before,
)
BY_ANOTHER = again_figure(
    key="reviews.said_before_by_another",
    title="Repeated findings of another body",
    counts="findings of the reports published in the period that another body made in an "
    "earlier review",
    out_of="findings listed of the reports published in the period",
    rule=f"{AGAIN} and that another body made. Two reviews are of one body where they name it "
    "alike.",
    bound_by=(BEFORE.key,),
    reckon=said_by_another,
)
POINTS = Figure(
    key="reviews.stated_points",
    title="Strengths and areas together, as a report states them",
    counts="strengths and areas for development together, as each report states them",
    unit=Unit.FINDINGS,
    timing=Timing.IN,
    source="inspections and peer reviews recorded here",
    rule="Of each review whose report was published in the period the number that it "
    "states; one that states a bound is left out.",
    citation=CITATION,
    has_members=True,
    disjoint=True,
    reckon=partial(points, False),
)
POINTS_OVER = Figure(
    key="reviews.stated_points_over",
    title="Strengths and areas together, where a report states more than a number",
    counts="strengths and areas for development together, more than so many, as each report states "
    "them",
    unit=Unit.MORE_THAN,
    timing=Timing.IN,
    source="inspections and peer reviews recorded here",
    rule="Of each review whose report was published in the period the number that it "
    "states there were more than, such as over 120.",
    citation=CITATION,
    has_members=True,
    reckon=partial(points, True),
)
met_figure = partial(
    Figure,
    unit=Unit.PEOPLE,
    timing=Timing.IN,
    source=MET_HERE,
    rule="A group counts on the date it was met, or on the last date on site where that is not "
    "known. A person in two counts in both. A period with a group without a number has no count.",
    citation=CITATION,
    gap="If a group that was met then has no number, record it.",
)
MET = met_figure(
    key="reviews.people_met",
    title="People met by inspections and reviews",
    counts="people that inspections and reviews met in the period",
    reckon=partial(people_met, False),
)
MET_BY_GROUP = met_figure(
    key="reviews.people_met_by_group",
    title="People met by inspections and reviews, by group",
    counts="people of each group that inspections and reviews met in the period",
    whole=MET.key,
    has_members=True,
    reckon=partial(people_met, True),
)
FIGURES: tuple[Figure, ...] = (
    *(figure for name in TOTALS for figure in _figures(name)),
    *(BEFORE, BY_ANOTHER, POINTS, POINTS_OVER, MET, MET_BY_GROUP),
)
