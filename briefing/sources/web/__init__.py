"""What is on the network: fetched within limits, and kept for when there is no network.

`fetcher` is the door: it gives a `download`, or what is `cached` of one; a recording is `arriving`. `client`
asks by HTTP, over `connections` that `network` has to what `public_hosts` lets through or `proxies` lead to,
in `lanes` of which a host may have few, for as long as `patience` lasts; `unpacking` undoes content codings;
`faults` says what went wrong. What came is a stranger's: it is bounded in size and time here, and nothing
here looks into it. `cache` keeps it.
"""
