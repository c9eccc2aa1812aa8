"""The words every part of the house shares: kinds, channels, ways to reply, roles."""

from enum import StrEnum


class Kind(StrEnum):
    """What a guest came for (Help & Care 4 names four of them; design.md the first two and the last).

    A safeguarding case is opened where a guest says that the lead is to be told; no clock runs on it.
    """

    QUESTION = "question"
    APPOINTMENT = "appointment"
    COMPLIMENT = "compliment"
    COMMENT = "comment"
    CONCERN = "concern"
    COMPLAINT = "complaint"
    SAFEGUARDING = "safeguarding"


# What a policy promises for, and what a guest sends through a journey.
POLICY_KINDS = tuple(kind for kind in Kind if kind is not Kind.SAFEGUARDING)


class Channel(StrEnum):
    """How the guest's words reached the charity."""

    WEBCHAT = "webchat"
    EMAIL = "email"
    LETTER = "letter"
    ANSWERPHONE = "answerphone"
    TEXT = "text"
    PHONE = "phone"
    IN_PERSON = "in-person"


class ReplyBy(StrEnum):
    """How the guest would like to hear back; `code` is coming back here with reference and code."""

    EMAIL = "email"
    TEXT = "text"
    PHONE = "phone"
    LETTER = "letter"
    IN_PERSON = "in-person"
    CODE = "code"
    NONE = "none"


class Consent(StrEnum):
    """What is known of whether a person agrees that another writes for them (guest-rules E9).

    The first four are as the writer tells it; staff record the others, from the person or on paper.
    `may_act`: the writer may act for them by law.
    """

    AGREED = "agreed"
    NOT_ASKED = "not_asked"
    SAID_NO = "said_no"
    CANNOT_SAY = "cannot_say"
    CONFIRMED = "confirmed"
    MAY_ACT = "may_act"
    WITHDRAWN = "withdrawn"


class Why(StrEnum):
    """Why a promise takes longer, as it is counted; its guest reads the words beside it (issue 4, line 3)."""

    MORE_TO_LOOK_AT = "more_to_look_at"
    WAIT_FOR_OTHERS = "wait_for_others"
    PERSON_AWAY = "person_away"
    TOO_MUCH_TO_DO = "too_much_to_do"
    OTHER = "other"


class AnotherWay(StrEnum):
    """How else a guest reaches the charity while somebody is away: a number (ACSOS), or a contact for what is
    urgent (RUILS)."""

    NUMBER = "number"
    URGENT = "urgent"


class Sanction(StrEnum):
    """What people can decide about a guest, where a policy has it (Help & Care 13; Living Well Bromley 4)."""

    CONTACT_ENDED = "contact_ended"
    BARRED_UNTIL = "barred_until"
    BARRED_FOR_EVER = "barred_for_ever"


class Decided(StrEnum):
    """What has become of a proposal: it holds only once everybody named has agreed."""

    PROPOSED = "proposed"
    HOLDS = "holds"
    REFUSED = "refused"
    LIFTED = "lifted"


class Despite(StrEnum):
    """What a guest may always write, whatever was decided about them."""

    DANGER = "danger"
    CHALLENGE = "challenge"
    INFORMATION = "information"


class Agreed(StrEnum):
    """How a date was agreed with a person (Help & Care 17.3)."""

    CALL = "call"
    IN_PERSON = "in_person"
    MESSAGE = "message"


class Format(StrEnum):
    """A form in which a guest can read, hear or see what is written to them (guest-rules D18, D19)."""

    LARGE_PRINT = "large_print"
    BRAILLE = "braille"
    AUDIO = "audio"
    EASY_READ = "easy_read"
    MEMORY_STICK = "memory_stick"
    BSL = "bsl"
    INTERPRETER = "interpreter"
    TRANSLATION = "translation"


class WhyPlain(StrEnum):
    """Why something goes to a guest in another format or language than they need, as it is counted.

    After the first two they can take it in, or have been told it already; after the others they may not.
    """

    GUEST_AGREES = "guest_agrees"
    TOLD_ALREADY = "told_already"
    CANNOT_BE_MADE = "cannot_be_made"
    CANNOT_WAIT = "cannot_wait"
    OTHER = "other"


class Way(StrEnum):
    """How to meet, in the words of the question a guest is asked."""

    OFFICE = "office"
    HOME = "home"
    ELSEWHERE = "elsewhere"
    PHONE = "phone"
    VIDEO = "video"


# Where nobody is met before the guest has said where; elsewhere a place can be agreed later.
REACHED_AT = (Way.HOME, Way.PHONE)


class PromiseName(StrEnum):
    """What is owed. `contact` is returning a message or a call; `wait` is being seen in person.

    The last three are what the law owes about personal information (`owed_by_law.py`).
    """

    ACKNOWLEDGE = "acknowledge"
    CONTACT = "contact"
    REPLY = "reply"
    OUTCOME = "outcome"
    WAIT = "wait"
    INFORMATION_ACKNOWLEDGE = "information_acknowledge"
    INFORMATION_OUTCOME = "information_outcome"
    INFORMATION_REPLY = "information_reply"


class Unit(StrEnum):
    """The unit of a policy or of the law; one is never converted to another (policy-facts A4.3)."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    CALENDAR_MONTH = "calendar_month"
    MINUTE = "minute"


class Start(StrEnum):
    """The moment a promise is counted from."""

    RECEIPT = "receipt"
    STAGE = "stage"
    ORIGINAL_COMPLAINT = "original_complaint"
    AGREED_TIME = "agreed_time"


class Strength(StrEnum):
    """`aim` where the policy says it aims to; `will` where it is a firm rule (guest-rules D6)."""

    AIM = "aim"
    WILL = "will"


class MetBy(StrEnum):
    """What the policy means by keeping the promise (design.md, rules for dates)."""

    AUTOMATIC = "automatic"
    MESSAGE_WITH_DATE = "message_with_date"
    NAMED_OFFICER = "named_officer"
    REPLY = "reply"
    SPOKEN_TO = "spoken_to"
    SEEN = "seen"


class Role(StrEnum):
    """What a member of staff may be at one charity; one person may hold several (design.md)."""

    WORKER = "worker"
    MANAGER = "manager"
    SERVICE_LEAD = "service lead"
    DIRECTOR = "director"
    GOVERNANCE = "governance"
    CHIEF_EXECUTIVE = "chief executive"
    CHAIR = "chair"
    TRUSTEE = "trustee"
    SAFEGUARDING_LEAD = "safeguarding lead"
    SAFEGUARDING_DEPUTY = "safeguarding deputy"
    ADMINISTRATOR = "administrator"
    SYSTEM_ADMINISTRATOR = "system administrator"
