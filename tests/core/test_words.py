import pytest

from lms.core.words import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Von Ausbildenden bestätigt", "von-ausbildenden-bestaetigt"),
        ("Abschlu\u0308sse", "abschluesse"),  # as some systems write it
        ("Übergröße", "uebergroesse"),
        ("../../passwd", "passwd"),
    ],
)
def test_files_are_named_as_germans_write_it_without_umlauts(title, name):
    assert file_name(title) == name
