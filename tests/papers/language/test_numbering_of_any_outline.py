"""What holds of every outline: one address each, consecutive labels, and order that decides."""

from hypothesis import given
from hypothesis import strategies as st

from reports.papers.language import labels
from reports.papers.language.numbering import number
from tests.papers.language.outlines import SHIPPED, block, forty_nine, numbered, shipped

PARTS = ("introduction", "body", "recommendations", "annexes", "nowhere")
KINDS = (
    *("section", "paragraph", "list", "table", "chart", "records", "recommendation", "annex"),
    *("note", "paragraph", "paragraph", "section"),
)
TEXTS = ("", "x\ni. a\nii. b\n  * c\n  a. d\n* e", "* a\n* b\n\nthen\n\n* c", "1. a")
OUTLINES = st.lists(
    st.tuples(
        st.sampled_from(KINDS), st.sampled_from(PARTS), st.integers(0, 12), st.sampled_from(TEXTS)
    ),
    max_size=12,
).map(
    lambda rows: [
        block(f"b{place}", kind, part, f"b{parent}" if parent < len(rows) else "", text=text)
        for place, (kind, part, parent, text) in enumerate(rows)
    ]
)


def every_item(row):
    for one in row:
        yield one.address
        yield from every_item(one.items)


def everything(numbering):
    """Every address of a paper, the parts' and the items' too."""
    yield from numbering.blocks.values()
    yield from numbering.parts.values()
    for row in numbering.lists.values():
        yield from every_item(row)


@given(OUTLINES, st.sampled_from(SHIPPED))
def test_every_block_has_one_address_and_no_two_are_the_same(blocks, slug):
    numbering = numbered(blocks, slug)
    assert sorted(numbering.order) == sorted(one.slug for one in blocks)
    anchors = [address.anchor for address in everything(numbering)]
    assert len(anchors) == len(set(anchors))


@given(OUTLINES)
def test_paragraph_numbers_are_consecutive_in_print_order(blocks):
    numbering = numbered(blocks)
    own = [*numbering.blocks.values(), *([numbering.lead] if numbering.lead else [])]
    run = sorted(
        (one.place, one.label)
        for one in own
        if one.kind in ("paragraph", "lead") and one.label and not one.within
    )
    assert [label for _, label in run] == [f"{n}." for n in range(1, len(run) + 1)]


@given(OUTLINES, st.sampled_from(SHIPPED))
def test_labels_of_items_are_consecutive_at_each_level(blocks, slug):
    template = shipped(slug)
    numbering = number(blocks, template)

    def consecutive(row, depth):
        found = [one.address.number for one in row if one.address.label]
        style = template.style_at(depth, numbered=True)
        assert found == [labels.label(n, style) for n in range(1, len(found) + 1)]
        for one in row:
            consecutive(one.items, depth + 1)

    for owner, row in numbering.lists.items():
        consecutive(row, int(numbering.of(owner).kind == "recommendation"))


@given(st.integers(0, 55), st.sampled_from(["introduction", "safeguarding", "activity", "wider"]))
def test_a_paragraph_put_in_anywhere_moves_the_later_numbers_and_no_others(place, where):
    blocks = forty_nine()
    part, parent = ("introduction", "") if where == "introduction" else ("body", where)
    more = [*blocks[:place], block("new", part=part, parent=parent), *blocks[place:]]
    before, after = numbered(blocks), numbered(more)
    new = int(after.of("new").number)
    for slug, address in before.blocks.items():
        if address.kind == "paragraph":
            moved = int(address.number) >= new
            assert int(after.of(slug).number) == int(address.number) + moved
    assert after.lead.number == "50"


@given(st.permutations(range(6)))
def test_labels_follow_the_order_of_the_blocks(order):
    rows = [block(f"p{n}") for n in range(6)]
    numbering = numbered([rows[n] for n in order])
    assert [numbering.of(f"p{n}").label for n in order] == [f"{n}." for n in range(1, 7)]
