"""The software that the product is made of (SBOM), in the form of CycloneDX, as its locks have it.

It has no time and no number of its own, so that the same locks give the same file.
"""

import json
import re
from base64 import b64decode
from collections import defaultdict
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parents[3]
PRODUCT = "candour"
# Lock → whether the product always has what is in it.
PYTHON_LOCKS = {"requirements.txt": "required", "requirements-s3.txt": "optional"}
NODE_LOCK = "package-lock.json"
# What scripts and styles are made with, and which no reader is sent.
TOOLS = ("esbuild",)
_PIN = re.compile(r"([A-Za-z0-9._-]+)(?:\[[\w,-]+\])?==(\S+)")


def bill_of_materials() -> str:
    """The whole file as text."""
    components, needs = {}, defaultdict(set)
    for lock, scope in PYTHON_LOCKS.items():
        _read_python((ROOT / lock).read_text(encoding="utf-8"), scope, components, needs)
    _read_node(json.loads((ROOT / NODE_LOCK).read_text(encoding="utf-8")), components, needs)
    listed = [components[reference] for reference in sorted(components)]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps(listed, sort_keys=True))}",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": PRODUCT, "bom-ref": PRODUCT},
        },
        "components": listed,
        "dependencies": [
            {"ref": reference, "dependsOn": sorted(needs[reference] & set(components))}
            for reference in (PRODUCT, *sorted(components))
        ],
    }
    return f"{json.dumps(content, indent=1, ensure_ascii=False)}\n"


def _read_python(text, scope, components, needs):
    """Each pin of a lock, and by its comments (`# via`) what needs it."""
    pins = {match[1].lower(): match[2] for match in map(_PIN.match, text.splitlines()) if match}
    name, is_reason = "", False
    for line in text.splitlines():
        if match := _PIN.match(line):
            name = match[1].lower()
            reference = _python_reference(name, match[2])
            component = {"name": name, "version": match[2], "scope": scope}
            components.setdefault(reference, _component(component, reference))
            is_reason = False
        elif line.strip().startswith("# via"):
            is_reason = True
        # A reason stands after “# via”, or alone on each of the lines below.
        if is_reason and (reason := line.strip().removeprefix("# via").strip("# ").lower()):
            by = reason in pins and _python_reference(reason, pins[reason])
            if by or reason.startswith("-r"):
                needs[by or PRODUCT].add(_python_reference(name, pins[name]))


def _read_node(lock, components, needs):
    """The packages that the pages' styles and the editor are made of."""
    packages, references = lock["packages"], {}
    for place, entry in packages.items():
        name = place.removeprefix("node_modules/")
        # Of a tool for each kind of machine, this is the tool itself.
        if place and not entry.get("optional"):
            reference = f"pkg:npm/{name.replace('@', '%40')}@{entry['version']}"
            scope = "excluded" if name in TOOLS else "required"
            component = {"name": name, "version": entry["version"], "scope": scope}
            component["hashes"] = [_hash(entry["integrity"])]
            component["licenses"] = [{"license": {"id": entry["license"]}}]
            components[reference] = _component(component, reference)
            references[name] = reference
    for place, entry in packages.items():
        name = place.removeprefix("node_modules/")
        by = references.get(name, "") if place else PRODUCT
        required = {**entry.get("dependencies", {}), **entry.get("devDependencies", {})}
        if by:
            needs[by] |= {references[item] for item in required if item in references}


def _component(fields, reference):
    return {"type": "library", "bom-ref": reference, **fields, "purl": reference}


def _python_reference(name, version):
    return f"pkg:pypi/{re.sub('[._-]+', '-', name)}@{version}"


def _hash(integrity):
    kind, _sign, content = integrity.partition("-")
    return {"alg": kind.upper().replace("SHA", "SHA-"), "content": b64decode(content).hex()}
