"""A word typed with an error finds what its nearest printed word finds, and the page says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.editions.models.editions import Edition
from reports.publication.search import query
from reports.publication.search.corrections import (
    corrected,
    corrections,
    distance,
    nearest,
    parted,
    unknown_words,
)
from reports.publication.search.query import few_keys, printed_words, search
from reports.publication.search.question import read_question
from reports.publication.search.scores import Candidate
from reports.vocabulary.stems import stems
from tests.cases import random_cases
from tests.publication.search.published_papers import edition
from tests.sweeping import swept

WORDS = st.text(alphabet="abcd", max_size=7)
VOCABULARY = {
    "safeguarding": 40,
    "strategy": 12,
    "adolescent": 3,
    "inspection": 9,
    "inspector": 4,
    "children": 80,
    "childminder": 2,
    "commitment": 5,
    "judgement": 7,
    "placement": 11,
    "residential": 6,
    "care": 30,
    "core": 1,
    "form": 3,
    "from": 90,
    "dbs": 20,
}
# Typed with an error → the word meant; empty where none is near.
TYPED = [
    ("safegaurding", "safeguarding"),
    ("safegarding", "safeguarding"),
    ("safguarding", "safeguarding"),
    ("saefguarding", "safeguarding"),
    ("stratergy", "strategy"),
    ("stragety", "strategy"),
    ("adolecent", "adolescent"),
    ("inspecton", "inspection"),
    ("inpsection", "inspection"),
    ("insepctor", "inspector"),
    ("childern", "children"),
    ("childen", "children"),
    ("chidren", "children"),
    ("childmider", "childminder"),
    ("comitment", "commitment"),
    ("committment", "commitment"),
    ("judgment", "judgement"),
    ("placment", "placement"),
    ("plcaement", "placement"),
    ("residental", "residential"),
    ("caer", "care"),
    ("bare", ""),
    ("norm", ""),
    ("fron", "from"),
    ("zebra", ""),
    ("rejected", ""),
    ("dsb", ""),
    ("db", ""),
    ("2016", ""),
    ("xx", ""),
    ("entirely", ""),
    ("", ""),
]


@swept(TYPED)
def test_the_nearest_word_takes_the_place_of_one_typed_with_an_error(typed, meant):
    assert nearest(typed, VOCABULARY) == meant


def test_of_words_equally_near_the_first_letter_decides_and_then_the_commonest():
    assert nearest("fram", {"form": 90, "gram": 90, "from": 2}) == "from"
    assert nearest("cart", {"card": 3, "care": 9, "dart": 50}) == "care"
    assert nearest("cart", {}) == ""


@swept(
    [
        ("childrencare", "children care"),
        ("placementform", "placement form"),
        ("formcare", "form care"),
        ("dbschildren", ""),
        ("childrenzebra", ""),
        ("children", ""),
        ("", ""),
    ]
)
def test_two_words_typed_as_one_are_parted_where_both_are_known(typed, meant):
    assert parted(typed, VOCABULARY) == meant


def test_of_several_places_to_part_a_word_the_commonest_words_decide():
    assert parted("overseasons", {"over": 9, "seasons": 3, "overs": 1, "easons": 1}) == (
        "over seasons"
    )


def slowly(one, other):
    """The distance by its definition: every last step tried."""
    if not one or not other:
        return len(one) + len(other)
    steps = [
        slowly(one[:-1], other) + 1,
        slowly(one, other[:-1]) + 1,
        slowly(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if one[-2:] == other[-2:][::-1] and len(one) > 1 and len(other) > 1:
        steps.append(slowly(one[:-2], other[:-2]) + 1)
    return min(steps)


@random_cases(15)
@given(st.text(alphabet="abc", max_size=4), st.text(alphabet="abc", max_size=4))
def test_the_distance_is_that_of_trying_every_step(one, other):
    assert distance(one, other) == slowly(one, other)


@random_cases(25)
@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways_and_nothing_between_equals(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) is (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@random_cases(20)
# A shorter word that lost its first letter is short, and near to none that begins otherwise.
@given(st.text(alphabet="abcdef", min_size=7, max_size=12), st.integers(0, 11), st.integers(0, 3))
def test_one_letter_wrong_is_always_forgiven(word, place, how):
    at = place % (len(word) - 1)
    typed = (
        word[:at] + word[at + 1 :],
        word[:at] + "z" + word[at:],
        word[:at] + "z" + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )[how]
    assert nearest(typed, {word: 1}) == word


@swept(
    [
        ("Safegaurding of childen?", "safeguarding of children?"),
        ("safegaurding", "safeguarding"),
        ("no error", "no error"),
        ("childen’s, childen", "children, children"),
        ("", ""),
    ]
)
def test_the_words_around_a_corrected_one_stay(text, after):
    assert corrected(text, {"safegaurding": "safeguarding", "childen": "children"}) == after


@swept(
    [
        ("zebra audits", ("zebra",)),
        ("audits", ()),
        ("auditing", ()),
        ('"zebra"', ()),
        ("dbs", ()),
        ("54321", ()),
        ("the cat", ()),
        ("zebra lions", ("zebra", "lions")),
    ]
)
def test_a_word_that_no_candidate_has_is_unknown(text, words):
    candidates = [Candidate("figures", 1, stems("Audits done")), Candidate("figures", 2, "")]
    assert unknown_words(read_question(text, {}), candidates) == words


@pytest.mark.django_db
def test_what_the_reports_print_is_never_corrected_and_what_they_do_not_is():
    edition("The zebra was counted.", "Safeguarding of children.")
    editions = Edition.objects.public_in("netherby").readable()
    assert corrections(["zebra", "safegaurding", "zzzzzz"], editions) == {
        "safegaurding": "safeguarding"
    }
    assert corrections(["zebra"], editions) == {}
    assert corrections([], editions) == {}
    # A name is no typing error of a common word.
    assert corrections(["wren"], editions) == {}
    assert corrections(["size"], editions) == {}
    # Another ending of a common word is an error in it.
    assert corrections(["happend"], editions).keys() == {"happend"}
    # A database has this stem, of another word.
    edition("Independent visitors.")
    assert corrections(["independant"], editions) == {"independant": "independent"}
    assert corrections(["independent"], editions) == {}
    assert corrections(["zebracounted"], editions) == {"zebracounted": "zebra counted"}
    none = Edition.objects.none()
    assert corrections(["zebras"], none) == {}


@pytest.mark.django_db
def test_no_word_of_a_removed_or_another_councils_report_is_offered():
    edition("The zebra was counted.")
    elsewhere = Edition.objects.public_in("elsewhere").readable()
    assert corrections(["zebar"], elsewhere) == {}


@pytest.mark.django_db
def test_a_very_word_is_known_from_another_of_its_stem():
    edition("The zebra was counted.", "Independent visitors.")
    editions = Edition.objects.public_in("netherby").readable()
    few = few_keys(editions)
    assert len(few) == 1
    for named in (few, None):
        typed = ["zebra", "zebras", "independant", "visitors"]
        assert printed_words(typed, editions, named) == {"zebra", "visitors"}
    assert printed_words(["zebra"], Edition.objects.public_in("elsewhere").readable()) == set()
    # A plural of what is printed is no error.
    assert corrections(["zebras"], editions) == {}


@pytest.mark.django_db
def test_many_editions_are_not_named_one_by_one(monkeypatch):
    edition("The zebra was counted.")
    editions = Edition.objects.public_in("netherby").readable()
    monkeypatch.setattr(query, "FEW", 0)
    assert few_keys(editions) == []
    assert search(["zebra"], editions).count == 1
    assert printed_words(["zebra"], editions, []) == {"zebra"}


@pytest.mark.django_db
def test_results_beyond_the_most_are_counted(monkeypatch):
    edition("A zebra.", "Another zebra.", "A third zebra.")
    editions = Edition.objects.public_in("netherby").readable()
    assert (search(["zebra"], editions).count, len(search(["zebra"], editions).keys)) == (3, 3)
    monkeypatch.setattr(query, "MOST", 2)
    found = search(["zebra"], editions)
    assert (found.count, len(found.keys)) == (3, 2)
