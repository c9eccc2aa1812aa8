"""Whether the words a guest gave for a person can mean a member of staff, or can only mean somebody else."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from unicodedata import combining, normalize
from unicodedata import name as name_of

from webchat.cases.people.member import Member

# Two spellings this alike may be one name: "Jon" and "John", "Catherine" and "Katherine".
_ALIKE = 0.7
_NEARLY = 0.8  # of a word in a whole story: "Farook" and "Farouk", not "Mark" and "dark"
_SHORTEST = 2  # letters: a single one is an initial
_LONG_ENOUGH = 5  # letters; a shorter name one letter away is too often another word
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

_ALSO_WORDS = frozenset({
    "angel", "april", "art", "august", "autumn", "bill", "bishop", "black", "bob", "brook", "brown",
    "carol", "chance", "chase", "christian", "church", "cliff", "cook", "cross", "dale", "dawn", "day",
    "dean", "deputy", "don", "drew", "eve", "faith", "field", "frank", "gene", "grace", "grant", "gray",
    "green", "grey", "guy", "hand", "harry", "hill", "holly", "hope", "ivy", "jack", "jean", "joy",
    "june", "king", "knight", "lane", "lily", "little", "long", "love", "mark", "may", "miles", "nick",
    "pat", "patience", "penny", "price", "ray", "rich", "rob", "rock", "rose", "ruby", "safeguarding",
    "sharp", "short", "sky", "small", "sol", "son", "strong", "sue", "summer", "sunny", "victor",
    "ward", "white", "will", "wise", "wood", "worth",
})  # fmt: skip


def might_be(name: str, member: Member) -> bool:
    """Whether a name a guest gave, misspelt or not, could mean this member of staff."""
    return any(_alike(said, known) for said in _words(name) for known in _words(member.name))


def stands_in(text: str, member: Member) -> bool:
    """Whether a word of this member's name stands in a text, misspelt a little or not.

    Stricter than `might_be`, since a story has hundreds of words: a name that is also a word, such as "Will",
    counts only with its capital.
    """
    said, names = _words(text), _words(member.name) - _NO_NAMES
    capitals = _words(" ".join(word for word in text.split() if word[:1].isupper()))
    if names & capitals or (names - _ALSO_WORDS) & said:
        return True
    return any(
        SequenceMatcher(None, word, name).ratio() >= _NEARLY
        for name in names - _ALSO_WORDS
        if len(name) >= _LONG_ENOUGH
        for word in said
        if word[0] == name[0] and abs(len(word) - len(name)) < _SHORTEST
    )


def could_be_one(name: str, other: str) -> bool:
    """Whether two written names could be of one person: the same words, or one of them says fewer."""
    one, two = _words(name), _words(other)
    return bool(one and two) and (one <= two or two <= one)


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
