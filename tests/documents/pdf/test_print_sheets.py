"""The sheets of print are read whole by what draws the PDF."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEETS = ("print.css", "pdf-front.css", "print-back.css")


@pytest.mark.parametrize("name", SHEETS)
def test_no_rule_for_print_is_in_a_list_with_a_width(name):
    """What draws the PDF drops a whole list of media where it cannot read one of them."""
    sheet = (Path(settings.BASE_DIR) / "static" / "css" / name).read_text("utf-8")
    lists = [media for media in re.findall(r"@media ([^{]*)\{", sheet) if "," in media]
    assert [media for media in lists if "(" in media] == []
