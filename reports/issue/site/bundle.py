"""An edition as a folder of files that never change, under the fingerprint of the list of them."""

from reports.documents import formats
from reports.editions.models.editions import Edition, EditionFile

# Beside every council's own pages in the published folder; no council can be called so.
BUNDLES = "published"
MANIFEST = f"{formats.MANIFEST}.json"
INDEX = "index.html"


def bundle_name(edition: Edition) -> str:
    """`published/…` with the SHA-256 of the edition's list of files; empty where it has none."""
    listed = edition.files.without_content().filter(name=MANIFEST).first()
    return f"{BUNDLES}/{listed.sha256}" if listed else ""


def bundle_of(name: str) -> str:
    """The folder of the edition that a published file is in, with a slash at its end; empty where
    it is in none."""
    parts = name.split("/")
    return f"{BUNDLES}/{parts[1]}/" if parts[0] == BUNDLES and len(parts) > 2 else ""


def bundle_files(edition: Edition) -> dict[str, bytes]:
    """Name → bytes of every file of the folder: those of the edition, its page as a folder's first
    file too, and last the list, whose being there says that the folder is whole."""
    index = {file.name: bytes(file.content) for file in edition.files.all()}
    listed, page = index.pop(MANIFEST), first_file(edition)
    return {**({INDEX: index[page]} if page else {}), **index, MANIFEST: listed}


def edition_of(folder: str) -> Edition | None:
    """The published edition whose bundle is called so, removed or not."""
    saved = EditionFile.objects.filter(name=MANIFEST, sha256=folder)
    rows = Edition.objects.published().filter(files__in=saved)
    return rows.select_related("paper__council", "paper__series").first()


def first_file(edition: Edition) -> str:
    """The name of the file that is an edition's page; empty where it has none."""
    names = edition.files.without_content().values_list("name", flat=True)
    return next((name for name in names if name.endswith(".html")), "")
