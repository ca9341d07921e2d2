"""What the page of both wordings offers where two people changed one block without touching: the
two put together."""

from reports.papers.models.blocks import Block
from reports.papers.rules.merge import merged_fields


def put_together(form, newer) -> dict:
    """The context that offers what was typed in `form` and what `newer` now says in one; empty
    where they touch, or where what both began with is not kept."""
    earlier = form.cleaned_data.get("version") if isinstance(newer, Block) else None
    before = earlier and newer.paper.block_versions.of_block(newer, earlier)
    if not before:
        return {}
    base, theirs = (_plain(form, form.initial_of(item)) for item in (before, newer))
    made = merged_fields(base, _plain(form, _typed(form)), theirs)
    if made is None:
        return {}
    rows = [
        {"label": form.fields[name].label, "before": theirs[name], "after": text}
        for name, text in made.items()
        if text != theirs[name]
    ]
    return {"merged": rows, "merged_post": _as_posted(made, newer.version)}


def _typed(form):
    """Field → what was typed, tidied where the form tidies it."""
    fields = form.cleaned_data
    return {
        name: fields[name] if isinstance(fields.get(name), str | bool) else form[name].value()
        for name in form.fields
    }


def _plain(form, values):
    """Field → text with one line end, or truth, of every field that a person fills in."""
    return {
        name: value
        if isinstance(value := values.get(name, ""), bool)
        else str(value or "").replace("\r\n", "\n").rstrip()
        for name, field in form.fields.items()
        if not field.widget.is_hidden
    }


def _as_posted(made, version):
    """(name, value) of each field as a browser sends it."""
    items = [(name, "on" if value is True else value) for name, value in made.items() if value]
    return [*items, ("version", version)]
