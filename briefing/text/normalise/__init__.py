"""How written tokens are spoken: text normalisation. `readings` is the door."""
