from django.shortcuts import render
from django.views.decorators.http import require_safe

from courses.queries.teaching import shelves_of, taught_courses
from people.policies import require


@require_safe
def teaching(request):
    require("courses.see_teaching", request.user)
    shelves = [(shelf, taught_courses(shelf)) for shelf in shelves_of(request.user)]
    return render(request, "courses/teaching.html", {"shelves": shelves})
