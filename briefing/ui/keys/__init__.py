"""Keys: what a terminal sends, their names, the commands that they run, and how they are told."""
