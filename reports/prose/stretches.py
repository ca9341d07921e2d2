"""Stretches of a text beside a place, so that patterns do not cost the square of its length."""

# Signs: far more than any pattern of a rule spans.
_REACH = 240


def text_before(text: str, place: int) -> str:
    """The signs right before `place`."""
    return text[max(0, place - _REACH) : place]


def text_after(text: str, place: int) -> str:
    """The signs from `place` on, as many as a pattern can span."""
    return text[place : place + _REACH]
