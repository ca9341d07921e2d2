"""Short words for the tests of home: its parts by name, published reports with what they ask."""

from dataclasses import replace
from datetime import date

from django.urls import reverse

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text, to_json
from reports.publication.indexing.editions import index_edition
from reports.tasks.home_parts.parts import HomeReader
from reports.tasks.home_parts.table import parts_of
from tests.make import papers
from tests.page_requests import browser_of

# The day after the meeting of the usual report.
DAY = date(2016, 1, 19)


def parts(user, day=DAY, since=None):
    """Name → variables of each part of the home of `user`; the last of several of one name."""
    return {row.part.name: row.context for row in parts_of(HomeReader(user, day, since))}


def part(user, name, day=DAY, since=None):
    """The variables of one part, None where the page does not have it."""
    return parts(user, day, since).get(name)


def pictures(user, day=DAY):
    """Title → variables of each picture."""
    rows = parts_of(HomeReader(user, day))
    return {row.context["title"]: row.context for row in rows if row.part.name == "picture"}


def home(user):
    """The page as `user` opens it."""
    return browser_of(user).get(reverse("home"))


def body(user):
    """Its main matter."""
    return home(user).content.decode().partition("<main")[2].partition("</main>")[0]


def asking(*texts):
    """The section that asks something of members."""
    items = tuple(
        Item(f"{number}.", f"para-9-{number}", (Text((Run(text),)),))
        for number, text in enumerate(texts, 1)
    )
    lead = (Text((Run("Members are invited to:"),)), ItemList("number", items))
    whole = Paragraph("para-9", "9.", (), lead)
    return Section("part-recommendations", "Recommendations", 2, "", (whole,))


def figure(text, day, **fields):
    """The figure of the usual document with another value, counted on `day`."""
    entry = papers.document().figures[0]
    own = {"text": text, "when": f"{day:%-d %B %Y}", "start": str(day), "end": str(day)}
    count = int(text) if text.isdecimal() else None
    return replace(entry, **{**own, "count": count, **fields})


def published(*texts, figures=None, **fields):
    """An edition of a report that asks `texts` and prints `figures`, as readers find it."""
    document = replace(papers.document(), sections=(asking(*texts),) if texts else ())
    if figures is not None:
        document = replace(document, figures=tuple(figures))
    row = papers.edition(document=to_json(document), **fields)
    index_edition(row)
    return row
