"""Makes one PDF: its order comes as JSON by standard input, and it goes by standard output."""

import json
import os
import sys
from base64 import b64decode
from datetime import datetime
from pathlib import Path

from reports.documents.pdf.engine import FAULTY, Attachment, PdfFault
from reports.documents.pdf.file import to_pdf


def main():
    """Writes the PDF, or what would be missing of it and `FAULTY`."""
    # Pages that others wait for come first.
    os.nice(5)
    order = json.load(sys.stdin)
    order["fetch"] = Path(order["fetch"])
    for name in ("created", "modified"):
        order[name] = datetime.fromisoformat(order[name])
    order["attachments"] = [
        Attachment(**{**item, "data": b64decode(item["data"])}) for item in order["attachments"]
    ]
    try:
        content = to_pdf(order.pop("html"), **order)
    except PdfFault as fault:
        print(json.dumps(fault.complaints))
        sys.exit(FAULTY)
    sys.stdout.buffer.write(content)


if __name__ == "__main__":
    main()
