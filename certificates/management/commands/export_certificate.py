from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from certificates.models import Certificate
from certificates.services.documents import ensure_pdf


class Command(BaseCommand):
    help = "Write the stored PDF of a certificate to a file, unchanged"

    def add_arguments(self, parser):
        parser.add_argument("number")
        parser.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")

    def handle(self, *args, number, out, **options):
        certificate = Certificate.objects.filter(number=number).first()
        if certificate is None:
            raise CommandError(f"There is no certificate {number}.")
        try:
            out.write_bytes(bytes(ensure_pdf(certificate).pdf))
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}") from error
