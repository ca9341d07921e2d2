"""What takes up all that other parts leave, and what is the opposite of another."""

import re
from collections.abc import Sequence

from reports.checks.quantities.grammar import REST
from reports.checks.quantities.model import Quantity

_RESIDUAL = re.compile(
    r"\b(?:others?\b(?!\s+than)|else|elsewhere|otherwise|unknown|neither|none(?!\s+of)|nothing|nowhere|"
    r"nobody|no\s+one|another\s+way|miscellaneous|other\s+\w+|any\s+other|"
    r"not\s+(?:yet\s+)?(?:known|recorded|stated|given|answer\w*|decided|started|begun|placed|matched))\b",
    re.I,
)
_PAIRS = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.I) for words in pair)
    for pair in (
        (r"boys?|men|male\w*|fathers?", r"girls?|women|female\w*|mothers?"),
        (
            r"in\s+time|on\s+time|promptly|within|inside|by\s+(?:its|their|the)\s+(?:due\s+)?(?:date|deadline)|punctual\w*",
            (
                r"late(?:r)?|too\s+late|after\s+(?:its|their|the)\s+(?:due\s+)?(?:date|deadline)|"
                r"outside|longer|missed|overran|over\s+time|out\s+of\s+time|beyond|overdue"
            ),
        ),
        (
            r"upheld|allowed|granted|approved|agreed|accepted|taken\s+up|took\s+up",
            r"dismissed|not\s+upheld|rejected|refused|declined|turned\s+down|withdrawn|deferred",
        ),
        (r"filled|occupied|in\s+post", r"vacant|empty|unfilled|vacanc\w+"),
        (r"in\s+date|up\s+to\s+date|current", r"overdue|out\s+of\s+date|expired|lapsed"),
        (r"passed|met|satisfactory|compliant", r"failed|missed|not\s+met|unsatisfactory"),
        (r"full[\s-]time", r"part[\s-]time"),
        (r"children", r"adults?"),
        (
            r"inside|within|in\s+(?:the\s+)?(?:city|county|borough|area|district)",
            r"outside|beyond|out\s+of",
        ),
        (r"internal\w*|in-house|our\s+own", r"external\w*|agenc\w+|independent"),
        (r"planned", r"unplanned|emergency"),
        (r"announced", r"unannounced"),
        (
            r"completed?|finished|done|closed",
            r"incomplete|unfinished|outstanding|open|pending|not\s+done",
        ),
        (r"found|traced|returned", r"missing|not\s+found|untraced"),
        (r"with", r"without"),
        (r"yes", r"no"),
    )
)
_NOT = re.compile(
    r"\b(?:not|no|none|never|without|neither|yet\s+to|failed\s+to|did\s+not|was\s+not|nothing)\b|n[’']t\b",
    re.I,
)


def is_residual(text: str) -> bool:
    """Whether a part takes up all that the other parts leave."""
    return bool(_RESIDUAL.search(text))


def is_negated(text: str) -> bool:
    """Whether a text denies something."""
    return bool(_NOT.search(text))


def told_of(part: Quantity) -> str:
    """The words behind a number, or before it where none are behind."""
    return part.phrase.clause or part.phrase.label


def are_named_opposites(text: str, other: str) -> bool:
    """Whether one text has a word and the other its opposite."""
    return any(
        (first.search(text) and last.search(other) and not last.search(text))
        or (last.search(text) and first.search(other) and not last.search(other))
        for first, last in _PAIRS
    )


def opposite(text: str, other: str) -> bool:
    """Whether one text says the opposite of another."""
    return are_named_opposites(text, other) or is_negated(text) != is_negated(other)


def are_pair(parts: Sequence[Quantity]) -> bool:
    """Whether two parts are told by a word and its opposite: boys and girls."""
    return len(parts) == 2 and are_named_opposites(*map(told_of, parts))


def are_opposed(parts: Sequence[Quantity]) -> bool:
    """Whether two parts are opposites, or one is what remains, so that no third is left."""
    if len(parts) != 2:
        return False
    return parts[1].phrase.role == REST or opposite(*map(told_of, parts))
