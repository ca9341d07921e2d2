"""The rules of settling typed numbers and of looking again at what was carried; no records."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.figure import Unit, Value
from assurance.runtime.periods import When
from reports.editor.typed_numbers import (
    MOST_CHOICES,
    Choice,
    TypedNumber,
    _choices,
    _sayings,
    source_of,
)
from reports.papers import quotes
from reports.papers.manuscript import BlockText
from reports.prose.numbers import numbers
from tests.cases import random_cases
from tests.sweeping import swept

DAY = When.at(date(2015, 12, 1))
BLOCK = BlockText("one", "body", "paragraph", "", "Heading", "Text of 12.", {"reason": "Why"})
UNSEEN = quotes.UNSEEN
CHANGED = "What this quotes has changed since it was confirmed: "


def typed(text, *fits, path="text", slug="one", source="The clerk, 18 January 2016"):
    """The first number of a text as typed, with a choice for each fit."""
    number = numbers(text)[0]
    choices = tuple(Choice(f"[[a.b{place}]]", "A", "", fit) for place, fit in enumerate(fits))
    words = text[number.start : number.end].strip()
    return TypedNumber(slug, path, "paragraph 1", number, words, text, choices, source)


def value(count, unit=Unit.CHILDREN, base=None):
    """A value shown."""
    return Value("a.b", "", DAY, count=count, base=base, unit=unit)


# Text, how many words of each figure stand in it → which figure is meant.
BEST = [
    ("12 came", (), None),
    ("12 came", (0,), 0),
    ("10 came", (0,), 0),
    ("9 came", (0,), None),
    ("9 came", (1,), 0),
    ("2 came", (0,), None),
    ("12 came", (0, 0), None),
    ("12 came", (1, 0), 0),
    ("12 came", (1, 1), None),
    ("12 came", (3, 2, 2), 0),
    ("12 came", (2, 2, 1), None),
    ("2 came", (1, 0), 0),
    ("−12 came", (0,), 0),
    ("−9 came", (0,), None),
    ("9.5% came", (0,), None),
]
# A number as typed → whether its paper waits for it.
MUST = {
    "12 came": True,
    "12% came": True,
    "£12 came": True,
    "0 came": True,
    "twelve came": False,
    "two per cent came": False,
    "3 percentage points more": False,
}
# A value → each way in which somebody may have typed it.
SAYINGS = [
    (value(12), [("count", "12", "number")]),
    (value(0), [("count", "0", "number")]),
    (value(30, base=351), [("count", "30", "number"), ("percent", "17/2", "percent")]),
    (value(14, base=30), [("count", "14", "number"), ("percent", "47", "percent")]),
    (value(3, base=7), [("count", "3", "number")]),
    (value(3, Unit.AUDITS, base=7), [("count", "3", "number"), ("percent", "43", "percent")]),
    (value(48_000, Unit.POUNDS), [("money", "48000", "number")]),
    (value(4850, Unit.PENCE), [("money", "97/2", "number")]),
    (value(245, Unit.HUNDREDTHS), [("count", "49/20", "number")]),
    (value(24, Unit.PER_CENT), [("percent", "24", "number")]),
    (value(2450, Unit.HUNDREDTHS_OF_A_PER_CENT), [("percent", "49/2", "number")]),
    (value(30, Unit.MORE_THAN), []),
    (value(900, Unit.OVER_TENTHS_OF_A_PER_CENT), []),
    (value(50, Unit.UNDER_TENTHS_OF_A_PER_CENT), []),
]
# What a block quoted when it was confirmed, what it quotes now → why it stops its paper.
WHY = [
    (None, {}, UNSEEN),
    (None, {"[[a.b]]": "12"}, UNSEEN),
    ({}, {}, ""),
    ({}, {"[[a.b]]": "12"}, ""),
    ({"[[a.b]]": "12"}, {}, ""),
    ({"[[a.b]]": "12"}, {"[[a.b]]": "12"}, ""),
    ({"[[a.b]]": "12"}, {"[[a.c]]": "14"}, ""),
    ({"[[a.b]]": "12"}, {"[[a.b]]": "14"}, f"{CHANGED}12 → 14."),
    (
        {"[[a.b]]": "12", "[[a.c]]": "1", "[[a.d]]": "5"},
        {"[[a.b]]": "14", "[[a.c]]": "1", "[[a.d]]": "6"},
        f"{CHANGED}12 → 14, 5 → 6.",
    ),
    ({"[[a.b]]": "12"}, {"[[a.b]]": quotes.NOTHING}, f"{CHANGED}12 → nothing is held."),
    ({quotes.LIST: "abc"}, {quotes.LIST: "abc"}, ""),
    (
        {quotes.LIST: "abc"},
        {quotes.LIST: "def"},
        f"{CHANGED}the list from the records → made of other rows.",
    ),
]
SAID = [
    (None, "nothing is held"),
    (Value("a.b", "", DAY), "nothing is held"),
    (value(12), "12"),
    (value(0), "0"),
    (value(1204), "1,204"),
    (value(30, base=351), "30 of 351"),
    (value(1204, base=2000), "1,204 of 2,000"),
    (value(48_000, Unit.POUNDS), "£48,000"),
]


@swept(BEST)
def test_a_figure_is_meant_where_its_words_or_its_rarity_tell(text, fits, meant):
    one = typed(text, *fits)
    assert one.best == (None if meant is None else one.choices[meant])


def test_only_figures_of_counts_shares_and_money_must_be_settled():
    assert {text: typed(text).must for text in MUST} == MUST


def test_a_typed_number_is_stated_with_its_source_and_named_by_its_place():
    one = typed("We saw 1,204 of them", path="0-1", slug="visits", source="A: [b] c")
    assert one.as_stated == "[[stated 1,204: A: b c]]"
    assert one.key == "visits.0-1.7"
    assert source_of("The clerk", date(2016, 1, 8)) == "The clerk, 8 January 2016"


def test_a_value_is_sought_in_each_way_in_which_it_may_be_typed():
    found = [[(kind, str(one), form) for kind, one, form in _sayings(row)] for row, _ in SAYINGS]
    assert found == [ways for _, ways in SAYINGS]


def test_figures_of_the_number_are_offered_the_likest_first():
    figures = {
        ("count", Fraction(12)): [
            (Choice("[[a.one]]", "One", "1 May 2015"), frozenset({"boat"})),
            (Choice("[[a.two]]", "Two", "1 June 2015"), frozenset({"boat", "car"})),
            (Choice("[[a.three]]", "Three", "1 July 2015"), frozenset()),
        ],
        ("percent", Fraction(12)): [(Choice("[[a.b | percent]]", "P", "2 May 2015"), frozenset())],
        ("money", Fraction(12)): [(Choice("[[a.pounds]]", "M", "2 May 2015"), frozenset())],
    }

    def offered(text):
        return [(one.token, one.fit) for one in _choices(numbers(text)[0], text, figures)]

    assert offered("12 boats and cars") == [("[[a.two]]", 2), ("[[a.one]]", 1), ("[[a.three]]", 0)]
    assert offered("12 on 1 July 2015")[0] == ("[[a.three]]", 2)
    assert offered("12 boats on 1 May 2015")[0] == ("[[a.one]]", 3)
    assert offered("12% of them") == [("[[a.b | percent]]", 0)]
    assert offered("£12 of it") == [("[[a.pounds]]", 0)]
    assert offered("twelve cars")[0] == ("[[a.two | words]]", 1)
    assert offered("twelve per cent") == [("[[a.b | percent]]", 0)]
    assert offered("13 boats") == offered("12.5 boats") == []


def test_no_more_than_eight_figures_are_offered():
    rows = [(Choice(f"[[a.b{place}]]", "A", ""), frozenset()) for place in range(20)]
    found = _choices(numbers("12 came")[0], "12 came", {("count", Fraction(12)): rows})
    assert [one.token for one in found] == [f"[[a.b{place}]]" for place in range(MOST_CHOICES)]


@swept(WHY)
def test_a_carried_block_stops_its_paper_until_it_is_seen_as_it_is(kept, now, sentence):
    assert quotes.why_not_confirmed(kept, now) == sentence


def test_what_is_quoted_is_told_with_its_base():
    assert [quotes._value_text(one) for one, _ in SAID] == [words for _, words in SAID]


def test_a_confirmation_is_of_these_words_and_these_figures_alone():
    now = {"[[a.b]]": "12", "[[a.c]]": "14"}
    mark = quotes.mark_of(BLOCK, now)
    assert mark == quotes.mark_of(BLOCK, dict(reversed(now.items())))
    assert mark == quotes.mark_of(BlockText(*[*vars(BLOCK).values()][:7], carried=True), now)
    others = [
        quotes.mark_of(BLOCK, {}),
        quotes.mark_of(BLOCK, {**now, "[[a.b]]": "13"}),
        quotes.mark_of(BLOCK, {**now, "[[a.d]]": "1"}),
        quotes.mark_of(BlockText("one", "body", "paragraph", "", "", BLOCK.text, BLOCK.data), now),
        quotes.mark_of(BlockText("one", "body", "paragraph", "", "Heading", "", BLOCK.data), now),
        quotes.mark_of(BlockText("one", "body", "paragraph", "", "Heading", BLOCK.text, {}), now),
    ]
    assert len({mark, *others}) == 1 + len(others)
    assert {len(one) for one in (mark, *others)} == {32}


QUOTES = st.dictionaries(st.sampled_from(("a", "b", "c", quotes.LIST)), st.sampled_from("123"))


@random_cases(30)
@given(QUOTES, QUOTES)
def test_a_block_stops_exactly_where_something_quoted_twice_says_otherwise(kept, now):
    otherwise = [raw for raw in kept if raw in now and kept[raw] != now[raw]]
    assert bool(quotes.why_not_confirmed(kept, now)) == bool(otherwise)
    assert quotes.why_not_confirmed(kept, now).count("→") == len(otherwise)
