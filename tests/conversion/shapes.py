"""Papers as structures, written out as text in any of the shapes that papers have."""

import textwrap
from dataclasses import dataclass

from hypothesis import strategies as st

_SENTENCES = st.sampled_from(
    (
        "The service audited 24 case files and shared each with its worker.",
        "Of 351 staff, 30 had passed the date of their re-check on 1 December 2015.",
        "Members agreed in June 2012 to receive an update every six months, and this is it.",
        "Over 120 strengths were found; amber-red is the grade for visitors.",
        "See paragraph 3 and the annex that is named below for what was done about it.",
        "This is better than last year, when there were 16 placements of this kind (8%).",
    )
)
_HEADINGS = st.sampled_from(
    ("Background", "Supervision", "Checks on staff", "Children looked after", "Next steps")
)
_POINTS = st.lists(
    st.sampled_from(("a second audit", "a new plan", "training for 12 managers", "no change")),
    min_size=2,
    max_size=4,
)


@dataclass(frozen=True)
class Para:
    """A numbered paragraph: its sentences, and the points of a list that ends it."""

    words: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A heading and the paragraphs under it."""

    heading: str
    paragraphs: tuple[Para, ...]


@dataclass(frozen=True)
class Shape:
    """How a paper is written out: its headings, labels, lists, and how its lines run."""

    heading: str
    label: str
    point: str
    restarts: bool
    width: int
    indent: str


SHAPES = st.builds(
    Shape,
    st.sampled_from(("## {}", "**{}**", "{}", "### **{}**")),
    st.sampled_from(("{}. ", "{}) ", "({}) ", "- {}. ", "{}.\t")),
    st.sampled_from(("a) ", "(a) ", "i. ", "(i) ", "- ", "• ", "a. ")),
    st.booleans(),
    st.sampled_from((0, 70)),
    st.sampled_from(("", "  ", "    ")),
)


@st.composite
def parts(draw):
    """Parts of two to four paragraphs each, under headings of their own."""
    headings = draw(st.lists(_HEADINGS, min_size=2, max_size=4, unique=True))
    return [
        Part(
            heading,
            tuple(
                Para(_said(draw, place), tuple(draw(_POINTS)) if draw(st.booleans()) else ())
                for place in range(draw(st.integers(2, 4)))
            ),
        )
        for heading in headings
    ]


def written(made, shape):
    """(the text of a paper in this shape, the labels of its paragraphs in order)."""
    lines, labels, number = ["# Half-yearly report on safeguarding", ""], [], 0
    for part in made:
        number = 0 if shape.restarts else number
        lines += [shape.heading.format(part.heading), ""]
        for para in part.paragraphs:
            number += 1
            label = shape.label.format(number)
            labels.append(label.removeprefix("- ").strip())
            ending = " These are:" if para.points else ""
            lines += [*_wrapped(f"{label}{para.words}{ending}", shape.width), ""]
            lines += [*_points(para.points, shape), ""] if para.points else []
    return "\n".join(lines), labels


def points_of(shape, count):
    """The labels that a list of this shape has, as typed."""
    mark = shape.point.strip()
    if mark in "-•":
        return []
    letters = ("i", "ii", "iii", "iv") if "i" in mark else "abcd"
    return [mark.replace("i" if "i" in mark else "a", one) for one in letters[:count]]


def _said(draw, place):
    return " ".join(draw(st.lists(_SENTENCES, min_size=1, max_size=2))) + f" So much for {place}."


def _points(points, shape):
    marks = points_of(shape, len(points)) or [shape.point.strip()] * len(points)
    return [f"{shape.indent}{mark} {one};" for mark, one in zip(marks, points, strict=True)]


def _wrapped(words, width):
    return textwrap.wrap(words, width) if width else [words]
