"""The files that an officer chooses, and the tick that their warnings were looked at."""

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.tables.reader import read
from assurance.tables.refused_files import refuse_larger
from assurance.tables.table import NotATable

NO_FILE = "Choose a file to import"
MANY_FILES = 20


class SeveralFiles(forms.ClearableFileInput):
    """One box that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, as a list of what was uploaded."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        """The files; none, and too many, are refused."""
        value = data if isinstance(data, list | tuple) else [data]
        value = [item for item in value if item]
        if not value:
            raise forms.ValidationError(NO_FILE)
        if len(value) > MANY_FILES:
            raise forms.ValidationError(f"Give at most {MANY_FILES} files at one time.")
        return value


class GiveForm(GovukForm):
    """The files to be imported."""

    submit = "Check these files"

    files = FilesField(
        label="Files",
        help_text=(
            "CSV, Excel (XLSX) or OpenDocument (ODS); several at one time. "
            "Nothing is changed until you have seen what they would do."
        ),
        widget=SeveralFiles(attrs={"accept": ".csv,.txt,.xlsx,.xlsm,.ods,text/csv"}),
    )

    def clean_files(self):
        """The tables of every file; a file that is no table is refused by its name."""
        tables, wrong = [], []
        for file in self.cleaned_data["files"]:
            try:
                # Before it is read into memory, where a very large one would leave no room.
                refuse_larger(file.size)
                tables += read(file.name, file.read())
            except NotATable as refusal:
                wrong.append(f"{file.name}: {refusal}")
        if wrong:
            raise forms.ValidationError(wrong)
        return tables


class GiveAgainForm(GiveForm):
    """The files to be imported, and whether they are read although they were imported before."""

    again = forms.BooleanField(
        label="Check the files again",
        help_text="Choose them once more. They are read from the beginning, with their warnings.",
        required=False,
    )


class AcceptForm(GovukForm):
    """That somebody has looked at what may be wrong in files before they are imported."""

    looked = forms.BooleanField(
        label="I have looked at these warnings",
        help_text="They are listed below, under “Worth knowing” and “How the files are read”.",
        error_messages={"required": "Confirm that you have looked at these warnings"},
    )
