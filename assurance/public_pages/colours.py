"""Rules of a council's colour: its contrast with white (WCAG 2.2, 1.4.3)."""

import re
from math import trunc

USUAL = "#0b4f54"
LEAST = 4.5
NOT_A_COLOUR = "Enter a colour as # and six digits or letters from a to f, such as #0b4f54"
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def contrast(colour: str, ground: str) -> float:
    """The contrast ratio of two colours (`#rrggbb`), from 1 to 21."""
    darker_one, lighter_one = sorted((_luminance(colour), _luminance(ground)))
    return (lighter_one + 0.05) / (darker_one + 0.05)


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of `colour` against white, from 1 to 21."""
    return contrast(colour, "#ffffff")


def mixed(colour: str, other: str, share: int) -> str:
    """`share` of a hundred parts of `colour` with the rest of `other`."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    parts = ((item * share + two * (100 - share)) // 100 for item, two in pairs)
    return "#" + "".join(f"{part:02x}" for part in parts)


def why_not_colour(colour: str) -> str | None:
    """The sentence that refuses a colour, with its ratio and a darker one; or None."""
    if not _COLOUR.fullmatch(colour):
        return NOT_A_COLOUR
    ratio = contrast_with_white(colour)
    if ratio >= LEAST:
        return None
    # Rounded down, so that 4.49 is never printed as enough.
    printed = f"{trunc(ratio * 10) / 10:.1f}"
    return (
        f"White text on {colour} has a contrast of {printed} to 1 and needs {LEAST} to 1. "
        f"Choose a darker colour, such as {darker(colour)}"
    )


def darker(colour: str) -> str:
    """The lightest shade of `colour` with enough contrast against white."""
    shades = (mixed(colour, "#000000", share) for share in _SHARES)
    return next(shade for shade in shades if contrast_with_white(shade) >= LEAST)


_SHARES = range(100, -1, -1)


def _parts(colour):
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _luminance(colour):
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part):
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
