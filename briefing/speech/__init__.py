"""Reading aloud: speech of our own, rendered to sound with the words in it.

`narrate` makes a `Narration` of a document; `engines` has the speech engines in order of preference;
`worker` the processes that may die, in which they speak. `script`, `marks`, `pacing` and `voices` are
pure: what is said, which sound belongs to which word, when, and by whom.
"""
