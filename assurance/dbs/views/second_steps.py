"""The step that another person takes, on the page of a record."""

from assurance.people.second_steps import why_not_step


def second_step(why_not):
    """The `also` of a register: why the reader may not take the step that `why_not` refuses."""

    def of_record(request, row):
        sentence = why_not(row, request.user, needs_second=row.needs_second)
        return {"why_not_step": why_not_step(sentence, request.user)}

    return of_record
