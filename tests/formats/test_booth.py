import pickle
import signal
import subprocess
import sys

from webchat.formats import booth

from .voices import Naughty


def test_a_voice_left_hanging_by_a_server_that_died_ends_by_itself():
    asked = pickle.dumps(sys.path) + pickle.dumps((Naughty("holds_the_lock"), "bad", "en"))
    ended = subprocess.run([sys.executable, "-I", booth.__file__, "1"], input=asked, capture_output=True)
    assert ended.returncode == -signal.SIGALRM
