"""The sent and the approved paper of these tests are made once for all of a file."""

from tests.make.written_once import approved, approved_once, sent, sent_once  # noqa: F401
