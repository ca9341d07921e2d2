"""The address of a request as a log may have it: without the words of links, keys and questions."""

import re

from django.urls import Resolver404, resolve

MASK = "…"
# In an address these are numbers and short names that pages are called by; any other part may be
# the words of a link that opens a page to who has it.
_HARMLESS = re.compile(r"<(?:int:(\w+)|slug:(?!key>)(\w+))>")


def match_of(request):
    """Where the address leads, or None."""
    if match := getattr(request, "resolver_match", None):
        return match
    try:
        return resolve(request.path_info)
    except Resolver404:
        return None


def loggable_path(request) -> str:
    """The path with every part masked that is no number and no short name; empty where it leads
    nowhere: what was typed wrong may still be most of a link."""
    match = match_of(request)
    if match is None:
        return ""
    harmless = {name for pair in _HARMLESS.findall(match.route) for name in pair}
    values = [value for name, value in match.captured_kwargs.items() if name not in harmless]
    values += match.args
    path = request.path_info
    # The longest first: one may be a part of another.
    for value in sorted((str(value) for value in values if value), key=len, reverse=True):
        path = path.replace(value, MASK)
    return path
