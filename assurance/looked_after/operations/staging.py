"""A return's rows on their way in, held against what is stored by reading it once, and stored by
sets: a child who is new or changed, and every episode.
"""

import io
from datetime import date
from operator import attrgetter

from django.db import connection

from assurance.imports.run.writer import update
from assurance.looked_after.models.returns import Child, Episode, Return, UascMark
from assurance.looked_after.rules.return_rows import CellCache
from assurance.runtime.databases.trial import write_copy
from assurance.runtime.databases.written import note
from assurance.runtime.keyed_digests import keyed_digests

CHILD = ("pseudonym", "sex", "born_on", "ethnicity", "uasc", "uasc_until")
EPISODE = (
    *("line", "decom", "rne", "ls", "cin", "place", "place_provider"),
    *("dec", "rec", "reason_place_change"),
)
DAYS = ("decom", "dec")


class StagedRows:
    """The rows of the `WholeReturn` on their way in to `council`; making it writes nothing.

    A child goes by the keyed digest of the local reference. A child of the header file without an
    episode was not looked after, and is not kept. `children` maps each to its values as they will
    be, in the order of `CHILD` and days as ISO text: what this header does not say stays as it is,
    and of a child whom a return has that tells of days after `last`, what that says. `episodes`
    are in the order of `EPISODE`, after the child's digest.
    """

    def __init__(self, whole, council, last):
        self.council = council
        self._stored = self._stored_children()
        children, self.episodes = self._rows(whole)
        self.marks = [(row[0], row[5]) for row in children if row[4]]
        later = self._in_later_returns(last) if self._stored else ()
        self.children = {
            row[0]: self._as_it_will_be(row[1:], self._stored.get(row[0]), row[0] in later)
            for row in children
        }
        self._changed = [
            pseudonym
            for pseudonym, values in self.children.items()
            if pseudonym in self._stored and values != self._stored[pseudonym][1:]
        ]

    def merge(self, held_return):
        """Stores the episodes under `held_return` and brings its children in; lives inside one
        transaction. What that replaces is in `replaced` then: children, each its key and values."""
        self.replaced = {"children": [self._stored[pseudonym] for pseudonym in self._changed]}
        now = ((*self.children[item], self._stored[item][0]) for item in self._changed)
        update(Child, CHILD[1:], list(now))
        keys = {pseudonym: key for pseudonym, (key, *_) in self._stored.items()}
        keys |= self._add_children()
        current = held_return.pk
        rows = ((keys[row[0]], current, *row[1:]) for row in self.episodes)
        self._fill(Episode, ("child_id", "held_return_id", *EPISODE), rows)
        marks = ((current, keys[pseudonym], until) for pseudonym, until in self.marks)
        self._fill(UascMark, ("held_return_id", "child_id", "until"), marks)
        for model in (Episode, UascMark):
            rows = model.objects.filter(held_return=current)
            note(connection, model, rows.values_list("pk", flat=True))

    def compare(self):
        """(Added, changed, staged) episodes and children that have any, beside what standing
        returns hold; an episode is changed where none of them has it so."""
        keys = {pseudonym: key for pseudonym, (key, *_) in self._stored.items()}
        staged = {
            (keys[row[0]], row[2]): row[3:] for row in self.episodes if row[0] in self._stored
        }
        known, same, old = set(), set(), set()
        for child, decom, *values in self._standing_episodes() if staged else ():
            old.add(child)
            place = (child, decom)
            if place in staged:
                known.add(place)
                if staged[place] == tuple(values):
                    same.add(place)
        old &= {keys[pseudonym] for pseudonym in self.children if pseudonym in keys}
        other = sum(1 for pseudonym in self._changed if keys[pseudonym] in old)
        episodes, children = len(self.episodes), len(self.children)
        added = episodes - len(known) + children - len(old)
        return added, len(known) - len(same) + other, episodes + children

    def _stored_children(self):
        """Pseudonym → key and values of each child of the council, days as ISO text."""
        days = CellCache(_iso)
        rows = Child.objects.filter(council=self.council).values_list("pseudonym", "pk", *CHILD[1:])
        return {
            name: (key, sex, days[born_on], ethnicity, uasc, days[until])
            for name, key, sex, born_on, ethnicity, uasc, until in rows.iterator()
        }

    def _in_later_returns(self, last):
        of_later = Return.objects.of(self.council).active().filter(covers_to__gt=last)
        rows = Child.objects.filter(council=self.council, episodes__held_return__in=of_later)
        return {*rows.distinct().values_list("pseudonym", flat=True)}

    @staticmethod
    def _as_it_will_be(own, stored, is_later):
        if stored is None:
            return own
        first, second = (stored[1:], own) if is_later else (own, stored[1:])
        return tuple(value or other for value, other in zip(first, second, strict=True))

    def _standing_episodes(self):
        """Child's key and the values of each episode of a return that stands, days as ISO text."""
        columns = ", ".join(
            f"CAST(e.{name} AS text)" if name in DAYS else f"e.{name}" for name in EPISODE[1:]
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT e.child_id, {columns} FROM {Episode._meta.db_table} e "
                f"JOIN {Return._meta.db_table} r ON r.id = e.held_return_id "
                "WHERE r.council_id = %s AND r.withdrawn_on IS NULL",
                [self.council.pk],
            )
            while some := cursor.fetchmany(AT_ONCE):
                yield from some

    def _rows(self, whole):
        # In the order of the file: its next rows are the child's own, and indexes grow at one end.
        references = dict.fromkeys(map(attrgetter("child"), whole.episodes))
        pseudonyms = {
            reference: _pseudonym(self.council.slug, reference, self._stored)
            for reference in references
        }
        children = [
            (
                pseudonym,
                *_child(whole.children.get(item)),
                item in whole.uasc,
                _iso(whole.uasc.get(item)),
            )
            for item, pseudonym in pseudonyms.items()
        ]
        days = CellCache(_iso)
        episodes = [
            # In the order of EPISODE; the same days come by the thousand.
            (pseudonyms[row[1]], row[0], days[row[2]], *row[3:8], days[row[8]], *row[9:])
            for row in whole.episodes
        ]
        return children, episodes

    def _add_children(self):
        """Stores the children of whom the council had nothing; pseudonym → key of each."""
        new = [item for item in self.children.items() if item[0] not in self._stored]
        if not new:
            return {}
        rows = ((self.council.pk, name, *values) for name, values in new)
        self._fill(Child, ("council_id", *CHILD), rows)
        added = dict(Child.objects.filter(council=self.council).values_list("pseudonym", "pk"))
        keys = {name: added[name] for name, _ in new}
        note(connection, Child, keys.values())
        return keys

    @staticmethod
    def _fill(model, columns, rows):
        table = model._meta.db_table
        write_copy(table)
        with connection.cursor() as cursor:
            FILL[connection.vendor](cursor, table, columns, rows)


def _pseudonym(council, reference, known):
    # Per council, so that one child of two authorities is not found by comparing digests.
    digests = keyed_digests(f"{council}:{reference}")
    # A child keeps the pseudonym that an older key gave.
    return next((digest for digest in digests if digest in known), digests[0])


def _child(row):
    return (row.sex, row.dob.isoformat(), row.ethnic) if row else ("", None, "")


def _iso(value):
    return value.isoformat() if isinstance(value, date) else value


def _insert(cursor, table, columns, rows):
    marks = ", ".join(["%s"] * len(columns))
    cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _copy(cursor, table, columns, rows):
    # An empty text stays one, and no value stays none: the two are written apart.
    copied = CellCache(_copied).__getitem__
    text = io.StringIO()
    for row in rows:
        text.write("\t".join(map(copied, row)))
        text.write("\n")
    text.seek(0)
    cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", text)


def _copied(value):
    if value is None:
        return "\\N"
    # True and 1 are one key: as figures both databases take either for either.
    text = f"{value:d}" if isinstance(value, bool) else value
    return str(text).translate(ESCAPED)


ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
# Rows that are read at one time.
AT_ONCE = 5_000
# The quickest way in that each database has.
FILL = {"postgresql": _copy, "sqlite": _insert}
