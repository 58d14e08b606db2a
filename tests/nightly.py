"""`make nightly` takes its time: more random inputs, all combinations, larger crowds."""

import os

NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
