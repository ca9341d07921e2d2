"""How a number that is not shown reads: the same words whether it is small or covers a small one.

“A small number” would be false of a large one that covers, and said of small ones alone it would
tell which those are. In a sentence the words take up the noun that was typed behind the number, so
that the clause stays English: “there were [12] children in care” becomes “there were a number of
children, not shown, in care”. They are plural always: “one child was” with the number left out
would tell it.
"""

import re

from assurance.runtime.typography import with_capital
from reports.prose.quantities.phrases import PEOPLE

IN_A_TABLE, COMPARED = "[c]", "is not shown"
BY_ITSELF = "not shown"
_KINDS = {"percent": "share", "bound": "share", "money": "amount", "change": "change"}
_ADJECTIVES = r"(?:other|remaining|first|last|next|only|same|further|additional|new)"
# What is typed before a number and wants no “a number” behind it.
_DEFINITE = re.compile(
    r"\b(?:(?:the|these|those|all|all\s+of\s+the|each\s+of\s+the|our|their|its|both|some|any)"
    rf"(?:\s+{_ADJECTIVES})*|other|(?:total|group|average|maximum|minimum)\s+of)\s+$",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:these|those|all|both|some|any)\s+$", re.I)
_ARTICLE = re.compile(rf"\b(?:(?P<an>an)|a|another)(?P<more>(?:\s+{_ADJECTIVES})*)\s+$", re.I)
# “The number of children was [12]”.
_NUMBER_WAS = re.compile(r"\b(?:number|total|count|share|rate|cost)\b[^.:;]*\b(?:was|is)\s+$", re.I)
_WORD = r"[a-z][a-z’'-]*"
_NOUN = re.compile(
    rf"\s+(?P<between>(?:{_WORD}\s+){{0,3}}?)(?P<people>{PEOPLE.pattern})(?:"
    rf"(?P<of>[’']s?\s+)(?P<owned>{_WORD})|(?![’'])(?:\s+looked\s+after|\s+and\s+young\s+people)?)",
    re.I,
)
# Anything else that is counted: one plural word, or two.
_THINGS = re.compile(rf"\s+(?P<between>(?:{_WORD}\s+)?)[a-z][a-z-]+(?<![su])s\b(?![’'])", re.I)
_NO_THINGS = re.compile(
    r"\s+(?:was|is|has|does|as|its|his|this|us|across|always|remains|needs|starts|stays|lives|attends|"
    r"goes|gets|comes|makes|takes|wants|includes|shows)\b",
    re.I,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|us)\b", re.I)
# A word between a number and a noun that parts them.
_VERB = re.compile(
    r"\b(?:were|was|are|is|had|has|have|of|in|on|at|to|from|and|or|who|that|which|by|as|not|no|per|"
    r"the|an?|their|his|her|its|our|each|every|left|went|came|saw|got|took|became|began|met|told|"
    r"made|kept|lost|gave|out|under|over|with|for|more|fewer)\b",
    re.I,
)
_COMPARING = re.compile(r"\s+(?:more|fewer)\b", re.I)
_GOES_ON = re.compile(r"\s*[\w“(]")
_ONE_DOES = re.compile(r"\s+(was|is|has|does)\b(?!\s+not\s+shown)")
_MANY_DO = {"was": "were", "is": "are", "has": "have", "does": "do"}
_MANY = {"child": "children", "person": "people", "baby": "babies", "family": "families"}
_ONE = re.compile(
    r"\b(?:child|person|baby|family|infant|toddler|teenager|adolescent|boy|girl|sibling|pupil|student|"
    r"leaver|carer|parent|mother|father|adopter|adoptee|resident|patient|adult|individual|victim|"
    r"childminder|member|employee|respondent|user|client)\b",
    re.I,
)
# “One was a boy”, “one is an adopted child”: what the one was is said of many.
_A_PERSON = re.compile(rf"\s+an?(?P<who>(?:\s+{_WORD}){{0,2}}?\s+{_ONE.pattern})(?![’'-])", re.I)


def hidden_words(form: str, before: str, after: str, starts: bool) -> tuple[str, int]:
    """The words of a number in `form` that is not shown, between what is printed `before` it and
    typed `after` it, and how many signs of `after` they take up."""
    name = form.partition(" ")[0]
    if name == "direction":
        return "changed (how is not shown)", 0
    if _NUMBER_WAS.search(before) and not re.match(r"\s*\w", after):
        return BY_ITSELF, 0
    phrase = _share if name in _KINDS else _number
    text, consumed = phrase(_KINDS.get(name, "number"), before, after)
    if verb := _ONE_DOES.match(after, consumed):
        text, consumed = f"{text}, {_MANY_DO[verb[1]]}", verb.end()
        if item := _A_PERSON.match(after, consumed):
            text, consumed = f"{text}{_ONE.sub(_many, item['who'])}", item.end()
    elif _GOES_ON.match(after, consumed):
        text += ","
    return (with_capital(text) if starts else text), consumed


def _share(kind, before, after):
    """`a share, not shown`; behind an article the noun of the clause is named: `a rise`."""
    article = _ARTICLE.search(before)
    if not (article or _DEFINITE.search(before)):
        return f"{'an' if kind == 'amount' else 'a'} {kind}, not shown", 0
    noun = re.match(rf"\s+(?!{_VERB.pattern}){_WORD}", after)
    unstated = "unstated " if article and article["an"] else ""
    return f"{unstated}{noun[0].strip() if noun else kind}, not shown", noun.end() if noun else 0


def _number(_kind, before, after):
    """`a number of children, not shown`, with what stands before it in mind."""
    counted, consumed = _counted(after)
    article = _ARTICLE.search(before)
    if counted and (_DEFINITE.search(before) or _COMPARING.match(after)):
        return f"{counted}, whose number is not shown", consumed
    if not counted and _PRONOUN.search(before):
        return "whose number is not shown", 0
    a_number = "a number"
    if article:
        a_number = "unstated number" if article["an"] and not article["more"] else "number"
    elif _DEFINITE.search(before):
        a_number = "number"
    if not counted:
        return f"{a_number}, not shown", 0
    joint = "" if counted.startswith("of ") else "of "
    return f"{a_number} {joint}{counted}, not shown", consumed


def _counted(after):
    """(what is counted in the plural, how many signs of `after` name it)."""
    if match := _OF_THEM.match(after):
        return match[0].strip(), match.end()
    more = _COMPARING.match(after)
    start = more.end() if more else 0
    for pattern in (_NOUN, _THINGS):
        match = pattern.match(after, start)
        if match and not _VERB.search(match["between"]) and not _NO_THINGS.match(after, start):
            return f"{after[:start].strip()} {_plural(match)}".strip(), match.end()
    return "", 0


def _plural(match):
    """The noun of a match, in the plural where it is one person."""
    owned = match.groupdict().get("owned")
    text = _ONE.sub(_many, match[0].strip())
    is_one = text != match[0].strip()
    text = re.sub(r"(?<=s)([’'])s\b", r"\1", text)
    return f"{text}s" if owned and is_one and not owned.endswith("s") else text


def _many(match):
    return _MANY.get(match[0].lower(), f"{match[0]}s")
