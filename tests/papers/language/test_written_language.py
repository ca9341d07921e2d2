"""The written language there and back: what is meant, written down, is read as what was meant."""

from hypothesis import given
from hypothesis import strategies as st

from reports.papers.language.text import Listing, parse, passages, problems, quotes, shape, tidy
from reports.papers.language.tokens import Emphasis, FaultyToken, Link, Strong, read_token
from tests.cases import random_cases
from tests.papers.language.outlines import plain_paper
from tests.papers.language.texts import TOKENS, contents, inline, write
from tests.sources import ROOT

FEW = random_cases(40)
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
@given(contents())
def test_what_is_written_down_is_read_as_it_was_meant(content):
    assert parse(write(content)) == content


@FEW
@given(contents())
def test_what_is_written_well_has_no_faults_and_tidying_leaves_it_alone(content):
    text = write(content)
    assert problems(text) == []
    assert tidy(text) == text


@given(TOKENS)
def test_a_token_is_read_as_it_was_meant_however_it_is_broken_over_lines(token):
    raw = inline((token,))
    assert read_token(raw) == token
    assert read_token(raw.replace(" ", "\n  ")) == token


@FEW
@given(contents(), st.sampled_from(["\r\n", "\u2028", "\r", "\x0b"]))
def test_line_ends_of_any_machine_are_read_alike(content, end):
    text = write(content)
    assert parse(text.replace("\n", end)) == parse(text)
    assert tidy(text.replace("\n", end)) == text


@FEW
@given(contents())
def test_a_list_pasted_from_a_word_processor_means_what_it_meant(content):
    lines = write(content).split("\n")
    pasted = "\n".join(
        line.replace("* ", "•\t", 1) if line.lstrip().startswith("* ") else line for line in lines
    )
    assert parse(tidy(pasted)) == content


@FEW
@given(contents())
def test_the_shape_has_as_many_items_as_were_written(content):
    def count(parts):
        return sum(
            1 + count(item.content)
            for part in parts
            if isinstance(part, Listing)
            for item in part.items
        )

    def counted(row):
        return sum(1 + counted(one.items) for one in row)

    assert counted(shape(content)) == count(content)


def test_every_text_of_a_shipped_paper_comes_back_from_being_written_again():
    for where, text in texts():
        assert parse(write(parse(text))) == parse(text), where


def test_no_word_of_a_shipped_paper_is_lost_in_reading():
    for where, text in texts():
        marks = {"**", "*", "_"}
        read = plain(parse(text))
        for word in text.split():
            bare = word.strip("*_")
            if word not in marks and bare.isalpha() and len(bare) > 3:
                assert bare in read, where


def test_no_token_of_a_shipped_paper_is_faulty_and_each_is_read_the_same_when_tidied():
    for where, text in texts():
        assert not any(isinstance(token, FaultyToken) for token in quotes(text)), where
        assert quotes(tidy(text)) == quotes(text)
