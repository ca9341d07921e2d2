"""The words of a source and of what was imported, to be compared; and short ways to import."""

import re
from collections import Counter
from datetime import date

from reports.conversion.paper import paper_file
from reports.language import file_format, template

DAY = date(2020, 1, 1)
_WORD = re.compile(r"[^\W_]+")


def brought(text, name="paper.txt"):
    """The paper imported from `text`, a string or bytes."""
    return paper_file(name, text.encode() if isinstance(text, str) else text, DAY)


def blocks(text):
    """The blocks of the paper in `text`."""
    return brought(text).paper["blocks"]


def faults(made):
    """What refuses the paper file that was made, with its own template."""
    return [str(one) for one in file_format.problems(made.paper, template.read(made.template))]


def lost(text, made):
    """The words of `text` that stand neither in the paper nor in what was missed."""
    kept = Counter()
    for place in (made.paper["blocks"], made.paper["parts"], made.paper["title"], made.head):
        kept += _count(" ".join(strings(place)))
    kept += _count(" ".join(one.words for one in made.missed))
    # An `o` before words is a bullet.
    return dict(_count(re.sub(r"(?m)^[ \t>-]*o(?=\s)", "", text)) - kept)


def outline(text, *names):
    """(kind, label, heading or text) of each block."""
    return [
        (one["kind"], one["data"].get("typed", ""), one["heading"] or one["text"])
        for one in blocks(text)
    ]


def typed(text, kind="paragraph"):
    """The labels of the blocks of a kind as they were typed."""
    return [one["data"].get("typed", "") for one in blocks(text) if one["kind"] == kind]


def strings(value):
    """Every text within `value`, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


def _count(words):
    return Counter(_WORD.findall(words))
