"""Forced alignment by comparison with synthesised speech; `pipeline` tells the stages."""
