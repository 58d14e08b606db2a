from datetime import date

from exchange.models import Application, GuardianConsent
from training.conflicts import FULL_AGE


def is_minor(application: Application, today: date) -> bool:
    """Whoever is of age on the day of the decision is so on the first day of the stay, too."""
    return bool(application.apprentice.apprenticeship.age_on(today) < FULL_AGE)


def lacks_guardian(application: Application, today: date) -> bool:
    return is_minor(application, today) and not GuardianConsent.objects.filter(application=application).exists()
