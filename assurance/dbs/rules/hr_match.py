"""The HR system's list of people held against the register: who is on both, on one alone, and in
what the two differ. Plain values in; nothing is kept."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assurance.dbs.rules.bulk import open_roles

LABELS = {
    "name": "Name",
    "role": "Role",
    "service": "Service",
    "starts_on": "Start date in the role",
    "ends_on": "End date of the role",
}
OF_ROLE = ("role", "service", "starts_on", "ends_on")


@dataclass(frozen=True)
class Difference:
    """A field that differs: of the person where `role` is None, else of that role; `field` is empty
    where the HR system has a role that is not here."""

    field: str
    ours: object
    theirs: object
    role: object = None


@dataclass(frozen=True)
class Match:
    """Somebody of the HR list or the register: `values` is their row of the list, `roles` those of
    the person that it is about."""

    reference: str
    name: str
    person: object = None
    roles: Sequence = ()
    values: Mapping = field(default_factory=dict)
    differences: Sequence[Difference] = ()


@dataclass(frozen=True)
class Comparison:
    """What a list and the register say of each other: how many `agree` and how many have `gone`
    from both; who differs, is on one alone, and left in the list with a role here that runs.
    `left_out` counts rows of groups that were not compared."""

    agree: int
    gone: int
    differing: Sequence[Match]
    only_hr: Sequence[Match]
    only_here: Sequence[Match]
    left: Sequence[Match]
    left_out: int = 0


def compare(
    rows: Iterable[Mapping], people: Iterable, columns: Collection[str], groups, day: date
) -> Comparison:
    """Holds `rows` of the HR list, column → value, against `people`, each (person, roles that
    stand); only `columns` of the list, and rows and roles in `groups`, are compared."""
    by_reference = {
        _key(person.reference): (person, [role for role in roles if role.group in groups])
        for person, roles in people
    }
    own_rows, others = defaultdict(list), []
    for row in rows:
        if row.get("group") and row["group"] not in groups:
            others.append(_key(row["reference"]))
        else:
            own_rows[_key(row["reference"])].append(row)
    listed = {*own_rows, *others}
    index = defaultdict(list)
    for key, some in own_rows.items():
        for kind, match in _matches(by_reference.get(key), some, columns, day):
            index[kind].append(match)
    for key, (person, roles) in by_reference.items():
        if key not in listed and (running := open_roles(roles, day)):
            index["only_here"].append(Match(person.reference, person.name, person, running))
    ordered = {kind: sorted(some, key=_by_name) for kind, some in index.items()}
    lists = ("differing", "only_hr", "only_here", "left")
    counts = {kind: len(index[kind]) for kind in ("agree", "gone")}
    parts = {kind: ordered.get(kind, []) for kind in lists}
    return Comparison(**counts, **parts, left_out=len(others))


def has_left(row: Mapping, day: date) -> bool:
    """Whether a row of the HR list says that somebody had left by `day`."""
    return row.get("ends_on") is not None and row["ends_on"] <= day


def _matches(known, rows, columns, day):
    employed = [row for row in rows if not has_left(row, day)]
    last = max(rows, key=lambda row: row.get("ends_on") or date.min)
    first = (employed or [last])[0]
    name = first.get("name") or first["reference"]
    if known is None:
        for row in employed:
            yield "only_hr", Match(row["reference"], row.get("name") or "", values=row)
        if not employed:
            yield "gone", Match(first["reference"], name)
        return
    person, roles = known
    running = open_roles(roles, day)
    if not employed:
        kind = "left" if running else "gone"
        yield kind, Match(person.reference, person.name, person, running, last)
        return
    differences = [*_of_person(person, first), *_of_roles(roles, employed, columns, day)]
    kind = "differing" if differences else "agree"
    yield kind, Match(person.reference, person.name, person, roles, first, differences)


def _of_person(person, row):
    if row.get("name") and not _alike(person.name, row["name"]):
        yield Difference("name", person.name, row["name"])


def _of_roles(roles, rows, columns, day):
    free = list(roles)
    if not {"role", "service", "starts_on", "ends_on"} & set(columns):
        return
    for row in sorted(rows, key=lambda row: not _same_title(row, roles)):
        role = _role_of(row, free, day, alone=len(rows) == 1)
        if role is None:
            if row.get("role"):
                yield Difference("", None, row)
            continue
        free.remove(role)
        yield from _of_role(role, row, columns)


def _of_role(role, row, columns):
    for name in OF_ROLE:
        ours, theirs = getattr(role, name), row.get(name)
        is_said = name in columns and (name == "ends_on" or theirs is not None)
        if is_said and not _alike(ours, theirs):
            yield Difference(name, ours, theirs, role)


def _role_of(row, roles, day, *, alone):
    """The role that a row speaks of: of the same title, one that runs first; else the only one."""
    running = open_roles(roles, day)
    same = [role for role in roles if row.get("role") and _alike(role.role, row["role"])]
    named = [role for role in running if role in same] or same
    if named:
        return max(named, key=lambda role: (role.starts_on, role.pk))
    if alone or not row.get("role"):
        some = running if len(running) == 1 else ([] if running else roles[-1:])
        return some[0] if some else None
    return None


def _same_title(row, roles):
    return any(row.get("role") and _alike(role.role, row["role"]) for role in roles)


def _alike(ours, theirs):
    if isinstance(ours, str) and isinstance(theirs, str):
        return _key(ours) == _key(theirs)
    return ours == theirs


def _key(text):
    return " ".join(text.split()).casefold()


def _by_name(match):
    return match.name.casefold(), match.reference
