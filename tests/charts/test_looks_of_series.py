"""Colours of charts: seen and read on the page in the light, in the dark and in print."""

import re

import pytest
from django.conf import settings

from assurance.charts.palette import INK, LOOKS, QUIET, REFERENCE, TARGET, look_of
from tests.charts.drawn import contrast

SHEETS = settings.BASE_DIR / "static" / "css"


def palette(*names):
    """Name → colour of the custom properties of the sheets, the later over the earlier."""
    text = "".join((SHEETS / name).read_text(encoding="utf-8") for name in names)
    return dict(re.findall(r"(--[\w-]+):\s*(#[0-9a-f]{6})\b", text))


LIGHT, DARK = palette("site.css"), palette("site.css", "dark.css")


@pytest.mark.parametrize("look", [*LOOKS, REFERENCE, TARGET], ids=lambda one: one.number)
def test_words_in_the_colour_of_a_series_are_read_on_white(look):
    assert contrast(look.colour, "#ffffff") >= 4.5


@pytest.mark.parametrize("number", [*(look.number for look in LOOKS), "r"])
def test_the_page_has_a_colour_for_each_that_is_read_in_the_light_and_in_the_dark(number):
    name = f"--chart-{number}"
    assert contrast(LIGHT[name], "#ffffff") >= 4.5
    assert contrast(DARK[name], DARK["--app-page"]) >= 4.5
    assert contrast(DARK[name], DARK["--app-tint"]) >= 4.5
    assert LIGHT[name] != DARK[name]


def test_print_has_the_colours_of_the_light_page():
    named = [*LOOKS, REFERENCE]
    assert [LIGHT[f"--chart-{look.number}"] for look in named] == [look.colour for look in named]
    assert contrast(INK, "#ffffff") >= 7 and contrast(QUIET, "#ffffff") >= 7


def test_no_two_series_are_told_apart_by_colour_alone():
    for part in ("number", "colour", "dash", "sign"):
        assert len({getattr(look, part) for look in LOOKS}) == len(LOOKS)
    assert look_of(len(LOOKS)) == LOOKS[0]


def test_every_class_has_an_ink_in_forced_colours():
    text = (SHEETS / "site.css").read_text(encoding="utf-8")
    forced = (
        text.partition("/* Charts:")[2].partition("forced-colors: active")[2].partition("\n}\n")[0]
    )
    for name in (
        "ink",
        "quiet",
        "f1",
        "f5",
        "l1",
        "l5",
        "fr",
        "lr",
        "ft",
        "lt",
        "was",
        "axis",
        "hole",
    ):
        assert f".{name}" in forced, name
    assert "forced-color-adjust: none" not in text
