"""How places are assigned, for everybody; after publication with all that it takes to compute it again."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from exchange.matching.audit import canonical_json
from exchange.queries.published_matching import places_of, public_files, publicly_known, published_run


def public(view):
    """Open to strangers, closed to search engines."""

    @login_not_required
    @require_safe
    @wraps(view)
    def wrapped(request, **kwargs):
        answer = view(request, **kwargs)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return wrapped


@public
def round_procedure(request, pk):
    round_ = get_object_or_404(publicly_known(), pk=pk)
    run = published_run(round_)
    context = {
        "round": round_,
        "run": run,
        "places": places_of(run) if run else [],
        "seed": run.market["lottery"]["seed"] if run else "",
    }
    return render(request, "exchange/round_procedure.html", context)


@public
def round_input(request, pk):
    return _file(pk, 0)


@public
def round_result(request, pk):
    return _file(pk, 1)


def _file(pk, which):
    run = published_run(get_object_or_404(publicly_known(), pk=pk))
    if run is None:
        raise Http404
    name = ("instance", "result")[which]
    answer = HttpResponse(canonical_json(public_files(run)[which]), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{run.round.code.lower()}.json"'
    return answer
