from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import Topic
from exchange.models import HostOffer
from exchange.queries.offers import open_dates_missing, own_departments, rounds_taking_offers
from exchange.queries.preparing import courses_to_choose
from lms.core.forms import Fold, KernForm, SeveralField
from lms.core.templatetags.wanderjahr import day
from people.models import Department, Membership, Occupation, Role, User
from people.queries import cities_where

NEEDED = 3
GOALS = [f"goal_{number}" for number in range(1, 7)]
HOSTS = [Role.SUPERVISOR, Role.HR]
PREPARING = ["topic", "courses"]
LONGEST_BREAK = 180  # minutes


class DepartmentChoice(forms.ModelChoiceField):
    def label_from_instance(self, department):
        return f"{department.name} ({department.city.name})"


class CourseChoices(SeveralField):
    def label_from_instance(self, course):
        return f"{course.title} ({course.city_name})"


class OfferForm(KernForm, forms.ModelForm):
    """What a department tells about a place, in the order in which one thinks of it."""

    submit_label = _("Save and check")

    department = DepartmentChoice(label=_("Department"), queryset=Department.objects.none())

    class Meta:
        model = HostOffer
        fields = [
            "round", "department", "title", "mission", "starts_on", "ends_on", "weeks", "seats", "occupations",
            "min_year",
            "max_year", "working_hours", "works_from", "works_until", "break_minutes",
            "remote_share", "step_free", "access_note", "bring", "supervisor", "deputy", "topic",
            "courses",
        ]  # fmt: skip
        field_classes = {"occupations": SeveralField, "courses": CourseChoices}
        widgets = {
            "mission": forms.Textarea(attrs={"rows": 6}),
            "starts_on": forms.DateInput,
            "ends_on": forms.DateInput,
            "occupations": forms.CheckboxSelectMultiple,
            "courses": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "title": _("What the guest works on, in a few words: “Make forms easy to understand”."),
            "mission": _("What is there to do, and what should be there at the end? Three to five sentences."),
            "weeks": _(
                "Leave it empty if the dates above are fixed. With a number the guest comes for that many weeks within "
                "this time, when school and exams allow it."
            ),
            "seats": _("How many guests can you look after at the same time?"),
            "working_hours": _("For example: Mon to Fri 8:00–16:00."),
            "works_from": _("On an ordinary day. Then we can check what the law says about guests under 18."),
            "remote_share": _("0 is always on site, 20 one day a week, 40 two days a week."),
            "access_note": _("For example: lift, accessible toilet, adjustable desk, quiet room, screen reader."),
            "bring": _("For example: a laptop is provided, please bring sturdy shoes."),
            "supervisor": _("Looks after the guest and is there on the first day."),
            "deputy": _("Steps in during leave and illness."),
            "topic": _("Then people find the place from courses on the same topic."),
            "courses": _("People find the place from these courses, and the courses from the place."),
        }

    def __init__(self, *args, actor, **kwargs):
        self.actor = actor
        super().__init__(*args, **kwargs)
        self._offer_choices()
        self._add_goals()
        self.fields["max_year"].widget.attrs |= {"min": 1, "max": 4}
        self.fields["min_year"].widget.attrs |= {"min": 1, "max": 4}
        self.fields["weeks"].widget.attrs |= {"min": 1, "max": 52}
        self.fields["seats"].widget.attrs |= {"min": 1, "max": 20}
        self.fields["remote_share"].widget.attrs |= {"min": 0, "max": 100, "step": 20}

    def _offer_choices(self):
        cities = cities_where(self.actor, *HOSTS)
        departments = Department.objects.filter(city__in=cities).select_related("city").order_by("city__name", "name")
        self.fields["department"].queryset = departments
        own = own_departments(self.actor).first()
        self.fields["department"].initial = own.pk if own else None
        held = Membership.objects.current().filter(role__in=HOSTS, city__in=cities)
        staff = User.objects.filter(pk__in=held.values("person_id"), is_active=True).order_by("last_name", "first_name")
        self.fields["supervisor"].queryset = self.fields["deputy"].queryset = staff
        self.fields["supervisor"].initial = self.actor.pk if staff.filter(pk=self.actor.pk).exists() else None
        self.fields["deputy"].initial = self._usual_deputy(own, staff)
        self.fields["occupations"].queryset = Occupation.objects.order_by("name")
        if self.instance.pk:
            del self.fields["round"]
        else:
            rounds = rounds_taking_offers(self.actor)
            self.fields["round"].queryset = rounds
            if rounds.count() == 1:
                self.fields["round"].widget = forms.HiddenInput()
        self.fields["topic"].choices = [("", _("no topic")), *Topic.choices]
        self.fields["courses"].queryset = courses_to_choose(self.instance)

    def _usual_deputy(self, department, staff):
        """Whoever stood in the last time; else the only colleague who looks after guests in the department."""
        last = HostOffer.objects.filter(supervisor=self.actor, deputy__in=staff).order_by("-pk").first()
        if last:
            return last.deputy_id
        held = Membership.objects.current().filter(role=Role.SUPERVISOR, department=department)
        colleagues = staff.filter(pk__in=held.values("person_id")).exclude(pk=self.actor.pk) if department else []
        return colleagues[0].pk if len(colleagues) == 1 else None

    def _add_goals(self):
        known = self.instance.learning_goals or self.initial.get("learning_goals") or []
        for place, name in enumerate(GOALS):
            self.fields[name] = forms.CharField(
                label=_("Learning goal %(number)s") % {"number": place + 1},
                max_length=160,
                required=place < NEEDED,
                initial=known[place] if place < len(known) else "",
            )
        self.fields[GOALS[0]].help_text = _("For example: check a notice and explain it in simple words.")

    def get_layout(self):
        """What nobody can know beforehand stands first; the rest is filled in and folded away."""
        choice_of_round = ["round"] if "round" in self.fields else []
        return Layout(
            *choice_of_round,
            Fieldset(_("The task"), "title", "mission"),
            Fieldset(_("What guests learn: at least three goals"), *GOALS[:NEEDED]),
            self._fold(_("When"), "starts_on", "ends_on", "weeks"),
            self._fold(_("For whom, and how many"), "seats", "occupations", "min_year", "max_year"),
            self._fold(
                _("Workplace: hours, mobile work, accessibility, what to bring"),
                "working_hours", "works_from", "works_until", "break_minutes", "remote_share", "step_free",
                "access_note", "bring",
            ),
            self._fold(_("Department and who looks after the guest"), "department", "supervisor", "deputy"),
            self._fold(_("More goals, topic and courses"), *GOALS[NEEDED:], *PREPARING),
        )  # fmt: skip

    def _fold(self, legend, *names):
        """Open where something is wrong, or has to be chosen."""
        return Fold(legend, *names, is_open=any(self[name].errors or self._is_unchosen(name) for name in names))

    def _is_unchosen(self, name):
        return self.fields[name].required and self[name].value() in (None, "")

    @property
    def content(self):
        """What the service takes: the goals as one list, without the empty ones."""
        data = {name: value for name, value in self.cleaned_data.items() if name not in GOALS}
        goals = [" ".join(self.cleaned_data[name].split()) for name in GOALS]
        return {**data, "learning_goals": list(dict.fromkeys(filter(None, goals)))}

    def clean_remote_share(self):
        share = self.cleaned_data["remote_share"]
        if share > 100:
            raise forms.ValidationError(_("Please give a number between 0 and 100."))
        return share

    def clean(self):
        data = super().clean()
        self._check_days(data)
        self._check_people(data)
        self._check_hours(data)
        seats, first, last = data.get("seats"), data.get("min_year"), data.get("max_year")
        if seats == 0:
            self.add_error("seats", _("At least one guest needs a seat."))
        if first == 0:
            self.add_error("min_year", _("The first year is year 1."))
        if first is not None and last is not None and last < first:
            self.add_error("max_year", _("This year lies before the first one."))
        return data

    def _check_days(self, data):
        round_ = data.get("round") or (self.instance.round if self.instance.round_id else None)
        start, end = data.get("starts_on"), data.get("ends_on")
        if start and end and end <= start:
            self.add_error("ends_on", _("The stay has to end after it starts."))
        elif start and end and (sentence := open_dates_missing(start, end, data.get("weeks"))):
            self.add_error("weeks", sentence)
        if not round_:
            return
        limits = {"start": day(round_.stays_from), "end": day(round_.stays_until)}
        for name in ("starts_on", "ends_on"):
            if data.get(name) and not round_.stays_from <= data[name] <= round_.stays_until:
                self.add_error(name, _("The stays of this round run from %(start)s to %(end)s.") % limits)

    def _check_hours(self, data):
        begin, end, pause = (data.get(name) for name in ("works_from", "works_until", "break_minutes"))
        if (begin is None) != (end is None):
            self.add_error("works_until" if end is None else "works_from", _("Please give both times, or neither."))
        elif begin and end and end <= begin:
            self.add_error("works_until", _("The working day has to end after it begins."))
        if pause and pause > LONGEST_BREAK:
            self.add_error("break_minutes", _("A break is at most %(most)s minutes long.") % {"most": LONGEST_BREAK})

    def _check_people(self, data):
        supervisor, deputy, department = (data.get(name) for name in ("supervisor", "deputy", "department"))
        if supervisor and supervisor == deputy:
            self.add_error("deputy", _("Please name somebody else than the supervisor."))
        for name, person in (("supervisor", supervisor), ("deputy", deputy)):
            if person and department and not _hosts_in(person, department.city):
                self.add_error(
                    name,
                    _("%(name)s does not look after guests in %(city)s.")
                    % {"name": person.full_name, "city": department.city.name},
                )


def _hosts_in(person, city):
    return cities_where(person, *HOSTS).filter(pk=city.pk).exists()
