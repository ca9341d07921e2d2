"""How the pages' styles are brought, without a network: small programs stand in for npm and pip."""

import json
import shutil
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from reports.service import assets

CSS = (
    '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)format("woff2")}'
    "a{font-family:GDS Transport,arial,sans-serif}.crest{background:url(/assets/images/crest.svg)}"
    "/*# sourceMappingURL=govuk-frontend.min.css.map */"
)
JS = "export{initAll};//# sourceMappingURL=govuk-frontend.min.js.map"
# Stands in for npm: lays the package down as `npm ci` does.
NPM = f"""#!{sys.executable}
import pathlib, sys
assert sys.argv[1] == "ci", sys.argv
there = pathlib.Path({str(assets.PACKAGE)!r})
there.mkdir(parents=True)
(there / "govuk-frontend.min.css").write_text({CSS!r})
(there / "govuk-frontend.min.js").write_text({JS!r})
"""


@pytest.fixture
def root(tmp_path):
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
