from django.core.management.base import BaseCommand, CommandError

from lms.demo import bench, crowd, planning


class Command(BaseCommand):
    help = "Print how fast pages, certificates and matching are on the data of the demonstration, and how 200 fare."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=100)
        parser.add_argument("--crowd", action="store_true", help="only the 200 learners at once")

        parser.add_argument("--planning", action="store_true", help="only the conflict engine; needs no data")

    def handle(self, *args, **options):
        if options["planning"]:
            self._planning()
            return
        if not options["crowd"]:
            self._one_after_the_other(options["rounds"])
            self._planning()
        self._all_at_once()

    def _planning(self):
        for aim in planning.aims():
            self.stdout.write(str(aim))

    def _one_after_the_other(self, rounds):
        self.stdout.write(bench.HEAD)
        measured = []
        for figure in bench.figures(rounds):
            measured.append(figure)
            self.stdout.write(str(figure))
        for sentence in bench.ratios(measured):
            self.stdout.write(sentence)

    def _all_at_once(self):
        self.stdout.write(f"\n{crowd.HEAD}")
        for done in crowd.crowds(bench.a_course()):
            self.stdout.write(str(done))
            if done.errors:
                raise CommandError("\n".join(done.errors[:5]))
            if done.seconds > crowd.SECONDS:
                self.stdout.write(f"  slower than the aim of {crowd.SECONDS} seconds")
