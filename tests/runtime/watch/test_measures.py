"""What each process counts of requests adds up, is written a moment later, and begins anew."""

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
