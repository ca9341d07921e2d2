"""The demonstration's paper files as tests read them."""

import json
from pathlib import Path

from reports.language import text

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def read(name):
    return json.loads((FIXTURES / "papers" / f"{name}.json").read_text(encoding="utf-8"))


def paragraphs(paper):
    return [block for block in paper["blocks"] if block["kind"] == "paragraph"]


def texts(plain):
    """Every string under `plain` that a reader could see, in order."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for value in plain.values():
            yield from texts(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from texts(value)


def said(block):
    return "\n\n".join([block["heading"], block["text"], *texts(block["data"])])


def tokens(paper):
    return [token for block in paper["blocks"] for token in text.quotes(said(block))]


def block_of(paper, slug):
    return next(block for block in paper["blocks"] if block["slug"] == slug)
