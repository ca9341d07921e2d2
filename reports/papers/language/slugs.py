"""Stable names of blocks, made from their first words."""

import re

WORDS = 5
LONGEST = 50


def name_for(words: str, kind: str, taken, tried: dict[str, int] | None = None) -> str:
    """A slug from the first words of a heading or text, unlike every one in `taken`.

    A token's words are left out. `tried` remembers for names that are only ever added which
    numbers are taken, so that a thousand blocks alike are not each tried against all.
    """
    plain = re.sub(r"\[\[.*?\]\]", " ", words.lower().replace("’", "").replace("'", ""))
    found = re.findall(r"[a-z0-9]+", plain)[:WORDS]
    stem = "-".join(found)[:LONGEST].strip("-") or kind
    tried = {} if tried is None else tried
    place = tried.get(stem, 1)
    while (name := stem if place == 1 else f"{stem}-{place}") in taken:
        place += 1
    tried[stem] = place
    return name
