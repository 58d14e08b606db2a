from django.core.management.base import BaseCommand

from lms.demo.bench import HEAD, figures


class Command(BaseCommand):
    help = "Print how fast the pages, the certificates and the matching are on the data of the demonstration."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=100)

    def handle(self, *args, **options):
        self.stdout.write(HEAD)
        for figure in figures(options["rounds"]):
            self.stdout.write(str(figure))
