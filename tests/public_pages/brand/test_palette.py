"""The colours of public pages that follow from a council's colour, and the pages that have them."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from assurance.public_pages import colours
from assurance.public_pages.brand import palette, pictures
from assurance.public_pages.brand.operations import save_brand
from tests import cast
from tests.cast import LONG_AGO
from tests.govuk.test_looks import GRAPHICS, LOOKS, READ, SEEN, WORDS, contrast
from tests.make.public_pages import brand, picture
from tests.page_requests import browser_of

ANY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def looks_of(colour):
    """The custom properties of both looks as a page of that council has them."""
    own = palette.palette_of(colour)
    light = {"--app-masthead": own.masthead, "--app-brand": own.brand, "--app-tint": own.tint}
    dark = {"--app-masthead": own.masthead_dark, "--app-brand": own.brand_dark}
    return {"light": {**LOOKS["light"], **light}, "dark": {**LOOKS["dark"], **dark}}


@given(ANY)
def test_every_colour_is_refused_or_read_in_both_looks(colour):
    if colours.why_not_colour(colour):
        colour = colours.darker(colour)
    buttons = ("--app-page", "--app-brand")
    for look in looks_of(colour).values():
        for pairs, least in (([*READ, buttons], WORDS), (SEEN, GRAPHICS)):
            ratios = {pair: contrast(*(look.get(one, one) for one in pair)) for pair in pairs}
            assert {pair: one for pair, one in ratios.items() if one < least} == {}


def test_the_usual_colour_and_extremes_keep_what_is_their_own():
    assert palette.palette_of(colours.USUAL).masthead == colours.USUAL
    assert palette.palette_of(colours.USUAL).brand == colours.USUAL
    assert palette.palette_of(colours.USUAL).brand_dark == LOOKS["dark"]["--app-brand"]
    # Nothing that is read on white need be darkened further but for the band that it tints.
    assert palette.palette_of("#000000").brand_dark != "#000000"
    assert palette.palette_of("#767676").brand < "#767676"


def test_the_grounds_are_those_of_the_sheets():
    assert LOOKS["dark"]["--app-page"] == palette.DARK_PAGE
    assert LOOKS["dark"]["--app-tint"] == palette.DARK_TINT
    assert LOOKS["light"]["--app-text"] == palette.INK


def test_each_colour_of_the_sheet_is_used_by_a_look(settings):
    sheet = palette.palette_of("#5b2a6e").sheet
    assert sheet.startswith(":root {\n") and "  --council-masthead: #5b2a6e;\n" in sheet
    folder = settings.BASE_DIR / "static" / "css"
    used = "".join((folder / name).read_text() for name in ("site.css", "dark.css"))
    names = re.findall(r"--council-[a-z-]+", sheet)
    assert len(names) == 5 and {*names} == {*re.findall(r"--council-[a-z-]+", used)}


def test_a_mark_of_a_page_is_small():
    noise = io.BytesIO()
    Image.effect_noise((700, 700), 90).save(noise, "PNG")
    for content in (picture((900, 300)), noise.getvalue()):
        made = pictures.on_pages(pictures.mark_of(content))
        with Image.open(io.BytesIO(made)) as image:
            assert max(image.size) == pictures.ON_PAGES
        assert len(made) < 12_000


@pytest.fixture
def administrator(db, settings, tmp_path):
    """An administrator whose council keeps its files in a folder of the test."""
    settings.ATTACHMENTS_ROOT = tmp_path
    return cast.administrator()


def test_the_sheet_and_the_mark_are_files_asked_for_by_fingerprint(administrator, client):
    slug = administrator.council.slug
    addresses = (f"/{slug}/colours.css", f"/{slug}/mark.png")
    assert [client.get(one).status_code for one in addresses] == [404, 404]
    fields = {"colour": "#5b2a6e", "mark_text": "A flag", "cover": False, "content": picture()}
    save_brand(council=administrator.council, by=administrator, on=LONG_AGO, **fields)
    sheet, mark = (client.get(one) for one in addresses)
    assert sheet.content.decode() == palette.palette_of("#5b2a6e").sheet
    assert mark.content.startswith(b"\x89PNG") and mark["Content-Type"] == "image/png"
    for address, answer in zip(addresses, (sheet, mark), strict=True):
        again = client.get(address, headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, again["Cache-Control"]) == (304, "public, max-age=60")


def test_a_colour_is_tried_before_it_is_saved(administrator):
    browser = browser_of(administrator)
    page = browser.get("/public-pages/mark-and-colours/", {"trial": "#5B2A6E"}).content.decode()
    own = palette.palette_of("#5b2a6e")
    assert "How #5b2a6e would look" in page and "not saved" in page
    assert f'fill="{own.masthead_dark}"' in page and f'fill="{own.brand_dark}"' in page
    light = browser.get("/public-pages/mark-and-colours/", {"trial": "#ffdd00"}).content.decode()
    assert "contrast of 1.3 to 1" in light and "How it looks now" in light


def test_pages_of_a_council_and_of_its_accounts_ask_for_its_colours(administrator, client):
    own = brand(council=administrator.council)
    link = f'href="/{own.council.slug}/colours.css"'
    page = client.get(f"/{own.council.slug}/accessibility/").content.decode()
    assert link in page and '<meta name="theme-color" content="#5b2a6e">' in page
    assert 'class="app-masthead__mark"' not in page
    assert link in browser_of(administrator).get("/home/").content.decode()
    elsewhere = cast.administrator(cast.make_council("elsewhere"))
    assert "colours.css" not in browser_of(elsewhere).get("/home/").content.decode()


@given(ANY, ANY, st.integers(0, 100))
def test_a_mixed_colour_lies_between_both_and_contrast_has_no_order(one, other, share):
    mixed = colours.mixed(one, other, share)
    parts = zip(*(bytes.fromhex(colour[1:]) for colour in (one, mixed, other)), strict=True)
    assert all(min(first, last) <= part <= max(first, last) for first, part, last in parts)
    assert (colours.mixed(one, other, 100), colours.mixed(one, other, 0)) == (one, other)
    assert colours.contrast(one, other) == colours.contrast(other, one) >= 1
    assert colours.contrast(one, "#ffffff") == colours.contrast_with_white(one)
