"""What inspectors and peers asked for is answered, and what they said again is called so."""

import re

from reports.checks.reading import Reading
from reports.checks.rule import Rule, Severity, fault

FAMILY = "assurance"
_AGAIN = re.compile(
    r"\b(?:again|recur\w*|repeat\w*|still|remain\w*|once more|previous\w*|earlier|before"
    r"|as in \d{4}|continu\w*)\b",
    re.I,
)
FEWEST_LETTERS = 20


def answered(reading: Reading, known):
    """A review that the paper names, with recommendations that nobody has answered."""
    for one in known.reviews:
        named = next((line for line in reading.lines if _says(line.text, one.title)), None)
        if one.unanswered and named:
            are = "has" if one.unanswered == 1 else "have"
            says = (
                f"{one.unanswered} of the {one.recommendations} recommendations of “{one.title}” "
                f"{are} neither an action nor a reason for none. Link an action to each, or record "
                "the reason, and tell the committee how they stand."
            )
            place = named.text.casefold().find(one.title.casefold())
            yield fault(named, place, says, end=place + len(one.title))


def named_again(reading: Reading, known):
    """A finding printed as if it were new, which an earlier review had made."""
    for line in reading.lines:
        for one in known.again:
            if len(one.words) < FEWEST_LETTERS or not _says(line.text, one.words):
                continue
            around = " ".join((*line.trail, line.text))
            if not _AGAIN.search(around.replace(one.words, " ")):
                says = (
                    f"“{one.before}” had found this before. Say that it was found again: a "
                    "committee should know what recurs."
                )
                yield fault(line, 0, says)


def _says(text, words):
    return " ".join(words.casefold().split()) in " ".join(text.casefold().split())


RULES = (
    Rule(
        "recommendations-answered",
        FAMILY,
        Severity.WARNING,
        "Every recommendation of a review that a paper names has an action, or a reason for none.",
        answered,
        "C09; sources of error 21",
    ),
    Rule(
        "finding-named-again",
        FAMILY,
        Severity.ADVICE,
        "A finding that an earlier review had made is called so.",
        named_again,
        "C18",
    ),
)
