"""The time that rules take for pieces of their own examples, repeated: run in a child process.

Each rule is named before its turn, so that one that would not end is known by its name. A long
paper is drawn only of what would take too long in one if its time grew with the cube of the length.
"""

import json
import re
import resource
import signal
import time
from dataclasses import replace
from functools import cache, partial

from reports.verdicts.registry import RULES
from tests.checks import drawn
from tests.checks.examples import EXAMPLES
from tests.sampling import sample

SHORT, LONG, ROWS = 2_000, 8_000, 60
CUBE = (LONG // SHORT) ** 3
# Seconds of processor of one rule for one paper, and of the whole child.
OF_A_RULE, OF_ALL = 5, 240
# What cost seconds once, whichever rule has it in its examples.
PIECES = (
    *("50% of 100 (50%) ", "1,234 ", "12 (30%) ", "5 of 10 ", "The 20 children ", "A. ", "a@"),
    *("(ABC) ", "Mr Smith ", "1 May 2015 ", "from 6 to 2 March 2015 ", "..", "\n", "will ", "1/"),
)
_APART = re.compile(r"(?<=[.:;,])\s+|\n\*? ?")


class _TooLong(Exception):
    pass


def pieces_of(text):
    """The texts of a drawn paper that are no headings or tables, and the clauses of each."""
    for block in text.split("\n\n"):
        if not block.startswith(("#", "!", "Table:")):
            yield from filter(str.strip, dict.fromkeys((block, *_APART.split(block))))


def repeated(piece, length):
    """`piece` as often as fits into so many signs, a blank between where it is a word."""
    spaced = piece if len(piece) < 3 or piece[-1:].isspace() else f"{piece} "
    return (spaced * (length // len(spaced) + 1))[:length]


def multiplied(text, length):
    """A drawn paper with the items of each list and the rows of each table many times."""
    return "\n\n".join(_with_many(one, ROWS * length // LONG) for one in text.split("\n\n"))


def _with_many(block, rows):
    lines = block.splitlines()
    if block.startswith("Table:"):
        return "\n".join((*lines[:2], *lines[2:-1] * rows, *lines[-1:]))
    listed = [one for one in lines if one.startswith("* ")]
    return "\n".join((*(one for one in lines if one not in listed), *listed * rows))


def seconds_of(work, limit=OF_A_RULE):
    """Seconds of processor that `work` takes; `limit` where it was stopped."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        work()
    except _TooLong:
        return limit
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - began


def _stop(*_signal):
    raise _TooLong


def _drawn_of(rule):
    """What draws a paper of any length of what is repeated of a rule's examples, and what is known
    beside each."""
    for one in EXAMPLES[rule.key]:
        known = replace(drawn.KNOWN, **one.known)
        for piece in dict.fromkeys(pieces_of(one.wrong)):
            yield partial(_paper, piece), known
        yield partial(_multiplied, one), known


def _multiplied(one, length):
    return drawn.reading(multiplied(one.wrong, length), **one.said)


@cache
def _of_words():
    """A paper of one paragraph, drawn once for all that is repeated."""
    return drawn.reading("Words.")


def _paper(piece, length):
    """A paper of one paragraph that repeats `piece`, whatever the written language makes of it."""
    made, text = _of_words(), repeated(piece, length)
    return replace(made, lines=tuple(replace(one, text=text) for one in made.lines))


def _seconds(rule, draw, known, limit):
    """Seconds of a rule for a short paper, and for a long one where the short one tells too
    little."""
    took = 0
    for length in (SHORT, LONG):
        paper = draw(length)
        took += seconds_of(partial(_go, rule, paper, known), limit - took)
        if took * CUBE < limit or took >= limit:
            break
    return took


def _go(rule, paper, known):
    for _found in rule.check(paper, known):
        pass


def _reading(place):
    """A rule that only reads: what all rules share is charged to none of them."""
    return replace(
        RULES[0],
        key=f"reading {place}",
        check=lambda paper, _known: [line.marked for line in paper.lines],
    )


def _turns(which):
    if which == "endless":
        rule = replace(RULES[0], key="endless", check=lambda *_asked: iter(int, 1))
        return [(rule, [(partial(_paper, "Words."), drawn.KNOWN)])]
    shared = [(cache(partial(_paper, one)), drawn.KNOWN) for one in PIECES]
    rules = [rule for rule in RULES if which == "pieces" or rule.key in which.split(",")]
    first = [(_reading(place), [one]) for place, one in enumerate(shared)]
    turns = (
        (rule, (*sample(shared, 6, place), *sample(_drawn_of(rule), 2, place)))
        for place, rule in enumerate(rules)
    )
    return [*first, *turns]


def main(which, limit):
    """Prints for each rule its key, then the seconds of its slowest paper, of at most `limit`.

    `which` are the papers: of the `pieces` above and of its examples, or `endless` for a rule that
    does not end.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (OF_ALL, OF_ALL + 5))
    signal.signal(signal.SIGPROF, _stop)
    for rule, papers in _turns(which):
        print(json.dumps(rule.key), flush=True)
        took = 0
        for draw, known in papers:
            if took < limit:
                took = max(took, _seconds(rule, draw, known, limit))
        print(round(took, 3), flush=True)
