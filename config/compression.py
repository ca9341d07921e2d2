"""Answers in fewer bytes where no web server before the service packs them."""

from django.middleware.gzip import GZipMiddleware

# Others are packed already: PDF, Word files, pictures.
PACKED_WELL = (
    "text/",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "image/svg+xml",
)


class TextCompression(GZipMiddleware):
    """Packs text alone, with bytes of a drawn length added, so that its length tells nothing of the
    form's token in it."""

    def process_response(self, request, response):
        """The answer, packed where that is worth it."""
        kind = response.get("Content-Type", "")
        # What streams is a list that is drawn while it is read, and small already to its reader.
        if response.streaming or not kind.startswith(PACKED_WELL):
            return response
        return super().process_response(request, response)
