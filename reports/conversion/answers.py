"""What somebody says of a paper that its file does not, or says otherwise."""

from collections.abc import Mapping
from datetime import date

from reports.conversion.blocks.paper_file import UNKNOWN_COMMITTEE, slugged

MOST_TRIES = 200


def apply_answers(
    paper: Mapping,
    *,
    title: str = "",
    series: tuple[str, str] | None = None,
    committee: tuple[str, str] | None = None,
    meeting: date | None = None,
    period: tuple[date, date] | None = None,
    paper_date: date | None = None,
) -> dict:
    """The paper file with the answers in place; `series` and `committee` are (slug, title)."""
    fields = dict(paper)
    if title:
        fields["title"] = title
    for name, pair in (("series", series), ("committee", committee)):
        if pair:
            fields[name] = {"slug": pair[0], "title": pair[1]}
    if meeting:
        current = paper["meeting"] or {"title": ""}
        fields["meeting"] = {**current, "date": meeting.isoformat()}
    if period:
        fields["period"] = {"start": period[0].isoformat(), "end": period[1].isoformat()}
    if paper_date:
        fields["paper_date"] = paper_date.isoformat()
    if meeting or paper_date:
        fields["slug"] = slug_of(fields)
    return fields


def slug_of(paper: Mapping) -> str:
    """The paper's name in addresses: the month of its meeting or date, else its title."""
    day = (paper["meeting"] or {}).get("date") or paper["paper_date"]
    if day:
        return f"{date.fromisoformat(day):%B-%Y}".lower()
    return slugged(paper["title"], "paper")


def free_slug(slug: str, clash) -> str:
    """`slug`, or the first like it that no other paper has."""
    tries = (slug, *(f"{slug[:55]}-{place}" for place in range(2, MOST_TRIES)))
    return next((item for item in tries if item not in clash), slug)


def names_no_committee(paper: Mapping) -> bool:
    """Whether the file did not say which committee the paper went to."""
    return paper["committee"]["title"] == UNKNOWN_COMMITTEE
