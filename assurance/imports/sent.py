"""Headings and rows as a file that is sent to the person who asked."""

import csv

from django.http import Http404, HttpResponse

from assurance.registers.words import cell


def as_file(name, form, headings, rows):
    """The answer that holds the file `name` in the form ``csv``; 404 for another form."""
    if form != "csv":
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    # Without the mark Excel reads the file in the computer's own code page.
    answer.write("\ufeff")
    sheet = csv.writer(answer)
    sheet.writerow([cell(one) for one in headings])
    sheet.writerows([cell(one) for one in row] for row in rows)
    return answer
