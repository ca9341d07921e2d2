"""The service alone answers text packed, and what asks again is still told that nothing changed."""

import gzip

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.urls import reverse

from config.compression import TextCompression

PACKED = {"accept-encoding": "gzip"}


@pytest.mark.django_db
def test_a_page_is_packed_for_who_takes_it_and_says_that_it_varies(client):
    plain = client.get(reverse("accessibility"))
    packed = client.get(reverse("accessibility"), headers=PACKED)
    assert "Content-Encoding" not in plain and packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2
    assert "Accept-Encoding" in packed["Vary"]


@pytest.mark.django_db
def test_a_packed_answer_is_known_again_by_its_fingerprint(client):
    first = client.get("/openapi.json", headers=PACKED)
    assert first["Content-Encoding"] == "gzip"
    again = client.get("/openapi.json", headers={**PACKED, "if-none-match": first["ETag"]})
    assert again.status_code == 304 and not again.content


@pytest.mark.parametrize(
    "answer",
    [
        HttpResponse(b"%PDF-" * 999, content_type="application/pdf"),
        StreamingHttpResponse([b"a,b\n"] * 999, content_type="text/csv"),
        HttpResponse(b"short", content_type="text/plain"),
    ],
)
def test_what_gains_nothing_is_left_as_it_is(answer):
    request = RequestFactory().get("/", headers=PACKED)
    assert "Content-Encoding" not in TextCompression(lambda _request: answer)(request)
