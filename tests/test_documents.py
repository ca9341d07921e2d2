"""The documents that follow from the code are written from it and have not fallen behind."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assurance.accounts.access import Permission
from assurance.figures.registry import FIGURES
from assurance.imports.kinds import KINDS
from reports.service.generated_documents import documents
from tests.sources import ROOT


@pytest.fixture
def elsewhere(settings, tmp_path):
    """An empty docs folder, in place of the project's."""
    settings.BASE_DIR = tmp_path
    place = tmp_path / "docs"
    place.mkdir()
    return place


def test_what_stands_in_docs_is_what_the_code_says():
    call_command("write_docs", check=True)


def test_they_are_written_once_and_then_left_alone(elsewhere):
    said = [StringIO(), StringIO()]
    for out in said:
        call_command("write_docs", stdout=out)
    assert said[0].getvalue().split() == [f"docs/{name}" for name in documents()]
    assert not said[1].getvalue()
    assert {path.name for path in elsewhere.iterdir()} == set(documents())


def test_one_document_is_written_without_the_others_as_make_check_writes_the_list_of_parts(
    elsewhere,
):
    call_command("write_docs", only=["sbom.json"], stdout=StringIO())
    assert [path.name for path in elsewhere.iterdir()] == ["sbom.json"]
    call_command("write_docs", only=["sbom.json"], check=True)
    with pytest.raises(CommandError, match=r"No document is called other\.md\."):
        call_command("write_docs", only=["other.md"])
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncheck:")[2]
    assert "write_docs --only sbom.json" in lines.partition("\n\n")[0]


def test_a_document_that_fell_behind_is_named(elsewhere):
    call_command("write_docs", stdout=StringIO())
    (elsewhere / "figures.md").write_text("old", encoding="utf-8")
    with pytest.raises(CommandError, match=r"make docs: figures\.md differ"):
        call_command("write_docs", check=True)


def test_checking_writes_nothing(elsewhere):
    with pytest.raises(CommandError):
        call_command("write_docs", check=True)
    assert not list(elsewhere.iterdir())


def test_every_figure_and_permission_is_described():
    written = documents()
    assert all(f"## {key}: " in written["figures.md"] for key in FIGURES)
    assert all(f"| {one.name} |" in written["access.md"] for one in Permission)


def test_every_kind_of_file_is_described_with_each_of_its_columns():
    told = documents()["files.md"]
    for kind in KINDS:
        own = told.split(f"## {kind.key}: ")[1].split("\n## ")[0]
        for column in getattr(kind, "columns", ()):
            assert f"| {column.label} |" in own
        for part in getattr(kind, "parts", ()):
            assert f"- {part.title}: " in own


def test_no_address_is_left_undeclared():
    assert "undeclared" not in documents()["access.md"]
