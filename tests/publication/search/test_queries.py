"""What anybody may type into the search: it becomes plain phrases that hold no sign, whatever it
was, and both databases take them."""

import re
import string
import unicodedata
from itertools import product

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from reports.editions.models.editions import Edition
from reports.publication.search import index
from reports.publication.search.query import SearchResults, results, search
from reports.vocabulary.plain_text import (
    LONGEST,
    MOST,
    STOP,
    is_short_enough,
    pieces,
    plain,
    query_phrases,
)
from tests.cases import random_cases
from tests.sweeping import swept

QUOTES = '"“”„«»'
SIGNS = "\x00\x01\t\n'’\"“”„«»()*^:;-+&|!<>\\/{}[]~@#$%?.,=_ \u200b\u200d\ufeff\ue000\ue001"
TYPED = st.one_of(
    st.text(max_size=120),
    st.text(alphabet=SIGNS + "aàß1٣中বাı", max_size=120),
    st.lists(
        st.sampled_from(["AND", "OR", "NOT", "NEAR(a b, 2)", "plain_words:x", "a*", "-b", "54%"]),
        max_size=12,
    ).map(" ".join),
)
OPERATORS = (
    "AND", "OR", "NOT", "NEAR", "NEAR(a b)", "a AND", "OR b", "NOT NOT", "a NEAR/3 b", "-", "--",
    "a -b", "+a", "^a", "a*", "*", "a:b", "plain_words : a", "{a b} : c", "(", ")", "(a", "a)",
    "'", "''", "';--", "' OR 1=1 --", "\\", "a\\", "\\'", "%", "%s", "%(asked)s", "{}", "{keys}",
    "_", "!", "!a", "a & b", "a | b", "a <-> b", "a:*", ":*", "<->", "\x00", "a\x00", "\x00a",
    "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "\ue000", "\ue001",
)  # fmt: skip


def tidy(phrase):
    """Whether a phrase is letters, digits and marks alone, one space between any two words."""
    kept = all(
        one.isalnum() or unicodedata.category(one)[0] in "MC" for one in phrase if one != " "
    )
    return kept and phrase == " ".join(phrase.split()) and phrase != ""


@random_cases(20)
@given(TYPED)
def test_whatever_is_typed_becomes_plain_words_without_signs_each_where_it_stood(typed):
    phrases = query_phrases(typed)
    assert len(phrases) <= MOST and len(set(phrases)) == len(phrases)
    assert all(tidy(one) and '"' not in one and "\x00" not in one for one in phrases)
    assert not set("".join(phrases)) & set(SIGNS.replace(" ", "").replace("\u200d", ""))
    once = plain(typed)
    assert [one.word for one in pieces(typed)] == [one.word for one in pieces(typed) if one.word]
    assert plain(once) == once
    end = 0
    for one in pieces(typed):
        assert end <= one.start < one.end <= len(typed)
        assert plain(typed[one.start : one.end]) == one.word
        end = one.end


@random_cases(20)
@given(st.lists(st.text(alphabet=string.ascii_letters + " ", max_size=12), max_size=7))
def test_quotation_marks_are_paired_as_they_come(parts):
    typed = '"'.join(parts)
    closed = (len(parts) - 1) // 2 * 2
    wanted = []
    for place, part in enumerate(parts):
        words = part.lower().split()
        if place % 2 and place < closed:
            wanted.append(" ".join(words))
        else:
            wanted += [word for word in words if word not in STOP]
    in_order = [one for place, one in enumerate(wanted) if one and one not in wanted[:place]]
    # “per cent” is another word, and no concern of quotation marks.
    if "cent" not in typed.lower():
        assert query_phrases(typed) == tuple(in_order[:MOST])


@swept(list(product(QUOTES, QUOTES)))
def test_any_mark_quotes_and_any_closes(first, last):
    assert query_phrases(f"one {first}the two{last} the three") == ("one", "the two", "three")
    assert query_phrases(f"one {first}the two") == ("one", "two")


@swept(sorted(STOP))
def test_a_common_word_is_looked_for_between_quotation_marks_alone(word):
    assert (
        query_phrases(word) == query_phrases(word.upper()) == query_phrases(f"{word} {word}") == ()
    )
    assert query_phrases(f'"{word}"') == (word,)
    assert query_phrases(f'"{word} audit"') == (f"{word} audit",)
    assert query_phrases(f"{word} audit") == ("audit",)


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("child{}s", "child"),
        ("child{}S", "child"),
        ("children{}", "children"),
        ("it{}s", "it"),
        ("don{}t", "don t"),
        ("1990{}s", "1990"),
        ("boss{}s office", "boss office"),
        ("child{}sx", "child sx"),
        ("{}s", "s"),
        ("Zoë{}s", "zoe"),
    ],
)
def test_a_possessive_counts_for_nothing_and_other_apostrophes_part(mark, said, known):
    assert plain(said.format(mark)) == known


@swept(
    [
        ("0", "0"),
        ("1,351", "1351"),
        ("1,351,000", "1351000"),
        ("1,35", "1 35"),
        ("1,3510", "1 3510"),
        ("12,345.67", "12345p67"),
        ("0.5", "0p5"),
        ("25.5.1", "25p5 1"),
        ("54%", "54 percent"),
        ("54 %", "54 percent"),
        ("54 per cent", "54 percent"),
        ("54 percent", "54 percent"),
        ("54 PER CENT", "54 percent"),
        ("per century", "per century"),
        ("2015/16", "2015 16"),
        ("31.12.2015", "31p12 2015"),
    ]
)
def test_a_number_is_one_word_however_it_is_grouped(number, known):
    assert plain(number) == known


@pytest.mark.parametrize("length", [0, 1, LONGEST - 1, LONGEST, LONGEST + 1, 10_000])
def test_only_so_long_a_text_is_looked_for(length):
    assert is_short_enough("a" * length) is (length <= LONGEST)


@swept(["a", '"', "'", "a ", '" ', "%", "\x00", "’s", "1,", "per cent ", "("])
def test_ten_thousand_signs_are_gone_through_at_once(sign):
    typed = (sign * 10_000)[:10_000]
    assert len(query_phrases(typed)) <= 3
    assert len(typed) == 10_000


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_what_the_index_is_asked_for_is_quoted_word_for_word(vendor):
    joined = {"sqlite": " OR ", "postgresql": " or "}[vendor]
    phrases = query_phrases('audits "of the" x')
    assert phrases == ("audits", "of the", "x")
    assert index.expression(vendor, phrases) == '"audits" "of the" "x"'
    assert index.expression(vendor, phrases, any_of=True) == joined.join(
        ('"audits"', '"of the"', '"x"')
    )
    for typed in OPERATORS:
        said = index.expression(vendor, query_phrases(typed))
        assert re.fullmatch(r'(?:"[^"]+"(?: (?!$)|$))*', said), typed


@pytest.mark.django_db
@pytest.mark.parametrize("any_of", [False, True])
def test_no_operator_is_one_to_either_database_and_it_takes_as_many_phrases_as_may_be_asked(any_of):
    many = query_phrases(" ".join(f"word{one}" for one in range(99)))
    assert len(many) == MOST
    for phrases in (many, *map(query_phrases, OPERATORS)):
        found = search(phrases, Edition.objects.all().readable(), any_of)
        assert found == SearchResults(0, ()), phrases
    assert results((), many) == []


@pytest.mark.django_db
def test_whatever_is_typed_the_database_takes():
    @random_cases(20)
    @given(TYPED)
    def taken(typed):
        with connection.cursor() as cursor:
            phrases = query_phrases(typed)
            if phrases:
                said = {"asked": index.expression(connection.vendor, phrases)}
                said |= {"a_paper": 100_000, "most": 5}
                cursor.execute(index.WHERE_AT_ALL[connection.vendor], said)
                assert cursor.fetchall() == []

    taken()
