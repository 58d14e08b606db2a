import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

ASKED = "import json, lms.settings as s; print(json.dumps([s.SECURE_PROXY_SSL_HEADER, s.ALLAUTH_TRUSTED_PROXY_COUNT]))"


@pytest.mark.parametrize(
    ("behind_proxy", "trusted"), [("true", [["HTTP_X_FORWARDED_PROTO", "https"], 1]), ("false", [None, 0])]
)
def test_forwarded_headers_are_trusted_from_a_proxy_alone(behind_proxy, trusted, tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "WANDERJAHR_PROFILE": "production",
        "WANDERJAHR_DATA": str(tmp_path),
        "SECRET_KEY": "".join(chr(33 + n) for n in range(60)),
        "ALLOWED_HOSTS": "wanderjahr.example",
        "BEHIND_PROXY": behind_proxy,
    }
    command = [sys.executable, "-c", ASKED]
    answer = subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)
    assert json.loads(answer.stdout) == trusted
