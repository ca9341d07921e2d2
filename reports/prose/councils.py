"""The councils in England with children's services (`fixtures/national/councils.json`)."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

LISTED = Path(__file__).resolve().parents[2] / "fixtures" / "national" / "councils.json"
# What many names of councils have, so that it tells none from another.
_GENERAL = frozenset(
    (
        *("city", "county", "borough", "district", "metropolitan", "unitary", "council", "town"),
        *("parish", "royal", "london", "mbc", "of", "the", "and"),
    )
)


@dataclass(frozen=True)
class National:
    """One council: its code of the Office for National Statistics, its name as a sentence has it,
    its region, and other names that are in use."""

    code: str
    name: str
    region: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return (self.name, *self.also)


@cache
def councils() -> tuple[National, ...]:
    """Every council that is listed, by name, also ended ones, for papers of their time."""
    rows = json.loads(LISTED.read_text(encoding="utf-8"))["councils"]
    return tuple(
        National(row["code"], row["name"], row["region"], tuple(row.get("also", ())))
        for row in rows
    )


def core(name: str) -> frozenset[str]:
    """What is left of a council's name without the words that many have."""
    terms = (word.casefold() for word in re.findall(r"[A-Za-z&]+", name))
    return frozenset(word for word in terms if word not in _GENERAL)


def are_one(name: str, other: str) -> bool:
    """Whether two names may be of one council: of the same words, or one of them said in short.
    Two that are listed each by itself never are: York is not North Yorkshire."""
    first, second = core(name), core(other)
    if first == second:
        return True
    if first in _listed() and second in _listed():
        return _listed()[first] == _listed()[second]
    return first <= second or second <= first


def is_listed(name: str) -> bool:
    """Whether `name` is of a council of the list."""
    return core(name) in _listed()


@lru_cache(maxsize=64)
def others(own: str) -> tuple[str, ...]:
    """The names of the councils that are not `own` nor near it: a council names those of its own
    region rightly in many sentences, and text is seldom copied from next door by mistake."""
    named = [(council, name) for council in councils() for name in council.names if core(name)]
    near = {item.region for item, name in named if are_one(own, name)}
    return tuple(name for item, name in named if item.region not in near)


@cache
def _listed():
    """What is left of each listed name → the code of its council."""
    return {core(name): council.code for council in councils() for name in council.names}
