"""One block as readers will have it, while it is being written."""

from reports.freezing import assembled
from reports.manuscript import Manuscript, Written
from reports.papers.problems import Problem
from reports.render.places import places


def preview(manuscript: Manuscript, block: Written):
    """(the block as a document has it, or None where it prints nothing; its problems) were it
    saved as `block`."""
    changed = manuscript.with_block(block)
    made = assembled(changed)
    anchor = changed.numbering.of(block.slug).anchor
    place = places(made.document).get(anchor)
    problems = tuple(
        Problem(one.sentence)
        for one in made.problems
        if one.place == anchor or one.place.startswith(f"{anchor}-")
    )
    return place and place.thing, problems
