"""Rules of what a council prints on its public pages: plain values in, sentences out."""

import re

# Said by every public page and every file of an edition, whatever a council has entered.
HEADING = "Worried about a child?"
DANGER = "If a child is in immediate danger, call 999."
MISSING = "{council} has not entered its telephone numbers for concerns about a child."
OF_EACH = "The other numbers are on the pages of each council."
_PHONE = re.compile(r"\+?[0-9 ()]+")
_SLUG = re.compile(r"[-a-zA-Z0-9_]+")
FEWEST, MOST = 3, 15


def numbers_in_a_line(daytime: str, other: str) -> list[tuple[str, str, str]]:
    """“01632 960140, at any other time 01632 960149, in danger 999”: (words before it, telephone
    number, how a link calls it) of each."""
    pairs = (("", daytime), ("at any other time ", other), ("in danger ", "999"))
    return [(words, phone, dialled(phone)) for words, phone in pairs]


def why_not_phone(text: str) -> str | None:
    """The sentence that refuses a telephone number, or None."""
    digits = sum(sign.isdecimal() for sign in text)
    if _PHONE.fullmatch(text) and FEWEST <= digits <= MOST:
        return None
    return "Enter a telephone number, such as 01632 960001"


def contact_faults(values):
    """(field, sentence) of the numbers that are no telephone numbers."""
    for name in ("daytime_phone", "other_phone"):
        if values[name]:
            yield name, why_not_phone(values[name])


def dialled(phone: str) -> str:
    """A telephone number as a link calls it: its digits, with a plus where it has one."""
    return "".join(sign for sign in phone if sign.isdecimal() or sign == "+")


def addressed_council(path: str) -> str:
    """The first part of a path where it may be the slug of a council; else empty."""
    slug = path.strip("/").partition("/")[0]
    return slug if _SLUG.fullmatch(slug) else ""
