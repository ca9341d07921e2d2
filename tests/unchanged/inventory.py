"""Everything that must not move, written as files into a folder."""

import gzip
import json
import lzma
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings

from assurance.records import database
from tests.unchanged import pages
from tests.unchanged.bodies import sha256
from tests.unchanged.pins import model, pins
from tests.unchanged.record import KEPT, ROOT

SEEDS = ROOT / "fixtures" / "papers" / "seeds"
# Before the demonstration's first count, on and around its days of counting, and after its day.
DAYS = (
    *(date(2014, 3, 31), date(2014, 9, 30), date(2014, 12, 31), date(2015, 3, 31)),
    *(date(2015, 6, 1), date(2015, 7, 20), date(2015, 9, 30), date(2015, 12, 1)),
    *(date(2015, 12, 31), date(2016, 1, 18), date(2016, 3, 31), date(2016, 12, 31)),
)
PAGES = "pages.json"


def write(folder):
    """Writes the inventory into `folder`; the addresses of the demonstration are the kept ones,
    but where what is kept is itself made again."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    again = folder != KEPT
    settings.VAR.mkdir(parents=True, exist_ok=True)
    make_tables()
    with pins("the demonstration"):
        call_command("load_demonstration", stdout=StringIO())
        call_command("publish_site", stdout=StringIO())
        write_plain(folder / "files.json", {"published": published(), "editions": editions()})
        write_packed(folder / "figures.json.xz", figures())
        answers = pages.pages(_kept_paths() if again else None)
        write_plain(folder / PAGES, pages.summary(answers))
        write_packed(folder / "answers.json.xz", answers)
        write_packed(folder / "papers.json.xz", papers() | {"openapi.json": openapi()})


def make_tables():
    """Makes the tables from the models, as those of every other test; `/readyz` asks whether every
    migration has run."""
    unmigrated = {config.label: None for config in apps.get_app_configs()}
    with override_settings(MIGRATION_MODULES=unmigrated):
        call_command("migrate", run_syncdb=True, verbosity=0)
    database.place_all(connection)
    call_command("migrate", fake=True, verbosity=0)


def read(file):
    """What stands in a file of the inventory, plain or packed."""
    content = file.read_bytes()
    return json.loads(lzma.decompress(content) if file.suffix == ".xz" else content)


def write_plain(file, content):
    """Writes one line for each value, so that a change can be reviewed as lines."""
    parts = (
        f"{json.dumps(part)}: {{\n" + ",\n".join(_lines(rows)) + "\n}"
        for part, rows in content.items()
    )
    file.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def write_packed(file, content):
    """Writes it in little space: pages and papers repeat each other."""
    text = json.dumps(content, ensure_ascii=False).encode()
    file.write_bytes(lzma.compress(text, preset=9 | lzma.PRESET_EXTREME))


def published():
    """A dict of name → SHA-256 of the published folder; raises `ValueError` where a packed file
    is not the one beside it."""
    root = settings.PUBLISHED_ROOT
    names = sorted(path for path in root.rglob("*") if path.is_file())
    for packed in (path for path in names if path.suffix == ".gz"):
        # How well a machine packs is its own business; what comes out is not.
        if gzip.decompress(packed.read_bytes()) != packed.with_suffix("").read_bytes():
            raise ValueError(f"{packed.relative_to(root)} is not the file beside it.")
    plain = [path for path in names if path.suffix != ".gz"]
    return {str(path.relative_to(root)): sha256(path.read_bytes()) for path in plain}


def editions():
    """A dict of edition and name → SHA-256 of every file that an edition keeps."""
    rows = model("EditionFile").objects.select_related("edition__paper__series")
    return dict(
        sorted((f"{_name(row.edition)}/{row.name}", sha256(bytes(row.content))) for row in rows)
    )


def figures():
    """A dict of council and day → figure → its value, base, dates and mark, since a year before."""
    rows = {}
    for council in model("Council").objects.order_by("slug"):
        for day in DAYS:
            since = day.replace(year=day.year - 1)
            text = _printed("figures", at=day, since=since, format="json", council=council.slug)
            rows[f"{council.slug} {day}"] = _values(json.loads(text))
    return rows


def papers():
    """A dict of name → paper file: of the demonstration's papers, and of each paper of the seeds
    once it was imported."""
    council = model("Council").objects.get().slug
    rows = {}
    for row in model("Paper").objects.select_related("series").order_by("pk"):
        rows[f"{row.series.slug}/{row.slug}"] = _exported(f"{row.series.slug}/{row.slug}", council)
    for file in sorted(SEEDS.glob("*.*")):
        if file.stem != "README":
            said = _imported(file, council)
            rows[file.stem] = {"printed": said, "paper": _exported(said["paper"], council)}
    return rows


def openapi():
    """The description of what programs may ask for."""
    return Client().get("/openapi.json").json()


def _imported(file, council):
    text = _printed(
        "import_paper",
        str(file),
        council=council,
        series=f"Seed {file.stem}",
        committee="Scrutiny Committee",
        period=("2015-07-01", "2015-12-31"),
        paper_date="2016-01-18",
        meeting="2016-01-28",
        title=file.stem,
        format="json",
    )
    return json.loads(text)


def _exported(name, council):
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "paper.json"
        _printed("export_paper", name, file, council=council)
        return json.loads(file.read_text(encoding="utf-8"))


def _printed(command, *args, **options):
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


def _values(rows):
    return {
        " ".join(filter(None, (row["key"], row["member"], f"({row['cohort']})"))): [
            *(row[name] for name in ("value", "base", "from", "at", "text", "mark"))
        ]
        for row in rows
    }


def _name(edition):
    paper = edition.paper
    return f"{paper.series.slug}/{paper.slug}/edition-{edition.number}"


def _kept_paths():
    return list(read(KEPT / PAGES)[pages.DEMONSTRATED])


def _lines(rows):
    return (f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in rows.items())
