"""Which language a page is in."""

from collections.abc import Iterable

from webchat.i18n.locales import ENGLISH, Language


def choose(
    offered: Iterable[Language],
    *,
    pressed: str = "",
    conversation: str = "",
    session: str = "",
    accepts: Iterable[str] = (),
) -> Language:
    """The language to speak now, out of those offered; the first of these that is one of them wins:

    1. `pressed`: the code of the language button the guest has just pressed;
    2. `conversation`: the code this conversation is held in;
    3. `session`: the code this guest pressed before, on another page;
    4. `accepts`: the browser's tags, the best first, such as "pl-PL" (its Accept-Language header);
    5. English.

    A guest who chose is never overruled by their browser: a shared computer speaks its owner's language
    (guest-rules H5).
    """
    known = tuple(offered)
    by_code = {one.code: one for one in known}
    for code in (pressed, conversation, session):
        if code in by_code:
            return by_code[code]
    for tag in accepts:
        found = _by_tag(tag, known)
        if found is not None:
            return found
    return ENGLISH


def _by_tag(tag: str, known: tuple[Language, ...]) -> Language | None:
    wanted = tag.lower().replace("_", "-")
    for one in known:
        if wanted in (one.html.lower(), one.code.lower()):
            return one
    first = wanted.split("-")[0]
    # "ar-EG" reads our Arabic and "en-US" our English.
    return next((one for one in known if one.code.lower().split("_")[0] == first), None)
