from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "training"

    def ready(self) -> None:
        from lms.notifications.timing import FREE_DAYS
        from training.free_days import is_public_holiday

        FREE_DAYS.append(is_public_holiday)
