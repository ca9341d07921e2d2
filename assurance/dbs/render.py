"""Letters on paper: a PDF of a page that is laid out already, which asks nothing of any network."""

import weasyprint
from weasyprint.urls import URLFetcher


def letters_pdf(html: str, style: str) -> bytes:
    """The PDF of `html` laid out by the style sheet `style`, tagged for readers (PDF/UA-1)."""
    # Only what stands in the page itself: a name cannot make this machine fetch an address.
    fetcher = URLFetcher(allowed_protocols={"data"})
    page = weasyprint.HTML(string=html, url_fetcher=fetcher)
    sheet = weasyprint.CSS(string=style, url_fetcher=fetcher)
    return page.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")
