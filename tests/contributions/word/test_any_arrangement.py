"""Every arrangement of four neighbours in a Word file is read back in its order."""

from itertools import permutations

from reports.contributions.proposals import RequestedBlock, proposed
from reports.contributions.word.reader import read_section
from reports.contributions.word.writer import document
from tests.sweeping import swept

SECTION = 3
ROOT = RequestedBlock("root", "section", "", "What was done", "")
TEXTS = ("Managers met.", "Audits were read.", "Children spoke to us.", "Plans have changed.")
PARAGRAPHS = tuple(
    RequestedBlock(f"p{place}", "paragraph", "root", "", text) for place, text in enumerate(TEXTS)
)
BLOCKS = (ROOT, *PARAGRAPHS)
PLACES = {one.slug: place for place, one in enumerate(BLOCKS)}
ARRANGED = [order for length in range(5) for order in permutations(PARAGRAPHS, length)]


def read(*blocks):
    """The texts of the proposal that a file of these blocks makes, below its heading."""
    data = document(SECTION, "What was done", (ROOT, *blocks), PLACES, {})
    words, missed = read_section(data, SECTION, "root", BLOCKS, ())
    assert missed == [], missed
    return [one.text for one in proposed(BLOCKS, "root", words)][1:]


@swept(ARRANGED, named=lambda order: " ".join(one.slug for one in order) or "nothing")
def test_any_arrangement_is_read_back_in_its_order(*order):
    assert read(*order) == [one.text for one in order]
