"""Steps with clearances that several files of tests take."""

from datetime import timedelta

import pytest

from assurance.records.refusals import Refused
from reports.approvals.clearances import operations
from reports.approvals.clearances.contents import content_of, printed_entry
from reports.approvals.clearances.states import entry_states
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from tests.make import drafts
from tests.make.clearances import LEGAL

ON, DAY = drafts.ON, timedelta(days=1)


def fresh(paper):
    """The report as its row stands."""
    return Paper.objects.get(pk=paper.pk)


def digest(paper, scope=LEGAL):
    """The digest of what an entry prints now."""
    return printed_entry(content_of(fresh(paper)), scope).digest


def clear(paper, by, on=ON, scope=LEGAL):
    """The report once `by` has cleared an entry as it reads."""
    operations.clear(paper=paper, scope=scope, digest=digest(paper, scope), by=by, on=on)
    return fresh(paper)


def state(paper, on=ON, scope=LEGAL):
    """How the one line about an entry stands."""
    [found] = [one for one in entry_states(fresh(paper), on) if one.scope == scope]
    return found


def write(paper, text, by, slug="law"):
    """The report with other words in a block."""
    row = paper.blocks.get(slug=slug)
    said = {"version": row.version, "words": {"text": text}, "by": by, "on": ON}
    papers.change_block(block=row, **said)
    return fresh(paper)


def add(paper, by, **said):
    """The report with one more paragraph, first in its part unless `after` is said."""
    after = said.pop("after", None)
    block = {"kind": "paragraph", "heading": "", "text": "It is new.", "parent": None, **said}
    papers.add_block(paper=paper, after=after, block=block, by=by, on=ON)
    return fresh(paper)


def refusal(operation, **said):
    """The sentence with which an operation refuses."""
    with pytest.raises(Refused) as refused:
        operation(**said)
    return refused.value.sentence
