"""How the parts are put together, the one place where it is decided; adapters are named here.

What is slow to import or to start is imported and started inside the functions here, when
a command first needs it.
"""
