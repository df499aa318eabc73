"""Forced alignment by an acoustic model, from coarse to fine; `pipeline` tells the stages."""
