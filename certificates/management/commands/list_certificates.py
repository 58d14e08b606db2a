import json

from django.core.management.base import BaseCommand

from certificates.models import Certificate


class Command(BaseCommand):
    help = "List all certificates: number, kind, status, city, issued date"

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="as a list of objects")

    def handle(self, *args, **options):
        found = [
            {
                "number": one.number,
                "kind": one.kind,
                "status": one.status,
                "city": one.city.name,
                "issued_on": one.issued_on.isoformat(),
            }
            for one in Certificate.objects.select_related("city").defer("content").order_by("year", "serial")
        ]
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
        else:
            for one in found:
                self.stdout.write("\t".join(one.values()))
