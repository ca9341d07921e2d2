"""Two wordings compared word by word."""

from difflib import SequenceMatcher
from re import findall


def word_changes(before, after):
    """A list of (kind, words), kind being `same`, `gone` or `new`.

    All words that are not `new` joined give `before` back, all that are not `gone` give `after`.
    """
    old, new = findall(r"\s+|\S+\s*", before), findall(r"\s+|\S+\s*", after)
    changes = []
    for _, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, added = "".join(old[start:end]), "".join(new[at:to])
        if gone == added:
            changes.append(("same", gone))
            continue
        changes += [(kind, words) for kind, words in (("gone", gone), ("new", added)) if words]
    return changes
