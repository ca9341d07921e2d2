"""Markup with the words in it escaped, as Django escapes them; none of the words is lazy, which
Django asks of each first, and a report has thousands."""

from html import escape

from django.utils.safestring import SafeString


def escaped(words) -> SafeString:
    """Words, escaped unless they are marked safe."""
    return words if type(words) is SafeString else SafeString(escape(str(words)))


def formatted(markup: str, *words) -> SafeString:
    """Our `markup` with the words, escaped, in their places."""
    return SafeString(markup.format(*map(escaped, words)))


def join(*pieces) -> SafeString:
    """The pieces one after another, what is not marked safe escaped."""
    return SafeString("".join(map(escaped, pieces)))
