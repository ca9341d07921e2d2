"""Lines of the log that name no person: what an exception says may repeat an address or a name, so
its kind and its places stand there alone."""

import logging
from traceback import format_tb


class WithoutWords(logging.Formatter):
    """Formats an exception as the places that it came through and its kind."""

    def formatException(self, ei):
        """The places, one below the other, and the kind of the exception."""
        kind, _text, places = ei
        return "".join(format_tb(places)) + f"{kind.__module__}.{kind.__qualname__}"


def without_words(traceback: str) -> str:
    """The places of a traceback that was kept as text, without what the exception said."""
    return "\n".join(line for line in traceback.splitlines() if line.startswith('  File "'))
