"""Template tags of the govuk pack."""

import re
from datetime import date, datetime

from django import template
from django.utils import timezone

from assurance.govuk import differences, forms
from assurance.runtime.periods import When, dated_title, moment_from_today, say_day
from assurance.runtime.typography import with_full_stop

register = template.Library()
CODE = re.compile(r"[a-z]+(_[a-z]+)+")
_FINGERPRINT = re.compile("[0-9a-f]{64}")
# Days as history has them, with the words that a report calls them by.
_DAYS = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)\.\.(?P<end>\d{4}-\d\d-\d\d)(?: (?P<label>.+))?")


register.simple_tag(forms.prepare)
register.simple_tag(forms.error_links)
register.filter("dated", dated_title)
register.filter("from_today", moment_from_today)
register.filter(with_full_stop)


@register.simple_tag
def govuk(form, submit, is_secondary=False):
    """`form`, perhaps a library's, made ready for `{% crispy %}` with a button `submit`, which is
    grey where another button of its page comes first."""
    form.use_required_attribute = False
    form.helper = forms.helper_for(form, submit=submit)
    form.helper.is_secondary = is_secondary
    return form


@register.filter
def history_value(value):
    """A value of history as a page prints it: a date in words, a code without its marks, several
    of them in a line, each count after its name, the beginning of a fingerprint; “nothing” of an
    empty one."""
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, dict):
        return "; ".join(f"{name} {count}" for name, count in value.items())
    if isinstance(value, list):
        return "; ".join(str(history_value(item)) for item in value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if not isinstance(value, str):
        return value
    if _FINGERPRINT.fullmatch(value):
        return f"{value[:8]}…"
    try:
        if days := _DAYS.fullmatch(value):
            return _period(days)
        is_moment = "T" in value
        return _moment(value) if is_moment else say_day(date.fromisoformat(value))
    except ValueError:
        return value.replace("_", " ") if CODE.fullmatch(value) else value


def _period(days):
    """Days of history in words, with what a report calls them."""
    when = When(*map(date.fromisoformat, days.group("start", "end")))
    return f"{when}, “{days['label']}”" if days["label"] else str(when)


def _moment(text):
    """A moment of history in words, by the clock of the council."""
    moment = timezone.localtime(datetime.fromisoformat(text))
    return f"{say_day(moment.date())}, {moment:%H:%M}"


@register.filter
def without_value(rows):
    """The rows of a summary that are a gap: without a value, not folded and not left out."""
    return [row for row in rows if not (row["value"] or row.get("folded") or row.get("lapses"))]


@register.simple_tag
def word_changes(before, after):
    """(kind, words) of each stretch of two wordings."""
    return differences.word_changes(before or "", after or "")


@register.simple_tag
def changes_in_context(before, after):
    """The same with a few words beside each change."""
    return list(differences.in_context(differences.word_changes(before or "", after or "")))


@register.simple_tag
def shows_to(run, user):
    """Whether `user` may see a run of files."""
    return run.shows_to(user)


@register.simple_tag
def pages_of(page):
    """The numbers that a pagination shows, with Django's ellipsis between distant ones."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.inclusion_tag("govuk/sort_header.html", takes_context=True)
def sort_header(context, name, text, kind=""):
    """A column header that sorts by `name`; `kind="numeric"` sets it right.

    Needs `page` as `assurance.govuk.lists.listed` makes it.
    """
    sort = context["page"].sort
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{name}" if sort == name else name
    states = {name: "ascending", f"-{name}": "descending"}
    return {
        "words": text,
        "kind": kind,
        "state": states.get(sort, "none"),
        "query": query.urlencode(),
    }
