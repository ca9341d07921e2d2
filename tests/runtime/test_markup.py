"""Markup is escaped as Django escapes it."""

import pytest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from assurance.runtime.markup import escaped, formatted, join

WORDS = ["plain", "<b> & \"two\" 'three'", "", 7, None, mark_safe("<i>ours</i>")]


@pytest.mark.parametrize("words", WORDS, ids=repr)
def test_words_are_escaped_as_django_escapes_them_unless_they_are_marked_safe(words):
    django = format_html("{}", words)
    for ours in (escaped(words), formatted("{}", words), join(words)):
        assert (ours, type(ours)) == (django, SafeString)


def test_our_markup_stays_and_every_word_in_it_is_escaped():
    assert formatted('<p title="{}">{}</p>', '"', "<") == '<p title="&quot;">&lt;</p>'
    assert join("<", mark_safe("<br>"), ">") == "&lt;<br>&gt;"
