"""An exempt annex as the open paper has it: its heading, its category and its public-interest
sentence, and of what stands in it nothing."""

from collections.abc import Collection

from reports.documents.document import Paragraph, Run, Section, Text, references_in
from reports.papers.language.problems import Problem
from reports.papers.rules.exempt import exempt_notice, lacking


def in_its_stead(block, anchor: str) -> tuple[Paragraph, ...]:
    """What is printed of the exempt annex `block` at `anchor`, open or not."""
    return tuple(
        Paragraph(f"{anchor}-exempt-{place}", "", (), (Text((Run(sentence),)),))
        for place, sentence in enumerate(exempt_notice(block.data), 1)
    )


def unsaid(block, title: str, anchor: str) -> list[Problem]:
    """What must be said of it before the paper is sent."""
    return [Problem(f"{title} is exempt. {sentence}", anchor) for sentence in lacking(block.data)]


def led_into(sections: Collection[Section], hidden: Collection[str]) -> list[Problem]:
    """A problem for each citation, in open words, of a place that only the exempt words hold."""
    cited = {run.to: run.text for run in references_in(tuple(sections)) if run.to in hidden}
    return [
        Problem(f"“{text}” stands in an exempt annex: cite the annex instead.", to)
        for to, text in cited.items()
    ]
