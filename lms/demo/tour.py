from lms.demo.build.people import PASSWORD
from lms.demo.personas import PERSONAS
from people.models import Membership


def tour(address: str) -> str:
    """What the demo prints when it is ready: where it is, who is there, what to try."""
    held = {one.person.email: one for one in Membership.objects.current().select_related("person", "city")}
    people = "\n".join(
        _line(held[persona.email], str(persona.try_this)) for persona in PERSONAS if persona.email in held
    )
    return f"""
Wanderjahr is ready: {address}

Open it in a browser and choose as whom to look around, or sign in with e-mail and the password {PASSWORD}

{people}

Follow one apprentice through the whole idea:
  1. Mina takes the course "Fit für den Austausch", passes its test, and holds a certificate.
  2. Mina puts places in order and hands in her application; Barbara endorses it; Hanna approves it.
  3. Konrad closes the round, has the places matched, reads the reasons, and adopts the proposal.
  4. Hanna and the training office of the other city confirm; Konrad publishes; Mina accepts.
  5. Emil has been there already: download his record, follow the QR code, check that it is real.

Mails go nowhere: read them at {address}/vorfuehrung/post/
Stop with Ctrl+C.
"""


def _line(membership: Membership, try_this: str) -> str:
    person = membership.person
    where = f"{membership.city}" if membership.city else "all cities"
    return f"  {person.full_name:<20} {membership.role:<12} {where:<10} {person.email:<34} {try_this}"
