"""Makes the sample briefing's picture, narration and timings from its text; see `scripts/render_demo`."""
