"""A refusal: one sentence for the person who asked, naming what is wrong and what would make it
right."""

from contextlib import contextmanager

from django.contrib import messages


class Refused(Exception):
    """An operation that may not be done now; `field` names a form's field, or is empty."""

    def __init__(self, sentence, field=""):
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


def refuse_if(sentence, field=""):
    """Raises `Refused` with `sentence` unless it is empty or None."""
    if sentence:
        raise Refused(sentence, field)


def why_not_name(what, slug, clash):
    """The sentence that refuses the title of `what` (“review”), or None; `slug` is made of it."""
    if not slug:
        return f"The title needs letters or numbers: it names the {what}"
    if clash:
        return f"A {what} with this title is kept already: give this one another title"
    return None


@contextmanager
def refusals_shown_on(form):
    """Puts a refusal raised inside back on the form, at its field where the form has it."""
    try:
        yield
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.sentence)


@contextmanager
def refusals_as_messages(request):
    """Shows a refusal raised inside at the head of the next page."""
    try:
        yield
    except Refused as refused:
        messages.error(request, refused.sentence)
