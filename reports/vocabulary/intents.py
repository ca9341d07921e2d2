"""Words of a question that ask for one kind of result, those of one state, a list that tables
print, or a person."""

from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
)

# Words of a question whom to contact about a report.
CONTACT_WORDS = frozenset(
    (
        "contact",
        "contacts",
        "details",
        "telephone",
        "phone",
        "author",
        "authors",
        "wrote",
        "written",
        "email",
        "mail",
        "address",
        "number",
        "ring",
        "call",
        "reach",
        "speak",
    )
)
# Subject → words of a question that name it besides its own.
SUBJECT_WORDS = {"improvements": frozenset(("action", "actions"))}
# What a person says of how a commitment stands → the words of its states.
STATE_WORDS = {
    # Who asks whether promises are kept looks for those that were and those that were not.
    **dict.fromkeys(("keep", "keeps", "keeping"), ("kept", "overdue", "late", "dropped")),
    **dict.fromkeys(("broken", "missed", "failed", "unmet"), ("overdue", "late", "dropped")),
    **dict.fromkeys(("outstanding", "pending", "next"), ("open", "overdue")),
    **dict.fromkeys(("kept", "delivered", "fulfilled", "honoured"), ("kept",)),
}
# What a person says of the state of what a table lists, such as actions and risks: the answer is
# the list, whatever the states that it prints.
LIST_STATES = frozenset(
    """
    late overdue delayed missed behind outstanding pending open unfinished finished done complete
    completed closed ready track progress due left remaining started agreed current known top
    """.split()  # noqa: SIM905
)
# Posts, and the service that they lead: a question who it is, of these alone, is answered by the
# contacts of a report.
POST_WORDS = frozenset(
    """
    director head chief boss manager leader lead leads run runs manage manages charge responsible
    accountable officer senior assistant children child service services safeguarding social care
    department directorate
    """.split()  # noqa: SIM905
)
POSTS = frozenset(("director", "head", "chief", "boss"))
# What a person says of how a recommendation was decided → the words of decisions.
DECISION_WORDS = {
    **dict.fromkeys(
        ("rejected", "reject", "refused", "declined", "turned", "overturned", "lost"),
        ("not agreed",),
    ),
    **dict.fromkeys(("accepted", "approved", "passed", "adopted"), ("agreed", "noted")),
    **dict.fromkeys(("changed", "altered", "modified"), ("amended",)),
}
# The kinds of which a person may want every one.
LISTED = (COMMITMENT, RECOMMENDATION)
# Which kind is meant where words ask for several.
KINDS_ASKED = (RECOMMENDATION, COMMITMENT, FIGURE, PARAGRAPH)  # fmt: skip
