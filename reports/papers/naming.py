"""Stable names of blocks, made from their first words."""

import re

WORDS = 5
LONGEST = 50


def name_for(words: str, kind: str, taken) -> str:
    """A slug from the first words of a heading or text, unlike every one in `taken`; a token's
    words are left out."""
    plain = re.sub(r"\[\[.*?\]\]", " ", words.lower().replace("’", "").replace("'", ""))
    found = re.findall(r"[a-z0-9]+", plain)[:WORDS]
    stem = "-".join(found)[:LONGEST].strip("-") or kind
    name, place = stem, 2
    while name in taken:
        name, place = f"{stem}-{place}", place + 1
    return name
