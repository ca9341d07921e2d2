"""The sign of a change, up or down, before its words."""

from django.utils.safestring import SafeString

from assurance.charts.directions import ARROWS
from assurance.runtime.markup import formatted


def with_arrow(words: str) -> SafeString | str:
    """The words of a change after the sign of its direction, which screen readers leave out."""
    arrow = next((sign for word, sign in ARROWS.items() if words.startswith(word)), "")
    return formatted('<span aria-hidden="true">{} </span>{}', arrow, words) if arrow else words
