"""What somebody says of a paper that its file does not, or says otherwise."""

from collections.abc import Mapping
from datetime import date

from reports.conversion.blocks.paper_file import UNKNOWN_COMMITTEE, slugged

MOST_TRIES = 200


def answered(
    paper: Mapping,
    *,
    title: str = "",
    series: tuple[str, str] | None = None,
    committee: tuple[str, str] | None = None,
    meeting: date | None = None,
    period: tuple[date, date] | None = None,
    paper_date: date | None = None,
) -> dict:
    """The paper file with what was said in place of what was found; `series` and `committee` are
    pairs of slug and title."""
    said = dict(paper)
    if title:
        said["title"] = title
    for name, pair in (("series", series), ("committee", committee)):
        if pair:
            said[name] = {"slug": pair[0], "title": pair[1]}
    if meeting:
        held = paper["meeting"] or {"title": ""}
        said["meeting"] = {**held, "date": meeting.isoformat()}
    if period:
        said["period"] = {"start": period[0].isoformat(), "end": period[1].isoformat()}
    if paper_date:
        said["paper_date"] = paper_date.isoformat()
    if meeting or paper_date:
        said["slug"] = slug_of(said)
    return said


def slug_of(paper: Mapping) -> str:
    """The paper's name in addresses: the month of its meeting or date, else its title."""
    day = (paper["meeting"] or {}).get("date") or paper["paper_date"]
    if day:
        return f"{date.fromisoformat(day):%B-%Y}".lower()
    return slugged(paper["title"], "paper")


def free_slug(slug: str, taken) -> str:
    """`slug`, or the first like it that no other paper has."""
    tries = (slug, *(f"{slug[:55]}-{place}" for place in range(2, MOST_TRIES)))
    return next((one for one in tries if one not in taken), slug)


def names_no_committee(paper: Mapping) -> bool:
    """Whether the file did not say which committee the paper went to."""
    return paper["committee"]["title"] == UNKNOWN_COMMITTEE
