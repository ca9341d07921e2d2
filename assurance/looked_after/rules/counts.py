"""The counting rule of looked-after children about plain rows, the twin of the readings in the
models (domain 3.2 to 3.6).

An *episode* here is anything with `decom`, `dec` (None while open), `ls` and `line`.
"""

from collections import Counter
from operator import attrgetter

SHORT_BREAKS = ("V3", "V4")
NOT_KNOWN, UASC = "not_known", "uasc"


def open_on(episode, day):
    """Whether the episode is open at the end of `day`: not if it ends on it."""
    return episode.decom <= day and (episode.dec is None or episode.dec > day)


def counted_on(episode, day):
    """Whether the episode is open at the end of `day` and no short break (V3 or V4)."""
    return open_on(episode, day) and episode.ls not in SHORT_BREAKS


def describing(episodes, day):
    """The one of a child's episodes that says where the child was at the end of `day`, or None
    where the child was not looked after. Short breaks go first, then the latest start, then the
    lower line of the file."""
    counted = [episode for episode in episodes if counted_on(episode, day)]
    return max(counted, key=lambda episode: (episode.decom, episode.line), default=None)


def whole_years(born_on, day):
    """Age on `day` in whole years; a birthday on 29 February comes on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def is_uasc(since_known, until, day):
    """Whether a child in the unaccompanied asylum-seeking file still is one at the end of `day`."""
    return since_known and (until is None or until > day)


def say_children(number):
    """So many children in words: `1 child`, `1,200 children`."""
    return f"{number:,} {'child' if number == 1 else 'children'}"


def change(at_start, at_end):
    """(Gone, new) children between two days: start − gone + new = end always."""
    return at_start - at_end, at_end - at_start


def starts_period(episode, first, last):
    """Whether the episode begins a period of being looked after from `first` to `last` (RNE S)."""
    counts = episode.ls not in SHORT_BREAKS
    return counts and episode.rne == "S" and first <= episode.decom <= last


def ends_period(episode, first, last):
    """Whether the episode ends a period from `first` to `last`: REC other than X1."""
    counts = episode.ls not in SHORT_BREAKS and episode.dec is not None and episode.rec != "X1"
    return counts and first <= episode.dec <= last


def breakdowns(rows, day, *, has_uasc):
    """Breakdown → member → children, the finest that a census keeps; each adds to the number of
    `rows`. Who is unaccompanied is not known of a return that `has_uasc` says has no file of them.
    `rows` holds one describing episode per child: `place`, `place_provider`, `ls`, `cin`,
    `sex`, `born_on` or None, `ethnicity`, `uasc`, `uasc_until`."""
    # Fields of a row → its member; each combination is looked at once, however many rows have it.
    readings = {
        "placement_code": (("place", "place_provider"), lambda values: "/".join(values)),
        "age": (("born_on",), lambda born_on: born_on and str(whole_years(born_on, day))),
        "legal_status": (("ls",), str),
        "need": (("cin",), str),
        "sex": (("sex",), str),
        "ethnicity": (("ethnicity",), str),
    }
    if has_uasc:
        names = ("uasc", "uasc_until")
        readings[UASC] = (names, lambda values: "yes" if is_uasc(*values, day) else "no")
    return {
        name: _counted(Counter(map(attrgetter(*fields), rows)), member)
        for name, (fields, member) in readings.items()
    }


def _counted(rows, member):
    counts = Counter()
    for values, number in rows.items():
        counts[member(values) or NOT_KNOWN] += number
    return counts
