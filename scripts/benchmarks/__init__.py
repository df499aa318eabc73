"""Measures what is promised of speed and size; see `scripts/bench`."""
