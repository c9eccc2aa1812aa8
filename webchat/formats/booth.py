"""The other process, in which one voice says one thing and ends. Run as a script by `apart.py` only.

Stdin: a pickled `sys.path`, then a pickled (voice, text, lang). Stdout: MP3, or the fault's name.
"""

import os
import pickle
import signal
import sys

FAILED = 3


def main(seconds: int) -> int:
    """Say it; whatever becomes of the server, this process is gone after so many seconds."""
    if hasattr(signal, "setitimer"):
        # The default action ends the process from outside Python, so an engine that hangs cannot hold it.
        signal.setitimer(signal.ITIMER_REAL, seconds)
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)  # what an engine prints is not sound
        sys.path[:] = pickle.load(sys.stdin.buffer)
        try:
            voice, text, lang = pickle.load(sys.stdin.buffer)
            answer.write(voice.speak(text, lang))
        except Exception as fault:  # any engine, any fault: its name alone goes back, never the words
            answer.write(type(fault).__name__.encode())
            return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
