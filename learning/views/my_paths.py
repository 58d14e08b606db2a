"""Learning paths, for those who learn."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from learning.models import LearningPath
from learning.queries.paths import for_whom, path_for, paths_for


@require_safe
def my_paths(request):
    rows = [(row, for_whom(row.path)) for row in paths_for(request.user) if row.courses]
    context = {
        "fitting": [(row, whom) for row, whom in rows if row.fits],
        "others": [(row, whom) for row, whom in rows if not row.fits],
    }
    return render(request, "learning/my_paths.html", context)


@require_safe
def my_path(request, pk):
    visible = LearningPath.objects.visible_to(request.user).select_related("city", "occupation")
    path = get_object_or_404(visible, pk=pk)
    return render(request, "learning/my_path.html", {"row": path_for(request.user, path), "for_whom": for_whom(path)})
