"""Who reads, as far as it decides what is shown first. What is allowed is decided by the rules."""

from people.models import Role

WRITERS = (Role.TRAINER, Role.HR)


def cities_written_for(request):
    """The cities for which the reader writes or publishes courses."""
    held = [one.city for one in request.memberships if one.role in WRITERS]
    return list(dict.fromkeys(held))
