"""The plain word of a letter is its own plain word, however Unicode composes the letter."""

import sys
import unicodedata

import pytest

from reports.vocabulary.plain_text import plain


@pytest.mark.long
def test_what_is_plain_stays_as_it_is():
    letters = map(chr, range(sys.maxunicode + 1))
    composed = [one for one in letters if unicodedata.normalize("NFKD", one) != one]
    assert len(composed) > 10_000
    assert not [one for one in composed if plain(plain(one)) != plain(one)]
