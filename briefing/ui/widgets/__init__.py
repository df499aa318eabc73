"""The parts of the screen. Each renders what the session says and keeps nothing about playing."""
