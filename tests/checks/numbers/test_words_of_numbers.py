"""What the rules about numbers read words by: marks, phrases, pairs, bands, claims, directions."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reports.checks.numbers.statements import statements
from reports.checks.reading import PARAGRAPH, Line
from reports.prose.dates import dates
from reports.prose.numbers import numbers
from reports.prose.quantities.arithmetic import Change, last_word, way_of, wrong_amount, wrong_times
from reports.prose.quantities.bands import ENDLESS, band_of, period_of
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.prose.quantities.phrases import PEOPLE, pairs, phrase_after, same_thing, stem, stems


def line(text):
    """A paragraph of that text."""
    return Line("para-1", "paragraph 1", PARAGRAPH, text)


def number(text):
    """The one number of a text."""
    return numbers(text)[0]


def test_a_sentence_shows_its_numbers_and_dates_as_marks():
    said = line("On 1 May 2015, 14 of the 30 (47%) cost £48k. Two came by 5.30pm, aged 14 to 15.")
    assert [one.text for one in said.marked] == [
        "On ⟦d0⟧, ⟦c1⟧ of the ⟦c2⟧ (⟦p3⟧) cost ⟦m4⟧.",
        "⟦c5⟧ came by ⟦x6⟧pm, aged ⟦x7⟧ to ⟦x8⟧.",
    ]
    first, second = said.marked
    assert [one.words for one in first.marks("cp")] == ["14", "30", "47%"]
    assert [one.words for one in second.marks("c")] == ["Two"]
    assert first.said() == "On 1 May 2015, 14 of the 30 (47%) cost £48k."
    assert first.thing(2).value == 30


@given(st.lists(st.sampled_from(["14 of 30", "on 1 May 2015", "(47%)", "£48k", "no", ". ", "a"])))
def test_what_the_marks_hide_can_always_be_said_again(pieces):
    said = line(" ".join(pieces))
    for one in said.marked:
        whole = said.text[one.start : one.end]
        assert one.said().split() == whole.split()


def test_a_phrase_ends_before_a_verb_a_mark_or_a_stop():
    found = {
        " children looked after by the council": "children looked after",
        " members of staff for whom a check is due": "members of staff",
        " visits were late": "visits",
        " strengths and areas": "strengths",
        " plans (⟦p3⟧)": "plans",
        " of the rest, perhaps": "of the rest",
        "": "",
    }
    assert {text: phrase_after(text) for text in found} == found


def test_words_are_brought_to_stems():
    found = {
        **{"children": "child", "families": "family", "reviews": "review", "addresses": "address"},
        **{"staff": "staff", "carer's": "carer", "process": "process", "policies": "policy"},
        **{"cases": "case", "bus": "bus", "carers’": "carer", "people": "person"},
    }
    assert {word: stem(word) for word in found} == found
    assert stems("the looked after children") == stems("children looked after")
    assert same_thing(stems("staff"), stems("members of staff"))
    assert not same_thing(stems("audits"), stems("visits"))
    assert not same_thing(stems("the"), stems("staff"))


def test_people_are_known_by_their_nouns():
    people = ("children", "young people", "foster carers", "families", "staff", "care leavers")
    things = ("plans", "teams", "meetings", "policies", "years")
    assert [one for one in people if not PEOPLE.fullmatch(one)] == []
    assert [one for one in things if PEOPLE.search(one)] == []


def test_pairs_are_read_in_every_form():
    said = {
        "14 of the 30 audits": ("14", "30"),
        "14 out of 30": ("14", "30"),
        "14 audits of the 30": ("14", "30"),
        "14/30 audits": ("14", "30"),
        "£48k of the £1.2m budget": ("£48k", "£1.2m"),
        "fourteen of a possible thirty": ("fourteen", "thirty"),
        "14 of all of the 30": ("14", "30"),
    }
    found = {
        text: [(one.count.words, one.base.words) for one in pairs(line(text).marked[0])]
        for text in said
    }
    assert found == {text: [pair] for text, pair in said.items()}
    apart = (
        "14 of 0 files",
        "14 and 30",
        "14 children, 30 adults",
        "14 in May of 2015",
        "14 of the children",
    )
    assert [text for text in apart if list(pairs(line(text).marked[0]))] == []


def test_bands_are_read_in_every_form():
    found = {
        **{"0 to 4": (0, 4), "5–9": (5, 9), "aged 10-15": (10, 15), "16/17": (16, 17)},
        **{"16 and over": (16, ENDLESS), "18+": (18, ENDLESS), "under 1": (0, 0)},
        **{"over 20": (21, ENDLESS), "17": (17, 17), "between 3 and 5": (3, 5)},
        **{"Good": None, "2014–2015": None, "9 to 4": None, "12 audits": None, "": None},
    }
    read = {text: band_of(text) for text in found}
    assert {text: one and (one.first, one.last) for text, one in read.items()} == found


@given(
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted),
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted),
)
def test_bands_overlap_and_nest_as_sets_of_numbers_do(one, other):
    first, second = (band_of(f"{low} to {high}") for low, high in (one, other))
    here, there = (set(range(low, high + 1)) for low, high in (one, other))
    assert first.overlaps(second) == bool(here & there) == second.overlaps(first)
    assert first.nests(second) == (here <= there or there <= here) == second.nests(first)


def test_periods_of_a_heading_are_its_first_and_last_day():
    found = {
        "April to June 2015": ("2015-04-01", "2015-06-30"),
        "November to February 2016": ("2015-11-01", "2016-02-29"),
        "July 2015": ("2015-07-01", "2015-07-31"),
        "2015": ("2015-01-01", "2015-12-31"),
        "Good": None,
        "14 of 30": None,
    }
    read = {text: period_of(text, dates(text)) for text in found}
    assert {t: one and (f"{one[0]}", f"{one[1]}") for t, one in read.items()} == found


def test_words_for_shares_allow_what_they_say():
    shares = [Fraction(one, 20) for one in range(21)]
    allowed = {
        "all": {20},
        "every": {20},
        "nearly all": set(range(16, 21)),
        "not all": set(range(20)),
        "none": {0},
        "no": {0},
        "most": set(range(11, 21)),
        "the majority": set(range(11, 21)),
        "a minority": set(range(10)),
        "half": {10},
        "more than half": set(range(11, 21)),
        "less than half": set(range(10)),
        "about half": {9, 10, 11},
        "at least half": set(range(10, 21)),
        "a quarter": {5},
        "three quarters": {15},
        "just over a third": {7, 8},
        "over a third": set(range(7, 21)),
        "a little under one in five": {3},
        "nine in twenty": {9},
        "an eighth": {2, 3},
    }
    found = {}
    for words in allowed:
        claim = claim_of(CLAIM.search(words))
        found[words] = {place for place, one in enumerate(shares) if not claim.is_denied(one)}
    assert found == allowed
    assert claim_of(CLAIM.search("9 in 5")) is None


def test_words_of_direction_are_up_or_down_unless_denied():
    ways = {
        **{"numbers rose": 1, "an increase": 1, "has grown": 1, "went up": 1},
        **{"numbers fell": -1, "a reduction": -1, "has declined": -1, "dropped": -1},
    }
    assert {text: way_of(last_word(text)) for text in ways} == ways
    denied = ("did not fall", "without an increase", "numbers", "to avoid a rise")
    assert [text for text in denied if last_word(text)] == []


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_change_is_denied_where_its_word_goes_the_other_way(before, after):
    one, other = number(f"x {before}"), number(f"x {after}")
    up, down = Change(one, other, 1, "rose"), Change(one, other, -1, "fell")
    assert up.is_denied == (after <= before)
    assert down.is_denied == (after >= before)
    right = abs(after - before)
    assert wrong_amount(up, number(f"x {right}")) is None
    assert wrong_amount(up, number(f"x {right + 1}")) is not None
    share = (right * 200 + before) // (before * 2)
    assert wrong_amount(up, number(f"{share}%")) is None
    assert wrong_amount(up, number(f"{share + 2}%")) is not None


def test_times_as_many_must_be_so_many():
    def said(words, before, after):
        return wrong_times(Change(number(f"x {before}"), number(f"x {after}"), 0, ""), words)

    right = (
        *(("doubled", 10, 20), ("nearly doubled", 10, 19), ("more than doubled", 10, 21)),
        *(("halved", 20, 10), ("trebled", 5, 15), ("went up", 10, 90)),
    )
    wrong = (
        *(("doubled", 10, 15), ("nearly doubled", 10, 12), ("more than doubled", 10, 20)),
        *(("halved", 20, 16), ("trebled", 5, 10)),
    )
    assert [one for one in right if said(*one)] == []
    assert [one for one in wrong if not said(*one)] == []


def test_a_whole_told_outright_is_a_statement_and_a_part_is_none():
    told = {
        "There were 188 children looked after on 1 December 2015.": (188, "2015-12-01", False),
        "The 120 strengths identified are below.": (120, None, True),
        "The audit looked at all staff (currently 351).": (351, None, False),
        "We found over 120 strengths and areas.": (120, None, False),
        "We had 40 cases on 1 May 2015 and 30 cases on 2 May 2015.": (40, "2015-05-01", False),
    }
    read = {text: next(iter(statements(line(text))), None) for text in told}
    assert {
        text: one and (one.value, one.on and one.on.isoformat(), one.definite)
        for text, one in read.items()
    } == told
    parts = (
        "Of these 27 were in care.",
        "There were 27 children aged 16 to 17.",
        "There were a further 12 audits.",
        "There were 27 of the children.",
        "There were a further group of very old and open cases (12).",
        "It fell from 16 places.",
        "14 audits were good, 16 were not.",
    )
    assert [text for text in parts if list(statements(line(text)))] == []


def test_ages_and_shares_in_words_count_nothing():
    said = "143 of the nineteen to twenty-one year olds, nine in twenty, and those aged twenty-two."
    assert [one.words for one in numbers(said) if one.kind == "count"] == ["143"]
