from django.apps import AppConfig
from django.urls import reverse


class ExchangeConfig(AppConfig):
    name = "exchange"

    def ready(self) -> None:
        from courses.related import SOURCES
        from exchange.models.placements import PLACEMENT_SOURCE
        from exchange.queries.cohorts import rounds_as_groups
        from exchange.queries.conflicts import stays_planned
        from exchange.queries.deadlines import deadlines_of
        from exchange.queries.identity import known_to_hosts
        from exchange.queries.preparing import offers_after
        from exchange.queries.supervising import supervisions_of
        from learning.groups import SOURCES as GROUPS
        from training.dates import DEADLINES
        from training.hosting import SOURCES as HOSTS
        from training.naming import KNOWN
        from training.planned import SOURCES as STAYS
        from training.sources import PAGES

        SOURCES.append(offers_after)
        GROUPS.append(rounds_as_groups)
        STAYS.append(stays_planned)
        KNOWN.append(known_to_hosts)
        HOSTS.append(supervisions_of)
        DEADLINES.append(deadlines_of)
        PAGES[PLACEMENT_SOURCE] = lambda pk: reverse("exchange:placement", args=[pk])
