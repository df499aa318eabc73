"""What is on the network: fetched within limits, and kept for when there is no network.

`fetcher` is the door. `client` asks by HTTP, over connections that `network` makes to what `reach` lets
through; `faults` says what went wrong. What came is a stranger's: it is bounded in size and time here, and
nothing here looks into it. `cache` keeps it.
"""
