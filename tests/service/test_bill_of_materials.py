"""The bill of materials has each package of the locks once, and what needs it."""

import json
import re

from reports.service.supply import bill_of_materials as supply
from reports.service.supply.bill_of_materials import PRODUCT, bill_of_materials
from tests.sources import ROOT

PIN = re.compile(r"^([\w.-]+)(?:\[.*\])?==(\S+)", re.MULTILINE)


def test_each_pin_of_the_locks_is_there_once_and_the_same_locks_give_the_same_file():
    text = bill_of_materials()
    content = json.loads(text)
    assert bill_of_materials() == text
    assert (content["bomFormat"], content["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", content["serialNumber"])
    pins = {
        (name.lower(), version)
        for lock in ("requirements.txt", "requirements-s3.txt")
        for name, version in PIN.findall((ROOT / lock).read_text())
    }
    lock = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    scripts = {
        (place.removeprefix("node_modules/"), entry["version"])
        for place, entry in lock.items()
        if place and not entry.get("optional")
    }
    listed = [(one["name"], one["version"]) for one in content["components"]]
    assert len(listed) == len(set(listed)) and set(listed) == pins | scripts
    assert len(pins) > 30 and len(scripts) > 6


def test_every_package_is_needed_by_the_product_or_by_another_package():
    content = json.loads(bill_of_materials())
    references = {one["bom-ref"]: one for one in content["components"]}
    needs = {one["ref"]: set(one["dependsOn"]) for one in content["dependencies"]}
    assert set(needs) == {PRODUCT, *references}
    reached, waiting = set(), [PRODUCT]
    while waiting:
        new = needs[waiting.pop()] - reached
        reached |= new
        waiting += new
    left = {one for one in references if one not in reached}
    assert not {one for one in left if references[one]["scope"] == "required"}
    django = next(one for one in references if one.startswith("pkg:pypi/django@"))
    assert django in needs[PRODUCT]
    assert any(one.startswith("pkg:pypi/sqlparse@") for one in needs[django])


ALWAYS = """--hash=sha256:00
one==1.0 \\
    --hash=sha256:11
    # via -r requirements.in
Two.Of_them[extra,more]==2.0.post1 ; python_version > "3"
    # via
    #   -r requirements.in
    #   one
    #   gone
three==3
    # via two.of_them
"""
SOMETIMES = "three==3\n    # via four\nfour==4\n    # via -r requirements-s3.in\n"


def test_locks_are_read_with_extras_reasons_on_one_line_or_many_and_names_of_any_form(
    tmp_path, monkeypatch
):
    (tmp_path / "requirements.txt").write_text(ALWAYS)
    (tmp_path / "requirements-s3.txt").write_text(SOMETIMES)
    own = {"license": "MIT", "integrity": "sha512-AAEC"}
    packages = {
        "": {"devDependencies": {"@a/b": "1", "esbuild": "2", "absent": "3"}},
        "node_modules/@a/b": {**own, "version": "1", "dependencies": {"c": "4", "d": "5"}},
        "node_modules/c": {**own, "version": "4"},
        "node_modules/d": {**own, "version": "5", "optional": True, "dependencies": {"c": "4"}},
        "node_modules/esbuild": {**own, "version": "2"},
    }
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": packages}))
    monkeypatch.setattr(supply, "ROOT", tmp_path)
    content = json.loads(bill_of_materials())
    scopes = {one["bom-ref"]: one["scope"] for one in content["components"]}
    assert scopes == {
        "pkg:npm/%40a/b@1": "required",
        "pkg:npm/c@4": "required",
        "pkg:npm/esbuild@2": "excluded",
        "pkg:pypi/four@4": "optional",
        "pkg:pypi/one@1.0": "required",
        "pkg:pypi/three@3": "required",
        "pkg:pypi/two-of-them@2.0.post1": "required",
    }
    needs = {one["ref"]: one["dependsOn"] for one in content["dependencies"] if one["dependsOn"]}
    assert needs == {
        PRODUCT: [
            *("pkg:npm/%40a/b@1", "pkg:npm/esbuild@2", "pkg:pypi/four@4", "pkg:pypi/one@1.0"),
            "pkg:pypi/two-of-them@2.0.post1",
        ],
        "pkg:npm/%40a/b@1": ["pkg:npm/c@4"],
        "pkg:pypi/one@1.0": ["pkg:pypi/two-of-them@2.0.post1"],
        "pkg:pypi/two-of-them@2.0.post1": ["pkg:pypi/three@3"],
        "pkg:pypi/four@4": ["pkg:pypi/three@3"],
    }
    [hashes] = [one["hashes"] for one in content["components"] if one["name"] == "c"]
    assert hashes == [{"alg": "SHA-512", "content": "000102"}]
