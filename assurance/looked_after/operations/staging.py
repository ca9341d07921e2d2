"""Storing a return's rows, by sets. Episodes are stored as they are, and so is a child whom nobody
knew before; the other children go through a keyed temporary table, then one statement.

Row by row the same takes minutes; without a key on the temporary table the merge reads it once per
row held.
"""

import io
from datetime import date
from operator import attrgetter

from django.db import connection

from assurance.looked_after.models.returns import Child, Episode, Return, UascMark
from assurance.looked_after.rules.return_rows import CellCache
from assurance.runtime.databases.written import note
from assurance.runtime.keyed_digests import keyed_digests

CHILD = ("pseudonym", "sex", "born_on", "ethnicity", "uasc", "uasc_until")
EPISODE = (
    *("line", "decom", "rne", "ls", "cin", "place", "place_provider"),
    *("dec", "rec", "reason_place_change"),
)
# Rows of a withdrawn return are nobody's.
ACTIVE_RETURNS = (
    f"JOIN {Return._meta.db_table} r ON r.id = e.held_return_id AND r.withdrawn_on IS NULL"
)
# Sets differ where one is null and the other is not; `=` would say it does not know.
DISTINCT = {"postgresql": "IS DISTINCT FROM", "sqlite": "IS NOT"}


class StagedRows:
    """The rows of the `WholeReturn` on their way in to `council`; lives inside one transaction.

    A child goes by the keyed digest of the local reference. A child of the header file without an
    episode was not looked after, and is not kept. `new_children` are those of whom the council held
    nothing; the others are staged. Of a child whom a return has that tells of days after `last`,
    what it says stays.
    """

    def __init__(self, whole, council, last):
        self.council = council
        self.distinct = DISTINCT[connection.vendor]
        self.cursor = connection.cursor()
        known = {*self._known().values_list("pseudonym", flat=True)}
        children, self.episodes = self._rows(whole, known)
        self.new_children = [row for row in children if row[0] not in known]
        self.marks = [(row[0], row[5]) for row in children if row[4]]
        later = self._later(last) if known else {}
        current = [_beside(row, later.get(row[0])) for row in children if row[0] in known]
        self._stage("staged_child", CHILD, current, key="pseudonym")

    def _known(self):
        return Child.objects.filter(council=self.council)

    def _later(self, last):
        """Pseudonym → what is held of each child whom a later standing return has."""
        of_later = Return.objects.of(self.council).active().filter(covers_to__gt=last)
        rows = self._known().filter(episodes__held_return__in=of_later).distinct()
        return {name: values for name, *values in rows.values_list(*CHILD)}

    def merge(self, held_return):
        """Stores the episodes under `held_return` and brings its children in. What that replaces is
        in `replaced` then: children, each its key and values."""
        self.replaced = {"children": self._to_be_replaced()}
        self._merge_children()
        rows = ((self.council.pk, *row) for row in self.new_children)
        self._fill(Child._meta.db_table, ("council_id", *CHILD), rows)
        keys = dict(self._known().values_list("pseudonym", "pk"))
        current = held_return.pk
        rows = ((keys[row[0]], current, *row[1:]) for row in self.episodes)
        self._fill(Episode._meta.db_table, ("child_id", "held_return_id", *EPISODE), rows)
        marks = ((current, keys[pseudonym], until) for pseudonym, until in self.marks)
        self._fill(UascMark._meta.db_table, ("held_return_id", "child_id", "until"), marks)
        note(connection, Child, {keys[row[0]] for row in self.episodes})
        for model in (Episode, UascMark):
            rows = model.objects.filter(held_return=current)
            note(connection, model, rows.values_list("pk", flat=True))
        self._drop("staged_child")

    def compare(self):
        """(Added, changed, staged) episodes and children that have any, beside what standing
        returns hold; an episode is changed where none of them has it so. Writes nothing."""
        staged = self.episodes if self._known().exists() else ()
        self._stage("staged_episode", ("pseudonym", *EPISODE), staged, key="pseudonym, decom")
        known, same = self._matches()
        text = "count(*) FROM staged_child s"
        current = (
            f"SELECT {text} JOIN {_table(Child)} c "
            "ON c.council_id = %s AND c.pseudonym = s.pseudonym "
            f"WHERE EXISTS (SELECT 1 FROM {_table(Episode)} e {ACTIVE_RETURNS} WHERE e.child_id = "
            f"c.id)"
        )
        # As the merge does it: what this header does not say stays as it is.
        terms = [f"(s.{name} <> '' AND c.{name} <> s.{name})" for name in ("sex", "ethnicity")]
        days = [
            f"(s.{name} IS NOT NULL AND c.{name} {self.distinct} s.{name})"
            for name in ("born_on", "uasc_until")
        ]
        differing = " OR ".join([*terms, *days, "(s.uasc AND NOT c.uasc)"])
        children = self._number(f"SELECT {text}", [])
        old = self._number(current, [self.council.pk])
        other = self._number(f"{current} AND ({differing})", [self.council.pk])
        self._drop("staged_child", "staged_episode")
        episodes, of = len(self.episodes), children + len(self.new_children)
        return episodes - known + of - old, known - same + other, episodes + of

    def _to_be_replaced(self):
        return self._all(
            f"SELECT c.id, {', '.join(f'c.{name}' for name in CHILD[1:])} FROM {_table(Child)} c "
            "JOIN staged_child s ON c.pseudonym = s.pseudonym WHERE c.council_id = %s",
            [self.council.pk],
        )

    def _rows(self, whole, known):
        # In the order of the file: its next rows are the child's own, and indexes grow at one end.
        references = dict.fromkeys(map(attrgetter("child"), whole.episodes))
        pseudonyms = {
            reference: _pseudonym(self.council.slug, reference, known) for reference in references
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

    def _stage(self, table, columns, rows, *, key):
        self.cursor.execute(
            f"CREATE TEMPORARY TABLE {table} ({_typed(columns)}, PRIMARY KEY ({key}))"
        )
        self._fill(table, columns, rows)

    def _drop(self, *tables):
        for table in tables:
            self.cursor.execute(f"DROP TABLE {table}")

    def _fill(self, table, columns, rows):
        FILL[connection.vendor](self.cursor, table, columns, rows)

    def _matches(self):
        """How many staged episodes some standing return has, and how many it has just so."""
        current = (
            "SELECT count(*) FROM staged_episode s JOIN "
            f"{_table(Child)} c ON c.council_id = %s AND c.pseudonym = s.pseudonym WHERE EXISTS "
            f"(SELECT 1 FROM {_table(Episode)} e {ACTIVE_RETURNS} "
            "WHERE e.child_id = c.id AND e.decom = s.decom"
        )
        names = [name for name in EPISODE if name not in ("line", "decom")]
        differing = " OR ".join(f"e.{name} {self.distinct} s.{name}" for name in names)
        known = self._number(f"{current})", [self.council.pk])
        return known, self._number(f"{current} AND NOT ({differing}))", [self.council.pk])

    def _merge_children(self):
        # A child missing from this header keeps what an earlier one said.
        self.cursor.execute(
            f"INSERT INTO {_table(Child)} AS held (council_id, {', '.join(CHILD)}) "
            f"SELECT %s, {', '.join(CHILD)} FROM staged_child WHERE true "
            "ON CONFLICT (council_id, pseudonym) DO UPDATE SET "
            "sex = CASE WHEN excluded.sex = '' THEN held.sex ELSE excluded.sex END, "
            "ethnicity = CASE WHEN excluded.ethnicity = '' THEN held.ethnicity "
            "ELSE excluded.ethnicity END, "
            "born_on = coalesce(excluded.born_on, held.born_on), "
            "uasc = excluded.uasc OR held.uasc, "
            "uasc_until = coalesce(excluded.uasc_until, held.uasc_until)",
            [self.council.pk],
        )

    def _number(self, statement, parameters):
        return self._all(statement, parameters)[0][0]

    def _all(self, statement, parameters):
        self.cursor.execute(statement, parameters)
        return self.cursor.fetchall()


def _pseudonym(council, reference, known):
    # Per council, so that one child of two authorities is not found by comparing digests.
    digests = keyed_digests(f"{council}:{reference}")
    # A child keeps the pseudonym that an older key gave.
    return next((digest for digest in digests if digest in known), digests[0])


def _child(row):
    return (row.sex, row.dob.isoformat(), row.ethnic) if row else ("", None, "")


def _beside(row, later):
    """A staged child with what a later return said of it, where that said anything."""
    if later is None:
        return row
    return (row[0], *(_iso(known) or own for known, own in zip(later, row[1:], strict=True)))


def _iso(value):
    return value.isoformat() if isinstance(value, date) else value


def _table(model):
    return model._meta.db_table


def _typed(columns):
    kinds = {"line": "integer", "uasc": "boolean"} | dict.fromkeys(
        ("born_on", "uasc_until", "decom", "dec"), "date"
    )
    return ", ".join(f"{name} {kinds.get(name, 'varchar(64)')}" for name in columns)


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
# The quickest way in that each database has.
FILL = {"postgresql": _copy, "sqlite": _insert}
