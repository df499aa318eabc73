"""Reading aloud: speech of our own, rendered to sound with the words in it.

`narrate` makes a `Narration` of a document, `pyttsx` is the `SpeechEngine` that keeps a child
process for it, `worker` is that process. `script`, `marks`, `pacing` and `voices` are pure:
what is said, which sound belongs to which word, when, and by whom.
"""
