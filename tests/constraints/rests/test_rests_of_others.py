"""What is said to remain is a rest of the number before it only where nothing says that it is
another's: then it is no error."""

import random

import pytest

from tests.checks.drawn import found

DRAWS = 4
# The rest is told by words of its own: of a larger whole, of another group, of another kind.
OF_OTHERS = [
    "{a} of the {whole} files were good. The other {more} files in the sample had no plan.",
    "{a} of the {whole} children in foster care have one. The other {more} children in care do.",
    "{a} of the {whole} visits were on time. The other {more} visits, made in May, were better.",
    "Of {whole} carers, {a} were seen. The remaining {more} carers who work for agencies were not.",
    "{a} of the {whole} pupils have a plan. The other {more} pupils with a social worker do not.",
    "{a} of the {whole} posts in the north are filled. The other {more} posts in the county are.",
]
OF_ANOTHER_KIND = [
    "{a} of the {whole} reviews were held in time. The other {more} homes were not visited.",
    "{a} of the {whole} referrals led to a visit. The remaining {more} placements were stable.",
]
OF_THE_WHOLE = [
    "{a} of the {whole} files were good. The other {more} had no plan.",
    "{a} of the {whole} files in the box were good. The other {more} files in the box were not.",
    "Of the {whole} carers, {a} were reviewed. The remaining {more} carers were not.",
    "{a} of the {whole} posts in the north are filled. The other {more} posts are empty.",
    "{a} of the {whole} pupils have a plan; the other {more} do not.",
    "{a} of the {whole} reviews were held in time. The other {more} cases were late.",
]


def weights(text):
    """The severities of what is said of parts and wholes."""
    rows = found(text)
    return {str(row.severity) for row in rows if row.rule.key == "parts-of-whole"}


def drawn(words, most=40):
    """The passage with numbers whose rest is by 10, 20 … up to `most` that of a larger whole."""
    rng = random.Random(words)
    for _draw in range(DRAWS):
        part, rest, more = rng.randint(31, 90), rng.randint(12, 29), 10 * rng.randint(1, most // 10)
        yield words.format(a=part, whole=part + rest, more=rest + more)


@pytest.mark.parametrize("words", OF_OTHERS)
def test_a_rest_with_words_of_its_own_is_no_error(words):
    for text in drawn(words):
        assert "error" not in weights(text), text


def test_a_rest_with_words_of_its_own_is_no_error_behind_live_figures():
    whole = "{{72|looked_after.total|2015-12-01}}"
    text = f"54 of the {whole} children in foster care are well. The other 48 children in care are."
    assert weights(text) == {"warning"}
    assert weights(f"54 of the {whole} children are well. The other 28 are not.") == {"error"}


@pytest.mark.parametrize("words", OF_ANOTHER_KIND)
def test_a_rest_of_another_kind_is_advice_at_most(words):
    for text in drawn(words):
        assert weights(text) <= {"advice"}, text


@pytest.mark.parametrize("words", OF_THE_WHOLE)
def test_a_rest_that_says_no_more_than_its_whole_is_an_error(words):
    for text in drawn(words, most=10):
        assert weights(text) == {"error"}, text
