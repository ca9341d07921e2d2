"""The bill of materials has each package of the locks once, and what needs it."""

import json
import re

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
