from typing import cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.forms import KernForm, OneField
from people.models import LENDABLE, Membership, Role, User
from people.queries import lendable_by


class RoleField(OneField):
    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.person.full_name} – {obj.role_label}, {obj.city}"


class SubstitutionForm(KernForm, forms.Form):
    membership = RoleField(Membership.objects.none(), label=_("Who is away, and in which role"), empty_label=None)
    substitute = OneField(User.objects.none(), label=_("Who stands in"), empty_label=_("Please choose"))
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"), help_text=_("Until the end of this day."))

    submit_label = _("Set up the substitution")
    layout = Layout("membership", "substitute", Row("starts_on", "ends_on"))

    def __init__(self, actor: User, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        roles = lendable_by(actor)
        cast(RoleField, self.fields["membership"]).queryset = roles
        today = timezone.localdate()
        not_over = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
        staff = Membership.objects.filter(not_over, role__in=LENDABLE, city__in=roles.order_by().values("city"))
        learning = Membership.objects.current().filter(role=Role.APPRENTICE)
        colleagues = User.objects.filter(pk__in=staff.values("person"), is_active=True)
        colleagues = colleagues.exclude(pk__in=learning.values("person")).order_by("last_name", "first_name", "pk")
        cast(OneField, self.fields["substitute"]).queryset = colleagues
        self.fields["starts_on"].initial = today
