import pytest

from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.make import looked_after
from tests.make.drafts import POSITION, written

pytestmark = pytest.mark.django_db


def test_x():
    clerk = cast.clerk()
    looked_after.census(
        council=clerk.council,
        date=POSITION.end,
        total=188,
        parts={"placement": {"agency_foster": 27, "own_foster": 19, "not_broken_down": 142}},
    )
    m = read(written(clerk, with_records=False))
    T = "[[sum looked_after.placement:agency_foster + looked_after.placement:own_foster%s]]"
    text = "\n\n".join(
        [
            T % "",
            T % " @position | words",
            T % " | percent",
            T % " | percent base",
            "[[share looked_after.placement:own_foster of looked_after.children]]",
            "[[difference looked_after.children - looked_after.placement:own_foster | number]]",
            "[[share (stated 2: list of 2017) of (stated 139: list of 2017)]]",
            "[[sum looked_after.placement:own_foster + looked_after.placement:own_foster]]",
            "[[sum looked_after.placement:own_foster + looked_after.children]]",
            "[[sum looked_after.placement:own_foster + looked_after.placement:own_foster2]]",
            "[[difference looked_after.placement:own_foster - looked_after.children]]",
            "[[sum looked_after.placement:own_foster + (stated 5: card file)]]",
        ]
    )
    made = assemble(m.with_block(BlockText("d", "body", "paragraph", "work", "", text, {})))
    for t in made.document.sections[1].blocks[-1].content:
        print([(r.text, r.kind, r.to) for r in t.runs])
    for e in made.document.figures:
        print(e)
    for p in made.problems:
        print(p)
