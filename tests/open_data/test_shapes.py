"""The shapes of published data refuse what is not so, and let out what may be left out."""

import jsonschema
import pytest

from reports.open_data.description import SCHEMAS, an_object, maybe
from tests.make.published_figures import END
from tests.open_data.test_rows import OGL, whole


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Licence", {"name": "Open"}),
        ("Licence", {"name": "Open", "address": "x", "more": 1}),
        ("Place", {"address": "/x", "words": None}),
        ("TakenDown", {"status": 200, "taken_down_on": END, "reason": "x"}),
        ("Reports", {"papers": [{}], "licence": OGL}),
        ("Edition", {}),
    ],
)
def test_a_shape_refuses_what_is_not_so(name, wrong):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(whole(name)).validate(wrong)


def test_a_shape_may_leave_out_what_it_says_and_take_null_where_it_may_be():
    shape = an_object(("b",), a=maybe({"type": "integer"}), b={"type": "string"})
    for right in ({"a": 1}, {"a": None}, {"a": 1, "b": "x"}):
        jsonschema.validate(right, shape)
    for wrong in ({}, {"b": "x"}, {"a": "x"}, {"a": 1, "c": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, shape)
    assert set(SCHEMAS) >= {"Figure", "Series", "ReportingHistory", "Reports"}
