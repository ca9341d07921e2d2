"""How long a saved paragraph's preview and checks take in a sixty-page paper that quotes 500
figures, against the page on which it is written, and against a page of the paper with nothing but
one form.

All are asked in turn in one run, by the processor's clock, and the medians are printed with their
ratios. The paper and its records stand in a database of their own.
"""

import statistics
import sys
import time
from itertools import cycle, islice

from django.test import Client
from django.test.runner import DiscoverRunner
from django.urls import reverse

from assurance.figures import Mark
from bench.check_speed import fill
from reports.catalogue import answers, token_of
from reports.manuscript import read
from reports.operations import writing as operations
from tests import cast
from tests.reports import writing

SECTIONS, PARAGRAPHS, QUOTED = 30, 12, 500
LOOKED_AT, MOST = 12, 2
TEXT = (
    "Of {} there were more than before; {}. The panel met each month and read what the board had "
    "sent; nothing was held back from it. See [[para:{}]].\n\ni. one of them\nii. the rest"
)


def main():
    """Prints the medians and ratios; 1 where the preview takes more than twice the page."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    own = runner.setup_databases()
    try:
        clerk = cast.clerk()
        fill(clerk.council)
        paper = sixty_pages(clerk)
        spent = measured(clerk, paper)
    finally:
        runner.teardown_databases(own)
    preview, page, form = (1000 * statistics.median(spent[one]) for one in spent)
    print(f"preview and checks of a paragraph: {preview:.0f} ms")
    print(f"the page on which it is written: {page:.0f} ms, ratio {preview / page:.2f}")
    print(f"a page with one form: {form:.0f} ms, ratio {preview / form:.2f}")
    print(f"at most {MOST} times the page on which it is written")
    return int(preview > MOST * page)


def sixty_pages(clerk):
    """A paper of 30 sections with 12 paragraphs each, which quote 500 figures between them."""
    small = writing.written(clerk)
    held = [
        token_of(figure, value, at)
        for figure, at, _when, value in answers(read(small))
        if value.mark == Mark.SHOWN
    ]
    quoted = islice(cycle(held), QUOTED)
    details = {name: getattr(small, name) for name in ("period_start", "period_end", "parts")}
    return operations.start_paper(
        series=small.series,
        template=small.template,
        details={**details, "title": "Long", "slug": "long", "paper_date": writing.ON},
        names=writing.NAMES,
        blocks=writing.blocks(*_sections(quoted)),
        by=clerk,
        on=writing.ON,
    )


def measured(clerk, paper):
    """What was asked → seconds of processor time of each answer, warm."""
    client = Client()
    client.force_login(clerk)
    spent = {"preview": [], "page": [], "form": []}
    blocks = paper.blocks.filter(kind="paragraph", slug__startswith="more-")
    for block in blocks.order_by("order")[: LOOKED_AT + 1]:
        said = {"block": block.slug, "text": block.text}
        asks = {
            "preview": (client.post, _at(paper, "preview-block", "paragraph"), said),
            "page": (client.get, _at(paper, "block", block.slug), {}),
            "form": (client.get, _at(paper, "details"), {}),
        }
        for name, (ask, address, data) in asks.items():
            spent[name].append(_timed(ask, address, data))
    # The first answers of a process find nothing warm.
    return {name: times[1:] for name, times in spent.items()}


def _sections(quoted):
    before = "audits"
    for section in range(SECTIONS):
        name = f"part-{section}"
        usual = {"part": "body", "data": {}}
        yield {**usual, "slug": name, "kind": "section", "parent": "", "heading": name, "text": ""}
        for place in range(PARAGRAPHS):
            slug = f"more-{section}-{place}"
            text = TEXT.format(next(quoted, "these"), next(quoted, "those"), before)
            yield {**usual, "slug": slug, "kind": "paragraph", "parent": name, "text": text}
            before = slug


def _at(paper, name, *more):
    return reverse(f"papers:{name}", args=[paper.series.slug, paper.slug, *more])


def _timed(ask, address, data):
    begun = time.process_time()
    answer = ask(address, data)
    spent = time.process_time() - begun
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}.")
    return spent


if __name__ == "__main__":
    sys.exit(main())
