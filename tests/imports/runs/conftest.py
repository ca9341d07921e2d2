"""Files that a command is given by their paths."""

import pytest


@pytest.fixture
def given(tmp_path):
    """Writes a file of these lines and gives its path."""

    def write(*lines, name="audits.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding=encoding)
        return str(path)

    return write
