"""How much room words take, and how they are cut into lines: no drawing can ask a browser."""

SIZE, LINE = 14, 18
# Parts of the letter size; generous, so that words of another font are within it too.
NARROW, WIDE, USUAL, CAPITAL = 0.31, 0.95, 0.6, 0.76
BOLD = 1.08
_NARROW = frozenset("ijlI.,:;'’|!ftr()[] ")
_WIDE = frozenset("mwMW@%—…")
ELLIPSIS = "…"


def width_of(text: str, *, bold: bool = False) -> float:
    """The pixels that `text` takes at most."""
    width = SIZE * sum(map(_part, text))
    return width * BOLD if bold else width


def _part(letter):
    if letter in _NARROW:
        return NARROW
    if letter in _WIDE or ord(letter) > 0x2FFF:
        return 1.05 if ord(letter) > 0x2FFF else WIDE
    return CAPITAL if letter.isupper() else USUAL


def lines_of(text: str, room: float, *, bold: bool = False) -> list[str]:
    """`text` in lines of at most `room` pixels, none for no words; a longer word is cut."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, room, bold):
            longer = f"{lines[-1]} {piece}".strip()
            if width_of(longer, bold=bold) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return [line for line in lines if line]


def shortened(text: str, room: float, *, bold: bool = False) -> str:
    """`text`, or as much of it as `room` pixels take, with an ellipsis."""
    if width_of(text, bold=bold) <= room:
        return text
    while text and width_of(text + ELLIPSIS, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def _pieces(word, room, bold):
    """The word whole, or cut where it takes more than the room."""
    piece = ""
    for letter in word:
        if piece and width_of(piece + letter, bold=bold) > room:
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece
