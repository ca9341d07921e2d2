"""The better way for the things that a text names: more of them, or less."""

import re

# Whether more of what a sentence speaks of is better: late and missing things, things done.
_LESS_IS_BETTER = re.compile(
    r"\b(?:inadequate|late|missing|overdue|reoffen\w+|vacanc\w+|errors?|thefts?|absen\w+|wait\w*|turnover|left|sick\w*|"
    r"excluded|exclusions?|suspensions?|re-?referr\w+|delay\w*|backlog|breach\w*|complaints?|accidents?|failed|caseloads?|without)\b",
    re.I,
)
_MORE_IS_BETTER = re.compile(
    r"\b(?:[oi]n\s+time|in\s+\w+\s+working\s+days?|in\s+date|complete[d]?|good|up\s+to\s+date|stab\w+|attend\w*|satisf\w+|trained|"
    r"safe|seen|within|timel\w+|pass(?:es|ed|ing)?|response|reviewed|permanent\w*|compli\w+|interviews?|on\s+file|practice|performance|reach(?:ed|ing)|achiev\w+|gained|succe\w+|education,\s+(?:employment|training)|in\s+employment)\b",
    re.I,
)
# “A lower figure is better”, “(low is good)”.
CALLED_BETTER = re.compile(
    r"(?P<wanted>\blow(?:er)?\s+[a-z]+\s+is\s+what\s+we\s+want|\bthe\s+(?:lower|fewer|less)\b[^.;]{0,12}\bthe\s+better)|"
    r"(?P<moves>\bor\s+more\s+(?:placement\s+)?(?:placements?|moves)\b)|"
    r"\b(?:(?P<low>low|lower|fewer|less|smaller)|high|higher|more|larger)\b[^.;:()]{0,30}?\s(?:is|are)\s+(?:(?:the|a)\s+)?(?:good|better)\b",
    re.I,
)


_WHICH_WAY = re.compile(
    r"\ban?\s+(?:higher|larger|lower|smaller)\s+(?:[a-z]+\s+)?(?:is|are)\s+(?:better|best|good|worse)\b",
    re.I,
)


def tells_which_way(text: str) -> bool:
    """True if a text only tells which way is good: `A higher figure is better, on these a lower
    one.`"""
    return bool(_WHICH_WAY.search(text))


def is_less_better(text: str) -> bool:
    """True if there had better be less of the things that a text names."""
    return bool(_LESS_IS_BETTER.search(text))


def better_way(text: str) -> int:
    """1 if more of the things that a text names is better, -1 if less is, 0 if that is unsure."""
    if re.search(r"\btimeliness\b", text, re.I):
        return 1
    if match := CALLED_BETTER.search(text):
        return -1 if match["low"] or match["moves"] or match["wanted"] else 1
    less, more = bool(_LESS_IS_BETTER.search(text)), bool(_MORE_IS_BETTER.search(text))
    return more - less


def way_of_word(word: re.Match, better: int) -> int:
    """1 for a word of `up`, -1 for one of `down`; of a `good` word the `better` way, of a bad one
    the other, 0 where that is unsure."""
    if word["up"] or word["down"]:
        return 1 if word["up"] else -1
    return better if word["good"] else -better
