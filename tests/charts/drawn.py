"""Drawings read back: where every word, point and bar is, told apart from how it was placed."""

import re
from xml.etree import ElementTree

SPACE = ' xmlns="http://www.w3.org/2000/svg"'
# How far a letter of 14 pixels reaches above and below its line.
HIGH, DEEP = 10, 3


def trees(drawn):
    """The drawings of a chart, each read as XML without its namespace."""
    found = re.findall(r"<svg.*?</svg>", str(drawn).replace(SPACE, ""), re.DOTALL)
    return [ElementTree.fromstring(one) for one in found]


def size_of(tree):
    """(width, height) of a drawing."""
    return tuple(float(number) for number in tree.get("viewBox").split()[2:])


def words(tree):
    """Everything that is written in a drawing."""
    return [one.text for one in tree.iter("text")]


def letter_width(text, *, bold):
    """The pixels of a text in Arial at 14 pixels, by the usual widths of its letters."""
    thin, broad = sum(sign in "iljtfI.,:;'|! " for sign in text), sum(s in "mwMW%" for s in text)
    tall = sum(sign.isupper() and sign not in "MWI" for sign in text)
    rest = len(text) - thin - broad - tall
    width = 14 * (0.28 * thin + 0.88 * broad + 0.7 * tall + 0.56 * rest)
    return width * (1.06 if bold else 1)


def word_boxes(tree):
    """(left, top, right, bottom, words) of every text of a drawing."""
    for one in tree.iter("text"):
        width = letter_width(one.text, bold=one.get("font-weight") == "700")
        x, y = float(one.get("x")), float(one.get("y"))
        left = x - {"start": 0, "middle": width / 2, "end": width}[one.get("text-anchor")]
        yield left, y - HIGH, left + width, y + DEEP, one.text


def overlap(one, other):
    """Whether two boxes share more than an edge."""
    across = min(one[2], other[2]) - max(one[0], other[0]) > 0.1
    return across and min(one[3], other[3]) - max(one[1], other[1]) > 0.1


def bars(tree):
    """(left, width) of every bar of a drawing, from the path that it is."""
    found = (
        re.fullmatch(r"M([\d.]+) [\d.]+h([\d.]+)v\d+h-[\d.]+z", one.get("d"))
        for one in tree.iter("path")
    )
    return [(float(one[1]), float(one[2])) for one in found if one]


def lines(tree, look="l1"):
    """The points of each line of a look, in order."""
    paths = (
        one.get("d")
        for one in tree.iter("path")
        if one.get("class") == look and "L" in one.get("d")
    )
    return [[tuple(map(float, pair.split())) for pair in path[1:].split("L")] for path in paths]


def contrast(one, other):
    """The contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
