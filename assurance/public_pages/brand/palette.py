"""The colours of public pages that follow from a council's own, each with enough contrast.

The council's colour is refused where white cannot be read on it (`colours`). All others are derived
and moved towards black or white until the lowest contrast that they need is reached.
"""

from dataclasses import dataclass

from assurance.public_pages.colours import USUAL, contrast, mixed

# The grounds that site.css and dark.css give pages, and the ink of words on them.
PAGE, INK = "#ffffff", "#0b0c0c"
DARK_PAGE, DARK_TINT = "#12191a", "#1b2627"
# So much of a band's ground is the council's colour, of a hundred.
TINTED = 7
# The masthead of the dark look keeps so much of the colour, of a hundred.
DIMMED = 68
WORDS, DARK_WORDS = 4.5, 7
# The accent that dark.css gives the usual colour; one mixed with white is greyer.
USUAL_DARK = "#6fc3c9"


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`: the masthead behind white, accents on page and band, the band."""

    masthead: str
    masthead_dark: str
    brand: str
    brand_dark: str
    tint: str

    @property
    def sheet(self) -> str:
        """The style sheet that gives a page these colours, in both looks."""
        rows = "".join(
            f"  --council-{name.replace('_', '-')}: {colour};\n"
            for name, colour in vars(self).items()
        )
        return f":root {{\n{rows}}}\n"


def palette_of(colour: str) -> Palette:
    """The palette of a council's colour, on which white can be read."""
    tint = mixed(colour, PAGE, TINTED)
    return Palette(
        masthead=colour,
        masthead_dark=mixed(colour, "#000000", DIMMED),
        brand=_moved(colour, "#000000", (PAGE, tint), WORDS),
        brand_dark=USUAL_DARK
        if colour == USUAL
        else _moved(colour, "#ffffff", (DARK_PAGE,), DARK_WORDS),
        tint=tint,
    )


def _moved(colour, towards, grounds, least):
    """The shade nearest to `colour` that can be read on each of `grounds`."""
    shades = (mixed(colour, towards, share) for share in range(100, -1, -1))
    return next(
        shade for shade in shades if all(contrast(shade, ground) >= least for ground in grounds)
    )
