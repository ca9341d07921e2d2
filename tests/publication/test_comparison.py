"""Two published reports compared: figures of like kind, and words section by section."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reports.documents.document import Paragraph, Run, Section, Text
from reports.documents.figure_pairs import figure_pairs, months_of
from reports.publication.comparison.figures import NOT_SHOWN, compared_figures
from reports.publication.comparison.sections import (
    CHANGED,
    GONE,
    NEW,
    SAME,
    section_pairs,
)
from reports.publication.indexing.editions import section_lines
from tests.cases import random_cases
from tests.make import papers
from tests.make.published_figures import BEFORE, END, entry
from tests.sweeping import swept


def document(*figures, sections=()):
    numbered = tuple(replace(one, number=place) for place, one in enumerate(figures, 1))
    return replace(papers.document(), figures=numbered, sections=sections)


def sections(*documents):
    """The sections of two documents compared, read as their index has them."""
    return list(section_pairs(*map(section_lines, documents)))


def groups(*documents):
    """Group → texts of the figures of two documents, in order."""
    found = compared_figures("netherby", *(one.counted for one in documents))
    names = ("changed", "unlike", "same", "repeated", "new", "gone")
    return {
        name: [one.pair.entry.text for one in getattr(found, name)]
        for name in names
        if getattr(found, name)
    }


def section(anchor, *texts):
    rows = (
        Paragraph(f"{anchor}-{n}", f"{n}.", (), (Text((Run(text),)),))
        for n, text in enumerate(texts, 1)
    )
    return Section(anchor, anchor.capitalize(), blocks=tuple(rows))


def changes(before, after):
    """(old text, new text, change, otherwise) of each pair of figures."""
    return [
        (one.before and one.before.text, one.after and one.after.text, one.change, one.otherwise)
        for one in figure_pairs(before.counted, after.counted)
    ]


def test_a_figure_stands_beside_its_own_day_first_and_then_the_latest_of_its_kind():
    before = document(entry("24", BEFORE, count=24), entry("20", "2015-01-01", count=20))
    after = document(entry("30", END, count=30))
    assert changes(before, after) == [
        ("24", "30", "Rose by 6", ()),
        ("20", None, "Not in the later", ()),
    ]
    before = document(entry("24", BEFORE, count=24))
    after = document(entry("30", END, count=30), entry("25", BEFORE, count=25))
    assert changes(before, after) == [
        (None, "30", "Not in the earlier", ()),
        ("24", "25", "Corrected from 24 to 25", ()),
    ]


POINT, POINTS = "Fell by 1 percentage point", "Fell by {} percentage points"


def printed(fields, other):
    """What print has of a count or a share, `other` where there is none."""
    if fields.get("count") is None:
        return other
    if fields.get("unit") == "pence":
        pounds, pence = divmod(fields["count"], 100)
        return f"£{pounds:,}" + f".{pence:02}" * bool(pence)
    if base := fields.get("base_count"):
        return f"{100 * fields['count'] // base}%"
    return f"{fields['count']:,}"


@swept(
    [
        ({"count": 24}, {"count": 20}, "Fell by 4", ()),
        ({"count": 1024}, {"count": 24}, "Fell by 1,000", ()),
        ({"count": 24}, {"count": 24}, "The same", ()),
        (
            {"count": 4_800_000, "unit": "pence"},
            {"count": 5_250_000, "unit": "pence"},
            "Rose by £4,500",
            (),
        ),
        # What is not printed in whole pounds has a direction only.
        ({"count": 4_800_050, "unit": "pence"}, {"count": 4_800_000, "unit": "pence"}, "Fell", ()),
        # More of the same base that prints as the same share has not changed.
        ({"count": 930, "base_count": 1000}, {"count": 931, "base_count": 1000}, "The same", ()),
        # More of a larger base may be a smaller share.
        ({"count": 82, "base_count": 84}, {"count": 90, "base_count": 120}, POINTS.format(22), ()),
        ({"count": 60, "base_count": 80}, {"count": 74, "base_count": 100}, POINT, ()),
        ({"count": None}, {"count": 24}, "Reads differently", ()),
        ({"mark": "withheld"}, {"count": 24}, "Not shown", ()),
        ({"count": 24}, {"mark": "withheld"}, "Not shown", ()),
        (
            {"count": 24},
            {"count": 30, "cohort": "All"},
            "different populations",
            ("the population",),
        ),
        ({"count": 24}, {"count": 30, "rule": "Other."}, "is defined differently", ("the rule",)),
        (
            {"count": 24, "start": "2015-01-01"},
            {"count": 30, "start": "2015-07-01"},
            "do not cover the same number of whole months",
            (),
        ),
    ]
)
def test_the_change_is_in_words_and_another_definition_is_said(told, now, change, otherwise):
    before = document(entry(printed(told, "said then"), END if "start" in told else BEFORE, **told))
    after = document(entry(printed(now, "said now"), END, **now))
    [(_, _, found, differs)] = changes(before, after)
    assert differs == otherwise
    assert found == change or (found.startswith("Not comparable: ") and change in found)


def test_a_member_of_a_breakdown_is_no_other_and_figures_that_did_not_change_are_a_group():
    before = document(entry("24", BEFORE, member="north"))
    after = document(entry("30", END, member="south"))
    assert [one[2] for one in changes(before, after)] == ["Not in the earlier", "Not in the later"]
    same = document(entry("30"), entry("1", key="k")), document(entry("30"))
    assert groups(*same) == {"repeated": ["30"], "gone": ["1"]}


@swept(
    [
        ({"count": 24}, {"count": 30}, {"changed": ["30"]}),
        # The same number of a later date is no change.
        ({"count": 24, "end": BEFORE}, {"count": 24}, {"same": ["24"]}),
        ({"count": 24}, {"count": 30, "cohort": "All"}, {"unlike": ["30"]}),
        # A small number is in no difference, whichever report does not show it.
        ({"count": 24}, {"mark": "withheld"}, {"unlike": ["not shown"]}),
        ({"mark": "withheld"}, {"count": 24}, {"unlike": ["24"]}),
        ({"mark": "withheld"}, {"mark": "withheld"}, {"repeated": ["not shown"]}),
        ({"count": 24}, {"count": 24, "key": "k"}, {"new": ["24"], "gone": ["24"]}),
    ]
)
def test_only_figures_of_like_kind_are_compared(then, now, expected):
    then, now = ({"end": END, **fields} for fields in (then, now))
    made = [entry(printed(one, "not shown"), **one) for one in (then, now)]
    assert groups(*map(document, made)) == expected
    found = compared_figures("netherby", made[:1], made[1:])
    reasons = {one.why_not for one in found.unlike}
    assert (NOT_SHOWN in reasons) == (bool(then.get("mark")) != bool(now.get("mark")))
    assert found.in_both + found.in_one == sum(map(len, expected.values()))


def test_a_difference_is_listed_only_where_it_was_corrected():
    then, now = (
        entry(text, END, start=BEFORE, count=count, member="difference-1", made_of=(1, 2))
        for text, count in (("7", 7), ("6", 6))
    )
    assert groups(document(then), document(now)) == {"changed": ["6"]}
    [one] = compared_figures("netherby", [then], [now]).changed
    assert one.pair.change == "Corrected from 7 to 6"
    assert groups(document(then), document()) == groups(document(then), document(then)) == {}


def test_a_base_that_was_corrected_alone_is_a_correction_too():
    then, now = (entry("10", END, count=10, base=base, base_count=whole)
                 for base, whole in (("228", 228), ("227", 227)))  # fmt: skip
    [one] = compared_figures("netherby", [then], [now]).changed
    assert one.pair.change == "Corrected from 10 of 228 to 10 of 227"


def test_text_that_no_section_has_is_read_as_one_whatever_is_taken_out():
    def paper(*texts):
        rows = (
            Paragraph(f"para-{n}", "", (), (Text((Run(text),)),)) for n, text in enumerate(texts, 1)
        )
        return document(sections=(section("work", "One."), *rows, section("last", "Two.")))

    texts = ["In 2018 it rained.", "Last week it snowed.", "We met.", "We went on."]
    found = sections(paper(*texts), paper(*texts[2:]))
    after = "The text after “Work”"
    assert [(one.title, len(one.lines), one.alike) for one in found] == [
        ("Work", 0, 2),
        (after, 2, 2),
        ("Last", 0, 2),
    ]
    assert [(one.where, one.before, one.after) for one in found[1].lines] == [
        (after[:1].lower() + after[1:], text, "") for text in texts[:2]
    ]


def test_a_day_and_a_figure_without_days_have_no_months():
    assert months_of(entry("1", "", start="")) == months_of(entry("1", END, start=END)) == 0


def test_sections_are_the_same_changed_new_or_gone_and_a_figures_value_changes_no_word():
    before = document(
        sections=(section("same", "One."), section("old", "Two."), section("both", "A b c.", "D."))
    )
    after = document(
        sections=(section("same", "One."), section("both", "A b d.", "D.", "E."), section("fresh"))
    )
    found = sections(before, after)
    assert [(one.anchor, one.title, one.state) for one in found] == [
        ("same", "Same", SAME),
        ("both", "Both", CHANGED),
        ("fresh", "Fresh", NEW),
        ("", "Old", GONE),
    ]
    both = found[1]
    assert [(one.where, one.anchor, one.before, one.after) for one in both.lines] == [
        ("paragraph 1", "both-1", "A b c.", "A b d."),
        ("paragraph 3", "both-3", "", "E."),
    ]
    assert both.alike == 2
    assert [one.label for one in found if one.differs] == [
        "2 changes",
        "new section",
        "section removed",
    ]

    def said(text):
        run = Run(text, "figure", "1")
        rows = (Paragraph("p", "1.", (), (Text((Run("There were "), run)),)),)
        return document(entry(text), sections=(Section("s", "S", blocks=rows),))

    assert not [one for one in sections(said("30"), said("31")) if one.differs]


TEXTS = st.lists(st.sampled_from(["A b.", "A c.", "D e f.", "G."]), max_size=5)


@random_cases(25)
@given(TEXTS, TEXTS)
def test_every_line_is_alike_changed_new_or_gone_and_none_is_lost(old, new):
    [one] = sections(
        document(sections=(section("s", *old),)), document(sections=(section("s", *new),))
    )
    assert one.alike + sum(bool(line.after) for line in one.lines) == len(new) + 1
    assert one.alike + sum(bool(line.before) for line in one.lines) == len(old) + 1
    assert (one.state == SAME) == (old == new)


def test_two_long_papers_that_share_nothing_are_compared_in_a_moment():
    old, new = (
        section("s", *(f"{word} {n} of {n + 1}." for n in range(1500))) for word in ("Old", "New")
    )
    [one] = sections(document(sections=(old,)), document(sections=(new,)))
    assert one.state == CHANGED
