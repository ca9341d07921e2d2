"""Outlines and templates that the tests of numbering share."""

import json

from reports.language import template
from reports.language.numbering import number
from reports.language.outline import OutlineBlock
from reports.language.text import parse, shape
from tests.sources import ROOT

SHIPPED = ("york-2016", "york-2017", "york-2020", "worcestershire-2016")


def plain_template(slug):
    """The data of a shipped template."""
    path = ROOT / "fixtures" / "templates" / f"{slug}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def shipped(slug, **rules):
    """A shipped template, with other numbering rules where given."""
    plain = plain_template(slug)
    plain["numbering"] |= rules
    return template.read(plain)


def plain_paper(slug):
    """The data of a shipped paper."""
    path = ROOT / "fixtures" / "papers" / f"{slug}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def block(slug, kind="paragraph", part="body", parent="", heading="", text=""):
    return OutlineBlock(slug, kind, part, parent, heading, shape(parse(text)))


def forty_nine():
    """The shape of the January 2016 paper: 48 paragraphs and a lead with three recommendations."""

    def run(first, last, part="body", parent=""):
        return [block(f"p{n}", part=part, parent=parent) for n in range(first, last + 1)]

    six = "The period saw:\ni. a\nii. b\niii. c\niv. d\nv. e\nvi. f"
    rows = [
        *run(1, 2, part="introduction"),
        block("safeguarding", "section", heading="Safeguarding developments"),
        *run(3, 38, parent="safeguarding"),
        block("looked-after", "section", heading="Looked-after children"),
        *run(39, 43, parent="looked-after"),
        block("activity", "section", parent="looked-after", heading="Activity overview"),
        *run(44, 47, parent="activity"),
        block("wider", "section", heading="Wider engagement"),
        *run(48, 48, parent="wider"),
        *[block(f"rec-{n}", "recommendation", "recommendations") for n in (1, 2, 3)],
    ]
    return [
        block("p22", parent="safeguarding", text=six) if one.slug == "p22" else one for one in rows
    ]


def numbered(blocks, slug="york-2016", **rules):
    """The addresses of an outline under a shipped template."""
    return number(blocks, shipped(slug, **rules))
