"""A clerk who writes a paragraph with chips."""

import pytest

from tests.make import drafts

EDITOR = "/reports/assurance/january-2016/blocks/children/"


@pytest.fixture
def paper(prepared):
    """A draft of which one paragraph quotes children looked after twice."""
    return drafts.written(prepared, with_records=False)


@pytest.fixture
def editor(writer, sign_in, prepared, paper, built):
    """The page of that paragraph, with the editor in it."""
    sign_in(writer, prepared)
    writer.goto(EDITOR)
    writer.wait_for_selector(".ProseMirror .app-chip")
    return writer
