"""What a reader finds in a PDF, read by poppler."""

import shutil
import subprocess

import pytest


def pdftotext(pdf, *options):
    """The text of a document; with `-bbox`, as XHTML that says where each word stands."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing (Debian: sudo apt install poppler-utils)")
    return subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def words_of(pdf):
    """The text without line breaks."""
    return " ".join(pdftotext(pdf).split())
