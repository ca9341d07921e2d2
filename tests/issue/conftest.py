"""The approved paper of these tests is made once for all of a file."""

from tests.make.written_once import approved, approved_once  # noqa: F401
