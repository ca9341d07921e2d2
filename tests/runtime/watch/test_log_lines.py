"""Lines of the log are JSON whatever is logged, with the places of an exception and no words."""

import json
import logging
import sys
from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from assurance.runtime.watch import log_lines, requests
from assurance.runtime.watch.log_lines import JsonLines
from tests.sweeping import swept

WORDS = "Ann Archer, ann@netherby.example"
FORMS = JsonLines()


def record(name="candour", text="", *values, caught=None, **more):
    """A record of the log, as the first moment of 2016 has it."""
    made = logging.LogRecord(name, logging.WARNING, "a.py", 1, text, values, caught)
    made.created = 1451606400.0
    vars(made).update(more)
    return made


def line_of(*words, **more):
    """The values of a line."""
    text = FORMS.format(record(*words, **more))
    assert "\n" not in text
    return json.loads(text)


def test_an_exception_has_its_places_and_kind_on_the_one_line():
    try:
        raise ValueError(WORDS)
    except ValueError:
        line = line_of("candour", "job %s", 7, caught=sys.exc_info())
    assert line["message"] == "job 7" and line["at"] == "2016-01-01T00:00:00.000+00:00"
    assert line["places"].endswith("builtins.ValueError") and Path(__file__).name in line["places"]
    assert "Ann" not in json.dumps(line) and "ann@" not in json.dumps(line)


def test_a_line_without_an_exception_has_no_places():
    assert "places" not in line_of(caught=(None, None, None))
    assert "places" not in line_of(caught=None)


@swept(
    [
        (("candour", "%s of %s", 1, 2), {}, "1 of 2"),
        (("gunicorn.error", "Booting worker with pid: %s", 7), {}, "Booting worker with pid: 7"),
        (("gunicorn.error", "Invalid Request from %s", WORDS), {}, "a request failed"),
        (("django.request", "Not Found: %s", WORDS), {"status_code": 404}, "a request failed 404"),
        (("django.server", "%s", WORDS), {}, "a request failed"),
        (("django.security", "%s", WORDS), {}, "refused: security"),
        (("django.security.DisallowedHost", "%s", WORDS), {}, "refused: DisallowedHost"),
        (("django.requests_of_another", "%s", "x"), {}, "a request failed"),
        (("django", "%s", "line\nbreak"), {}, "line\nbreak"),
    ]
)
def test_the_message_has_words_only_where_none_is_of_a_request(words, more, message):
    assert line_of(*words, **more)["message"] == message


def test_fields_take_the_place_of_a_message_and_anything_can_be_one():
    assert "message" not in line_of(text=WORDS, fields={"number": 1})
    line = line_of(fields={"path": Path("/x"), "of": {"a": [None, "é"]}})
    assert (line["path"], line["of"]) == ("/x", {"a": [None, "é"]})
    assert line_of(text="none", fields={})["message"] == "none"


def test_a_socket_that_gunicorn_calls_a_request_has_no_path():
    assert "path" not in line_of("django.server", request=object())


@pytest.fixture
def logged(monkeypatch):
    """What the log of requests writes, line by line."""
    lines, logger = [], logging.getLogger("candour.access")
    handler = logging.Handler()
    handler.emit = lambda made: lines.append(json.loads(FORMS.format(made)))
    monkeypatch.setattr(logger, "handlers", [handler])
    monkeypatch.setattr(logger, "level", logging.INFO)
    logger.manager._clear_cache()
    yield lines
    logger.manager._clear_cache()


def test_what_leads_nowhere_is_counted_as_such_and_named_while_it_is_answered(logged):
    names = []

    def answer(_request):
        names.append(log_lines.request_name.get())
        return HttpResponse(status=404)

    response = requests.RequestLog(answer)(RequestFactory().get(f"/{WORDS}/"))
    assert names == [response["X-Request-ID"]] and log_lines.request_name.get() == ""
    [line] = logged
    assert (line["view"], line["path"], line["status"]) == (requests.NOWHERE, "", 404)
    assert "Ann" not in json.dumps(line)


def test_what_streams_has_no_length_and_is_not_read(logged):
    pieces = iter([b"a", b"b"])
    log = requests.RequestLog(lambda _request: StreamingHttpResponse(pieces))
    log(RequestFactory().get("/"))
    assert logged[0]["bytes"] is None and next(pieces) == b"a"


def test_a_name_ends_with_its_request_even_where_that_is_broken_off(logged):
    def answer(_request):
        raise SuspiciousOperation(WORDS)

    with pytest.raises(SuspiciousOperation):
        requests.RequestLog(answer)(RequestFactory().get("/", headers={"x-request-id": "a" * 8}))
    assert log_lines.request_name.get() == "" and logged == []
