"""Stretches of a text beside a place in it, short enough for a pattern to be tried at every place.

A pattern that is tried on all the text before each number of a paragraph costs the square of it.
"""

# Signs: far more than any pattern of a rule spans.
_REACH = 240


def text_before(text: str, place: int) -> str:
    """The signs right before `place`."""
    return text[max(0, place - _REACH) : place]


def text_after(text: str, place: int) -> str:
    """The signs from `place` on, as many as a pattern can span."""
    return text[place : place + _REACH]
