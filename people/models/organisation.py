from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.privacy import no_personal_data


@no_personal_data
class City(models.Model):
    """A partner city: the tenant boundary of everything that concerns people."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("short name in addresses"), unique=True)
    letter = models.CharField(_("letter"), max_length=1, unique=True)

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@no_personal_data
class Department(models.Model):
    city = models.ForeignKey(City, models.PROTECT, related_name="departments", verbose_name=_("city"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="units", verbose_name=_("belongs to")
    )
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["city__name", "name"]
        constraints = [models.UniqueConstraint(fields=["city", "name"], name="department_name_once_per_city")]

    def __str__(self) -> str:
        return self.name


class Regime(models.TextChoices):
    """The law a training relationship stands under; the BBiG does not cover civil servants (§ 3 (2) no. 2 BBiG)."""

    BBIG = "bbig", _("apprenticeship (BBiG)")
    QE2 = "beamte_qe2", _("civil service, second level (QE2)")
    QE3 = "beamte_qe3", _("civil service, third level (QE3)")
    DUAL = "dual_tvsod", _("dual study programme (TVSöD)")


class SchoolForm(models.TextChoices):
    BLOCKS = "blocks", _("school in blocks")
    DAYS = "days", _("school on days of the week")
    COURSES = "courses", _("school and courses of the administration school")
    PHASES = "phases", _("theory and practice in phases")


@no_personal_data
class Occupation(models.Model):
    name = models.CharField(_("name"), max_length=120, unique=True)
    short = models.CharField(_("abbreviation"), max_length=12, unique=True)
    regime = models.CharField(_("legal basis"), max_length=12, choices=Regime.choices, default=Regime.BBIG)
    years = models.PositiveSmallIntegerField(_("years of training"), default=3)
    competent_body = models.CharField(_("competent body"), max_length=120, blank=True)
    curriculum = models.CharField(_("training regulations"), max_length=200, blank=True)
    school_form = models.CharField(_("form of school"), max_length=8, choices=SchoolForm.choices, blank=True)
    is_confirmed = models.BooleanField(_("confirmed by a training office"), default=False)

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
