"""Matter that is not open to the public: the categories of exempt information, and what the open
paper says in its stead.

Local Government Act 1972, Schedule 12A, Part 1 (England), as substituted in 2006; the public
interest is weighed under Part 2, paragraph 10.
"""

from collections.abc import Mapping

EXEMPT = "exempt"
CATEGORIES = {
    "1": "information relating to any individual",
    "2": "information which is likely to reveal the identity of an individual",
    "3": (
        "information relating to the financial or business affairs of any particular person "
        "(including the authority holding that information)"
    ),
    "4": (
        "information relating to consultations or negotiations on a labour relations matter "
        "between the authority and its employees or office holders"
    ),
    "5": (
        "information in respect of which a claim to legal professional privilege could be "
        "maintained in legal proceedings"
    ),
    "6": (
        "information which reveals that the authority proposes to give a notice, or to make an "
        "order or direction, under any enactment"
    ),
    "7": (
        "information relating to any action taken, or to be taken, in connection with the "
        "prevention, investigation or prosecution of crime"
    ),
}
NO_CATEGORY = "Enter the paragraph of Schedule 12A under which it is exempt."
NO_INTEREST = "Enter why the public interest in keeping it exempt outweighs that in disclosing it."


def is_exempt(kind: str, data: Mapping) -> bool:
    """Whether a block is an exempt annex; one that another file holds has no words here."""
    return kind == "annex" and data.get("state") == EXEMPT and not data.get("listed")


def lacking(data: Mapping) -> tuple[str, ...]:
    """What must still be said of an exempt annex before its paper is sent, as sentences."""
    matches = ((NO_CATEGORY, data.get("category") in CATEGORIES), (NO_INTEREST, _interest(data)))
    return tuple(sentence for sentence, value in matches if not value)


def exempt_notice(data: Mapping) -> tuple[str, ...]:
    """What the open paper says in the stead of an exempt annex, a sentence a paragraph."""
    category = data.get("category")
    under = "This annex is exempt and is not open to the public"
    if category in CATEGORIES:
        under += (
            f" under paragraph {category} of Part 1 of Schedule 12A to the Local Government Act "
            f"1972: {CATEGORIES[category]}"
        )
    return tuple(filter(None, (f"{under}.", _interest(data))))


def _interest(data):
    return " ".join(str(data.get("interest", "")).split())
