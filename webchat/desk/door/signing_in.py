"""Signing in and out, and the letter that lets somebody in for the first time."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.people.powers import HAVE_A_DESK, READ_REPORTS
from webchat.db.staff import Account
from webchat.desk.door.passwords import LONGEST, SHORTEST, hash_of, is_right, needs_new_hash, weakness
from webchat.web.here import house, page, public
from webchat.web.session import begin_row, end, hashed, rotate, visit

pages = Blueprint("desk_door", __name__, template_folder="templates")


@pages.get("/sign-in")
@public
def sign_in() -> ResponseReturnValue:
    """Where staff sign in."""
    return page("desk/sign_in.html", email="", wrong=False)


@pages.post("/sign-in")
@public
def signing_in() -> ResponseReturnValue:
    """One answer for an unknown address, a wrong password and somebody who has left (security.md B8)."""
    email, password = request.form.get("email", ""), request.form.get("password", "")
    account = house().staff.by_email(email)
    right = is_right(password, account.password_hash if account else None)
    if account is None or not right or account.stopped:
        return page("desk/sign_in.html", email=email, wrong=True)
    return _let_in(account, password)


def _let_in(account: Account, password: str) -> ResponseReturnValue:
    if needs_new_hash(account.password_hash):
        house().staff.rehash(account.staff_id, account.password_hash, hash_of(password))
    here = visit()
    # A new token at sign-in: one that somebody planted before is worth nothing (ASVS 7.2.4).
    rotate(here)
    begin_row(here)
    here["staff_id"] = account.staff_id
    house().staff.signed_in(account.staff_id, house().now())
    memberships = house().staff.memberships(account.staff_id)
    works_at = [one for one in memberships if one.charity in house().charities]
    desks = [one.charity for one in works_at if one.has(*HAVE_A_DESK)]
    if desks:
        return redirect(url_for("desk_lists.board", charity=desks[0]), 303)
    reads = [one.charity for one in works_at if one.has(*READ_REPORTS)]
    if reads:  # a trustee: reports, and no case
        return redirect(url_for("desk_reports.report", charity=reads[0]), 303)
    end(here)
    if works_at:
        return page("desk/no_cases.html", member=works_at[0])
    return page("desk/sign_in.html", email=account.email, wrong=True)


@pages.post("/sign-out")
@public
def sign_out() -> ResponseReturnValue:
    """End the session."""
    end(visit())
    return redirect(url_for("desk_door.sign_in", did="sign_out"), 303)


@pages.get("/invite/<token>")
@public
def invited(token: str) -> ResponseReturnValue:
    """The letter's page: choose a password. A used or old letter is not found."""
    letter = house().invites.find(hashed(token), house().now())
    if letter is None:
        return page("desk/letter_used.html", status=404)
    return page("desk/invited.html", letter=letter, wrong="", shortest=SHORTEST, longest=LONGEST)


@pages.post("/invite/<token>")
@public
def accepting(token: str) -> ResponseReturnValue:
    """The password is chosen, and the letter is used: once, within 48 hours (security.md T17)."""
    letter = house().invites.find(hashed(token), house().now())
    if letter is None:
        return page("desk/letter_used.html", status=404)
    password = request.form.get("password", "")
    wrong = weakness(password, letter.name, house().charities[letter.charity].policy.name)
    if wrong:
        return page("desk/invited.html", letter=letter, wrong=wrong, shortest=SHORTEST, longest=LONGEST)
    if house().invites.accept(hashed(token), hash_of(password), house().now()) is None:
        return page("desk/letter_used.html", status=404)
    return redirect(url_for("desk_door.sign_in", did="accepting"), 303)
