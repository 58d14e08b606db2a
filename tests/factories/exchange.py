from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from exchange.models import Agreement, Application, ExchangeRound, HostOffer, MatchRun, Placement, Wish
from tests.factories.people import CityFactory, DepartmentFactory, UserFactory
from tests.factories.training import ApprenticeshipFactory


def _in_days(days):
    return lambda: timezone.localdate() + timedelta(days=days)


class AgreementFactory(DjangoModelFactory):
    class Meta:
        model = Agreement
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Kooperationsvereinbarung {n}")
    starts_on = factory.LazyFunction(_in_days(-700))
    ends_on = factory.LazyFunction(_in_days(700))
    text = "Die Städte tauschen Auszubildende aus."
    status = "in_force"

    @factory.post_generation
    def cities(self, create, wanted, **_kwargs):
        if create and wanted:
            self.cities.set(wanted)


class RoundFactory(DjangoModelFactory):
    """A round that takes applications today; stays begin in about three months."""

    class Meta:
        model = ExchangeRound

    name = factory.Sequence(lambda n: f"Runde {n}")
    code = factory.Sequence(lambda n: f"R{n}")
    agreement = factory.SubFactory(AgreementFactory)
    offers_from = factory.LazyFunction(_in_days(-40))
    applications_from = factory.LazyFunction(_in_days(-10))
    applications_until = factory.LazyFunction(_in_days(11))
    review_until = factory.LazyFunction(_in_days(20))
    matching_on = factory.LazyFunction(_in_days(25))
    confirm_until = factory.LazyFunction(_in_days(35))
    accept_until = factory.LazyFunction(_in_days(50))
    stays_from = factory.LazyFunction(_in_days(90))
    stays_until = factory.LazyFunction(_in_days(200))
    status = "applications_open"


class OfferFactory(DjangoModelFactory):
    """A published offer of one seat for six weeks, reviewed by the training office of its city."""

    class Meta:
        model = HostOffer

    round = factory.SubFactory(RoundFactory)
    city = factory.SubFactory(CityFactory)
    department = factory.SubFactory(DepartmentFactory, city=factory.SelfAttribute("..city"))
    title = factory.Sequence(lambda n: f"Einsatzangebot {n}")
    mission = "Einen Online-Dienst verständlicher machen."
    learning_goals = ["Texte prüfen", "Mit Fachleuten sprechen", "Ergebnisse zeigen"]
    starts_on = factory.LazyAttribute(lambda offer: offer.round.stays_from)
    ends_on = factory.LazyAttribute(lambda offer: offer.starts_on + timedelta(days=41))
    working_hours = "Mo–Fr 8–16 Uhr"
    supervisor = factory.LazyAttribute(lambda offer: UserFactory(supervisor_in=offer.city))
    deputy = factory.LazyAttribute(lambda offer: UserFactory(supervisor_in=offer.city))
    author = factory.SelfAttribute("supervisor")
    reviewer = factory.LazyAttribute(lambda offer: UserFactory(hr_in=offer.city))
    status = "published"


class ApplicationFactory(DjangoModelFactory):
    """A draft by a new apprentice; traits give the states later on the way."""

    class Meta:
        model = Application
        skip_postgeneration_save = True

    round = factory.SubFactory(RoundFactory)
    apprentice = factory.LazyAttribute(lambda _a: ApprenticeshipFactory().person)
    home_city = factory.LazyAttribute(lambda a: a.apprentice.apprenticeship.city)
    idea = "Ein Datenblatt, das jede Stadt nutzen kann."
    motivation = "Ich möchte sehen, wie andere arbeiten."

    class Params:
        submitted = factory.Trait(
            status="submitted",
            consented_at=factory.LazyFunction(timezone.now),
            consent_version="1",
            submitted_at=factory.LazyFunction(timezone.now),
            serial=factory.Sequence(lambda n: n + 1001),
            number=factory.LazyAttribute(lambda a: f"{a.round.code}-{a.serial:04}"),
        )
        endorsed = factory.Trait(
            submitted=True,
            status="endorsed",
            endorsed_by=factory.LazyAttribute(lambda a: a.apprentice.apprenticeship.trainer),
            endorsed_at=factory.LazyFunction(timezone.now),
        )
        approved = factory.Trait(
            endorsed=True,
            status="approved",
            decided_by=factory.LazyAttribute(lambda a: UserFactory(hr_in=a.home_city)),
            decided_at=factory.LazyFunction(timezone.now),
        )

    @factory.post_generation
    def wishes(self, create, offers, **_kwargs):
        for rank, offer in enumerate(offers or [], start=1):
            Wish.objects.create(application=self, offer=offer, rank=rank)


class MatchRunFactory(DjangoModelFactory):
    class Meta:
        model = MatchRun

    round = factory.SubFactory(RoundFactory, status="matching")
    number = factory.Sequence(lambda n: n + 1)
    market = factory.LazyFunction(dict)
    market_hash = "0" * 64
    result = factory.LazyFunction(dict)
    result_hash = "0" * 64
    engine = "test"
    created_by = factory.LazyFunction(lambda: UserFactory(coordinator=True))


class PlacementFactory(DjangoModelFactory):
    """A proposal of the matching that neither city has confirmed; traits give later states."""

    class Meta:
        model = Placement

    application = factory.SubFactory(ApplicationFactory, approved=True, status="in_matching")
    round = factory.SelfAttribute("application.round")
    apprentice = factory.SelfAttribute("application.apprentice")
    offer = factory.LazyAttribute(lambda p: OfferFactory(round=p.round))
    home_city = factory.SelfAttribute("application.home_city")
    host_city = factory.SelfAttribute("offer.city")
    starts_on = factory.SelfAttribute("offer.starts_on")
    ends_on = factory.SelfAttribute("offer.ends_on")

    class Params:
        confirmed = factory.Trait(
            status="confirmed",
            home_confirmed_by=factory.LazyAttribute(lambda p: UserFactory(hr_in=p.home_city)),
            home_confirmed_at=factory.LazyFunction(timezone.now),
            host_confirmed_by=factory.LazyAttribute(lambda p: UserFactory(hr_in=p.host_city)),
            host_confirmed_at=factory.LazyFunction(timezone.now),
        )
        offered = factory.Trait(confirmed=True, status="offered")
        accepted = factory.Trait(confirmed=True, status="accepted")
        active = factory.Trait(confirmed=True, status="active")
        completed = factory.Trait(confirmed=True, status="completed")
