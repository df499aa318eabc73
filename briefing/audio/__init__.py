"""The sound: samples, speed, transport, engine, recordings and sinks."""
