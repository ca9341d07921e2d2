"""What a form refuses, as a person meets it: tables of wrong entries, each with its sentence."""

from tests.page_requests import errors
from tests.sweeping import NamedCase, brief


def at(field, *entries):
    """Wrong entries of one field, each (what is typed there, its sentence), as rows of a table."""
    return [({field: typed}, field, sentence) for typed, sentence in entries]


def each_refused(client, address, typed, wrong, model, **stays):
    """Posts `typed(**said)` for each (said, field, sentence) of `wrong`: the sentence stands at the
    field, the summary leads there, what `stays` is still typed, and no `model` is kept."""
    kept = model.objects.count()
    for said, field, sentence in wrong:
        with NamedCase(brief((said, field, sentence))):
            answer = client.post(address, typed(**{**stays, **said}))
            assert answer.status_code == 200
            assert any(sentence in one for one in errors(answer)[field])
            page = answer.content.decode()
            assert "There is a problem" in page and f'href="#id_{field}' in page
            assert all({**stays, **said}[name] in page for name in stays)
            assert model.objects.count() == kept
