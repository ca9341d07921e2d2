"""Stable names of blocks, made from their first words."""

import re

MOST_WORDS = 5
LONGEST = 50


def name_for(text: str, kind: str, clash, tried: dict[str, int] | None = None) -> str:
    """A slug from the first words of a heading or text, unlike every one in `taken`.

    A token's words are left out. `tried` remembers for names that are only ever added which
    numbers are taken, so that a thousand blocks alike are not each tried against all.
    """
    plain = re.sub(r"\[\[.*?\]\]", " ", text.lower().replace("’", "").replace("'", ""))
    result = re.findall(r"[a-z0-9]+", plain)[:MOST_WORDS]
    stem = "-".join(result)[:LONGEST].strip("-") or kind
    tried = {} if tried is None else tried
    place = tried.get(stem, 1)
    while (name := stem if place == 1 else f"{stem}-{place}") in clash:
        place += 1
    tried[stem] = place
    return name
