"""Where sound goes: a device, a file, nothing. All of them pull in real time, in a thread of their own.

| module | what it has |
|---|---|
| opening | the table of what a user can name, and `open_sink` |
| paced | `NullSink`: nowhere, at the pace of a clock |
| wave_file | `WaveSink`: the same, into a file |
| patient | `PatientSink`: the device (`audio.device`), and silence that moves on as long as there is none |
"""
