"""Days that can be meant: a mistyped year is named at the field."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

CHECK_THE_YEAR = _("Please check the year.")
SENSIBLE = [MinValueValidator(date(2000, 1, 1), CHECK_THE_YEAR), MaxValueValidator(date(2100, 12, 31), CHECK_THE_YEAR)]


def expect_sensible_days(form, names):
    for name in names:
        form.fields[name].validators = [*form.fields[name].validators, *SENSIBLE]
