"""The demonstration's paper files as tests read them."""

import json
from pathlib import Path

from reports.papers.language import structure, template, text
from reports.papers.language.numbering import number

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def read(name):
    return json.loads((FIXTURES / "papers" / f"{name}.json").read_text(encoding="utf-8"))


def template_of(paper):
    path = FIXTURES / "templates" / f"{paper['template']}.json"
    return template.read(json.loads(path.read_text(encoding="utf-8")))


def numbering_of(paper):
    return number(structure.outline(paper["blocks"]), template_of(paper))


def paragraphs(paper):
    return [block for block in paper["blocks"] if block["kind"] == "paragraph"]


def texts(plain):
    """Every string under `plain` that a reader could see, in order."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for value in plain.values():
            yield from texts(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from texts(value)


def said(block):
    return "\n\n".join([block["heading"], block["text"], *texts(block["data"])])


def tokens(paper):
    return [token for block in paper["blocks"] for token in text.quotes(said(block))]


def numbers(paper):
    """Paragraph slug → the number that straight numbering gives it."""
    return {block["slug"]: place for place, block in enumerate(paragraphs(paper), 1)}


def sizes(block):
    """A tuple per list of the block: how many items it has, and how many stand under each."""
    listings = [part for part in text.parse(block["text"]) if isinstance(part, text.Listing)]
    return [
        (
            len(listing.items),
            [
                len(part.items)
                for item in listing.items
                for part in item.content
                if isinstance(part, text.Listing)
            ],
        )
        for listing in listings
    ]


def block_of(paper, slug):
    return next(block for block in paper["blocks"] if block["slug"] == slug)
