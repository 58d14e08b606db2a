from django.urls import reverse


def test_a_key_too_long_for_the_database_is_not_found(client, cast):
    client.force_login(cast.barbara)
    for name in ("courses:workbench", "courses:original", "exchange:offer", "training:note"):
        address = reverse(name, args=[987654321012345678])
        assert client.get(address).status_code == 404
        assert client.get(address.replace("987654321012345678", "9" * 30)).status_code == 404
