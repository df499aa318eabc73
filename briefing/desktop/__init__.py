"""The desktop around the terminal: its media keys and players' panels (MPRIS), and its notices.

All talk on the session's bus is that of a process of its own (`process`), so that a bus that stalls, floods
or dies costs the player nothing: it is told how it stands (`link`), and hands back what the desktop asks for.
What that process says and takes on the bus is pure (`mpris`, `notice`); what goes over its pipes is `wire`.
"""
