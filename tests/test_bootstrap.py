"""Making a machine ready: what is missing is brought, or named in one sentence."""

import ast
import subprocess
import sys

import pytest

from bootstrap import environment, packages
from tests.sources import ROOT, everything

HERE = packages.Need("already-here", lambda: True)
AWAY = packages.Need("libfirst-1", lambda: False)
GONE = packages.Need("second-tools", lambda: False)
# Run before anything is installed, by whatever Python the machine has.
NAMES = "packages environment carried fresh server server_database server_files supervisor"
FIRST = tuple(f"bootstrap.{name}" for name in NAMES.split())


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine where no program can be found: no apt, no sudo."""
    monkeypatch.setenv("PATH", str(tmp_path))


def test_nothing_is_asked_of_a_machine_that_has_everything(bare):
    packages.bring((HERE,))


def test_one_sentence_names_every_package_that_may_not_be_brought(bare):
    with pytest.raises(packages.Missing) as told:
        packages.bring((AWAY, HERE, GONE))
    assert str(told.value) == "Install these packages, then try again: libfirst-1 second-tools."


def test_a_machine_without_apt_gives_no_leave_to_install(bare):
    assert packages.as_root() is None


def test_a_library_is_there_under_any_of_its_names():
    assert packages.has_library("libnowhere.so.9", None)
    assert not packages.has_library("libnowhere.so.9")


def test_the_two_purposes_share_what_the_product_needs():
    assert set(environment.NEEDS["run"]) < set(environment.NEEDS["test"])
    assert set(environment.LOCKS["run"]) < set(environment.LOCKS["test"])
    assert all((ROOT / lock).exists() for lock in environment.LOCKS["test"])


@pytest.mark.parametrize("words", [(), ("dance",), ("run", "test")])
def test_an_unknown_purpose_ends_with_a_sentence(words):
    asked = [sys.executable, "-m", "bootstrap.environment", *words]
    ended = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "Name the purpose: run or test.\n")


@pytest.mark.parametrize("name", FIRST)
def test_what_runs_first_needs_the_standard_library_only(name):
    module = next(one for one in everything() if one.name == name)
    taken = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
        for node in module.nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert taken <= {*sys.stdlib_module_names, "bootstrap"}
