"""Words that name what shows that an action is done."""

import re

# What names nothing that somebody else could look at.
EMPTY_WORDS = {
    *("all", "and", "been", "checked", "closed", "complete", "completed", "confirmed", "done"),
    *("evidence", "fine", "finished", "is", "it", "looked", "met", "no", "none", "now", "ok"),
    *("okay", "seen", "see", "sent", "signed", "the", "was", "yes"),
    *("a", "action", "an", "as", "at", "by", "everything", "has", "have", "i", "in", "me", "my"),
    *("of", "off", "on", "that", "this", "to", "us", "we", "with"),
}


def why_not_named(evidence):
    """The sentence that refuses evidence that names nothing that can be looked at, or None."""
    terms = re.findall(r"\w[\w’'-]*", evidence.casefold())
    if not terms:
        return "Name what shows that the action is done, such as a report with its date"
    if set(terms) <= EMPTY_WORDS or len(terms) == 1:
        return (
            "Name something another person can look at, such as “Audit of 12 files, 3 March "
            "2016”: this names nothing"
        )
    return None
