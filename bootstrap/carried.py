"""What a bare root has to be told about the machine it stands on: mirror, index and certificates.

All of it is read from the machine's own settings at run time; nothing of it stands in the project.
"""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

SUITE = "bookworm"
HOME = Path("home/newcomer")
# Where the carried files lie in the root: a package that is installed there later may not replace
# them.
KEPT = Path("etc/carried")
NAMES = re.compile(
    r"PIP_\w+|npm_config_\w+|(https?|no|all)_proxy|\w*(CA_BUNDLE|CERT_FILE|EXTRA_CA_CERTS)",
    re.IGNORECASE,
)
LISTS = Path("/etc/apt")
KEYRINGS = (Path("/etc/apt/keyrings"), Path("/etc/apt/trusted.gpg.d"), Path("/usr/share/keyrings"))
AUTHORITIES = Path("/usr/local/share/ca-certificates")
NETWORK = (Path("/etc/resolv.conf"), Path("/etc/hosts"))
PIP_FILES = (
    *(Path("/etc/pip.conf"), Path("/etc/xdg/pip/pip.conf")),
    *(Path("~/.pip/pip.conf").expanduser(), Path("~/.config/pip/pip.conf").expanduser()),
)


def mirror():
    """The address of the machine's own archive for the suite, or None where its lists name none."""
    for file in _lists():
        for stanza in file.read_text(encoding="utf-8").split("\n\n"):
            match = re.search(r"^URIs:\s*(\S+)", stanza, re.MULTILINE) or re.search(
                rf"^deb\s+(?:\[[^]]*\]\s+)?(\S+)\s+{SUITE}\s", stanza, re.MULTILINE
            )
            if match and re.search(rf"\b{SUITE}(\s|$)", stanza):
                return match.group(1)
    return None


def into(root):
    """Copies the machine's settings into the bare `root`.

    Returns the environment that pip and npm need there, and the folders of the machine that they
    name, which the caller mounts at their own places.
    """
    for file in NETWORK:
        _copy(file, root)
    for folder in (*KEYRINGS, AUTHORITIES):
        if folder.is_dir():
            shutil.copytree(folder, _inside(root, folder), dirs_exist_ok=True)
    _carry_apt(root)
    named = [words for file in PIP_FILES for words in _carry_pip(file, root)]
    environment = {name: words for name, words in os.environ.items() if NAMES.fullmatch(name)}
    named += [word for words in environment.values() for word in words.split()]
    folders = {path for path in map(_local, named) if path and path.is_dir()}
    return {name: _kept(words, root) for name, words in environment.items()}, folders


def _lists():
    paths = [LISTS / "sources.list", *sorted((LISTS / "sources.list.d").glob("*"))]
    used = [file for file in paths if file.suffix in (".list", ".sources") and file.is_file()]
    return [file for file in used if re.search(rf"\b{SUITE}\b", file.read_text(encoding="utf-8"))]


def _carry_apt(root):
    lists = _lists()
    if lists:
        (root / "etc/apt/sources.list").unlink(missing_ok=True)
    for file in lists:
        _copy(file, root)
    settings = subprocess.run(
        ["apt-config", "dump"], capture_output=True, text=True, check=True
    ).stdout
    lines = [line for line in settings.splitlines() if line.startswith("Acquire::")]
    (root / "etc/apt/apt.conf.d/90carried").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for words in re.findall(r'"(/[^"]+)"', "\n".join(lines)):
        if Path(words).is_file():
            _copy(Path(words), root)


def _carry_pip(file, root):
    """Copies one of pip's files; gives each word of its values."""
    if not file.is_file():
        return []
    home = Path.home()
    place = root / HOME / file.relative_to(home) if home in file.parents else _inside(root, file)
    place.parent.mkdir(parents=True, exist_ok=True)
    settings = configparser.RawConfigParser()
    settings.read(file, encoding="utf-8")
    values = [words for section in settings.sections() for _, words in settings.items(section)]
    for section in settings.sections():
        for name, words in settings.items(section):
            settings.set(section, name, _kept(words, root))
    with place.open("w", encoding="utf-8") as new:
        settings.write(new)
    return [word for words in values for word in words.split()]


def _kept(words, root):
    """The words, or, where they are a file of the machine, its copy's place in the root."""
    path = Path(words)
    if not path.is_absolute() or not path.is_file():
        return words
    (root / KEPT).mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, root / KEPT / path.name)
    return f"/{KEPT / path.name}"


def _local(word):
    """The folder of this machine that an address or a path leads to, or None.

    An index of files is taken with the folder around it, because its pages point beside themselves.
    """
    parts = urlsplit(word)
    path = Path(parts.path)
    if parts.scheme not in ("", "file") or not path.is_absolute() or not path.is_dir():
        return None
    return path.parent if parts.scheme == "file" else path


def _copy(file, root):
    place = _inside(root, file)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    shutil.copyfile(file, place)


def _inside(root, path):
    return root / path.relative_to("/")
