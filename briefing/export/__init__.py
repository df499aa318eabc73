"""Writing briefings and their timings in the formats of others."""
