import shutil
import subprocess

import pytest


def words_of(pdf, folder):
    """What a reader sees, without line breaks."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing (Debian: sudo apt install poppler-utils)")
    path = folder / "document.pdf"
    path.write_bytes(pdf)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())
