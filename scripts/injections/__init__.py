"""Faults, injected for real into the installed program, and a judge who looks at what they leave."""
