"""Which words of a paper are in another language, told by their script, so that a voice reads them
in it and they run in its direction.

A council says in four scripts that it gives a paper in another form: Latin, Bengali, Chinese and
Arabic as Urdu writes it. Languages in Latin letters cannot be told apart and stay the document's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.documents.document import Text


@dataclass(frozen=True)
class Language:
    """A language that is not the document's: its tag (BCP 47) and its direction."""

    tag: str
    from_right: bool = False

    @property
    def direction(self):
        """`rtl` or `ltr`."""
        return "rtl" if self.from_right else "ltr"


BENGALI, CHINESE = Language("bn"), Language("zh")
URDU, ARABIC = Language("ur", from_right=True), Language("ar", from_right=True)
# The letters of each script (Unicode 15, Blocks); those of Arabic serve more languages than one.
_SCRIPTS = {
    "bengali": "\u0980-\u09ff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "arabic": "\u0600-\u060b\u060d-\u061a\u061c-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
}
# What ends a sentence in them, and stands with the words before it.
_ENDS = "\u0964\u3002\uff01\uff0c\uff1a\uff1b\uff1f\u300d\uff09\u060c\u061f\u06d4.!?,:;"
_FOREIGN = re.compile(
    "|".join(
        f"(?P<{name}>[{letters}](?:[\\W\\d_]*[{letters}])*[{_ENDS}]*)"
        for name, letters in _SCRIPTS.items()
    )
)
_OF_SCRIPT = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_FROM_RIGHT, _JOINED = (_OF_SCRIPT[name] for name in ("arabic", "bengali"))
# Letters that Arabic has and Urdu writes otherwise (Urdu: ی, ک, ہ).
_ONLY_ARABIC = re.compile("[\u064a\u0643\u0629\u0649\u0623\u0625]")
_ONLY_URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06d2\u06c1\u06be\u06cc\u06a9]")


def stretches(text: str) -> Iterator[tuple[str, Language | None]]:
    """`said` in pieces, each with its language, None for the document's own; together they are
    `said` again. Numbers and signs between two words of one language belong to it."""
    done = 0
    for match in _FOREIGN.finditer(text):
        if match.start() > done:
            yield text[done : match.start()], None
        yield match[0], _language(match.lastgroup, match[0])
        done = match.end()
    if done < len(text):
        yield text[done:], None


def language_of(text: str | Text) -> Language | None:
    """The language of more than half of the letters of a text, None for the document's own."""
    values = text if isinstance(text, str) else "".join(run.text for run in text.runs)
    if values.isascii() or _FOREIGN.search(values) is None:
        return None
    own = {name: _letters_in("".join(item.findall(values))) for name, item in _OF_SCRIPT.items()}
    script = max(own, key=own.get)
    return _language(script, values) if 2 * own[script] > _letters_in(values) else None


def from_right(text: str) -> bool:
    """Whether letters of the text run from right to left, so are drawn in another order."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def is_joined(text: str) -> bool:
    """Whether letters of the text are joined into signs, or drawn before one that they follow."""
    return not text.isascii() and _JOINED.search(text) is not None


def _letters_in(value):
    return sum(sign.isalpha() for sign in value)


def _language(script, value):
    if script != "arabic":
        return {"bengali": BENGALI, "han": CHINESE}[script]
    return ARABIC if _ONLY_ARABIC.search(value) and not _ONLY_URDU.search(value) else URDU
