"""A part of a page for the script that asks for it, and the same as a page of its own."""

from django.shortcuts import render


def part_or_page(request, part: str, page: str, context: dict):
    """The template `part` where a script of the page asked, else `page`, which stands without one;
    `is_part` tells either which it is."""
    is_part = bool(request.htmx)
    return render(request, part if is_part else page, {**context, "is_part": is_part})
