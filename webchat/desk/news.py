"""Whether a case that is open on a screen has new words: a number, and a button for where no script runs."""

from flask.typing import ResponseReturnValue

from webchat.cases.errors import NotFound
from webchat.cases.people.member import Member
from webchat.cases.people.sight import hangs_on_no_name, may_see
from webchat.desk.access import who_may
from webchat.desk.cases import case_page, found, pages
from webchat.web.here import charity, house, signed_in


@pages.get("/news")
@signed_in(*who_may("desk_cases.news"))
def news(member: Member, reference: str) -> ResponseReturnValue:
    """How many messages there are: no word of them. It is asked every few seconds, so most cases take one
    query; sight is the core's all the same. Raises NotFound."""
    asked = house().news.of_case(charity().slug, reference)
    if asked is None:
        raise NotFound(reference)
    case, many = asked
    order = charity().policy.about_person_order
    plain = hangs_on_no_name(case)
    sees = may_see(member, case, "", (), order) if plain else house().casework.may_see(member, case)
    if not sees:
        raise NotFound(reference)
    return str(many), 200, {"Content-Type": "text/plain"}


@pages.post("/look")
@signed_in(*who_may("desk_cases.look"))
def look(member: Member, reference: str) -> ResponseReturnValue:
    """The case as it is now, with what is being typed still in its box. Nothing is changed."""
    return case_page(member, found(member, reference), "write")
