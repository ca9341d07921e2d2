"""The written language there and back: what is meant, written down, is read as what was meant."""

from hypothesis import given
from hypothesis import strategies as st

from reports.language.text import Listing, parse, passages, problems, quotes, shape, tidy
from reports.language.tokens import Emphasis, FaultyToken, Link, Strong, read_token
from tests.cases import random_cases
from tests.language.outlines import plain_paper
from tests.language.texts import TOKENS, contents, inline, write
from tests.sources import ROOT

FEW = random_cases(25)
PAPERS = sorted(path.stem for path in (ROOT / "fixtures" / "papers").glob("*.json"))


def texts():
    """(where, text) of every block of every paper that is shipped."""
    for paper in PAPERS:
        for block in plain_paper(paper)["blocks"]:
            if block.get("text"):
                yield f"{paper} {block['slug']}", block["text"]


def plain(content):
    """The words of `content` in order, marks and labels left out."""
    return "".join(
        "".join(said(piece) for passage in passages(content) for piece in passage.pieces).split()
    )


def said(piece):
    if isinstance(piece, Strong | Emphasis):
        return "".join(map(said, piece.pieces))
    if isinstance(piece, Link):
        return piece.words
    return piece if isinstance(piece, str) else piece.raw


@FEW
@given(contents(), st.sampled_from(["\r\n", "\u2028", "\r", "\x0b"]))
def test_what_is_written_down_is_read_as_it_was_meant_whoever_broke_its_lines(content, end):
    text = write(content)
    assert parse(text) == content
    assert counted(shape(content)) == count(content)
    assert problems(text) == [] and tidy(text) == text
    assert parse(text.replace("\n", end)) == content
    assert tidy(text.replace("\n", end)) == text
    lines = text.split("\n")
    pasted = "\n".join(
        line.replace("* ", "•\t", 1) if line.lstrip().startswith("* ") else line for line in lines
    )
    assert parse(tidy(pasted)) == content, "pasted from a word processor"


def count(parts):
    """How many items were written."""
    lists = (part for part in parts if isinstance(part, Listing))
    return sum(1 + count(item.content) for part in lists for item in part.items)


def counted(row):
    """How many items numbering sees."""
    return sum(1 + counted(one.items) for one in row)


@given(TOKENS)
def test_a_token_is_read_as_it_was_meant_however_it_is_broken_over_lines(token):
    raw = inline((token,))
    assert read_token(raw) == token
    assert read_token(raw.replace(" ", "\n  ")) == token


def test_no_text_of_a_shipped_paper_is_faulty_loses_a_word_or_is_read_otherwise_when_tidied():
    for where, text in texts():
        parsed, read = parse(text), plain(parse(text))
        assert parse(write(parsed)) == parsed, where
        for word in text.split():
            bare = word.strip("*_")
            if bare.isalpha() and len(bare) > 3:
                assert bare in read, where
        assert not any(isinstance(token, FaultyToken) for token in quotes(text)), where
        assert quotes(tidy(text)) == quotes(text), where
