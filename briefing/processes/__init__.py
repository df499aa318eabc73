"""Child processes: what is risky, slow or many lives in one of its own, and all go through one `door`.

What each of them gets, whoever asks for it:

1. *Our modules alone.* Python is started isolated (`-I`), so neither the current folder nor what
   PYTHONPATH, PYTHONSTARTUP or a `sitecustomize` there names is ever run: a folder of recordings is
   somebody's data, and may hold a `json.py`. The program is found again by the folder that it was
   imported from, and by the folders of installed packages that this process knows (`entry`).
2. *A clean environment*: without the PYTHON variables; the root of the file system as its folder.
3. *Limits*, set before anything of ours is imported, and no core that is left behind.
4. *An end with its parent*, however that ends. On Linux the kernel sees to it (`lifeline`), so that it
   holds for a stopped process, too, from its first instant on; elsewhere the end of its input does.
5. *No signals from the terminal*: Ctrl-C and a closed window are for the one who shows something.
6. *An end that is waited for* (`Child.end`, `ask`, and for all that still live the end of this process):
   nothing is left unreaped. One that starts processes itself is asked to leave first, so that it can do
   the same: what it left would be nobody's who reaps, in a container whose first process does not.
7. *A start ahead of time*, where it is known that one will be needed and what it will work on still comes
   over the network (`ready`).
8. *One framing*: who says more than one thing says it in `messages`. (The aligner says lines of JSON, which
   need no framing, and can be read.)

| process | whose, and why it is one | limits |
|---|---|---|
| `audio.device.outlet` | `audio.device.link`: a callback must never wait for a face | none: our own frames |
| `audio.media.probing` | foreign bytes: libav, mutagen | 512 MiB, 4 s of processor (more by size), 32 files |
| `audio.media.decoding` | foreign bytes: libav | 512 MiB, 32 files, 10 s an answer |
| `audio.media.carrying` | foreign bytes: libav, mutagen | 768 MiB, 2 minutes of processor, 32 files |
| `export.picture_process` | foreign bytes: Pillow | 768 MiB, 10 s of processor, 32 files |
| `processes.becoming` | `export.braille`, for liblouis: foreign text | 512 MiB, 32 files |
| `ui.widgets.picture_process` | foreign bytes: Pillow | 512 MiB, 6 s of processor, 32 files |
| `ui.widgets.sixel_process` | Pillow, for the time it takes | 512 MiB, 6 s of processor, 32 files |
| `formats.books.worker` | foreign bytes: libxml2; the book is its input | 512 MiB, 30 s, 32 files |
| `speech.worker.main` | a voice may die of a text, or hang | the engine's; 3 s of silence |
| `speech.engines.espeak_pcm` | how voices read a word: the library may end the process | 3 s |
| `desktop.process` | `desktop.link`: a bus may stall, flood or die | 512 MiB, 64 files |
| `cli.align_process` | `align.job`: minutes of work | none: `decoding` refuses what is too much |
| `align.acoustic.pocketsphinx.worker` | the aligner: it holds Python's lock | 512 MiB, 32 files |
| `__main__ align` | `cli.pairs`: the failure of one is not another's | none: the program itself |

Nothing is imported here: the processes import `messages`, and their starts are timed.
"""
