"""Every page type in every state somebody can meet it in: who looks, at which address, and what they sent before."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from certificates.services.issuing import issue
from certificates.services.revocation import confirm_revocation
from certificates.services.revocation import propose_revocation as propose
from courses.services import assessment
from tests.browser.urls import FAULTS
from tests.factories.people import UserFactory
from tests.test_access import addresses
from tests.world import one_of_everything, propose_revocation
from training.queries import weeks_open


@dataclass(frozen=True)
class Shown:
    """`sends`: the fields of a POST, for pages that answer one."""

    who: str
    name: str
    url: str
    status: int = 200
    sends: dict | None = None


NOBODY = """
    account_login account_reset_password account_reset_password_done account_reset_password_from_key
    account_reset_password_from_key_done account_signup account_inactive accessibility privacy who_sees_what help
    imprint certificates:verify certificates:check demo:personas demo:mails demo:styleguide
"""
MINA = """
    home profile notifications:list account_change_password account_logout courses:catalogue wagtail_serve
    courses:my_learning courses:attempt exchange:home exchange:explore exchange:offer exchange:compare
    exchange:application exchange:application_details exchange:application_mission exchange:application_wishes
    exchange:application_consent exchange:application_check exchange:application_receipt exchange:placement_list
    exchange:placement training:station training:note certificates:list certificates:detail exchange:round
"""
BARBARA = "home exchange:inbox courses:teaching exchange:placement_list exchange:placement training:note"
CARLA = """
    home exchange:offer_desk exchange:offer_create exchange:offer_edit exchange:offer_review exchange:placement
    exchange:station_add exchange:station_change training:station training:note exchange:placement_list
"""
HANNA = """
    home exchange:home exchange:inbox exchange:placement_list exchange:offer_desk exchange:agreement_list
    exchange:agreement exchange:round_list exchange:round certificates:list certificates:detail certificates:revoke
"""
MARLENE = "exchange:offer_review exchange:placement training:station exchange:inbox"
KONRAD = """
    home exchange:inbox exchange:agreement_list exchange:agreement exchange:agreement_create exchange:agreement_edit
    exchange:round_list exchange:round exchange:round_create exchange:round_edit exchange:round_step exchange:match_run
    exchange:placement_list courses:catalogue
"""
KILIAN = """
    home notifications:list certificates:list exchange:placement_list courses:my_learning exchange:home
    account_set_password
"""
USUAL = {
    "": NOBODY,
    "mina": MINA,
    "kilian": KILIAN,
    "barbara": BARBARA,
    "carla": CARLA,
    "hanna": HANNA,
    "marlene": MARLENE,
    "konrad": KONRAD,
}


def world_of(cast):
    """One of everything, a test that was not passed, and a certificate whose revocation is asked for."""
    today = timezone.localdate()
    cast.mina.set_password("ein langer Satz")
    cast.mina.save()
    world = one_of_everything(cast)
    propose_revocation(world, cast)
    world.failed = assessment.submit_attempt(world.attempt, {}, actor=cast.mina)
    world.attempt = assessment.start_attempt(world.enrollment, world.test, actor=cast.mina)
    gone = issue(
        kind="course", recipient=cast.mina, city=cast.munich, title="Datenschutz", content=world.certificate.says,
        source=("courses.enrollment", 0), actor=None, issued_on=today,
    )  # fmt: skip
    confirm_revocation(
        propose(gone, reason="data_error", note="x", actor=cast.marlene), actor=UserFactory(hr_in=cast.munich)
    )
    world.revoked = gone
    today = timezone.localdate()
    world.free_week = next(
        week for week in sorted(weeks_open(world.station, today)) if week != world.note.week_starts_on
    )
    return world


def pages_of(world):
    """Everything above at its address, and then the states."""
    urls = addresses(world)
    usual = [Shown(who, name, urls[name]) for who, names in USUAL.items() for name in names.split()]
    return usual + _of_strangers(world, urls) + _of_apprentices(world, urls) + _of_staff(world, urls)


def _of_strangers(world, urls):
    return [
        Shown("", "sign-in refused", urls["account_login"], sends={"login": "x@example.org", "password": "no"}),
        Shown("", "verify: nothing entered", f"{urls['certificates:verify']}?code=", 400),
        Shown("", "verify: unknown", reverse("certificates:check", args=["0000000000000"]), 404),
        Shown("", "verify: revoked", reverse("certificates:check", args=[world.revoked.code])),
        Shown("", "verify: name compared", urls["certificates:check"], sends={"last_name": "Musterfrau"}),
        *(Shown("", f"fault {status}", reverse("fault", args=[status]), status) for status in FAULTS),
    ]


def _of_apprentices(world, urls):
    compared = [("platz", world.offer.pk), ("platz", world.in_matching.wishes.get().offer_id)]
    note = reverse("training:note_write", args=[world.station.pk, world.free_week.isoformat()])
    return [
        Shown("mina", "nothing here", "/gibt-es-nicht/", 404),
        Shown("mina", "not your role", urls["exchange:offer_desk"], 403),
        Shown("mina", "catalogue: nothing found", f"{urls['courses:catalogue']}?q=xyzzy"),
        Shown("mina", "lesson", world.lesson.url),
        Shown("mina", "test", world.test.url),
        Shown("mina", "test: nothing ticked", urls["courses:attempt"], sends={}),
        Shown("mina", "result", reverse("courses:result", args=[world.failed.pk])),
        Shown("mina", "places: one", f"{urls['exchange:explore']}?runde={world.round.pk}"),
        Shown("mina", "compare: two", f"{urls['exchange:compare']}?{urlencode(compared)}"),
        Shown("mina", "application: mission missing", urls["exchange:application_mission"], sends={"idea": ""}),
        Shown("mina", "application: no consent", urls["exchange:application_consent"], sends={}),
        Shown("mina", "application: with the trainer", world.submitted.get_absolute_url()),
        Shown("mina", "application: in the matching", world.in_matching.get_absolute_url()),
        Shown("mina", "place offered", world.offered.get_absolute_url()),
        Shown("mina", "note: write", note),
        Shown("mina", "note: nothing written", note, sends={}),
        Shown("mina", "certificate: revoked", reverse("certificates:detail", args=[world.revoked.pk])),
        Shown("mina", "password: wrong", urls["account_change_password"], sends={"oldpassword": "x"}),
    ]


def _of_staff(world, urls):
    return [
        Shown("barbara", "case: endorse", world.submitted.get_absolute_url()),
        Shown("barbara", "case: no comment", urls["exchange:application_return"], 422, sends={"return-comment": ""}),
        Shown("carla", "offer: nothing entered", urls["exchange:offer_create"], sends={}),
        Shown("carla", "station: nothing entered", urls["exchange:station_add"], sends={}),
        Shown("carla", "too late", urls["exchange:station_check_in"], 409, sends={}),
        Shown("hanna", "case: decide", world.endorsed.get_absolute_url()),
        Shown("hanna", "case: chosen in the inbox", f"{urls['exchange:inbox']}?fall=b{world.endorsed.pk}"),
        Shown("hanna", "case: no reason", urls["exchange:application_reject"], 422, sends={"reject-reason": ""}),
        Shown("hanna", "place to confirm", world.proposed.get_absolute_url()),
        Shown("hanna", "plan", f"{urls['exchange:placement_list']}?ansicht=plan"),
        Shown("hanna", "agreement to assent", world.draft_agreement.get_absolute_url()),
        Shown("hanna", "certificates: nothing found", f"{urls['certificates:list']}?q=xyzzy"),
        Shown("marlene", "revocation to confirm", urls["certificates:detail"]),
        Shown("marlene", "offer to review", world.submitted_offer.get_absolute_url()),
        Shown("konrad", "agreement: draft", world.draft_agreement.get_absolute_url()),
        Shown("konrad", "agreement: nothing entered", urls["exchange:agreement_create"], sends={}),
        Shown("konrad", "round: nothing entered", urls["exchange:round_create"], sends={}),
        Shown("konrad", "round: in the matching", world.matching_round.get_absolute_url()),
        Shown("konrad", "round: cities confirm", world.proposed.round.get_absolute_url()),
    ]
