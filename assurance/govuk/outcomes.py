"""The outcome of an act at the head of the next page."""

from django.contrib import messages


def message_number(request, text, number):
    """Shows `text` with the `number` of records that an act wrote; that nothing was changed where
    it wrote none."""
    if number:
        messages.success(request, f"{text}: {number}.")
    else:
        messages.info(request, "Nothing was changed.")
