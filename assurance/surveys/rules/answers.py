"""Rules of surveys: what may be recorded, how an answer is said, and what a series shows.

Domain 4.5: the base of each question in each wave stands beside its per cent; with a base under a
hundred a change of a few points is noise.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import trunc

from assurance.figures.small_numbers import is_small

LONGEST_WORDING = 300
MOST_QUESTIONS = 60
SMALL_BASE = 100
NOISE = "a change of a few points is noise"
NOT_KNOWN = "base not known"
# The fields of an answer that are weighed together.
WEIGHED = ("n_yes", "n_answered", "n_asked", "per_cent", "bound", "source")
# An answer of which nothing is said.
BLANK = {
    **dict.fromkeys(("n_yes", "n_answered", "n_asked", "per_cent")),
    **dict.fromkeys(("bound", "source"), ""),
}
OVER, UNDER = "over", "under"
_WORDS_OF_BOUNDS = {
    **dict.fromkeys(("over", "more than", "above", ">"), OVER),
    **dict.fromkeys(("under", "less than", "fewer than", "below", "<"), UNDER),
}
_STATED = re.compile(r"(?P<bound>[a-z<> ]*?)\s*(?P<number>\d{1,3}(?:\.\d)?)\s*(?:%|per ?cent)?")
OUT_OF_RANGE = "A per cent lies between 0 and 100"
UNREADABLE = "Write a per cent with one decimal at most, such as 54, 54.5 or over 90"


@dataclass(frozen=True)
class SourcePerCent:
    """A per cent as a source states it; with `bound` it was over or under that."""

    per_cent: Decimal
    bound: str = ""

    def __str__(self):
        return f"{self.bound} {_figures(self.per_cent)}%".strip()


def stated(text):
    """The `SourcePerCent` of `54`, `54.5%` or `over 90%`; raises ValueError with a sentence."""
    match = _STATED.fullmatch(" ".join(text.lower().split()))
    bound = match["bound"].strip() if match else None
    if bound is None or (bound and bound not in _WORDS_OF_BOUNDS):
        raise ValueError(UNREADABLE)
    if Decimal(match["number"]) > 100:
        raise ValueError(OUT_OF_RANGE)
    return SourcePerCent(Decimal(match["number"]), _WORDS_OF_BOUNDS.get(bound, ""))


def _figures(number):
    return f"{Decimal(number):f}".removesuffix(".0")


def why_not_name(what, slug, clash):
    """The sentence that refuses the title of `what` (“survey”), or None; `slug` is made of it."""
    if not slug:
        return f"It needs letters or numbers: they name the {what}"
    if clash:
        return f"This {what} is kept already: give this one another title"
    return None


def why_not_end(started_on, ended_on):
    """The sentence that refuses the last day of fieldwork, or None."""
    if started_on and ended_on and ended_on < started_on:
        return "The fieldwork cannot end before it began: check both dates"
    return None


def why_not_lines(lines):
    """The sentence that refuses a survey's questions, or None."""
    if len(lines) > MOST_QUESTIONS:
        return f"Enter {MOST_QUESTIONS} questions or fewer at once: these are {len(lines)}"
    known = {}
    for number, text in enumerate(lines, 1):
        if len(text) > LONGEST_WORDING:
            return f"Question {number} must have {LONGEST_WORDING} characters or fewer"
        if plain(text) in known:
            return f"Question {number} has the same text as question {known[plain(text)]}"
        known[plain(text)] = number
    return None


def plain(words):
    """Words as they are compared: without regard to case, spaces and the mark at their end."""
    return " ".join(words.lower().split()).rstrip("?.!")


def is_empty(value):
    """Whether nothing at all is said of an answer; its wording and its source aside."""
    names = ("n_yes", "n_answered", "n_asked", "per_cent")
    return all(value[name] is None for name in names) and not value["bound"]


def faults(said):
    """(field, sentence) of everything in one answer that does not fit together; `said` maps every
    name of `WEIGHED` to a value, None where a number is not given."""
    counted, stated = said["n_yes"] is not None, said["per_cent"] is not None
    matches = (
        (
            "per_cent",
            counted
            and stated
            and "Enter the counts or a per cent, not both: the per cent is worked out",
        ),
        (
            "n_yes",
            not counted
            and not stated
            and "Enter how many answered yes, or the per cent that a source states",
        ),
        ("n_answered", counted and said["n_answered"] is None and "Enter how many answered it"),
        ("n_answered", _why_not_answered(said)),
        ("n_asked", _why_not_asked(said)),
        ("per_cent", _why_not_per_cent(said["per_cent"])),
        (
            "bound",
            said["bound"]
            and not stated
            and "“Over” or “under” goes with a per cent: enter it, or leave this empty",
        ),
        (
            "source",
            stated and not said["source"].strip() and "Enter the source of the per cent",
        ),
    )
    return [(field, sentence) for field, sentence in matches if sentence]


def _why_not_answered(value):
    response = value["n_answered"]
    if response is not None and response < 1:
        return "If no one answered, leave the question empty"
    if response is not None and value["n_yes"] is not None and value["n_yes"] > response:
        return "More answered yes than answered at all: check both"
    return None


def _why_not_asked(value):
    if None in (value["n_asked"], value["n_answered"]) or value["n_asked"] >= value["n_answered"]:
        return None
    return "More answered than were asked: check both"


def _why_not_per_cent(stated):
    return None if stated is None or 0 <= stated <= 100 else OUT_OF_RANGE


def share(answer):
    """The exact share of an answer that was counted, as a part of a hundred; the stated per cent of
    one that was not; None for a bound, which is no number."""
    if answer.n_yes is not None:
        return Fraction(100 * answer.n_yes, answer.n_answered)
    return None if answer.bound else Fraction(answer.per_cent)


def whole(number):
    """A share rounded to a whole per cent, half away from nought."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return trunc(exact.quantize(Decimal(1), ROUND_HALF_UP))


def gives_away(answer, most=None):
    """Whether a per cent and its base give away that few (up to `most`) said yes, or did not."""
    response = answer.n_answered or 0
    implied = round(answer.per_cent * response / 100)
    return is_small(implied, most) or is_small(response - implied, most)


def say_share(answer):
    """The per cent alone: `74%`, `54.5%` as it is stated, `over 90%`."""
    if answer.n_yes is not None:
        return f"{whole(share(answer))}%"
    return str(SourcePerCent(answer.per_cent, answer.bound))


def answer_text(answer):
    """An answer with its base: `42 of 57, 74%`, `54% of 57`, `54%, base not known`."""
    if answer.n_yes is not None:
        return f"{answer.n_yes:,} of {answer.n_answered:,}, {say_share(answer)}"
    if answer.n_answered is not None:
        return f"{say_share(answer)} of {answer.n_answered:,}"
    return f"{say_share(answer)}, {NOT_KNOWN}"


def remark(answers):
    """The honest word about the bases of a series, or an empty text."""
    bases = [answer.n_answered for answer in answers]
    if any(base is not None and base < SMALL_BASE for base in bases):
        return f"Where a base is under {SMALL_BASE}, {NOISE}."
    if None in bases:
        return "Where the base is not known, no one can know whether a change is more than noise."
    return ""
