"""What each process counts of requests adds up, is written a moment later, and begins anew."""

import json

import pytest

from assurance.runtime.watch.measures import Measures, begin_anew, read_all


def test_requests_are_counted_by_view_status_and_time(tmp_path, monkeypatch):
    folder = tmp_path / "measures"
    for pid in (11, 12):
        monkeypatch.setattr("os.getpid", lambda pid=pid: pid)
        own = Measures(folder)
        for status, seconds in ((200, 0.1), (200, 0.2), (503, 4.0), (200, 99.0)):
            own.add("home", status, seconds)
        own.add("import", 302, 0.05)
        own.write()
    (folder / "13.json").write_text("[{")
    requests, seconds, classes = read_all(folder)
    assert requests == {"home 200": 6, "home 503": 2, "import 302": 2}
    assert round(seconds["home"], 6) == 2 * 103.3 and round(seconds["import"], 6) == 0.1
    assert classes == {"0.1": 4, "0.3": 2, "10.0": 2, "+Inf": 2}
    begin_anew(folder)
    assert read_all(folder) == ({}, {}, {})


def test_a_folder_that_cannot_be_written_stops_no_request(tmp_path):
    (tmp_path / "file").write_text("")
    own = Measures(tmp_path / "file")
    own.add("home", 200, 0.1)
    own.write()
    assert own.requests == {"home 200": 1}


@pytest.mark.parametrize(
    "damage",
    [
        "null",
        "7",
        "[1, 2, 3]",
        '{"a": 1, "b": 2, "c": 3}',
        '[{"home 200": 9}]',
        '[{"home 200": 9}, {"home": 9.0}, {"0.1": "nine"}]',
        '[{"home 200": 9}, {"home": 9.0}, null]',
        '[{"home 200": 9}, {}, {}, {}]',
        "\ufeff[{}, {}, {}]",
    ],
)
def test_a_file_that_is_not_whole_counts_nothing_and_stops_no_other(tmp_path, damage):
    own = [{"home 200": 2}, {"home": 0.5}, {"0.3": 2}]
    for name, text in (("11", json.dumps(own)), ("12", damage), ("13", json.dumps(own))):
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    assert read_all(tmp_path) == ({"home 200": 4}, {"home": 1.0}, {"0.3": 4})


def test_a_process_without_a_folder_or_a_request_writes_nothing(tmp_path):
    Measures(tmp_path / "counts").write()
    assert not (tmp_path / "counts").exists()
    own = Measures(None)
    own.add("home", 200, 10.0)
    own.add("home", 200, 10.001)
    assert own.timer is None and own.classes == {"10.0": 1, "+Inf": 1}
    begin_anew(tmp_path / "counts")


def test_a_second_request_waits_for_the_writing_that_the_first_began(tmp_path):
    own = Measures(tmp_path)
    own.add("home", 200, 0.1)
    timer = own.timer
    own.add("home", 200, 0.1)
    assert own.timer is timer and timer.daemon
    own.write()
    assert own.timer is None and read_all(tmp_path)[0] == {"home 200": 2}
    timer.cancel()
