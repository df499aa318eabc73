"""The command line: arguments, subcommands, exit codes, and how the parts are put together.

`main` finds the subcommand; `subcommands` has a module for each; `wiring` puts the parts together and
names the adapters. What lies beside them is what several subcommands share.
"""
