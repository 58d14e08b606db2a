from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from lms.demo.build.everything import build_everything, check_is_empty
from lms.demo.tour import tour
from people.models import User


class Command(BaseCommand):
    help = "Build three cities with invented people into an empty database (demo profile only)."

    def add_arguments(self, parser):
        parser.add_argument("--tour", action="store_true", help="only print who is there and what to try")
        parser.add_argument(
            "--if-empty", action="store_true", help="leave a database that already holds people as it is"
        )
        parser.add_argument("--address", default=settings.SITE_URL, help="the address to name in the tour")

    def handle(self, *args, **options):
        if settings.PROFILE not in ("demo", "test"):
            raise CommandError("Demo data is built in the demo profile only.")
        if not options["tour"] and not (options["if_empty"] and User.objects.exists()):
            check_is_empty()
            build_everything()
            call_command("update_index", verbosity=0)  # at once, so that the first search finds something
        self.stdout.write(tour(options["address"]))
