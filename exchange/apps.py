from django.apps import AppConfig
from django.urls import reverse


class ExchangeConfig(AppConfig):
    name = "exchange"

    def ready(self) -> None:
        from exchange.models.placements import PLACEMENT_SOURCE
        from training.sources import PAGES

        PAGES[PLACEMENT_SOURCE] = lambda pk: reverse("exchange:placement", args=[pk])
