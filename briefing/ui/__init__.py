"""The faces: the screen (tui) and the lines (linear). They render a session and forward commands to it."""
