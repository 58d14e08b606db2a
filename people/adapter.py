from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from lms.core.addresses import absolute


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the training office or single sign-on, never by strangers."""
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Whoever asks for somebody's link must not choose, by the Host header, where it leads."""
        uid, _, token = key.partition("-")
        return absolute(reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token}))
