from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.core.periods import Period
from lms.core.privacy import YEAR, personal_data
from people.models import City, Role, User
from people.queries import acting_as, cities_where
from training.states import AgreementOnAbsence


class AbsenceKind(models.TextChoices):
    """Never more than this about the reason: no diagnosis anywhere (Art. 110 BayBG)."""

    LEAVE = "leave", _("leave")
    SICK = "sick", _("sick")
    OTHER = "other", _("other absence")


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def visible_to(self, user: User) -> "AbsenceQuerySet":
        """The person and the home side; a host learns what it needs from the findings about its stay."""
        return self.filter(
            Q(apprentice_id=user.pk)
            | Q(apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
            | Q(apprentice__apprenticeship__city__in=cities_where(user, Role.HR))
        )


@personal_data(purpose=_("Planning around absences"), keep_for=YEAR, subject="apprentice")
class Absence(models.Model):
    apprentice = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="absences", verbose_name=_("apprentice")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=AbsenceKind.choices, default=AbsenceKind.LEAVE)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("entered by")
    )
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["starts_on", "pk"]
        indexes = [models.Index(fields=["apprentice", "starts_on"], name="absence_of_person")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="absence_ends_after_start"),
            models.UniqueConstraint(fields=["apprentice", "kind", "starts_on"], name="absence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.apprentice} · {self.get_kind_display()}"

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)


class AgreedAbsenceQuerySet(models.QuerySet["AgreedAbsence"]):
    def visible_to(self, user: User) -> "AgreedAbsenceQuerySet":
        offices = cities_where(user, Role.HR)
        return self.filter(
            Q(apprentice_id=user.pk)
            | Q(apprentice__apprenticeship__trainer__in=acting_as(user, Role.TRAINER))
            | Q(apprentice__apprenticeship__city__in=offices)
            | Q(host_city__in=offices)
        )

    def standing(self) -> "AgreedAbsenceQuerySet":
        return self.filter(status=AgreementOnAbsence.AGREED)


@personal_data(purpose=_("Both cities know and accept that a guest is away"), keep_for=3 * YEAR, subject="apprentice")
class AgreedAbsence(models.Model):
    """School, exams or leave during a stay that home and host accept: one office proposes, the other one agrees."""

    apprentice = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="agreed_absences", verbose_name=_("apprentice")
    )
    host_city = models.ForeignKey(City, models.PROTECT, related_name="+", verbose_name=_("host city"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    status = models.CharField(
        _("status"),
        max_length=9,
        choices=AgreementOnAbsence.choices,
        default=AgreementOnAbsence.PROPOSED,
        editable=False,
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name=_("proposed by")
    )
    proposing_city = models.ForeignKey(
        City, models.PROTECT, editable=False, related_name="+", verbose_name=_("proposed by city")
    )
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)

    objects = AgreedAbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreed absence")
        verbose_name_plural = _("agreed absences")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="agreed_absence_ends_after_start"),
            models.CheckConstraint(
                condition=~Q(status__in=[AgreementOnAbsence.AGREED.value, AgreementOnAbsence.DECLINED.value])
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
                name="agreed_absence_decided_by_four_eyes",
            ),
            models.UniqueConstraint(
                fields=["apprentice", "host_city", "starts_on", "ends_on"],
                condition=Q(status__in=[AgreementOnAbsence.PROPOSED.value, AgreementOnAbsence.AGREED.value]),
                name="agreed_absence_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.apprentice} · {self.starts_on} – {self.ends_on}"

    def get_absolute_url(self) -> str:
        return reverse("training:agreement", args=[self.pk])

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)

    @property
    def tone(self) -> str:
        return AgreementOnAbsence(self.status).tone
