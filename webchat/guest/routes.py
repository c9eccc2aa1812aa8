"""Every address a guest can come to, on one page. All are public; GET changes nothing, `/leave` excepted."""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webchat.guest import (
    case_views,
    changing_views,
    chat_views,
    draft_views,
    hand_views,
    leaving_views,
    listen_views,
    need_views,
    plain_views,
    stage_views,
    time_views,
)
from webchat.web.here import public

_C = "/<charity:charity>"
GET, POST = "GET", "POST"
ROUTES: tuple[tuple[str, str, Callable[..., ResponseReturnValue]], ...] = (
    (GET, "/", plain_views.chooser),
    (GET, "/help", plain_views.help_anywhere),
    (GET, "/health", plain_views.health),
    (POST, "/language", leaving_views.language),
    (GET, "/leave", leaving_views.leave),
    (POST, "/finish", leaving_views.finish),
    (GET, "/finish", leaving_views.ask_finish),
    (GET, "/finished", leaving_views.finished),
    (GET, "/cleared.css", leaving_views.cleared),
    (GET, f"{_C}/", chat_views.first),
    (GET, f"{_C}/listen/<int:place>.mp3", listen_views.listen_first),
    (GET, f"{_C}/chat", chat_views.go_on),
    (POST, f"{_C}/chat", chat_views.start),
    (GET, f"{_C}/chat/<int:number>", chat_views.chat),
    (POST, f"{_C}/chat/<int:number>", chat_views.turn),
    (GET, f"{_C}/chat/<int:number>/listen/<int:seq>/<int:place>.mp3", listen_views.listen),
    (GET, f"{_C}/chat/<int:number>/news", hand_views.chat_news),
    (GET, f"{_C}/chat/<int:number>/sent", chat_views.sent),
    (GET, f"{_C}/chat/<int:number>/sent.mp3", listen_views.listen_sent),
    (GET, f"{_C}/chat/<int:number>/kept", chat_views.keep_code),
    (POST, f"{_C}/chat/<int:number>/kept", chat_views.kept_code),
    (POST, f"{_C}/chat/<int:number>/later", draft_views.keep_for_later),
    (GET, f"{_C}/chat/<int:number>/later", draft_views.later),
    (GET, f"{_C}/case", case_views.case),
    (POST, f"{_C}/case", case_views.open_case),
    (GET, f"{_C}/case/news", hand_views.case_news),
    (POST, f"{_C}/case/add", case_views.add_words),
    (POST, f"{_C}/case/close", case_views.close_case),
    (GET, f"{_C}/case/reach", changing_views.reach),
    (POST, f"{_C}/case/reach", changing_views.reach_by),
    (POST, f"{_C}/case/not-safe", changing_views.not_safe),
    (GET, f"{_C}/case/come-back", case_views.come_back),
    (GET, f"{_C}/case/next-stage", stage_views.ask_next_stage),
    (POST, f"{_C}/case/next-stage", stage_views.go_to_next_stage),
    (GET, f"{_C}/case/treat-as", changing_views.ask_complaint),
    (POST, f"{_C}/case/treat-as", changing_views.complain),
    (GET, f"{_C}/case/withdraw", changing_views.ask_withdraw),
    (POST, f"{_C}/case/withdraw", changing_views.withdraw),
    (GET, f"{_C}/case/take-back", changing_views.ask_take_back),
    (POST, f"{_C}/case/take-back", changing_views.take_back),
    (GET, f"{_C}/case/time", time_views.ask_time),
    (POST, f"{_C}/case/time", time_views.choose_time),
    (POST, f"{_C}/case/no-time", time_views.give_up_time),
    (GET, f"{_C}/case/appointment.ics", time_views.calendar),
    (GET, f"{_C}/chat/<int:number>/appointment.ics", time_views.calendar_sent),
    (POST, f"{_C}/case/needs", need_views.say_needs),
    (GET, f"{_C}/case/how", changing_views.how),
    (POST, f"{_C}/case/how", changing_views.judge),
    (GET, f"{_C}/case/listen/<int:place>.mp3", listen_views.listen_case),
    (POST, f"{_C}/language", leaving_views.language),
    (POST, f"{_C}/again", leaving_views.look_again),
    (POST, f"{_C}/finish", leaving_views.finish),
    (GET, f"{_C}/finish", leaving_views.ask_finish),
    (GET, f"{_C}/person", plain_views.person),
    (GET, f"{_C}/help-now", plain_views.help_now),
    (GET, f"{_C}/policy", plain_views.policy),
    (GET, f"{_C}/answers", plain_views.answers),
    (GET, f"{_C}/privacy", plain_views.privacy),
    (GET, f"{_C}/accessibility", plain_views.accessibility),
    (GET, f"{_C}/look.css", plain_views.look),
)


def make_blueprint() -> Blueprint:
    """The guest's pages; an endpoint is called as its view."""
    pages = Blueprint("guest", __name__, template_folder="templates")
    for method, rule, view in ROUTES:
        pages.add_url_rule(rule, view.__name__, public(view), methods=[method])
    return pages
