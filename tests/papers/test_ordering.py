"""The order of blocks: a block put elsewhere takes all that it holds and disturbs nothing else."""

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
from tests.sweeping import swept

PAPER = (
    BlockPlace("intro", "one"),
    BlockPlace("a", "two"),
    BlockPlace("a1", "two", "a"),
    BlockPlace("a1x", "two", "a1"),
    BlockPlace("a2", "two", "a"),
    BlockPlace("b", "two"),
    BlockPlace("b1", "two", "b"),
    BlockPlace("ask", "three"),
)


@st.composite
def papers(draw):
    """Nested blocks of two parts: each stands at the top or in one that came before it."""
    rows = []
    for number in range(draw(st.integers(1, 12))):
        part = draw(st.sampled_from(("one", "two")))
        held = [row.slug for row in rows if row.part == part]
        parent = draw(st.sampled_from(["", *held]))
        rows.append(BlockPlace(f"b{number}", part, parent))
    return nested(rows)


def spots(rows, slug):
    """Every place of a paper that does not stand in `slug`."""
    held = inside(rows, slug)
    for row in rows:
        if row.slug not in held:
            yield Spot(row.part, row.parent, row.slug)
            yield Spot(row.part, row.slug)
        yield Spot(row.part)


def placed(rows, slug, spot):
    """The rows as they are read once the block is at the spot, from its new order and parents."""
    order = with_block(rows, slug, spot)
    held, by_slug = inside(rows, slug), {row.slug: row for row in rows}
    for one in held:
        parent = spot.parent if one == slug else by_slug[one].parent
        by_slug[one] = BlockPlace(one, spot.part, parent)
    return nested(by_slug[one] for one in order)


def _part(row):
    return row.part


@given(papers(), st.data())
def test_a_block_put_anywhere_takes_what_it_holds_and_disturbs_nothing_else(rows, data):
    slug = data.draw(st.sampled_from([row.slug for row in rows]))
    spot = data.draw(st.sampled_from(list(spots(rows, slug))))
    after, held = placed(rows, slug, spot), inside(rows, slug)
    assert [row.slug for row in after] == list(with_block(rows, slug, spot))
    assert inside(after, slug) == held
    rest = [row for row in rows if row.slug not in held]
    assert [row for row in after if row.slug not in held] == rest
    beside = neighbours(after, slug)
    place = beside.index(slug)
    if spot.after:
        assert beside[place - 1] == spot.after
    else:
        assert place == 0


@given(papers(), st.data())
def test_up_and_down_again_leave_the_paper_as_it_was(rows, data):
    slug = data.draw(st.sampled_from([row.slug for row in rows]))
    up = data.draw(st.booleans())
    spot = spot_beside(rows, slug, up)
    beside = neighbours(rows, slug)
    if spot is None:
        assert slug == beside[0 if up else -1]
        return
    there = placed(rows, slug, spot)
    moved = list(beside)
    place = moved.index(slug)
    other = place - 1 if up else place + 1
    moved[place], moved[other] = moved[other], moved[place]
    assert list(neighbours(there, slug)) == moved
    back = placed(there, slug, spot_beside(there, slug, not up))
    # Parts print one after the other, however their blocks lie among each other.
    assert sorted(back, key=_part) == sorted(rows, key=_part)


@swept(
    [
        (Spot("two", "", "a"), "intro a a1 a1x a2 new b b1 ask"),
        (Spot("two", "", "a1x"), "intro a a1 a1x a2 new b b1 ask"),
        (Spot("two", "a", "a1"), "intro a a1 a1x new a2 b b1 ask"),
        (Spot("two", "a"), "intro a new a1 a1x a2 b b1 ask"),
        (Spot("two"), "intro new a a1 a1x a2 b b1 ask"),
        (Spot("two", "", "intro"), "intro new a a1 a1x a2 b b1 ask"),
        (Spot("four"), "intro a a1 a1x a2 b b1 ask new"),
        (Spot("two", "b", "gone"), "intro a a1 a1x a2 b new b1 ask"),
    ]
)
def test_a_new_block_comes_where_it_was_asked_for(spot, order):
    assert " ".join(with_block(PAPER, "new", spot)) == order


def test_how_deep_a_block_stands_is_counted_even_in_a_ring():
    assert [depth(PAPER, slug) for slug in ("a", "a1", "a1x", "gone")] == [0, 1, 2, 0]
    ring = (BlockPlace("x", "one", "y"), BlockPlace("y", "one", "x"))
    assert depth(ring, "x") > 1
    assert nested(ring) == ring
    assert with_block(ring, "new", Spot("one", "z", "x"))[-3:] == ("new", "x", "y")
