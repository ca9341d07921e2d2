"""How styles and the editor are brought, without a network: small programs stand in for npm and
pip, and for the bundler."""

import gzip
import hashlib
import json
import re
import shutil
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from reports.service import assets, editor_bundle
from tests.sources import templates

CSS = (
    '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)format("woff2")}'
    "a{font-family:GDS Transport,arial,sans-serif}.crest{background:url(/assets/images/crest.svg)}"
    "/*# sourceMappingURL=govuk-frontend.min.css.map */"
)
JS = "export{initAll};//# sourceMappingURL=govuk-frontend.min.js.map"
# Stands in for the bundler: gives back what it was asked to put together.
ESBUILD = f"#!{sys.executable}\nimport sys\nprint(sys.stdin.read(), end='')"
# Stands in for npm: lays the packages down as `npm ci` does.
NPM = f"""#!{sys.executable}
import pathlib, sys
assert sys.argv[1] == "ci", sys.argv
there = pathlib.Path({str(assets.PACKAGE)!r})
there.mkdir(parents=True)
(there / "govuk-frontend.min.css").write_text({CSS!r})
(there / "govuk-frontend.min.js").write_text({JS!r})
for name in {(*editor_bundle.NAMES, *editor_bundle.WITHIN)!r}:
    package = pathlib.Path("node_modules", name)
    package.mkdir()
    (package / "package.json").write_text('{{"version": "1.0.0", "license": "MIT"}}')
    (package / "LICENSE").write_text("Anybody may use " + name)
program = pathlib.Path("node_modules", "@esbuild", "some-machine", "bin", "esbuild")
program.parent.mkdir(parents=True)
program.write_text({ESBUILD!r})
program.chmod(0o755)
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    script = "\n".join(editor_bundle.exports()).encode()
    monkeypatch.setattr(editor_bundle, "EXPECTED", hashlib.sha256(script).hexdigest())
    for name in ("package-lock.json", "requirements-node.txt"):
        shutil.copy(settings.BASE_DIR / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def npm(root, monkeypatch):
    folder = root / "bin"
    folder.mkdir()
    program = folder / "npm"
    program.write_text(NPM)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return program


def built(root, name="govuk-frontend.css"):
    return (root / assets.BUILT / name).read_text()


def test_npm_brings_the_package_where_there_is_one_and_anew_for_a_changed_lock(root, npm):
    assert not assets.is_built(root)
    assert assets.build(root)
    assert assets.is_built(root)
    assert "GDS" not in built(root)
    with (root / "package-lock.json").open("a") as lock:
        lock.write("\n")
    assert not assets.is_built(root)


def test_the_typeface_the_crest_and_the_map_are_left_out_of_what_is_really_built_too():
    assert assets.unbranded(CSS) == "a{font-family:arial,sans-serif}.crest{background:none}"
    assert assets.without_map(JS) == "export{initAll};"
    call_command("assets", stdout=StringIO())
    css = (settings.BASE_DIR / assets.BUILT / "govuk-frontend.css").read_text()
    assert "GDS Transport" not in css and "url(/" not in css and "sourceMapping" not in css


def test_every_modifier_that_a_template_gives_an_element_is_one_of_govuk_frontend():
    call_command("assets", stdout=StringIO())
    css = (settings.BASE_DIR / assets.BUILT / "govuk-frontend.css").read_text()
    used = {
        name
        for path in templates()
        for name in re.findall(r"govuk-\w[\w-]*--[a-z]\w+(?=[ \"{])", path.read_text("utf-8"))
    }
    assert {name for name in used if f".{name}" not in css} == set()


def test_the_editor_is_bundled_with_the_licences_of_what_is_in_it(root, npm):
    assert assets.build(root)
    folder = root / editor_bundle.BUILT
    script = (folder / editor_bundle.SCRIPT).read_text()
    assert 'export { keymap } from "prosemirror-keymap";' in script
    licences = (folder / editor_bundle.LICENCES).read_text()
    assert editor_bundle.EXPECTED in licences
    for name in (*editor_bundle.NAMES, *editor_bundle.WITHIN):
        assert f"{name} 1.0.0, MIT" in licences and f"Anybody may use {name}" in licences


def test_a_script_that_is_not_the_expected_one_is_left_out_and_said_so(
    root, npm, settings, monkeypatch
):
    settings.BASE_DIR = root
    assert assets.build(root)
    monkeypatch.setattr(editor_bundle, "EXPECTED", "0" * 64)
    assert not assets.is_built(root)
    shutil.rmtree(root / "node_modules")
    said, complained = StringIO(), StringIO()
    call_command("assets", stdout=said, stderr=complained)
    assert "were fetched" in said.getvalue() and "keep their text box" in complained.getvalue()
    assert not list((root / editor_bundle.BUILT).iterdir())
    assert "arial" in built(root)


@pytest.mark.parametrize("away", ["@esbuild", "prosemirror-view", "w3c-keyname"])
def test_without_a_bundler_or_a_package_the_styles_come_alone(root, npm, away):
    npm.write_text(f"{NPM}\nimport shutil\nshutil.rmtree('node_modules/{away}')")
    with pytest.raises(editor_bundle.NotBuilt, match="could not be fetched"):
        assets.build(root)
    assert "arial" in built(root) and not editor_bundle.is_built(root)


def test_a_bundler_that_fails_leaves_no_script(root, npm):
    npm.write_text(f"{NPM}\nprogram.write_text('#!/bin/sh\\nexit 1')")
    with pytest.raises(editor_bundle.NotBuilt, match="could not be made"):
        assets.build(root)
    assert not (root / editor_bundle.BUILT).exists()


def test_each_name_that_is_bundled_is_used_and_no_other_is():
    bundled = {name for names in editor_bundle.NAMES.values() for name in names.split()}
    modules = settings.BASE_DIR / "static" / "js" / "editor"
    library = (modules / "library.js").read_text()
    taken = library.partition("export const {")[2].partition("}")[0]
    assert {name.strip() for name in taken.split(",") if name.strip()} == bundled
    others = " ".join(path.read_text() for path in modules.iterdir() if path.stem != "library")
    assert not [name for name in bundled if not re.search(rf"\b{name}\b", others)]


def test_what_is_really_bundled_is_small_and_names_every_licence():
    call_command("assets", stdout=StringIO())
    folder = settings.BASE_DIR / editor_bundle.BUILT
    script = (folder / editor_bundle.SCRIPT).read_bytes()
    own = [path.read_bytes() for path in (settings.BASE_DIR / "static/js/editor").iterdir()]
    assert sum(len(gzip.compress(part)) for part in (script, *own)) <= 150_000
    assert editor_bundle.is_built(settings.BASE_DIR)
    licences = (folder / editor_bundle.LICENCES).read_text()
    packages = json.loads((settings.BASE_DIR / "package-lock.json").read_text())["packages"]
    inside = {name.partition("/")[2] for name in packages} - {"", "govuk-frontend", "esbuild"}
    inside = {name for name in inside if not name.startswith("@esbuild/")}
    assert inside == {*editor_bundle.NAMES, *editor_bundle.WITHIN}
    assert all(
        f"\n{name} {packages[f'node_modules/{name}']['version']}, " in licences for name in inside
    )
    assert licences.count("MIT") >= len(inside)


def unreachable(root, monkeypatch, python):
    """No npm, and a Python whose pip does as the program `python` says."""
    program = root / "python"
    program.write_text(f"#!{sys.executable}\n{python}")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(assets.sys, "executable", str(program))


def test_without_npm_a_node_is_borrowed_and_given_back(root, monkeypatch):
    unreachable(root, monkeypatch, BORROW)
    assert assets.build(root)
    assert "arial" in built(root)
    assert not (root / "build" / "node").exists()
    asked = json.loads((root / "asked.json").read_text())
    assert "--require-hashes" in asked and str(root / "requirements-node.txt") in asked


def test_without_a_network_nothing_is_left_behind_and_the_command_says_so_in_a_sentence(
    root, monkeypatch, settings
):
    unreachable(root, monkeypatch, "raise SystemExit(1)")
    assert not assets.build(root)
    assert not (root / "build" / "node").exists()
    assert not assets.is_built(root)
    settings.BASE_DIR = root
    said, complained = StringIO(), StringIO()
    call_command("assets", stdout=said, stderr=complained)
    assert said.getvalue() == ""
    assert complained.getvalue().count("\n") == 1
    assert "plain look" in complained.getvalue()


def test_the_command_says_what_it_did_and_does_it_once(root, npm, settings):
    settings.BASE_DIR = root
    said = StringIO()
    call_command("assets", stdout=said)
    npm.unlink()
    call_command("assets", stdout=said)
    assert "were fetched" in said.getvalue() and "already here" in said.getvalue()


def test_the_lock_names_no_registry_and_every_wheel_has_its_hash():
    lock = json.loads((settings.BASE_DIR / "package-lock.json").read_text())
    packages = [one for name, one in lock["packages"].items() if name]
    assert packages
    assert all("integrity" in one and "resolved" not in one for one in packages)
    assert (settings.BASE_DIR / "requirements-node.txt").read_text().count("--hash=sha256:") > 3


BORROW = f"""
import json, pathlib, sys
if "pip" in sys.argv:
    pathlib.Path("asked.json").write_text(json.dumps(sys.argv))
    pathlib.Path(sys.argv[sys.argv.index("--target") + 1]).mkdir(parents=True)
else:
    sys.argv = ["npm", *sys.argv[sys.argv.index("ci"):]]
    exec({NPM.partition(chr(10))[2]!r})
"""
