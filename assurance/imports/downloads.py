"""Headings and rows as a file that is sent to the person who asked."""

from django.http import Http404, HttpResponse

from assurance.tables.workbook.writer import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx

FORMS = {"csv": (CSV_TYPE, write_csv), "xlsx": (XLSX_TYPE, write_xlsx)}


def as_file(name, form, headings, rows):
    """The answer that holds the file `name` as ``csv`` or ``xlsx``; 404 for another form."""
    if form not in FORMS:
        raise Http404
    kind, write = FORMS[form]
    answer = HttpResponse(write(headings, rows), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer
