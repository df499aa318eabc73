"""The faces: each renders a session and forwards commands, and keeps nothing about playing."""
