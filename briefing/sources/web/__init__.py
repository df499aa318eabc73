"""What is on the network: fetched within limits, and kept for when there is no network.

`client` is the one part that speaks HTTP. What comes over it is a stranger's: it is bounded in size and
time here, and nothing here looks into it.
"""
