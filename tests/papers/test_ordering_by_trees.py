"""The order of blocks reckoned a second way, as a tree of lists, and each edge of a move."""

from hypothesis import given
from hypothesis import strategies as st

from reports.papers.rules.block_order import (
    BlockPlace,
    Spot,
    depth,
    inside,
    neighbours,
    nested,
    spot_beside,
    with_block,
)
from tests.cases import random_cases
from tests.sweeping import swept

PAPER = (
    BlockPlace("purpose", "opening"),
    BlockPlace("ask", "opening"),
    BlockPlace("work", "body"),
    BlockPlace("visits", "body", "work"),
    BlockPlace("late", "body", "visits"),
    BlockPlace("early", "body", "visits"),
    BlockPlace("audits", "body", "work"),
    BlockPlace("risks", "body"),
    BlockPlace("map", "annexes"),
    BlockPlace("key", "annexes", "map"),
)
# Slug → itself and all that it holds, its neighbours, its depth.
TOLD = {
    "purpose": ("purpose", "purpose ask", 0),
    "ask": ("ask", "purpose ask", 0),
    "work": ("work visits late early audits", "work risks", 0),
    "visits": ("visits late early", "visits audits", 1),
    "late": ("late", "late early", 2),
    "early": ("early", "late early", 2),
    "audits": ("audits", "visits audits", 1),
    "risks": ("risks", "work risks", 0),
    "map": ("map key", "map", 0),
    "key": ("key", "key", 1),
}
# What is moved, where to → the paper's order afterwards.
MOVES = [
    ("ask", Spot("opening"), "ask purpose work visits late early audits risks map key"),
    ("ask", Spot("body", "work"), "purpose work ask visits late early audits risks map key"),
    ("ask", Spot("body", "", "risks"), "purpose work visits late early audits risks ask map key"),
    ("ask", Spot("annexes"), "purpose work visits late early audits risks ask map key"),
    ("visits", Spot("body"), "purpose ask visits late early work audits risks map key"),
    (
        "visits",
        Spot("body", "work", "audits"),
        "purpose ask work audits visits late early risks map key",
    ),
    ("visits", Spot("body", "", "work"), "purpose ask work audits visits late early risks map key"),
    ("visits", Spot("body", "risks"), "purpose ask work audits risks visits late early map key"),
    ("work", Spot("body", "", "risks"), "purpose ask risks work visits late early audits map key"),
    ("work", Spot("annexes", "map"), "purpose ask risks map work visits late early audits key"),
    (
        "work",
        Spot("annexes", "map", "key"),
        "purpose ask risks map key work visits late early audits",
    ),
    (
        "late",
        Spot("body", "visits", "early"),
        "purpose ask work visits early late audits risks map key",
    ),
    ("late", Spot("body", "", "visits"), "purpose ask work visits early audits late risks map key"),
    ("late", Spot("body", "", "early"), "purpose ask work visits early audits late risks map key"),
    (
        "late",
        Spot("body", "work", "early"),
        "purpose ask work visits early late audits risks map key",
    ),
    ("map", Spot("opening", "", "ask"), "purpose ask map key work visits late early audits risks"),
    ("new", Spot("body", "risks"), "purpose ask work visits late early audits risks new map key"),
    (
        "new",
        Spot("body", "", "work"),
        "purpose ask work visits late early audits new risks map key",
    ),
    (
        "new",
        Spot("annexes", "", "map"),
        "purpose ask work visits late early audits risks map key new",
    ),
    ("new", Spot("nowhere"), "purpose ask work visits late early audits risks map key new"),
    (
        "new",
        Spot("body", "", "gone"),
        "purpose ask new work visits late early audits risks map key",
    ),
]
# Slug → the spot above it and the one below; None at the first and last place.
BESIDE = {
    "purpose": (None, Spot("opening", "", "ask")),
    "ask": (Spot("opening"), None),
    "work": (None, Spot("body", "", "risks")),
    "visits": (None, Spot("body", "work", "audits")),
    "late": (None, Spot("body", "visits", "early")),
    "early": (Spot("body", "visits"), None),
    "audits": (Spot("body", "work"), None),
    "risks": (Spot("body"), None),
    "map": (None, None),
    "key": (None, None),
}


@st.composite
def heaps(draw):
    """Blocks in any order: what holds one may stand behind it, in another part, or nowhere."""
    names = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True))
    rows = []
    for name in names:
        parent = draw(st.sampled_from(["", "gone", *names]))
        rows.append(BlockPlace(name, draw(st.sampled_from(("one", "two"))), parent))
    return tuple(rows)


def by_trees(rows):
    """The order of `rows` by recursion: each list of children printed behind what holds them."""
    names = [row.slug for row in rows]

    def printed(parent):
        for row in rows:
            if (row.parent if row.parent in names else "") == parent:
                yield row
                yield from printed(row.slug)

    above = list(printed(""))
    return (*above, *(row for row in rows if row not in above))


@random_cases(30)
@given(heaps())
def test_any_heap_is_ordered_as_its_tree_prints(rows):
    assert nested(rows) == by_trees(rows)
    assert nested(nested(rows)) == nested(rows)
    assert sorted(row.slug for row in nested(rows)) == sorted(row.slug for row in rows)


@random_cases(30)
@given(heaps(), st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))
def test_no_block_is_lost_or_doubled_wherever_it_is_put(rows, slug, after):
    row = rows[0]
    for spot in (Spot("one", "", after), Spot("two", after), Spot(row.part, row.parent, row.slug)):
        order = with_block(nested(rows), slug, spot)
        assert sorted(order) == sorted({slug, *(one.slug for one in rows)})


@random_cases(30)
@given(heaps(), st.sampled_from("abcdefgh"))
def test_the_depth_is_the_number_of_blocks_above(rows, slug):
    parents = {row.slug: row.parent for row in rows}
    seen, above = [slug], parents.get(slug, "")
    while above in parents and above not in seen:
        seen.append(above)
        above = parents[above]
    rings = above in parents
    found = depth(rows, slug)
    assert found == len(seen) - 1 or (rings and found > len(parents))


@swept([*TOLD])
def test_what_a_block_holds_and_stands_beside_is_told(slug):
    held, beside, deep = TOLD[slug]
    assert " ".join(inside(PAPER, slug)) == held
    assert " ".join(neighbours(PAPER, slug)) == beside
    assert depth(PAPER, slug) == deep


@swept(MOVES)
def test_a_block_goes_where_it_was_sent(slug, spot, order):
    assert " ".join(with_block(PAPER, slug, spot)) == order


@swept([*BESIDE])
def test_up_and_down_end_at_the_first_and_last_neighbour(slug):
    assert (spot_beside(PAPER, slug, True), spot_beside(PAPER, slug, False)) == BESIDE[slug]


def test_a_block_that_holds_itself_is_kept_last():
    rows = (BlockPlace("a", "one", "a"), BlockPlace("b", "one"))
    assert [row.slug for row in nested(rows)] == ["b", "a"]
    assert inside(rows, "a") == ("a",)
    assert with_block(rows, "a", Spot("one", "", "b")) == ("b", "a")
