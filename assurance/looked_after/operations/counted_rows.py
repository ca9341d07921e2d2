"""What a return's episodes say of a day, from the stored rows or from those on their way in; both
give the same by the counting rule of domain 3.2.

Of the stored rows each day is read alone; those on their way in are put in order once for all days.
"""

from collections import Counter, namedtuple
from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations.staging import StagedRows
from assurance.looked_after.rules.counts import SHORT_BREAKS
from assurance.looked_after.rules.return_rows import CellCache

Movements = dict[str, int]
CountedChild = namedtuple(
    "CountedChild",
    "pseudonym decom place place_provider ls cin sex born_on ethnicity uasc uasc_until",
)


class StoredEpisodes:
    """The episodes that a return has in the database."""

    def __init__(self, held_return: Return):
        self._rows = held_return.episodes

    def children(self, day: date) -> tuple[Sequence, str]:
        """An episode with its child for each child counted on `day`, and all of them as text."""
        rows = list(self._rows.describing(day).to_count())
        return rows, "\n".join(sorted(map(_text, rows)))

    def of_each_child(self, day: date) -> Counter:
        """How many episodes each child has that are counted on `day`."""
        return Counter(self._rows.counted_on(day).values_list("child", flat=True))

    def starting(self, first: date, last: date) -> Movements:
        """How many periods begin from `first` to `last`, and of how many children."""
        return self._rows.starting(first, last).movements()

    def ceasing(self, first: date, last: date) -> Movements:
        """How many periods end from `first` to `last`, and of how many children."""
        return self._rows.ceasing(first, last).movements()


class StagedEpisodes:
    """The same of `StagedRows`."""

    def __init__(self, staged: StagedRows):
        counted = (row for row in staged.episodes if row[LS] not in SHORT_BREAKS)
        # By child, then as `describing` ranks a child's own: the last of the open ones describes.
        self._rows = sorted(counted, key=itemgetter(CHILD, DECOM, LINE))
        self._children, self._days = staged.children, CellCache(_day)
        self._made = {}

    def children(self, day: date) -> tuple[Sequence, str]:
        """As of `StoredEpisodes`."""
        latest = {row[CHILD]: row for row in self._open_on(day)}
        made = [self._made.get(row[LINE]) or self._make(row) for row in latest.values()]
        # One line for each child, and children in order: the lines are in order.
        return [row for row, _ in made], "\n".join(text for _, text in made)

    def of_each_child(self, day: date) -> Counter:
        """As of `StoredEpisodes`."""
        return Counter(row[CHILD] for row in self._open_on(day))

    def starting(self, first: date, last: date) -> Movements:
        """As of `StoredEpisodes`."""
        since, until = first.isoformat(), last.isoformat()
        rows = (row for row in self._rows if row[RNE] == "S" and since <= row[DECOM] <= until)
        return _movements(rows)

    def ceasing(self, first: date, last: date) -> Movements:
        """As of `StoredEpisodes`."""
        since, until = first.isoformat(), last.isoformat()
        rows = (row for row in self._rows if row[DEC] and since <= row[DEC] <= until)
        return _movements(row for row in rows if row[REC] != "X1")

    def _open_on(self, day):
        text = day.isoformat()
        return [
            row
            for row in self._rows
            if row[DECOM] <= text and (row[DEC] is None or row[DEC] > text)
        ]

    def _make(self, row):
        sex, born_on, ethnicity, uasc, until = self._children[row[CHILD]]
        days = self._days
        own = (row[CHILD], days[row[DECOM]], row[PLACE], row[PROVIDER], row[LS], row[CIN])
        child = CountedChild(*own, sex, days[born_on], ethnicity, uasc, days[until])
        self._made[row[LINE]] = child, _text(child)
        return self._made[row[LINE]]


# Where a staged episode has what.
CHILD, LINE, DECOM, RNE, LS, CIN, PLACE, PROVIDER, DEC, REC, _CHANGE = range(11)


def _movements(rows):
    children = Counter(row[CHILD] for row in rows)
    return {"periods": children.total(), "children": len(children)}


def _text(row):
    return "\t".join(map(str, row))


def _day(text):
    return text and date.fromisoformat(text)
