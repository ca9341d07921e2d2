"""What inspectors and peers asked for is answered, and what they said again is called so."""

import re

from reports.checks.reading import Reading
from reports.checks.rule import Severity, fault, rule

_AGAIN = re.compile(
    r"\b(?:again|recur\w*|repeat\w*|still|remain\w*|once more|previous\w*|earlier|before"
    r"|as in \d{4}|continu\w*)\b",
    re.I,
)
FEWEST_LETTERS = 20


@rule("recommendations-answered", Severity.WARNING, "C09; sources of error 21")
def check_unanswered(reading: Reading, known):
    """Every recommendation of a review that a paper names has an action, or a reason for none."""
    for review in known.reviews:
        named = next((line for line in reading.lines if _says(line.text, review.title)), None)
        if review.unanswered and named:
            are = "has" if review.unanswered == 1 else "have"
            says = (
                f"{review.unanswered} of the {review.recommendations} recommendations of "
                f"“{review.title}” {are} neither an action nor a reason for none. Link an action "
                "to each, or record the reason, and tell the committee how they stand."
            )
            place = named.text.casefold().find(review.title.casefold())
            yield fault(named, (place, place + len(review.title)), says)


@rule("finding-named-again", Severity.ADVICE, "C18")
def named_again(reading: Reading, known):
    """A finding that an earlier review had made is called so."""
    for line in reading.lines:
        for item in known.again:
            if len(item.words) < FEWEST_LETTERS or not _says(line.text, item.words):
                continue
            around = " ".join((*line.trail, line.text))
            if not _AGAIN.search(around.replace(item.words, " ")):
                says = (
                    f"“{item.before}” had found this before. Say that it was found again: a "
                    "committee should know what recurs."
                )
                yield fault(line, 0, says)


def _says(text, phrase):
    return " ".join(phrase.casefold().split()) in " ".join(text.casefold().split())
