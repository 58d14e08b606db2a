"""What was handed in, as a paper to keep: always drawn from the application as it stands."""

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certificates.content import Facts, Items, Note, Section
from certificates.layout import Issuer
from certificates.layout.letter import Letter, draw_letter
from exchange.models import Application
from lms.core.templatetags.wanderjahr import day_time


def receipt_pdf(application: Application) -> bytes:
    """In the language of the reader; the application comes from `applications_for`."""
    return draw_letter(_letter(application))


def _letter(application: Application) -> Letter:
    person, round = application.apprentice, application.round
    training = person.apprenticeship
    facts = (
        (_("Number"), application.number),
        (_("Handed in"), day_time(application.submitted_at)),
        (_("Status"), str(application.get_status_display())),
        (_("Round"), round.name),
        (_("Name"), person.full_name),
        (_("Home city"), application.home_city.name),
        (_("Occupation"), training.occupation.name),
    )
    wishes = tuple(
        f"{wish.rank}. {wish.offer.title}, {wish.offer.city.name}, {wish.offer.when}"
        for wish in application.wishes.all()
    )
    sections: list[Section] = [Facts(_("Your application"), facts)]
    if wishes:
        sections.append(Items(_("Your wishes, best first"), wishes))
    texts = [
        (_("My mission"), application.idea),
        (_("Learning goals"), application.goals),
        (_("Why I would like to go"), application.motivation),
    ]
    sections += [Note(title, text) for title, text in texts if text]
    if consents := _consents(application):
        sections.append(Items(_("Consents"), consents))
    return Letter(
        title=_("Receipt of your application"),
        lead=_("This is what you handed in. It stays visible to you on the page of your application, too."),
        sections=tuple(sections),
        foot=f"{_('Receipt of your application')} {application.number}",
        issuer=Issuer(application.home_city.name, application.home_city.slug),
        made_on=timezone.localdate(application.submitted_at),
        language="en" if (get_language() or "").startswith("en") else "de",
    )


def _consents(application: Application) -> tuple[str, ...]:
    return tuple(
        _("%(purpose)s (version %(version)s): given on %(day)s%(end)s")
        % {
            "purpose": row.get_purpose_display(),
            "version": row.text_version,
            "day": day_time(row.given_at),
            "end": ", " + _("taken back on %(day)s") % {"day": day_time(row.withdrawn_at)} if row.withdrawn_at else "",
        }
        for row in application.consents.all()
    )
