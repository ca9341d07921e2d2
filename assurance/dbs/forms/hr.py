"""The form that takes the HR system's list to be compared with the register."""

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.people.models.people import Engagement
from assurance.tables.reader import read
from assurance.tables.refused_files import refuse_larger
from assurance.tables.table import NotATable


class HrListForm(GovukForm):
    """The list, and which groups of the register the HR system keeps."""

    submit = "Compare"

    file = forms.FileField(
        label="The HR system’s list",
        help_text="CSV, Excel (XLSX) or OpenDocument (ODS), with a reference for each person. "
        "Dates are read as day, month, year. The file is not kept.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.xlsm,.ods,text/csv"}),
        error_messages={
            "required": "Choose the file with the HR system’s list",
            "empty": "The file is empty: export it again",
        },
    )
    groups = forms.MultipleChoiceField(
        label="Groups that the HR system keeps",
        help_text="Others on the register are not looked for in the list.",
        choices=Engagement.GROUPS,
        initial=["employee"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one group"},
    )

    def clean_file(self):
        """The first table of the file; a file that is no table is refused with why."""
        file = self.cleaned_data["file"]
        try:
            # Before it is read into memory, where a very large one would leave no room.
            refuse_larger(file.size)
            return read(file.name, file.read())[0]
        except NotATable as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
