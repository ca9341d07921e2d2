"""Makes one file of letters: its page and its style come as JSON by standard input, and it goes by
standard output."""

import json
import os
import sys

import weasyprint
from weasyprint.urls import URLFetcher


def main():
    """Writes the PDF."""
    # Pages that others wait for come first.
    os.nice(5)
    order = json.load(sys.stdin)
    # Only what stands in the page itself: a name cannot make this machine fetch an address.
    fetcher = URLFetcher(allowed_protocols={"data"})
    page = weasyprint.HTML(string=order["html"], url_fetcher=fetcher)
    sheet = weasyprint.CSS(string=order["style"], url_fetcher=fetcher)
    sys.stdout.buffer.write(page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    main()
