"""Lists to choose from, as both faces have them: what stands in one, where one is in it, what keys do there.

Nothing here draws or speaks: how a list looks or sounds is each face's own.
"""
