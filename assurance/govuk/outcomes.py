"""The outcome of an act at the head of the next page."""

from django.contrib import messages


def tell_number(request, words, number):
    """Shows `words` with the `number` of records that an act wrote; that nothing was changed where
    it wrote none."""
    if number:
        messages.success(request, f"{words}: {number}.")
    else:
        messages.info(request, "Nothing was changed.")
