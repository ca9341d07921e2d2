"""The Word file as another program opens it: LibreOffice, without a screen and without a question,
reads every word, keeps the numbers of paragraphs, and finds where citations lead."""

import re
import shutil
import subprocess

import pytest

from reports.documents import formats
from reports.documents.document import from_json
from reports.documents.word.file import word_file
from tests.demonstration.reading import edition, paragraphs
from tests.documents import forms
from tests.documents.rich import rich

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
LONGEST = 120
_LINKS = re.compile(rb"/Dest ?\[|/Dest ?\(|/S/GoTo|/Dest")


def opened(data, folder, form):
    """The bytes of what LibreOffice makes of a Word file in another `form`."""
    source = folder / "paper.docx"
    source.write_bytes(data)
    asked = ["soffice", f"-env:UserInstallation=file://{folder}/own", "--headless", "--norestore"]
    subprocess.run(
        [*asked, "--convert-to", form, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=LONGEST,
    )
    return (folder / f"paper.{form.partition(':')[0]}").read_bytes()


@pytest.mark.long
def test_everything_in_a_paper_is_kept(tmp_path):
    file = word_file(rich(), formats.moment(rich()))
    told = opened(file, tmp_path, "txt:Text (encoded):UTF8").decode("utf-8-sig")
    found, at = " ".join(forms.split(told)), 0
    for one in forms.part(file, "word/document.xml").iterfind(f".//{forms.W}body/{forms.W}p"):
        at = found.find(" ".join(forms.split(forms.said(one))), at)
        assert at >= 0, forms.said(one)
    assert _LINKS.search(opened(file, tmp_path, "pdf"))


@pytest.mark.long
@pytest.mark.django_db
def test_the_issued_paper_of_january_2016_keeps_its_numbers(demonstration, tmp_path):
    issued = edition("january-2016")
    [file] = [bytes(one.content) for one in issued.files.filter(name__endswith=".docx")]
    lines = opened(file, tmp_path, "txt:Text (encoded):UTF8").decode("utf-8-sig").splitlines()
    numbered = [one.number for one in paragraphs(from_json(issued.document))]
    starts = [line.split()[0] for line in lines if line.strip()]
    read = [one for one in starts if one in set(numbered)]
    assert len(numbered) > 40
    assert read[: len(numbered)] == numbered
