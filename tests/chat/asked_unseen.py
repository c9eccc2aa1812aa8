"""More questions of guests by topic, written before any limit was chosen and never used to choose one."""

from tests.chat.asked_by_guests import by_topic

ASKED_UNSEEN = by_topic(
    {
        "reply_time": """
how long should i wait for an answer to my email
Do you usually reply the same day?
what is the time limit for you to write back to me
how many days to answer a letter pls
""",
        "what_next": """
whats going to happen after ive sent it
do i get a confirmation that it arrived
who is going to read what i send
what will you do with what i wrote
""",
        "who_deals": """
whos dealing with it
can i have the name of the person in charge of my case
do i keep the same worker
who will be helping me
""",
        "interpreters": """
can you arrange an interpreter for me
I speak Arabic only. Is somebody there who speaks it?
have u got polish speaking staff
could you translate this letter
""",
        "formats": """
can you print it bigger for me
is it available in braille
my sight is poor, do you have large print
do you have the info as an audio file
""",
        "communication": """
will there be a sign language interpreter
i am hard of hearing, what can you do
please use simple words, i have a learning disability
do you write in plain english
""",
        "complain": """
i would like to know how to complain
where should i send my complaint to
do you have a form for complaints
who takes complaints
""",
        "complaint_next": """
what will happen with my complaint after i send it
how many days until a complaint is answered
who would investigate my complaint
how are complaints handled here
""",
        "look_again": """
what can i do if i disagree with your decision about my complaint
can i appeal against it
what is the second stage
can the complaint go to somebody higher
""",
        "no_harm": """
will you stop helping me if i make a complaint
is it going to be held against me if i complain
i am afraid to complain because i need the help
do people get treated worse after they complain
""",
        "told": """
do you keep what i tell you confidential
who are you going to tell about this
will my information be shared
will you tell my son
""",
        "held": """
how can i see the information you have on me
can i have a copy of my file
i want to see my data
what have you got written about me
""",
        "kept": """
how long do you store my data for
when does my information get deleted
how long do you hang on to my details
do you keep my messages for years
""",
        "asked": """
what rules do i have to keep
what is expected from me
what do you want me to do
are there rules for visitors
""",
        "who_for": """
who is allowed to come to you
do you have to be over a certain age
is it only for people in the borough
can you help somebody who is 30
""",
        "hours": """
what time are you open till
are you open this weekend
when does the office open in the morning
open times pls
""",
        "reach": """
how can i get in contact with you
what is the phone number
where is the charity
can i send you an email
""",
        "phoning": """
no one is answering your phone
will you phone me back if i leave a message
when will my voicemail be answered
how long does it ring before you answer
""",
        "meet": """
can you come and see me at home
where do the meetings take place
are home visits possible
can we meet near my house
""",
        "seen": """
can i come in without booking
what happens if i turn up late
how long is the wait if i just walk in
what if your worker is late
""",
        "bring": """
is it all right to bring a relative
can my friend come with me
may i bring my support worker along
can i have my husband there
""",
        "private": """
can we speak in a private room
is there somewhere we can talk without other people hearing
i want to talk in private
""",
        "conduct": """
can somebody be banned from coming
what happens if i get angry and shout
what happens to rude visitors
could you ask somebody to leave
""",
        "alcohol": """
am i allowed in if i am drunk
can i bring beer with me
what is the rule about drugs
""",
        "thanks": """
how can i thank your staff
where can i leave feedback
i have a suggestion, who wants to hear it
how do i compliment someone
""",
        "access": """
is it wheelchair accessible
are there any stairs to climb
do you have a ramp at the entrance
is there a disabled toilet there
""",
        "cost": """
do i need to pay for your service
is it free of charge
what are the fees
how much would it be
""",
        "elsewhere": """
what happens if you are not able to help
will you send me to another organisation
do you turn anybody away
""",
        "anonymous": """
can i complain anonymously
do i need to say my name
can you keep me anonymous
""",
        "for_someone": """
can i complain for my father
can i do this on behalf of my friend
can my carer write to you for me
""",
        "about_staff": """
i want to complain about a volunteer, who looks into it
what if the complaint is about a worker
does the person i complain about get to know
""",
        "mistake": """
do you apologise if you make a mistake
what if you get things wrong
what happens if you do not keep your promises
""",
        "business": """
you have not paid our invoice
there is a dispute between our company and you
you broke our contract
""",
        "elected": """
i am a councillor with a question from a resident
mp writing for a constituent
who replies to councillors
""",
        "works_here": """
i work for you and want to raise a grievance
how can a member of staff complain about a manager
my colleague here bullies me at work
""",
    }
)
