"""The headline figures that open a document: each compared with its earlier values, and drawn."""

import re
from dataclasses import replace

import pytest

from reports.documents import formats
from reports.documents.document import (
    HIDDEN,
    Document,
    Facts,
    Headline,
    Headlines,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
    from_json,
    text_of,
    to_json,
)
from reports.documents.headlines import FIRST_CAPTION, headline_table, parted
from reports.documents.html import page
from reports.documents.html.headlines import tiles
from reports.editions.first_figures import opened_by_all, opened_by_few
from reports.editions.headline_history import with_history
from tests.make.published_figures import entry

UNLIKE = "Not comparable with the value"
NOW, JUNE, JANUARY = "2015-12-01", "2015-06-30", "2015-01-01"


def value(count, end=NOW, **said):
    """An entry of one figure at a day, in words as print has them."""
    days = {NOW: "1 December 2015", JUNE: "30 June 2015", JANUARY: "1 January 2015"}
    said = {"count": count, "when": days[end], **said}
    return replace(entry(f"{count:,}", end), **said)


def document(*entries, shown=None, points=(), also=()):
    """A document whose first figure is a headline."""
    numbered = tuple(replace(one, number=place) for place, one in enumerate(entries, 1))
    run = Run(shown or numbered[0].text, "figure", "1")
    group = Headlines("first", (Headline("Overdue", (run,), (Run("1 December 2015"),)),), points)
    sections = (Section("one", "One", blocks=(group, *also)),)
    return Document("Netherby", "Report", Facts("head", "About"), sections, numbered)


def headline(made):
    """Its only headline figure."""
    return parted(made)[0].items[0]


@pytest.mark.parametrize(
    ("now", "then", "sentence"),
    [
        (value(30), value(24, JUNE), "Rose from 24 on 30 June 2015 to 30"),
        (value(24), value(30, JUNE), "Fell from 30 on 30 June 2015 to 24"),
        (value(30), value(30, JUNE), "No change from 30 on 30 June 2015"),
        (
            value(30, base="351", base_count=351),
            value(24, JUNE, base="346", base_count=346),
            "Rose from 24 of 346 on 30 June 2015 to 30 of 351",
        ),
        (value(1024), value(24, JUNE), "Rose from 24 on 30 June 2015 to 1,024"),
        (
            value(48000, text="£480"),
            value(47000, JUNE, text="£470"),
            "Rose from £470 on 30 June 2015 to £480",
        ),
        (value(30), value(24, JUNE, mark="withheld"), "No earlier value to compare with."),
        (value(30), value(24, JUNE, key="audits.done"), "No earlier value to compare with."),
        (
            value(30),
            value(24, JUNE, rule="Otherwise."),
            f"{UNLIKE} on 30 June 2015: what is counted, or its rule, is defined differently.",
        ),
        (
            value(30, start="2015-01-01", when="the year"),
            value(24, JUNE, start="2015-01-01", when="the half-year"),
            f"{UNLIKE} for the half-year: they do not cover the same number of whole months.",
        ),
    ],
)
def test_a_value_is_compared_with_the_last_one_that_is_alike(now, then, sentence):
    assert headline(with_history(document(now), ((then,),))).change == sentence
    # It may as well stand in the same document.
    assert headline(with_history(document(now, then), ())).change == sentence


def test_a_share_goes_up_where_its_part_of_the_base_does():
    now = value(30, base="40", base_count=40)
    then = value(24, JUNE, base="30", base_count=30)
    share = headline(with_history(document(now, shown="75%"), ((then,),)))
    assert share.change == "Fell from 80% (24 of 30, 30 June 2015) to 75% (30 of 40)"
    assert share.unit == ""
    assert headline(with_history(document(now), ((then,),))).unit == "of 40"
    bare = with_history(document(now, shown="75%"), ((value(24, JUNE),),))
    assert headline(bare).change == "No earlier value to compare with."


def test_the_document_itself_then_the_last_report_says_what_a_day_was():
    own, last, older = value(24, JUNE), value(25, JUNE), value(26, JUNE)
    both = ((last, value(20, JANUARY)), (older,))
    made = headline(with_history(document(value(30), own), both))
    assert made.change.startswith("Rose from 24 ")
    assert [point.count for point in made.series] == [20, 24, 30]
    assert headline(with_history(document(value(30)), both)).change.startswith("Rose from 25 ")


def test_a_number_that_is_not_shown_is_compared_with_nothing():
    hidden = replace(value(3), mark="withheld", text="not shown", count=None)
    made = document(hidden, shown="not shown")
    before = headline(made)
    assert headline(with_history(made, ((value(24, JUNE),),))) == before
    assert "svg" not in tiles(parted(made)[0], page.PRINT) and not HIDDEN.isupper()
    bare = Document("N", "P", Facts("head", "A"), ())
    assert with_history(bare, ()) is bare and parted(bare) == (None, bare)


def test_three_values_are_a_line_and_fewer_a_sentence():
    two = with_history(document(value(30)), ((value(24, JUNE),),))
    drawn = tiles(parted(two)[0], page.PRINT)
    assert "2 comparable values so far. A line needs 3." in drawn and "svg" not in drawn
    three = with_history(document(value(30)), ((value(24, JUNE), value(20, JANUARY)),))
    leading = parted(three)[0]
    items = tuple(replace(item, mark="Target: 0.") for item in leading.items)
    drawn = tiles(replace(leading, items=items), page.PRINT)
    assert drawn.count("<circle") == 3 and "20 in Jan 2015, 30 in Dec 2015" in drawn
    assert "<title>Overdue: 20 in Jan 2015; 24 in Jun 2015; 30 in Dec 2015" in drawn
    down = [float(one) for one in re.findall(r'cy="([\d.]+)"', drawn)]
    assert down == sorted(down, reverse=True) and "Target: 0." in drawn
    assert '<span aria-hidden="true">▲ </span>Rose from 24' in drawn


def test_the_shares_of_a_line_have_the_decimals_of_its_change():
    rows = ((33, 228, NOW), (31, 218, JUNE), (21, 188, JANUARY))
    now, then, first = (value(count, day, base=f"{base}", base_count=base)
                        for count, base, day in rows)  # fmt: skip
    made = with_history(document(now), ((then, first),))
    assert headline(made).change.startswith("Rose from 14.2% (31 of 218")
    drawn = tiles(parted(made)[0], page.PRINT)
    assert "11.2% (21 of 188) in Jan 2015, 14.5% (33 of 228) in Dec 2015" in drawn
    assert "14% (33" not in drawn


def test_it_opens_the_paper_and_leaves_its_section_everywhere():
    points = (ItemList("bullet", (Item("", "first-point-1", (Text((Run("Fewer."),)),)),)),)
    also = (Paragraph("p", "1.", (), (Text((Run("The text."),)),)),)
    made = with_history(document(value(30), points=points, also=also), ())
    leading, rest = parted(made)
    assert leading.main_points == points and [one.anchor for one in rest.sections[0].blocks] == [
        "p"
    ]
    opening, _, text = formats.print_html(made).partition('id="contents"')
    assert "Main points" in opening and "Fewer." in opening and 'class="tile"' in opening
    assert "The text." in text and "Fewer." not in text
    # A section of nothing else has no heading without a text.
    assert parted(document(value(30)))[1].sections == ()
    annex = Section("annex-a", "Annex A", blocks=(leading,))
    assert parted(replace(made, sections=(annex,)))[0] is None
    assert "Fewer." in text_of(made.sections)


def test_what_came_later_is_kept_where_it_is_and_an_older_document_still_reads():
    made = with_history(document(value(30)), ((value(24, JUNE),),))
    assert from_json(to_json(made)) == made
    plain = to_json(document(value(30)))
    group = plain["sections"][0]["blocks"][0]
    assert set(group) == {"is", "anchor", "items"}
    assert set(group["items"][0]) == {"is", "name", "value", "about"}
    assert headline(from_json(plain)).series == ()
    assert len(headline_table(parted(made)[0]).columns) == 4
    assert len(headline_table(parted(from_json(plain))[0]).columns) == 3


def test_a_report_that_chose_none_opens_with_its_first_figures_and_says_so():
    rows = (
        value(5, key="a"),
        value(24, JUNE, key="b"),
        value(30, key="b"),
        value(3, key="c", mark="withheld"),
        value(7, key="d", made_of=(1, 2)),
        value(8, key="e"),
        value(9, key="f"),
    )
    made = document(*rows)
    assert opened_by_all(made) is made is opened_by_few(made)
    bare = replace(made, sections=())
    opened = opened_by_few(with_history(opened_by_all(bare), ()))
    leading, rest = parted(opened)
    # What has an earlier value comes first, then the order of print.
    drawn = [(item.value[0].to, item.value[0].text, item.change) for item in leading.items]
    none = "No earlier value to compare with."
    assert drawn == [
        ("3", "30", "Rose from 24 on 30 June 2015 to 30"),
        *(("1", "5", none), ("6", "8", none)),
    ]
    assert rest == bare and from_json(to_json(opened)) == opened
    assert headline_table(leading).caption == FIRST_CAPTION
    assert f">{FIRST_CAPTION}</h2>" in formats.print_html(opened)
