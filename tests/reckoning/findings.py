"""Findings of inspections and peer reviews reckoned again, review by review."""

import re
from functools import partial

from tests.reckoning.raw import WHOLE, Answer, Part, named

KINDS = {
    "strengths": "strength",
    "areas_for_development": "area",
    "recommendations": "recommendation",
}


def total(name, raw, asked):
    """What each report lists, or states where it lists none of the kind."""
    told = _told(name, raw, asked)
    return told and Answer({WHOLE: _part(told)}, asked.start, asked.end)


def by_theme(name, raw, asked):
    """The same by the theme's slug; what a review only states falls under none."""
    told = _told(name, raw, asked)
    if not told:
        return None
    themes = [
        theme
        for review, _, states in told
        if states is None
        for theme in raw.of("Theme", "review_id", review.id)
    ]
    if not themes:
        return None
    members = {}
    for theme in themes:
        rows = [row for _, rows, _ in told for row in rows if _slug(raw, row) == theme.slug]
        members[theme.slug] = Part(len(rows), None, named("finding", rows))
    rest = [
        (review, [row for row in rows if row.theme_id is None], states)
        for review, rows, states in told
    ]
    if any(rows or states is not None for _, rows, states in rest):
        members["not_broken_down"] = _part(rest)
    return Answer(members, asked.start, asked.end)


def _told(name, raw, asked):
    """A list of (review, its findings of the kind, the total it states where that is what
    counts); None where a report says nothing at all, or none came out."""
    told = []
    for review in raw.standing("Review", asked.council):
        if not (review.published_on and asked.start <= review.published_on <= asked.end):
            continue
        listed = raw.of("Finding", "review_id", review.id)
        listed = [row for row in listed if row.withdrawn_on is None]
        own = [row for row in listed if row.kind == KINDS[name]]
        states = None if own else getattr(review, f"stated_{name}")
        if not listed and states is None:
            return None
        told.append((review, own, states))
    return told if told and asked.cohort is None else None


def _slug(raw, row):
    return raw.by_pk("Theme")[row.theme_id].slug if row.theme_id else None


def _part(told):
    rows = [row for _, rows, _ in told for row in rows]
    stating = [(review, states) for review, _, states in told if states is not None]
    count = len(rows) + sum(states for _, states in stating)
    reviews = [review for review, _ in stating]
    return Part(count, None, named("finding", rows) | named("review", reviews))


def again(only_others, raw, asked):
    """The findings that an earlier review's finding was linked to, out of all that are listed."""
    every = []
    for review in raw.standing("Review", asked.council):
        if review.published_on and asked.start <= review.published_on <= asked.end:
            rows = raw.of("Finding", "review_id", review.id)
            every += [(row, review) for row in rows if row.withdrawn_on is None]
    if asked.cohort is not None or not every:
        return None
    found = []
    for row, review in every:
        earlier = raw.by_pk("Finding").get(row.said_before_id)
        first = earlier and raw.by_pk("Review")[earlier.review_id]
        stands = earlier and earlier.withdrawn_on is None and first.withdrawn_on is None
        if stands and not (only_others and first.body.lower() == review.body.lower()):
            found.append(row)
    part = Part(len(found), len(every), named("finding", found))
    return Answer({WHOLE: part}, asked.start, asked.end)


def points(begins, raw, asked):
    """The number that each report states after the word that it begins with."""
    members = {}
    for review in raw.standing("Review", asked.council):
        told = review.stated_points.split()
        out = review.published_on and asked.start <= review.published_on <= asked.end
        if out and told and told[:-1] == begins and told[-1].isdigit():
            members[review.slug] = Part(int(told[-1]), None, named("review", [review]))
    silent = asked.cohort is not None or not members
    return None if silent else Answer(members, asked.start, asked.end)


def people_met(by_group, raw, asked):
    """The people of each group of a standing review, on its day or the review's last."""
    reviews = {row.id: row for row in raw.standing("Review", asked.council)}
    groups = {}
    for row in raw.standing("MetGroup", asked.council):
        if row.review_id in reviews:
            day = row.met_on or reviews[row.review_id].ended_on
            if asked.start <= day <= asked.end:
                name = "-".join(row.group.lower().split()) if by_group else WHOLE
                groups.setdefault(name, []).append(row)
    # A number that nobody recorded is no nought.
    silent = any(row.number is None for rows in groups.values() for row in rows)
    if asked.cohort is not None or not groups or silent:
        return None
    members = {
        name: Part(sum(row.number for row in rows), None, named("group met", rows))
        for name, rows in groups.items()
    }
    return Answer(members, asked.start, asked.end)


def councils(by_category, raw, asked):
    """The councils of each comparison's latest table, or of each category of it."""
    reviews = {row.id: row for row in raw.standing("Review", asked.council)}
    latest = {}
    for row in raw.standing("OutcomeTable", asked.council):
        if row.review_id in reviews and row.as_at <= asked.end:
            name = f"{reviews[row.review_id].slug}__{_quoted(row.title)}"
            if name not in latest or (row.as_at, row.id) > (latest[name].as_at, latest[name].id):
                latest[name] = row
    parts = {}
    for name, row in latest.items():
        if asked.cohort is not None or (asked.since and row.as_at < asked.since):
            continue
        lines = raw.of("OutcomeCount", "table_id", row.id)
        total, rows = sum(line.count for line in lines), named("comparison of outcomes", [row])
        days = row.as_at, row.as_at
        if not by_category:
            parts[name] = Part(total, None, rows, days)
        for slug in {_quoted(line.category) for line in lines} if by_category else ():
            count = sum(line.count for line in lines if _quoted(line.category) == slug)
            parts[f"{name}__{slug}"] = Part(count, total, rows, days)
    return Answer(parts, asked.end, asked.end) if parts else None


def _quoted(text):
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


TABLE = {
    "reviews.councils_by_outcome": partial(councils, True),
    "reviews.councils_compared": partial(councils, False),
    "reviews.people_met": partial(people_met, False),
    "reviews.people_met_by_group": partial(people_met, True),
    "reviews.said_before": partial(again, False),
    "reviews.said_before_by_another": partial(again, True),
    "reviews.stated_points": partial(points, []),
    "reviews.stated_points_over": partial(points, ["over"]),
    **{f"reviews.{name}": partial(total, name) for name in KINDS},
    **{f"reviews.{name}_by_theme": partial(by_theme, name) for name in KINDS},
}
