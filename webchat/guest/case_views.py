"""A guest comes back: reference and code, then where the case is, and what is written both ways."""

from dataclasses import replace
from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed, Stale
from webchat.cases.needs import NeedState, is_to_be_asked
from webchat.cases.promises.calendar import london_date
from webchat.cases.words import Despite
from webchat.db.drafts import Draft
from webchat.guest.answer import LONGEST, typed
from webchat.guest.draft_views import reopened
from webchat.guest.needs import needs_here
from webchat.guest.returning import Knock, Shape, shape_of
from webchat.guest.status import CaseStatus, status_of, was_added
from webchat.guest.typed import drop, kept
from webchat.guest.who import conversing, returning, speaker
from webchat.web.here import charity, house, lang_here, page
from webchat.web.session import visit

_OPENED = "opened"
_TRIES = 3
_MARK = 16  # characters at the end of the hash, which differ for every code


def case() -> ResponseReturnValue:
    """The case that is open in this session, or the form that opens one. The address says what was just
    done, so that it is told."""
    opened, done = case_here(), request.args.get("done", "")
    if opened is None:
        return _form(done)
    words = kept(visit(), url_for("guest.case"), "").words
    return _page(opened, words=words, wrong="", done=done)


def come_back() -> ResponseReturnValue:
    """The form itself, whatever case is open on this screen: the square on a slip leads here."""
    return _form("")


def open_case() -> ResponseReturnValue:
    """Look at a reference and a code; the answer to a wrong one says nothing about either."""
    reference, code = typed(request.form, "reference"), typed(request.form, "code")
    shape = shape_of(reference, code)
    if not shape.is_whole:
        return _ask_again(Knock.PARTLY, shape, reference, code)
    knock, found = returning().knock(charity().slug, reference, code)
    if found is None:
        return _ask_again(knock, shape, reference, code)
    if isinstance(found, Draft):
        return reopened(found)
    visit()[_OPENED] = {**visit().get(_OPENED, {}), charity().slug: [found.id, _mark(found)]}
    return redirect(url_for("guest.case"), 303)


def add_words() -> ResponseReturnValue:
    """Add to what was sent; the same words posted twice are added once."""
    opened, words = case_here(), typed(request.form, "words")
    if opened is None:
        return page("guest/gone.html", status=409, words=words)
    if len(words) > LONGEST:
        return _not_added(opened, words, "too_long", 413)
    if not words.strip():
        return _not_added(opened, words, "empty", 400)
    try:
        add_once(opened, words, request.form.get("seen", ""))
    except NotAllowed:  # people decided so, and it is not said to be what always stays open
        return _not_added(opened, words, "contact_ended", 400)
    drop(visit(), url_for("guest.case"), "")
    return redirect(url_for("guest.case", done="added", _anchor="done"), 303)


def close_case() -> ResponseReturnValue:
    """Close the case on this screen; it stays where it is."""
    visit()[_OPENED] = {slug: one for slug, one in visit().get(_OPENED, {}).items() if slug != charity().slug}
    return redirect(url_for("guest.case", done="closed"), 303)


def case_here() -> Case | None:
    """The case of this charity that is open in this session."""
    case_id, mark = visit().get(_OPENED, {}).get(charity().slug, ("", "")) if visit().stored else ("", "")
    found = house().cases.case(charity().slug, case_id) if case_id else None
    return found if found and mark == _mark(found) else None


def _mark(case: Case) -> str:
    """What tells one code of a case from the next: a new one shuts every screen that the old one opened."""
    return case.code_hash[-_MARK:]


def status_here(opened: Case) -> CaseStatus:
    """Where it is now; whether what its guest wrote last may mean danger is heard anew."""
    status = status_of(opened, house().booking, _name_of, speaker(), house().now())
    added = [one for one in status.messages[1:] if one.from_guest]
    in_danger = bool(added) and conversing().dialogue.hears_danger(added[-1].body)
    held = house().deciding.holds(opened, house().now()) is not None
    return replace(status, in_danger=in_danger, held=held)


def _form(done: str) -> ResponseReturnValue:
    return page("guest/case_form.html", knock=None, shape=Shape(), reference="", code="", done=done)


def _ask_again(knock: Knock, shape: Shape, reference: str, code: str) -> ResponseReturnValue:
    written: dict[str, Any] = {"reference": reference[:200], "code": code[:200]}
    here = url_for("guest.case")
    return page("guest/case_form.html", knock=knock, shape=shape, done="", page_path=here, **written)


def _not_added(opened: Case, words: str, wrong: str, status: int) -> ResponseReturnValue:
    told: dict[str, Any] = {
        "wrong": wrong,
        "over": len(words) - LONGEST,
        "done": "",
        "page_path": url_for("guest.case"),
    }
    return _page(opened, status, words=words, **told)


def _page(opened: Case, status: int = 200, **told: Any) -> ResponseReturnValue:
    here = status_here(opened)
    needs = needs_here(here.needs, speaker())
    told |= {
        "asks_needs": is_to_be_asked(here.needs, london_date(house().now())),
        "doubted": any(one.state is NeedState.DOUBTED for one in here.needs),
    }
    return page("guest/case.html", status=status, status_page=here, needs=needs, **told)


def add_once(opened: Case, words: str, seen: str) -> None:
    """Add a guest's words to a case, unless they came since their page had `seen` so many messages.

    Raises Stale when others keep changing the case.
    """
    count = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 7 else 0
    for _ in range(_TRIES):
        now = house().cases.case(opened.charity, opened.id) or opened
        if was_added(house().cases.messages(opened.id), count, words):
            return
        try:
            in_danger = conversing().dialogue.hears_danger(words)
            despite = despite_typed()
            house().deciding.guest_adds(now, words, lang_here().code, despite, house().now(), in_danger)
        except Stale:  # staff, or a second tap, were quicker: look again before adding
            continue
        return
    raise Stale(opened.id)


def despite_typed() -> Despite | None:
    """What always stays open, as the form says that the words are about it; None for anything else."""
    told = typed(request.form, "despite")
    return Despite(told) if told in list(Despite) else None


def _name_of(staff_id: str) -> str:
    account = house().staff.account(staff_id)
    return account.name if account else ""
