"""The light and the dark look: every pair of colours that words stand in can be read, nothing is
left out of either."""

import re

import pytest
from django.conf import settings

from tests import cast

SHEETS = settings.BASE_DIR / "static" / "css"
WORDS, GRAPHICS = 4.5, 3
# What stands on what: words, then lines and bars.
READ = [
    *((ink, "--app-page") for ink in ("--app-text", "--app-quiet", "--app-link", "--app-error")),
    *((ink, "--app-tint") for ink in ("--app-text", "--app-quiet", "--app-link", "--app-visited")),
    *((ink, "--app-page") for ink in ("--app-visited", "--app-hover")),
    *((ink, "--app-mark") for ink in ("--app-text", "--app-link")),
    ("--app-gone-text", "--app-gone"),
    ("--app-new-text", "--app-new"),
    *((f"--app-{state}-text", f"--app-{state}") for state in ("kept", "open", "late")),
    ("#ffffff", "--app-masthead"),
]
SEEN = [("--app-brand", "--app-page"), ("--app-brand", "--app-tint")]
OF_THE_SKIN = ("text", "secondary-text", "link", "link-visited", "link-hover", "error")


def palette(*names):
    """Name → colour of the custom properties that the sheets set, the later over the earlier."""
    text = "".join((SHEETS / name).read_text(encoding="utf-8") for name in names)
    # A council's own colour stands before the usual one, which is the one read here.
    return dict(re.findall(r"(--[\w-]+):\s*(?:var\(--council-[\w-]+, )?(#[0-9a-f]{3,6})\b", text))


LOOKS = {"light": palette("site.css"), "dark": palette("site.css", "dark.css")}


def contrast(one, other):
    """The ratio of two colours, as WCAG 2.2 reckons it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("pairs", "least"), [(READ, WORDS), (SEEN, GRAPHICS)])
def test_every_pair_can_be_read(look, pairs, least):
    colours = LOOKS[look]
    low = {
        pair: round(contrast(*(colours.get(one, one) for one in pair)), 2)
        for pair in pairs
        if contrast(*(colours.get(one, one) for one in pair)) < least
    }
    assert not low


def test_the_skins_own_words_can_be_read_in_the_dark():
    dark = LOOKS["dark"]
    page = [dark[f"--govuk-{name}-background-colour"] for name in ("body", "template", "surface")]
    low = [
        (name, ground)
        for name in OF_THE_SKIN
        for ground in page
        if contrast(dark[f"--govuk-{name}-colour"], ground) < WORDS
    ]
    assert not low


def test_every_colour_of_ours_has_its_dark_one():
    ours = {name for name in LOOKS["light"] if name.startswith(("--app-", "--chart-"))}
    assert ours <= set(palette("dark.css"))


def test_the_dark_look_is_never_printed_and_needs_no_script(client, db):
    page = client.get("/privacy/").content.decode()
    link = re.search(r'<link rel="stylesheet" href="[^"]*dark.css"[^>]*>', page)[0]
    assert 'media="screen and (prefers-color-scheme: dark)"' in link
    # Without a script nothing is offered that would do nothing.
    assert re.search(r'<div class="app-look" id="display" data-look hidden>', page)


@pytest.mark.parametrize("size", [125, 150, 175, 200])
def test_every_text_size_that_is_offered_is_given(size):
    offered = (settings.BASE_DIR / "templates/govuk/look.html").read_text(encoding="utf-8")
    assert f'<option value="{size}">{size}%</option>' in offered
    sheet = (SHEETS / "site.css").read_text(encoding="utf-8")
    assert f'html[data-size="{size}"] {{ font-size: {size}%; }}' in sheet


def test_a_list_prints_its_rows_without_what_nobody_can_press_on_paper():
    page = (settings.BASE_DIR / "templates/registers/list.html").read_text(encoding="utf-8")
    sheet = (SHEETS / "print-screen.css").read_text(encoding="utf-8")
    hidden = " ".join(re.findall(r"([^{}]*)\{ display: none !important; \}", sheet))
    for name in ("app-downloads", "app-row-actions", "app-choose"):
        assert name in page and f".{name}" in hidden


def test_filled_buttons_have_the_councils_colour_on_its_public_pages_alone(client, db):
    council = cast.make_council("netherby")
    page = client.get(f"/{council.slug}/figures/").content.decode()
    assert "govuk-button--secondary" not in page and page.count("govuk-button") > 1
    assert re.search(r'<body class="[^"]* app-public"', page)
    assert "app-public" not in client.get("/sign-in/login/").content.decode()
    sheet = (SHEETS / "site.css").read_text(encoding="utf-8")
    [rule] = re.findall(r"\.app-public \.govuk-button:not\([^{]*\{([^}]*)\}", sheet)
    assert "background: var(--app-brand); color: var(--app-page)" in rule
