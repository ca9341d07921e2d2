"""How many words that pages do not use are left, by file, and the list that may only shrink.

`python -m tests.plain_words.counts` prints each of them; with `write`, it writes the list.
"""

import sys
from collections import Counter

from tests.plain_words.lists import PLACE, hits, instead_of
from tests.plain_words.reader import docstrings, documents, texts

REMAINING = PLACE / "remaining.txt"
HEADING = """\
# How many words of words.txt each file still has. A number may only go down: the test fails when a
# file has more, or fewer, than here. Written by: python -m tests.plain_words.counts write
# Product code is not to be in it; docstrings are counted by app, documents by file.
"""


def found():
    """(the file or app, the text, the hit) for each hit there is."""
    for text in (*texts(), *documents()):
        yield from ((text.path, text, hit) for hit in hits(text.words))
    for text in docstrings():
        app = "docstrings of " + "/".join(text.path.split("/")[:2])
        yield from ((app, text, hit) for hit in hits(text.words))


def counted():
    """A dict of file or app → how many hits it has."""
    return dict(Counter(place for place, _, _ in found()))


def remaining():
    """A dict of file or app → how many hits the list allows it."""
    lines = REMAINING.read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" ", 1) for line in lines if line and line[0] != "#"]
    return {place: int(number) for number, place in pairs}


def write():
    """Writes the list as the files are now."""
    lines = [f"{number} {place}\n" for place, number in sorted(counted().items())]
    REMAINING.write_text(HEADING + "".join(lines), encoding="utf-8")


def line_for(text, hit):
    """A line that names a hit, its place and what to write instead."""
    words = " ".join(text.words.split())
    return f"{text.path}:{text.line}: “{hit}” → {instead_of(hit)}: {words:.200}"


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        write()
    else:
        beginnings = tuple(sys.argv[1:]) or ("",)
        for place, text, hit in found():
            if place.startswith(beginnings):
                sys.stdout.write(line_for(text, hit) + "\n")
