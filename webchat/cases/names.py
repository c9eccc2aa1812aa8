"""Whether the words a guest gave for a person can mean a member of staff, or can only mean somebody else."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import combining, normalize
from unicodedata import name as name_of

from webchat.cases.member import Member

# Two spellings this alike may be one name: "Jon" and "John", "Catherine" and "Katherine".
_ALIKE = 0.7
_SHORTEST = 2  # letters: a single one is an initial
_FULL_NAME = 2  # words
# Words that say what somebody is, not who.
_NO_NAMES = frozenset({
    "a", "an", "and", "another", "boss", "boy", "carer", "chair", "chief", "desk", "director", "dont",
    "driver", "executive", "from", "front", "girl", "guy", "he", "head", "her", "hers", "him", "his",
    "i", "in", "is", "it", "know", "lady", "lead", "leader", "man", "manager", "member", "miss",
    "mister", "mrs", "ms", "my", "name", "new", "no", "not", "nurse", "of", "office", "old", "one",
    "other", "our", "person", "reception", "receptionist", "same", "security", "she", "sir", "somebody",
    "someone", "staff", "sure", "tall", "team", "that", "the", "their", "them", "they", "this",
    "trustee", "volunteer", "was", "who", "with", "woman", "worker", "you", "young", "your",
})  # fmt: skip


def might_be(name: str, member: Member) -> bool:
    """Whether a name a guest gave, misspelt or not, could mean this member of staff."""
    return any(_alike(said, known) for said in _words(name) for known in _words(member.name))


def rules_out_others(name: str, staff: Sequence[Member], lang: str) -> bool:
    """Whether these words say clearly enough who is meant, so that somebody unlike them cannot be.

    They do when they are like the name of somebody who works here; or, in English, when they are a full name
    in Latin letters. A nickname, a title, initials or another script may mean anybody (guest-rules E16).
    """
    if any(might_be(name, one) for one in staff):
        return True
    words = [word for word in _words(name) if len(word) >= _SHORTEST]
    is_latin = all(name_of(letter, "").startswith("LATIN") for word in words for letter in word)
    return lang == "en" and is_latin and len(words) >= _FULL_NAME and not _words(name) & _NO_NAMES


def _words(name: str) -> set[str]:
    """The words of a name without capitals and accents, whole and in parts: Anne-Marie, Anne, Marie."""
    folded = normalize("NFKD", normalize("NFKD", name).casefold())
    plain = "".join(letter for letter in folded if not combining(letter))
    whole = {"".join(filter(str.isalpha, word)) for word in plain.split()}
    parts = "".join(letter if letter.isalpha() else " " for letter in plain).split()
    return (whole | set(parts)) - {""}


def _alike(said: str, known: str) -> bool:
    return said == known or SequenceMatcher(None, said, known).ratio() >= _ALIKE
