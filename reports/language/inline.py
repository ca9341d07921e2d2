"""One line of a paper's text taken apart into words, emphasis, links and tokens."""

import re
from collections.abc import Callable, Iterator

from reports.language import grammar
from reports.language.tokens import (
    Emphasis,
    FaultyToken,
    Link,
    Piece,
    Strong,
    Token,
    read_token,
)

_ADDRESS = r"(?:https?://|mailto:)(?:[^\s()]|\([^\s()]*\))+"
_ATOM = re.compile(
    rf"(?P<token>{grammar.TOKEN.pattern})"
    r"|(?P<open>\[\[)"
    rf"|(?P<link>\[(?P<words>[^\[\]\n]+)\]\((?P<address>{_ADDRESS})\))"
    r"|(?P<strong>\*\*)"
    r"|(?P<emphasis>(?<![^\W_])_(?=[^\s_])|(?<=[^\s_])_(?![^\W_]))",
    re.DOTALL,
)


def parse_inline(text: str) -> tuple[Piece, ...]:
    """The pieces of one passage in order. Any text can be read; what is no mark stays words."""
    frames = [("", [])]
    end = 0
    for match in _ATOM.finditer(text):
        _add(frames, text[end : match.start()])
        end = match.end()
        if match["strong"] or match["emphasis"]:
            _mark(
                frames,
                match[0],
                text[max(end - len(match[0]) - 1, 0) : match.start()],
                text[end : end + 1],
            )
        else:
            _add(frames, _atom(match))
    _add(frames, text[end:])
    while len(frames) > 1:
        _give_up(frames)
    return tuple(frames[0][1])


def parts_of(text: str) -> Iterator[str | Token]:
    """The tokens of `text` and the stretches between them, which stay as they are typed."""
    end = 0
    for match in grammar.TOKEN.finditer(text):
        if match.start() > end:
            yield text[end : match.start()]
        yield read_token(match[0])
        end = match.end()
    if end < len(text) or not text:
        yield text[end:]


def rewrite(text: str, change: Callable[[Token], str | None]) -> str:
    """`text` with each token replaced by what `change(token)` returns; None leaves it as it is."""

    def replaced(result):
        text = change(read_token(result[0])) if result["token"] else None
        return result[0] if text is None else text

    # As it is parsed, so that brackets before a token hide it from neither.
    return _ATOM.sub(replaced, text)


def _atom(result):
    if result["token"]:
        return read_token(result["token"])
    if result["open"]:
        return FaultyToken(
            "[[", "Two square brackets are opened and never closed: write ]] where the token ends."
        )
    return Link(result["words"], result["address"])


def _add(frames, piece):
    pieces = frames[-1][1]
    if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
        pieces[-1] += piece
    elif piece != "":
        pieces.append(piece)


def _mark(frames, sign, before, after):
    """Opens or closes bold or italics; a mark that can do neither stays a word."""
    is_open = any(mark == sign for mark, _ in frames)
    if not is_open and after.strip():
        frames.append((sign, []))
    elif not is_open or not before.strip():
        _add(frames, sign)
    else:
        _close(frames, sign)


def _close(frames, sign):
    while frames[-1][0] != sign:
        _give_up(frames)
    _, inner = frames.pop()
    kind = Strong if sign == "**" else Emphasis
    _add(frames, kind(tuple(inner)) if inner else sign * 2)


def _give_up(frames):
    sign, inner = frames.pop()
    for piece in [sign, *inner]:
        _add(frames, piece)
