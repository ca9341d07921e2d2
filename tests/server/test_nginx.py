"""The documented web server: uploads, addresses of readers, headers, caching, a service that is
down. nginx itself is asked, with the file that an operator copies."""

import json
import re
import shutil
import ssl
from collections import Counter
from http.client import HTTPSConnection

import pytest

from tests.server.proxied import OF_SERVICE, free_port, nginx, service

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed here")
PAGE = "<h1>Issued report</h1>"
DOWN = "<h1>The service is down</h1>"
SIGNED_IN = {"Cookie": "theme=dark; __Host-session=abc"}
MEGABYTE = 1024 * 1024
ONCE = (*OF_SERVICE, "Content-Type")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a page, a file, a removed page and the page for a service that is down."""
    root = tmp_path_factory.mktemp("nginx")
    for name, text in {
        "eborford/reports/one/index.html": PAGE,
        "eborford/reports/one/figures.csv": "key,value\n",
        "eborford/reports/gone/index.html": "<h1>Removed</h1>",
        "eborford/reports/gone/taken-down": "",
        "service/index.html": DOWN,
        "static/site.0123.css": "p {}",
    }.items():
        path = root / "published" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.fixture(scope="module")
def running(folder):
    """Asks nginx before a service that answers."""
    with service() as upstream, nginx(folder, upstream) as ask:
        yield ask


@pytest.fixture(scope="module")
def log(folder):
    """Reads what nginx has logged of addresses since it was asked last, line by line."""
    read = []

    def lines():
        every = (folder / "access.json").read_text().splitlines()
        new = every[len(read) :]
        read.extend(new)
        return [json.loads(line) for line in new]

    return lines


@pytest.fixture(scope="module")
def stopped(folder, tmp_path_factory):
    """Asks nginx before a service that does not answer."""
    other = tmp_path_factory.mktemp("stopped")
    (other / "published").symlink_to(folder / "published")
    with nginx(other, free_port()) as ask:
        yield ask


def header(answer, name):
    """The values of a header, in their order."""
    return [value for key, value in answer[1] if key.lower() == name.lower()]


@pytest.fixture(scope="module")
def encrypted(folder, tmp_path_factory):
    """The port of nginx with the documented encryption, before a service that does not answer."""
    other = tmp_path_factory.mktemp("encrypted")
    (other / "published").symlink_to(folder / "published")
    with nginx(other, free_port(), encrypted=True) as port:
        yield port


@pytest.mark.parametrize(
    ("version", "ciphers", "agreed"),
    [
        ("TLSv1_1", "ALL:@SECLEVEL=0", None),
        ("TLSv1_2", "ECDHE-ECDSA-AES128-SHA256", None),
        ("TLSv1_2", "AES128-GCM-SHA256", None),
        ("TLSv1_2", "ECDHE-ECDSA-AES128-GCM-SHA256", "TLSv1.2"),
        ("TLSv1_3", "DEFAULT", "TLSv1.3"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_encryption_is_tls_1_2_or_1_3_with_keys_of_one_session(encrypted, version, ciphers, agreed):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
    context.set_ciphers(ciphers)
    line = HTTPSConnection("127.0.0.1", encrypted, timeout=20, context=context)
    if agreed is None:
        with pytest.raises(ssl.SSLError):
            line.connect()
        return
    line.request("GET", "/eborford/reports/one/")
    assert line.sock.version() == agreed
    assert line.getresponse().headers["Strict-Transport-Security"].startswith("max-age=31536000;")
    line.close()


def test_readers_get_files_with_every_header_once_and_may_keep_them_for_a_minute(running):
    for path, kind in (
        ("/eborford/reports/one/", "text/html"),
        ("/eborford/reports/one/figures.csv", "text/csv"),
        ("/static/site.0123.css", "text/css"),
    ):
        answer = running(path)
        counted = Counter(name.lower() for name, _value in answer[1])
        assert answer[0] == 200 and header(answer, "Content-Type")[0].startswith(kind), path
        assert "frame-ancestors 'none'" in header(answer, "Content-Security-Policy")[0]
        assert {counted[name.lower()] for name in ONCE if name != "Cache-Control"} == {1}, path
        assert "public, max-age=60" in header(answer, "Cache-Control") or "static" in path


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        ("/eborford/reports/one/", "GET", SIGNED_IN),
        ("/eborford/search/?words=audits", "GET", {}),
        ("/home/", "GET", {}),
        ("/eborford/reports/one/", "POST", {}),
    ],
)
def test_the_service_answers_who_is_signed_in_asks_or_sends_with_its_own_headers_alone(
    running, path, method, headers
):
    answer = running(path, method, b"x=1" if method == "POST" else None, **headers)
    assert answer[0] == 200 and json.loads(answer[2])["path"] == path
    for name, value in OF_SERVICE.items():
        assert header(answer, name) == [value], name


def test_the_service_learns_the_readers_address_and_not_what_the_reader_claims(running):
    answer = running("/home/", X_Forwarded_For="203.0.113.9", X_Forwarded_Proto="gopher")
    told = json.loads(answer[2])
    assert (told["from"], told["scheme"]) == ("127.0.0.1", "http")


def test_a_request_keeps_the_name_that_it_came_with_and_has_one_of_its_own_otherwise(running):
    def name(**headers):
        return json.loads(running("/home/", **headers)[2])["request"]

    assert name(X_Request_ID="of-the-balancer.17") == "of-the-balancer.17"
    names = [
        name(),
        name(),
        *(name(X_Request_ID=bad) for bad in ("short", "a" * 65, "a b c d e f")),
    ]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in names)


def test_the_log_of_files_has_no_question_no_link_and_nothing_of_the_service(running, stopped, log):
    running("/eborford/reports/one/")
    running("/eborford/reports/one/?words=Ann+Archer", X_Request_ID="of-the-balancer.17")
    log()
    running("/eborford/reports/one/figures.csv", X_Request_ID="of-the-balancer.18")
    [line] = log()
    assert (line["path"], line["status"]) == ("/eborford/reports/one/figures.csv", 200)
    assert (line["request"], line["method"]) == ("of-the-balancer.18", "GET")
    for path, method in (("/sections/SECRET/", "GET"), ("/sections/SECRET/", "POST")):
        running(path, method, None, Content_Length=str(61 * MEGABYTE if method == "POST" else 0))
        stopped(path, method)
    assert "SECRET" not in json.dumps(log())


def test_errors_of_nginx_repeat_no_address(stopped, folder):
    stopped("/sections/SECRET/?words=Ann+Archer", **SIGNED_IN)
    errors = [file.read_text() for file in folder.parent.glob("*/errors.log")]
    assert len(errors) >= 2 and set(errors) == {""}
    assert not any("SECRET" in file.read_text() for file in folder.parent.glob("*/access.json"))


def test_numbers_of_the_service_are_not_given_through_nginx(running):
    assert running("/metrics")[0] == 404
    assert running("/metrics", **SIGNED_IN)[0] == 404
    assert running("/eborford/reports/one/", "TRACE")[0] == 405


def test_a_file_of_10_megabytes_arrives_whole_and_one_over_60_is_refused(running):
    answer = running("/import/", "POST", b"0" * (10 * MEGABYTE))
    assert json.loads(answer[2])["size"] == 10 * MEGABYTE
    assert running("/import/", "POST", b"0" * (55 * MEGABYTE))[0] == 200
    assert running("/import/", "POST", None, Content_Length=str(61 * MEGABYTE))[0] == 413


def test_a_removed_page_answers_that_it_is_gone(running):
    status, _headers, content = running("/eborford/reports/gone/")
    assert (status, content) == (410, b"<h1>Removed</h1>")


@pytest.mark.parametrize("headers", [{}, SIGNED_IN])
@pytest.mark.parametrize("question", ["", "?page=2"])
def test_a_stopped_service_leaves_readers_the_issued_page(stopped, question, headers):
    status, _headers, content = stopped(f"/eborford/reports/one/{question}", **headers)
    assert (status, content.decode()) == (200, PAGE)


@pytest.mark.parametrize(
    ("path", "method"),
    [("/home/", "GET"), ("/eborford/search/?words=x", "GET"), ("/eborford/reports/one/", "POST")],
)
def test_a_stopped_service_gives_a_plain_page_where_only_it_could_answer(stopped, path, method):
    answer = stopped(path, method, b"x" if method == "POST" else None, **SIGNED_IN)
    assert (answer[0], answer[2].decode()) == (503, DOWN)
    assert header(answer, "Cache-Control") == ["no-store"]
    assert "frame-ancestors 'none'" in header(answer, "Content-Security-Policy")[0]


def test_a_stopped_service_still_says_that_a_page_was_removed(stopped):
    assert stopped("/eborford/reports/gone/?page=2")[0] == 410
