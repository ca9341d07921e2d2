"""May an entry be asked for, written or cleared: a sentence that refuses, or nothing; and the words
that entries are called by."""

from datetime import date

WRITING, ISSUED = "writing", "issued"
REMIND_DAYS = 3
CHANGED = (
    "The {name} read otherwise than when you opened this page. Look at them again before you "
    "clear them."
)


def called(entry: str) -> str:
    """An entry as sentences call it: ``Legal implications``."""
    return entry if entry.casefold().endswith("implications") else f"{entry} implications"


def within(name: str) -> str:
    """A name inside a sentence: ``legal implications``; abbreviations as they are."""
    first = name.partition(" ")[0]
    return name if first.isupper() and len(first) > 1 else f"{name[:1].lower()}{name[1:]}"


def nothing_to_say(entry: str, when_empty: str = "") -> str:
    """The sentence of an entry about which there is nothing: that of the template, where it has
    one."""
    return when_empty or f"There are no {within(called(entry))}."


def why_not_ask(status: str, number: int) -> str:
    """Why no clearance can be asked for, or nothing; `number` are those that are to be asked."""
    if status == ISSUED:
        return "This report has been published: nothing of it is cleared any more."
    return "" if number else "Everything has been asked for already."


def why_not_remind(is_met: bool, is_reminded: bool) -> str:
    """Why nobody is reminded of a clearance today, or nothing."""
    if is_met:
        return "This has been cleared already."
    return "They have been reminded today already." if is_reminded else ""


def why_not_write(status: str, is_holder: bool, name: str) -> str:
    """Why somebody cannot write an entry, or nothing."""
    if not is_holder:
        return why_not_holder(name)
    if status != WRITING:
        return (
            "The report was sent for approval and cannot be changed now. Clear the text, or send "
            "the report back with what should change."
        )
    return ""


def why_not_holder(name: str) -> str:
    """The sentence about somebody whom the council's rule does not name."""
    return f"The council’s rule does not ask you to clear the {name}."


def why_not_clear(name: str, status: str, text: str, met: str) -> str:
    """Why an entry cannot be cleared by one who may; `met` says who cleared it already."""
    if status == ISSUED:
        return "This report has been published: nothing of it is cleared any more."
    if met:
        return f"The {name} have been cleared already: {met}."
    if not text.strip():
        return f"There is nothing under the {name} yet. Write them, or write that there are none."
    return ""


def why_not_as_seen(name: str, before: str, digest: str) -> str:
    """Why an entry that reads otherwise than it was shown cannot be cleared, or nothing."""
    return "" if before == digest else CHANGED.format(name=name)


def why_not_take_back(status: str, number: int) -> str:
    """Why clearances cannot be taken back, or nothing; `number` are one's own that stand."""
    if status == ISSUED:
        return "This report has been published: what was cleared stays as it was."
    return "" if number else "You have cleared nothing here."


def is_late(due_on: date | None, day: date) -> bool:
    """Whether a day has passed."""
    return due_on is not None and due_on < day
