"""How Hypothesis runs here: the same examples every time in CI, and more of them."""

import os

from hypothesis import HealthCheck, settings

# Whole datasets take a while to draw on a slow machine; that is no fault of a law.
SLOW = [HealthCheck.too_slow]

settings.register_profile("default", deadline=None, suppress_health_check=SLOW)
settings.register_profile(
    "ci", deadline=None, suppress_health_check=SLOW, derandomize=True, max_examples=250, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "default")
