"""The step that another person takes, on the page of a record."""


def second_step(why_not):
    """The `also` of a register: why the reader may not take the step that `why_not` refuses."""

    def of_record(request, row):
        return {"why_not_step": why_not(row, request.user, needs_second=row.needs_second)}

    return of_record
