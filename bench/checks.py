"""Checks: the whole page of a report's checks, against counting the same figures alone on the dates
that the report gives; and its rules, at first, opened again and once a paragraph is changed,
against reading the numbers and dates of its lines alone."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count

from django.urls import reverse

from assurance.figures.measurement import measure
from assurance.figures.registry import FIGURES
from bench.comparison import Comparison
from bench.database import Prepared
from reports.checks.context import CheckContext
from reports.checks.text_reading import read_text
from reports.papers.assembly.pipeline import assemble, questions
from reports.papers.manuscript import read
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.paper.verdict import verdict
from reports.verdicts.run import check

NUMBERS = count()


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of checks."""
    client = made.client("clerk")
    for name, paper in made.drafts:
        asked = questions(read(paper))
        address = reverse("verdicts:checks", args=[paper.series.slug, paper.slug])
        yield Comparison(
            f"checks of a {name}, {len(set(asked)):,} figures",
            partial(client.get, address),
            partial(measure, made.council, asked, FIGURES, public=False),
            partial(_agree, paper),
        )
        reading = reading_of(read(paper), assemble(read(paper)).document)
        yield Comparison(
            f"rules over a {name}, {sum(len(line.text.split()) for line in reading.lines):,} words",
            lambda reading=reading: check(_called_otherwise(reading), CheckContext()),
            partial(_read_alone, reading),
        )
        yield Comparison(
            f"the same once a {name} is opened again",
            partial(check, reading, CheckContext()),
            partial(_read_alone, reading),
        )
        changed = iter([_changed(paper, place) for place in range(made.sizes.rounds + 1)])
        yield Comparison(
            f"the same once a paragraph of a {name} is changed",
            lambda changed=changed: check(next(changed), CheckContext()),
            partial(_read_alone, reading),
        )


def _called_otherwise(reading):
    """The same report under a title that none had, of which no finding is kept."""
    return replace(reading, title=f"{reading.title} {next(NUMBERS)}")


def _changed(paper, place):
    """The reading of a report in whose middle paragraph another number is typed."""
    manuscript = read(paper)
    paragraphs = [block for block in manuscript.blocks if block.kind == "paragraph"]
    middle = paragraphs[len(paragraphs) // 2]
    other = replace(middle, text=f"{middle.text} There were {place + 1000} in all.")
    blocks = tuple(other if block is middle else block for block in manuscript.blocks)
    manuscript = replace(manuscript, blocks=blocks)
    return reading_of(manuscript, assemble(manuscript).document)


def _read_alone(reading):
    """The dates, numbers and sentences of every line, each read anew."""
    return [read_text.__wrapped__(line.text) for line in reading.lines]


def _agree(paper, ours, bare):
    """The page shows what the checks find, and a report measures what was counted alone."""
    assert ours.status_code == 200
    text = ours.content.decode()
    assert all(one.digest in text for one in verdict(paper).to_accept)
    assert dict(bare.exact) == dict(assemble(read(paper)).measured.exact)
