"""The rules of settling typed numbers and of looking again at what was carried; no records."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.figure import Unit, Value
from assurance.runtime.periods import When
from reports.language.rules.sources import DOCUMENT, NumberSource
from reports.papers.sentences import Sentence, looked
from reports.prose.numbers import numbers
from reports.quotable.insertion.typed_numbers import (
    MOST_CHOICES,
    Choice,
    TypedNumber,
    _choices,
    number_forms,
)
from tests.cases import random_cases
from tests.sweeping import swept

REGISTER = NumberSource("register", DOCUMENT, "fostering register", date(2016, 2, 29))
DAY = When.at(date(2015, 12, 1))


def typed(text, *fits, path="text", slug="one", sources=()):
    """The first number of a text as typed, with a choice for each fit."""
    number = numbers(text)[0]
    choices = tuple(Choice(f"[[a.b{place}]]", "A", "", fit) for place, fit in enumerate(fits))
    words = text[number.start : number.end].strip()
    return TypedNumber(slug, path, "paragraph 1", number, words, text, choices, sources)


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
    "twelve came": True,
    "eight fewer came": True,
    "two young people came": True,
    "two ways to come": False,
    "Phase two came": False,
    "two kinds of placement": False,
    "two per cent came": True,
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


@swept(BEST)
def test_a_figure_is_meant_where_its_words_or_its_rarity_tell(text, fits, meant):
    one = typed(text, *fits)
    assert one.best == (None if meant is None else one.choices[meant])


def test_only_figures_of_counts_shares_and_money_must_be_settled():
    assert {text: typed(text).must for text in MUST} == MUST


def test_a_typed_number_is_stated_with_its_source_and_named_by_its_place():
    one = typed("We saw 1,204 of them", path="0-1", slug="visits", sources=(REGISTER,))
    assert one.stated == (("[[stated 1,204: register]]", REGISTER),)
    assert one.key == "visits.0-1.7"
    assert str(REGISTER) == "fostering register, 29 February 2016"


def test_a_value_is_sought_in_each_way_in_which_it_may_be_typed():
    found = [
        [(kind, str(one), form) for kind, one, form in number_forms(row)] for row, _ in SAYINGS
    ]
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


TEXTS = st.text(alphabet="ab .[]", max_size=12)


@random_cases(30)
@given(TEXTS, TEXTS, TEXTS)
def test_a_sentence_is_seen_exactly_as_it_reads(written, then, now):
    seen = looked([Sentence(written, then)])
    assert Sentence(written, now).is_seen(seen) == (then == now)
    assert not Sentence(f"{written}!", then).is_seen(seen)
    assert not Sentence(written, then).is_seen(None)
