"""What others have made of the records, asked before they change. An app says so by
`quotes_records` of its configuration: the dotted names of functions that take a council and give
one to be called after the change, with the sentence that refuses it or None."""

from collections.abc import Callable

from django.apps import apps
from django.utils.module_loading import import_string

from assurance.accounts.models.accounts import Council


def before_change(council: Council) -> Callable[[], str | None]:
    """Gives what, called after a change of the records of `council`, says what stood on them."""
    names = [
        name
        for get_app_config in apps.get_app_configs()
        for name in getattr(get_app_config, "quotes_records", ())
    ]
    queries = [import_string(name)(council) for name in names]
    return lambda: next((sentence for after in queries if (sentence := after())), None)
