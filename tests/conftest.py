"""What holds for all tests: hypothesis finds wrong answers, not slow machines."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
