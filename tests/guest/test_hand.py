"""While a person has the conversation the chat is silent, and it says by name who has it (issue 4)."""

from tests.guest.answers import FEEDBACK, QUESTION, Answers
from tests.guest.test_one_commit import told_by
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web
from webchat.cases.case import Case, Purpose, Sealed, Status
from webchat.cases.moves import Letter
from webchat.cases.new_codes import KnownBy
from webchat.cases.people.member import Member
from webchat.cases.words import Role

SILENT = "The automatic chat does not answer meanwhile."
NOBODY = "Nobody has your message at this moment. Another member of staff will take it."
HELP = "Call 999 if:"


def worker(web: Web) -> Member:
    return next(one for one in web.house.staff.members(BROMLEY) if one.has(Role.WORKER))


def sent(guest: Visitor, answers: Answers = QUESTION) -> Case:
    """A guest who has sent something, and is in the chat again."""
    # Words reach this guest as soon as they are sent: nothing has to be made of them first.
    guest.open().walk({**answers, "needs": ('"nothing"',)})
    reference, _ = guest.code()
    guest.open("chat/1")
    found = guest.web.house.cases.case_by_reference(BROMLEY, reference)
    assert found
    return found


def claimed(web: Web, case: Case) -> Case:
    return web.house.casework.claim(worker(web), case.id, web.clock())


def given_back(web: Web, case: Case) -> Case:
    return web.house.casework.give_back(worker(web), case.id, web.clock())


def says(web: Web, case: Case, words: str) -> None:
    web.house.casework.write(worker(web), case.id, Letter(Purpose.UPDATE, words), web.clock())


def bodies(web: Web, case: Case) -> list[str]:
    return [one.body for one in web.house.cases.messages(case.id) if one.from_guest]


def news(guest: Visitor, path: str = "chat/1/news") -> str:
    answer = guest.browser.client.get(f"/{BROMLEY}/{path}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == "text/plain"
    return answer.get_data(as_text=True)


def test_the_chat_says_by_name_who_has_it_and_asks_nothing_more(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    assert 'name="choice"' in guest.page
    claimed(here, case)
    guest.open("chat/1")
    name = worker(here).name
    assert f"{name} has your message." in guest.text
    assert f"What you write here goes to {name}." in guest.text
    assert f"Write to {name}" in guest.text
    assert 'name="choice"' not in guest.page


def test_so_does_the_page_after_sending(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    claimed(here, case)
    assert f"{worker(here).name} has your message." in guest.open("chat/1/sent").text


def test_what_they_type_goes_to_that_person_with_no_answer_in_between(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    claimed(here, case)
    turns = len(here.house.conversations.turns(case.conversation))
    guest.open("chat/1").write("The door has a bell.")
    assert bodies(here, case)[1:] == ["The door has a bell."]
    assert "The door has a bell." in guest.text
    assert len(here.house.conversations.turns(case.conversation)) == turns
    assert SILENT in guest.text


def test_so_does_what_they_type_on_a_page_that_was_open_before(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    claimed(here, case)
    guest.write("Is the bell broken?")
    assert bodies(here, case)[1:] == ["Is the bell broken?"]
    assert SILENT in guest.text


def test_the_script_of_such_a_page_is_led_to_the_new_one(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    claimed(here, case)
    form = {"csrf_token": guest.browser.token, **guest.fields(), "words": "Hello?", "do": "continue"}
    answer = guest.browser.client.post(f"/{BROMLEY}/chat/1", data=form, headers={"X-Part": "1"})
    assert answer.headers["X-Go"] == f"/{BROMLEY}/chat/1#hand"
    assert bodies(here, case)[1:] == ["Hello?"]


def test_a_double_tap_adds_the_words_once(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    old = dict(guest.fields())
    claimed(here, case)
    for fields in (old, old):
        guest.send(f"/{BROMLEY}/chat/1", {**fields, "words": "Once.", "do": "continue"})
    form = dict(guest.fields())
    for fields in (form, form):
        guest.send(f"/{BROMLEY}/chat/1", {**fields, "words": "Twice tapped.", "do": "continue"})
    assert bodies(here, case)[1:] == ["Once.", "Twice tapped."]


def test_words_for_a_person_are_one_commit(here: Web, guest: Visitor) -> None:
    claimed(here, sent(guest))
    guest.open("chat/1")
    with told_by(here) as said:
        guest.write("The door has a bell.")
    assert said.count("COMMIT") == 1


def test_danger_words_show_help_at_once_all_the_same(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    guest.open("chat/1")
    assert HELP not in guest.text
    guest.write("My husband hits me and I am scared")
    assert HELP in guest.text
    found = here.house.cases.case(BROMLEY, case.id)
    assert found
    assert found.read_first
    assert SILENT in guest.text
    says(here, found, "I read this. Are you safe now?")
    assert HELP in guest.open("chat/1").text


def test_words_of_staff_stand_in_the_chat(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    says(here, case, "We open at ten.")
    assert "We open at ten." in guest.open("chat/1").text


def test_given_back_it_says_so_and_by_when_and_the_chat_speaks_again(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    guest.open("chat/1")
    given_back(here, case)
    guest.open("chat/1")
    assert f"{NOBODY} You will hear from us by Wednesday 2 December 2026." in guest.text
    assert SILENT not in guest.text
    assert 'name="choice"' in guest.page


def test_where_no_time_is_set_nobody_makes_one_up(here: Web, guest: Visitor) -> None:
    given_back(here, claimed(here, sent(guest, FEEDBACK)))
    told = f"{NOBODY} A member of staff will tell you when to expect an answer."
    assert told in guest.open("chat/1").text


def test_what_was_written_for_the_person_is_not_lost_when_it_is_given_back(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    guest.open("chat/1")
    given_back(here, case)
    guest.write("One more thing.")
    assert bodies(here, case)[1:] == ["One more thing."]
    assert "One more thing." in guest.text


def test_before_anybody_took_it_nobody_is_said_to_have_had_it(guest: Visitor) -> None:
    sent(guest)
    assert NOBODY not in guest.text
    assert "Nobody has taken it yet." in guest.text


def test_somebody_in_the_middle_of_something_else_goes_on_with_it(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    guest.choose("question")
    claimed(here, case)
    guest.write("Do you fix bikes?")
    assert bodies(here, case)[1:] == []
    assert f"{worker(here).name} has your message." in guest.text
    assert SILENT not in guest.text


def test_buttons_for_help_are_the_chats_whoever_has_it(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    fields = dict(guest.fields())
    claimed(here, case)
    guest.send(f"/{BROMLEY}/chat/1", {**fields, "words": "", "do": "help"})
    assert bodies(here, case)[1:] == []
    assert "999" in guest.text


def test_an_empty_box_and_too_many_words_are_said_at_the_box(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    guest.open("chat/1").write(" ")
    assert guest.status == 400
    assert "Write your words in the box" in guest.text
    guest.write("a" * 20_001)
    assert guest.status == 413
    assert guest.box() == "a" * 20_001
    assert bodies(here, case)[1:] == []


def test_without_a_script_a_button_looks_again_and_keeps_what_is_typed(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    guest.open("chat/1")
    assert "Check for new messages" in guest.text
    says(here, case, "We open at ten.")
    guest.post({"words": "I am half way thr"}, to=f"/{BROMLEY}/again")
    assert guest.at == f"/{BROMLEY}/chat/1#written"
    assert "We open at ten." in guest.text
    assert guest.box() == "I am half way thr"
    assert bodies(here, case)[1:] == []


def test_the_same_on_the_page_of_the_case(here: Web, guest: Visitor) -> None:
    guest.open().walk({**QUESTION, "needs": ('"nothing"',)})
    reference, code = guest.code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    case = here.house.cases.case_by_reference(BROMLEY, reference)
    assert case
    before = news(guest, "case/news")
    claimed(here, case)
    assert news(guest, "case/news") != before
    says(here, case, "We open at ten.")
    guest.post({"words": "I am half way thr"}, "add", to=f"/{BROMLEY}/again")
    assert guest.at == f"/{BROMLEY}/case#written"
    assert "We open at ten." in guest.text
    assert f"{worker(here).name} has your message." in guest.text
    assert guest.box() == "I am half way thr"
    given_back(here, case)
    assert NOBODY in guest.open("case").text


def test_the_number_changes_with_what_is_new_and_with_who_has_it(here: Web, guest: Visitor) -> None:
    case = sent(guest)
    told = [news(guest)]
    case = claimed(here, case)
    told.append(news(guest))
    says(here, case, "We open at ten.")
    told.append(news(guest))
    given_back(here, case)
    told.append(news(guest))
    assert len(set(told)) == 4
    assert all(one.isdecimal() for one in told)
    assert f'data-at="{told[-1]}"' in guest.open("chat/1").page


def test_asking_is_one_query_beside_that_of_the_session(here: Web, guest: Visitor) -> None:
    claimed(here, sent(guest))
    with told_by(here, reading=True) as said:
        news(guest)
    assert said == ["SELECT web_session.kind,", "SELECT case_.id,"]
    with told_by(here) as written:
        news(guest)
    assert written == []


def test_nobody_elses_and_nothing_at_all_is_not_there(here: Web, guest: Visitor) -> None:
    sent(guest)
    stranger = Visitor(here)
    stranger.open()
    for path in ("chat/1/news", "chat/2/news", "case/news"):
        assert stranger.browser.client.get(f"/{BROMLEY}/{path}").status_code == 404
    assert guest.browser.client.get(f"/{BROMLEY}/case/news").status_code == 404
    assert guest.browser.client.get(f"/{BROMLEY}/chat/2/news").status_code == 404
    assert guest.browser.client.get("/ruils/chat/1/news").status_code == 404


def test_a_chat_in_which_nothing_was_sent_has_no_news(guest: Visitor) -> None:
    guest.open().choose("question")
    assert guest.browser.client.get(f"/{BROMLEY}/chat/1/news").status_code == 404
    assert "news.js" not in guest.page


def test_once_the_case_has_a_new_code_the_chat_shows_it_no_more(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    says(here, case, "We open at ten.")
    here.house.casework.new_code(
        worker(here), case.id, lambda: Sealed("other", "sealed"), KnownBy.IN_PERSON, here.clock()
    )
    assert "We open at ten." not in guest.open("chat/1").text
    assert guest.browser.client.get(f"/{BROMLEY}/chat/1/news").status_code == 404


def test_a_closed_case_leaves_the_chat_to_the_chat(here: Web, guest: Visitor) -> None:
    case = claimed(here, sent(guest))
    closed = here.house.casework.close(worker(here), case.id, "All done.", here.clock())
    assert closed.status is Status.CLOSED
    guest.open("chat/1")
    assert "Staff have finished." in guest.text
    assert SILENT not in guest.text
    assert 'name="choice"' in guest.page
