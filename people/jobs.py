from lms.core.jobs import every
from people.services.memberships import follow_the_calendar


@every(600)
def follow_roles() -> int:
    """Page rights hang on groups, which know no dates: after midnight they follow within ten minutes."""
    return follow_the_calendar()
