"""What became of a statement of a self-evaluation: whether inspectors later found the same."""

from assurance.reviews.rules.findings import ASKING, STRENGTH

CONFIRMED, DIFFERED, SPOKEN_OF, NOT_YET = "confirmed", "differed", "spoken_of", "not_yet"
OUTCOMES = {
    CONFIRMED: "Confirmed",
    DIFFERED: "To be developed",
    SPOKEN_OF: "Spoken of",
    NOT_YET: "Not inspected yet",
}
COLOURS = {CONFIRMED: "green", DIFFERED: "yellow", SPOKEN_OF: "grey", NOT_YET: "grey"}


def outcome(kind: str | None) -> str:
    """One of `OUTCOMES`, by the `kind` of the later finding, None for none."""
    if kind is None:
        return NOT_YET
    if kind == STRENGTH:
        return CONFIRMED
    return DIFFERED if kind in ASKING else SPOKEN_OF


def outcome_words(finding) -> str:
    """The outcome with the review that found it; an empty text for no finding."""
    if finding is None:
        return ""
    return f"{OUTCOMES[outcome(finding.kind)]} by {finding.review.title}"
