"""How a number that is not shown reads: the same words whether it is small or covers a small one.

In a sentence the words take up the noun that was typed behind the number, so that the clause stays
English: “there were [12] children in care” becomes “there were a number of children, not shown, in
care”. They are plural always: “one child was” with the number left out would tell it.
"""

import re

from reports.prose.quantities.phrases import PEOPLE

IN_A_TABLE, COMPARED = "[c]", "is not shown"
BY_ITSELF = "not shown"
# What is typed before a number and wants no “a number” behind it.
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|all\s+of\s+the|our|their|its|other|another|only|further|about)\s+$",
    re.I,
)
_NOUN = re.compile(
    rf"\s+(?P<between>(?:[a-z’'-]+\s+){{0,3}}?){PEOPLE.pattern}(?![’'])(?:\s+looked\s+after)?", re.I
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|us)\b", re.I)
# A word between a number and a noun that parts them.
_VERB = re.compile(
    r"\b(?:were|was|are|is|had|has|have|of|in|on|at|to|from|and|or|who|that|which|by)\b", re.I
)
_GOES_ON = re.compile(r"\s*[\w“(]")
_PARTS = {"percent": "a share", "bound": "a share", "money": "an amount", "change": "a change"}


def hidden_words(form: str, before: str, after: str, starts: bool) -> tuple[str, int]:
    """The words of a number in `form` that is not shown, between what is printed `before` it and
    typed `after` it, and how many signs of `after` they take up."""
    name = form.partition(" ")[0]
    if name == "direction":
        return "changed (how is not shown)", 0
    noun = _noun(after)
    definite = _DEFINITE.search(before)
    if name in _PARTS:
        text, consumed = f"{'share' if definite else _PARTS[name]}, not shown", 0
    elif noun and definite:
        text, consumed = f"{noun.strip()}, whose number is not shown", len(noun)
    elif noun:
        joint = "" if noun.lstrip().lower().startswith("of ") else "of "
        text, consumed = f"a number {joint}{noun.strip()}, not shown", len(noun)
    else:
        text, consumed = f"{'number' if definite else 'a number'}, not shown", 0
    if _GOES_ON.match(after[consumed:]):
        text += ","
    return (text[:1].upper() + text[1:] if starts else text), consumed


def _noun(after):
    if match := _OF_THEM.match(after):
        return match[0]
    match = _NOUN.match(after)
    return "" if match is None or _VERB.search(match["between"]) else match[0]
