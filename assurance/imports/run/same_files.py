"""Files that were imported before, known by their bytes before a cell of them is read.

The effect of a file depends on its bytes, on the program that reads it, on how its columns are read
and on the register. Where its last import left all of these the same, it has none.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from django.apps import apps
from django.conf import settings

from assurance.accounts.models.accounts import Council, User
from assurance.imports.declaration import Bundle, Kind, Sheet
from assurance.imports.models import IMPORTED, ColumnReading, ImportRun
from assurance.records.history import HistoryEntry

# The app after which those come that keep registers; a council's settings are kept before it.
LAST_WITHOUT = "assurance.imports"


def imported_before(user: User, digests: Sequence[str], kinds: Sequence[Kind]) -> ImportRun | None:
    """The last import of the files with these SHA-256 `digests`, together and of no others, where
    checking them again as one of the `kinds` could neither add nor change a row; None wherever that
    is not certain, and where `user` may not see it."""
    runs = ImportRun.objects.visible_to(user).filter(state=IMPORTED).listed().order_by("-pk")
    run = runs.filter(fingerprints__contains=f"|{digests[0]}/").first() if digests else None
    if run is None or len({*digests}) < len(digests):
        return None
    files, keys = run.files, {file["kind"] for file in run.files}
    is_alone = {file["sha256"] for file in files} == {*digests} and len(keys) == 1
    # A refused row may be sound by now, and days that were said are not said again.
    if not is_alone or run.refused or run.as_at or run.covers_to:
        return None
    kind = next((item for item in kinds if item.key in keys), None)
    # Of two files of rows the second may have changed what the first one says.
    if kind is None or (isinstance(kind, Sheet) and len(files) > 1):
        return None
    is_alike = all(_is_read_alike(run, kind, file, kinds) for file in files)
    return run if is_alike and _is_untouched(run, kind) else None


def reading_digest(kind: Kind, shape: str, read: Mapping[str, Mapping[str, str]]) -> str:
    """SHA-256 of how a table of this `shape` is read as one of `kind`: `read` as `columns_read`
    has it; a bundle knows its tables by itself."""
    values = [program_digest(), kind.key]
    if isinstance(kind, Sheet):
        values += [shape, read]
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


@cache
def program_digest() -> str:
    """SHA-256 of the modules that read files: another program may read one otherwise."""
    paths = sorted((settings.BASE_DIR / "assurance").rglob("*.py"))
    several = [hashlib.sha256(path.read_bytes()).digest() for path in paths]
    return hashlib.sha256(b"".join(several)).hexdigest()


def tables_behind(kind: Kind) -> frozenset[str]:
    """The tables of registers on which a check of `kind` may depend: an app imports only those
    before it, so that they are of the app that declares it and of those before that."""
    names = [config.name for config in apps.get_app_configs()]
    several = {_app_of(module, names) for module in _modules_of(kind)} - {None}
    last = max(map(names.index, several), default=len(names) - 1)
    known = names[names.index(LAST_WITHOUT) + 1 : last + 1]
    models = [item for item in apps.get_models() if item._meta.app_config.name in known]
    return frozenset(item._meta.db_table for item in (*models, Council))


def _is_read_alike(run, kind, file, kinds):
    if isinstance(kind, Bundle):
        return file.get("read_as") == reading_digest(kind, "", {})
    sheets = [item.key for item in kinds if isinstance(item, Sheet)]
    remembered = ColumnReading.objects.of_shapes(run.council, [file.get("shape", "")])
    own = [item for (key, _shape), item in remembered.items() if key in sheets]
    digests = [reading_digest(kind, item.digest, item.as_read) for item in own]
    return [item.kind for item in own] == [kind.key] and digests == [file.get("read_as")]


def _is_untouched(run, kind):
    """True where no row of the registers behind `kind` was written since `run` was imported."""
    entry = HistoryEntry.objects.about(run).filter(what="imports.bring_in").first()
    if entry is None:
        return False
    later = HistoryEntry.objects.of(run.council).filter(seq__gt=entry.seq)
    written, tables = later.values_list("rows", flat=True).iterator(), tables_behind(kind)
    return all(rows is not None and tables.isdisjoint(rows) for rows in written)


def _modules_of(kind) -> Iterator[str]:
    """The modules of the functions and models by which a kind is declared."""
    for item in (kind, *getattr(kind, "records", ())):
        for value in vars(item).values():
            if callable(value):
                yield getattr(value, "func", value).__module__


def _app_of(module, names):
    return next((name for name in names if module.startswith(f"{name}.")), None)
