"""What is taken out of every cell before anybody sees it."""

import re
import unicodedata
from functools import lru_cache

NO_NEW_INFO = "NO_NEW_INFO"

# Signs that show nothing and can make a cell look like another: controls, marks of direction,
# overrides and isolates, zero-width signs, the byte-order mark. Tabs and line ends stay.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
# The two answers of the Update Service that nothing new is known, in its codes and its sentences.
# Which of them was given says whether a certificate was clear, and is nobody's business here.
_GAP = r"[\W_]{0,4}"
_CODES = rf"(?:non{_GAP})?blank{_GAP}no{_GAP}new{_GAP}info(?:rmation)?\b"
_SENTENCES = (
    r"this dbs certificate (?:did not reveal any information and )?remains current"
    r"(?: as no further information has been identified since its issue)?\.?"
)
NOTHING_NEW = re.compile(f"{_CODES}|{_SENTENCES}".replace(" ", r"\s+"), re.IGNORECASE)


def clean(text):
    """`text` without signs that nobody sees, composed (NFC), its line ends alike."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return LINE_ENDS.sub("\n", UNSEEN.sub("", text))


def holds_unseen(text):
    """Whether `clean` would take signs out of `text`."""
    return UNSEEN.search(text) is not None


def says_nothing_new(text):
    """Whether one of the answers that become `NO_NEW_INFO` may stand in `text`."""
    lowered = text.lower()
    # Whole files pass by here: the words are looked for before the pattern is.
    values = "blank" in lowered or "current" in lowered
    return values and NOTHING_NEW.search(text) is not None


def one_answer(text):
    """`text` with either answer that nothing new is known said in the one way."""
    return NOTHING_NEW.sub(NO_NEW_INFO, text)


# Files have the same words in many rows.
@lru_cache(maxsize=4096)
def plain(words):
    """`words` for comparing: without case, accents' forms, spaces and signs."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return "".join(letter for letter in folded if letter.isalnum())
