"""What holds for all tests: how long an example takes is no one's business on a busy machine."""

from hypothesis import settings

settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")
