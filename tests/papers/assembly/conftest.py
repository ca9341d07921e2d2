"""The paper of these tests is written once for all of a file."""

from tests.make.written_once import clerk, paper, written_once  # noqa: F401
