"""The sound device: rendered ahead, but never too late to change, and found again when it goes away.

Two processes. The device is owned by one of its own (`outlet`), in which nothing else wants the
interpreter; the player's side keeps it supplied, and reckons when a frame is heard.

| module | what it has | runs in |
|---|---|---|
| sink | `DeviceSink`: the threads, and what is done when the device is lost | player: all threads |
| supply | how much is rendered ahead, and what is taken back; no threads | player: under the sink's lock |
| clock | when a frame is heard, from what the outlet tells; no threads | player: under the sink's lock |
| link | the outlet's process: started, written to, read from, ended | player: feeder and listener |
| absence | what is told where there is no device | player |
| wire | what the two processes write to one another | both |
| outlet | the ring of frames and the device | outlet: its main thread, and the device's |
| pulse | asking PulseAudio how late the sound is | outlet: a thread of its own |
"""
