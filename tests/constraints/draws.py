"""Passages with places for drawn numbers: right ones, and a slip of one of them."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from reports.prose.quantities.arithmetic import number_text
from tests.cases import LONG
from tests.checks.drawn import found

DRAWS = 40 if LONG else 4
# By how much a slip of the hand changes one digit.
SLIPS = (1, 2, 3)
APART = ("small-number", "told-after-paper")


@dataclass(frozen=True)
class Passage:
    """A passage with places for numbers; `drawn` gives right ones by their names, and `wrong` is
    the name of the number that a slip changes."""

    words: str
    drawn: Callable[[random.Random], dict]
    wrong: str
    # What no rule finds yet: such a passage is only asked to be left in peace.
    is_missed: bool = False

    def __str__(self):
        return self.words[:60]


def parts(*names):
    """Draws parts under `names` and their `whole`."""

    def draw(rng):
        values = {name: rng.randint(31, 290) for name in names}
        return values | {"whole": sum(values.values())}

    return draw


def two_dates(rng):
    """Draws an earlier and a later number, how far apart they are, and the words for it."""
    before, change = rng.randint(210, 480), rng.randint(21, 68)
    grew = rng.random() < 0.5
    after = before + change if grew else before - change
    way = {"more": "more", "rose": "rose", "up": "up"}
    if not grew:
        way = {"more": "fewer", "rose": "fell", "up": "down"}
    return {"before": before, "after": after, "change": change, **way}


def share(rng):
    """Draws a part, its whole and its share in whole per cent, which no rounding makes unsure."""
    # No slip makes one of these the share of the rest, which may be what is meant.
    percent = rng.choice((15, 20, 25, 75, 80, 85))
    whole = 20 * rng.randint(11, 49)
    return {"whole": whole, "part": whole * percent // 100, "percent": percent}


def rate(rng):
    """Draws how many there are in each of so many, and all of them."""
    groups, each = rng.randint(12, 48), rng.randint(3, 9)
    return {"groups": groups, "each": each, "all": groups * each}


def flow(rng):
    """Draws how many there were first, how many came and went, and how many there are at last."""
    first, came, went = rng.randint(210, 480), rng.randint(41, 88), rng.randint(21, 68)
    return {"first": first, "came": came, "went": went, "last": first + came - went}


def percent_change(rng):
    """Draws two numbers whose change is a whole per cent of the first."""
    percent, before = rng.choice((5, 10, 15, 20, 25, 30)), 20 * rng.randint(11, 40)
    change = before * percent // 100
    if rng.random() < 0.5:
        return {"before": before, "after": before - change, "percent": percent, "rose": "fell"}
    return {"before": before, "after": before + change, "percent": percent, "rose": "rose"}


def cost(rng):
    """Draws a number of places, what each costs in a week, and what all do."""
    places, each = rng.randint(12, 48), 10 * rng.randint(42, 260)
    return {"places": places, "each": each, "cost": places * each}


def three_rows(rng):
    """Draws three rows of two numbers, with the totals of rows and columns."""
    values = {name: rng.randint(31, 240) for name in ("a", "b", "c", "d", "e", "f")}
    pairs = (("a", "b"), ("c", "d"), ("e", "f"))
    rows = {f"{one}{other}": values[one] + values[other] for one, other in pairs}
    columns = {"ace": sum(values[x] for x in "ace"), "bdf": sum(values[x] for x in "bdf")}
    return values | rows | columns | {"whole": sum(values.values())}


def with_more(values):
    """The values of a change in per cent with the word for its way."""
    return values | {"more": "more" if values["rose"] == "rose" else "fewer"}


def severities(text):
    """The severities of what is found in a passage beyond advice."""
    rows = [row for row in found(text) if row.rule.key not in APART]
    return {str(row.severity): row.fault.says for row in rows if row.severity != "advice"}


def filled(passage, values):
    """The passage with its numbers; those from a thousand on have their comma."""
    shown = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in values.items()
    }
    return passage.words.format(**shown)


def right_and_wrong(words, draw, name):
    """(right, wrong) passages of drawn numbers: in the wrong one a slip changes `name`."""
    passage, rng = Passage(words, draw, name), random.Random(words)
    for _draw in range(DRAWS):
        values = draw(rng)
        yield filled(passage, values), filled(passage, slipped(values, name, rng))


def slipped(values, name, rng):
    """The values with one of them changed in its tens."""
    number, by = values[name], rng.choice(SLIPS)
    tens = number // 10 % 10
    by = -by if tens - by > 0 and (tens + by > 9 or rng.random() < 0.5) else by
    return values | {name: number + 10 * by}
