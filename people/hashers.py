from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with OWASP's smallest parameters: 500 sign-ins in a minute must fit on two cores."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
