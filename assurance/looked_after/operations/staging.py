"""Merging a return's rows into those held, by sets: a keyed temporary table, then one statement.

Row by row the same takes minutes; without a key on the temporary table the merge reads it once per
row held.
"""

import hmac
import io
from datetime import date

from django.conf import settings
from django.db import connection

from assurance.looked_after.models.returns import Child, Episode, Return, UascMark
from assurance.looked_after.rules.return_rows import Remembered

CHILD = ("pseudonym", "sex", "born_on", "ethnicity", "uasc", "uasc_until")
EPISODE = (
    *("line", "decom", "rne", "ls", "cin", "place", "place_provider"),
    *("dec", "rec", "reason_place_change"),
)
# Rows that a withdrawn return carried last are nobody's.
STANDING = f"JOIN {Return._meta.db_table} r ON r.id = e.held_return_id AND r.withdrawn_on IS NULL"
# Sets differ where one is null and the other is not; `=` would say it does not know.
DISTINCT = {"postgresql": "IS DISTINCT FROM", "sqlite": "IS NOT"}


class StagedRows:
    """The rows of the `WholeReturn` on their way in to `council`; lives inside one transaction.

    A child goes by the keyed digest of the local reference. A child of the header file without an
    episode was not looked after, and is not kept.
    """

    def __init__(self, whole, council):
        self.council = council
        children, episodes = self._rows(whole)
        self.distinct = DISTINCT[connection.vendor]
        self.cursor = connection.cursor()
        self._stage("staged_child", CHILD, children, key="pseudonym")
        self._stage("staged_episode", ("pseudonym", *EPISODE), episodes, key="pseudonym, decom")

    def merge(self, held_return):
        """Brings the rows in under `held_return`; gives `added`, `changed` and `kept_newer` counts.

        A row that a return of a later day carried stays as that one has it.
        """
        added, changed = self._differences()
        self._merge_children()
        self._mark(held_return)
        written = self._merge_episodes(held_return)
        staged = self._number("SELECT count(*) FROM staged_episode", [])
        for table in ("staged_child", "staged_episode"):
            self.cursor.execute(f"DROP TABLE {table}")
        return {"added": added, "changed": changed, "kept_newer": staged - written}

    def compare(self):
        """(Added, changed, staged) rows: episodes, and the children of the header file who have
        any, against those held; writes nothing."""
        added, changed = self._differences(STANDING)
        told = "count(*) FROM staged_child s"
        held = (
            f"SELECT {told} JOIN {_table(Child)} c "
            "ON c.council_id = %s AND c.pseudonym = s.pseudonym "
            f"WHERE EXISTS (SELECT 1 FROM {_table(Episode)} e {STANDING} WHERE e.child_id = c.id)"
        )
        # As the merge does it: what this header does not say stays as it is.
        words = [f"(s.{name} <> '' AND c.{name} <> s.{name})" for name in ("sex", "ethnicity")]
        days = [
            f"(s.{name} IS NOT NULL AND c.{name} {self.distinct} s.{name})"
            for name in ("born_on", "uasc_until")
        ]
        differing = " OR ".join([*words, *days, "(s.uasc AND NOT c.uasc)"])
        children = self._number(f"SELECT {told}", [])
        known = self._number(held, [self.council.pk])
        other = self._number(f"{held} AND ({differing})", [self.council.pk])
        episodes = self._number("SELECT count(*) FROM staged_episode", [])
        return added + children - known, changed + other, episodes + children

    def _mark(self, held_return):
        self.cursor.execute(
            f"INSERT INTO {_table(UascMark)} (held_return_id, child_id, until) "
            f"SELECT %s, c.id, s.uasc_until FROM staged_child s "
            f"JOIN {_table(Child)} c ON c.council_id = %s AND c.pseudonym = s.pseudonym "
            "WHERE s.uasc",
            [held_return.pk, self.council.pk],
        )

    def _rows(self, whole):
        references = {row.child for row in whole.episodes}
        pseudonyms = {one: _pseudonym(self.council.slug, one) for one in references}
        children = [
            (
                pseudonym,
                *_child(whole.children.get(one)),
                one in whole.uasc,
                _iso(whole.uasc.get(one)),
            )
            for one, pseudonym in pseudonyms.items()
        ]
        days = Remembered(_iso)
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
        FILL[connection.vendor](self.cursor, table, columns, rows)

    def _differences(self, among=""):
        told = ", ".join(f"e.{name}" for name in EPISODE if name not in ("line", "decom"))
        new = told.replace("e.", "s.")
        held = (
            f"SELECT count(*) FROM staged_episode s "
            f"JOIN {_table(Child)} c ON c.council_id = %s AND c.pseudonym = s.pseudonym "
            f"JOIN {_table(Episode)} e ON e.child_id = c.id AND e.decom = s.decom {among}"
        )
        pairs = zip(told.split(", "), new.split(", "), strict=True)
        differing = " OR ".join(f"{old} {self.distinct} {one}" for old, one in pairs)
        known = self._number(held, [self.council.pk])
        staged = self._number("SELECT count(*) FROM staged_episode", [])
        return staged - known, self._number(f"{held} WHERE {differing}", [self.council.pk])

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

    def _merge_episodes(self, held_return):
        names = ", ".join(EPISODE)
        staged = ", ".join(f"s.{name}" for name in EPISODE)
        taken = ", ".join(f"{name} = excluded.{name}" for name in EPISODE if name != "decom")
        self.cursor.execute(
            f"INSERT INTO {_table(Episode)} AS held (child_id, held_return_id, {names}) "
            f"SELECT c.id, %s, {staged} FROM staged_episode s "
            f"JOIN {_table(Child)} c ON c.council_id = %s AND c.pseudonym = s.pseudonym "
            "WHERE true "
            "ON CONFLICT (child_id, decom) DO UPDATE SET "
            f"{taken}, held_return_id = excluded.held_return_id "
            f"WHERE NOT EXISTS (SELECT 1 FROM {_table(Return)} r "
            "WHERE r.id = held.held_return_id AND r.withdrawn_on IS NULL AND r.covers_to > %s)",
            [held_return.pk, self.council.pk, held_return.covers_to.isoformat()],
        )
        return self.cursor.rowcount

    def _number(self, statement, parameters):
        self.cursor.execute(statement, parameters)
        return self.cursor.fetchone()[0]


def _pseudonym(council, reference):
    # Per council, so that one child of two authorities is not found by comparing digests.
    told = f"{council}:{reference}".encode()
    return hmac.digest(settings.DIGEST_KEY.encode(), told, "sha256").hex()


def _child(row):
    return (row.sex, row.dob.isoformat(), row.ethnic) if row else ("", None, "")


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
    cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _copy(cursor, table, columns, rows):
    # An empty text stays one, and no value stays none: the two are written apart.
    text = io.StringIO()
    for row in rows:
        text.write("\t".join(map(_copied, row)) + "\n")
    text.seek(0)
    cursor.copy_expert(f"COPY {table} FROM STDIN", text)


def _copied(value):
    if value is None:
        return "\\N"
    return str(value).translate(ESCAPED)


ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
# The quickest way in that each database has.
FILL = {"postgresql": _copy, "sqlite": _insert}
