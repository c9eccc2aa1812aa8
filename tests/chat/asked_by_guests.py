"""Questions that guests may ask about how a charity works, by topic. None of them is among the examples.

Made up, as people type: in a hurry, worried, with slips of the finger, new to English. With these the limits
of webchat/chat/topics.py were chosen; asked_unseen.py has others, which nothing was chosen with.
"""

from collections.abc import Mapping


def by_topic(listed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Each line of each topic."""
    return tuple((topic, line) for topic, lines in listed.items() for line in lines.strip().splitlines())


_ASKED = {
    "reply_time": """
how long b4 i get a reply
If I send an email today, when should I expect the answer?
how many days until someone gets back to me
do u reply quick
whats the waiting time for an email
I wrote a letter to you, how long before I hear something
when you answer me please
how much time you need for reply
""",
    "what_next": """
What will happen once I press send?
and what happens then
who gets my message after i send it
do you let me know my email has arrived
ok i wrote to you what now, what comes next
what happens with my question after you receive it
""",
    "who_deals": """
Will I be told the name of whoever is dealing with this?
who is handling my enquiry
can you tell me who my caseworker is
will one person look after me the whole time
what's the name of the lady who is dealing with my question
who exactly will i be speaking with
""",
    "interpreters": """
Is it possible to have a Polish interpreter?
i dont speak much english can u help
do any of your staff speak spanish
need translater for my wife
You have person who speak Portuguese?
could i get someone to interpret in bengali
can the letter be translated into Romanian
""",
    "formats": """
Could you send the leaflet in large type please
i am nearly blind, can i have large print letters
is there any braille
do you make an audio cd
can i get the policy in easyread
do you do things in big print
pls can i have it on a usb stick
""",
    "communication": """
I'm deaf, can you book a signer?
do you provide BSL
have you got a loop system for hearing aids
my brother has learning difficulties and needs simple words
is there somebody who can use sign languge
i cant speak well after my stroke how do i talk with you
""",
    "complain": """
What's the procedure if I want to complain?
hw do i put in a complaint
where can i find your complaints form
to whom should complaints be addressed
can I make my complaint over the telephone
what is way to make complaint here
do you have a policy about complaints
""",
    "complaint_next": """
What will you do once I have complained?
how long do complaints usually take
who will be looking into the complaint
after the complaint is in, what happens
how quick will you deal with my complaint
do complaints get investigated properly
wot happens to complaints
""",
    "look_again": """
I don't accept the outcome, can I appeal?
whats the next stage if i disagree with what you decide
how can i escalate my complaint
can i take it higher up
and if im not satisfied with the reply to my complaint?
is there a second stage
who hears appeals
""",
    "no_harm": """
If I complain will you stop my visits?
im frightened to complain in case they take it out on me
would complaining make things worse for me
will staff treat me badly after a complaint
can complaining affect the support i get
will i loose my help if i complain
""",
    "told": """
Are you going to tell anybody what I told you?
is everything i say kept confidential
do you pass my information to social services
will my ex find out what i said
who else gets to see my details
do u share data with other organisations
do you ask permission before sharing my details
""",
    "held": """
I'd like a copy of everything you've got on me
how can i view my records
am i able to see the notes you keep about me
what data you have about me
can i ask for my personal file
please show me the information you hold on me
""",
    "kept": """
For how long will my details be stored?
when will you delete what ive written
do you get rid of my information after
how long are records kept for
how long you keep my message
is my data kept forever
""",
    "asked": """
What do you expect from the people who come?
any rules i should know about
is there a code of conduct for guests
what are clients supposed to do
what do you need me to do as a customer
which rules i must follow
""",
    "who_for": """
Is there an age you have to be to get help?
am I too young for your services
can people from croydon come
what kind of people do you support
im not disabled can i still use it
who is allowed to use this service
who can get help here
""",
    "hours": """
What are the opening times on Thursday?
r u open 2day
what time does the office shut
do you open on sundays
wich days u open
until what time are you there
""",
    "reach": """
What's the telephone number for your office?
can u give me ur email
how should i get hold of you
whats the postal address
which is the fastest way of getting in touch
I need your phone nummber
""",
    "phoning": """
I rang and no one picked up, what happens?
could you phone me back, i've run out of credit
how soon are voicemails answered
do you listen to the answer machine every day
how quickly will my call be answered
if i leave a voice message when do you call me
""",
    "meet": """
Would someone be able to visit my mum at her flat?
do u come out to peoples houses
could we meet at the community centre instead
where would the meeting be
must i travel to your office
can worker come in my home
""",
    "seen": """
Is it ok to drop in without booking?
what if im running late
how long would i be sitting waiting without an appointment
will i be seen at the time you gave me
do people need to book to see someone
i missed the appointment, what happens
""",
    "bring": """
Am I allowed to have my son with me?
can my carer come to the meeting as well
is it ok if my friend comes along
could my partner sit in on the appointment
do i need to come by myself
can i take my mother with me
""",
    "private": """
Is there a room where we can speak privately?
i dont want everybody listening
can i talk to somebody where no one else hears
do you have somewhere private
can we go somewhere quiet to talk
""",
    "conduct": """
What gets a person barred?
do you ban people
what if another visitor is abusive
can you kick me out
what happens to people who threaten staff
would you ever refuse to talk to me any more
""",
    "alcohol": """
I've had a few beers, may I still come in?
do you let people in who are drunk
is drinking allowed on the premises
what about drugs
can i bring my drink in
""",
    "thanks": """
I'd like to pass on my thanks, how do I do that?
how do i tell the manager someone was brilliant
got an idea for you where do i send it
can i leave some feedback
what do you do with suggestions
how to give compliment
""",
    "access": """
Can you get a wheelchair through the front door?
is there steps
do you have disabled access
have you got a lift because my knees are bad
is it accessible for my mobility scooter
disabled loo?
""",
    "cost": """
Will I be charged for this?
is there any cost
whats the price
do you take money for your help
how much i must pay
is everything free of charge
""",
    "elsewhere": """
If it's not something you do, will you tell me who does?
do you ever send people away
what do you do when you cant help someone
can you refer me on to another charity
will somebody just pass me around again
""",
    "anonymous": """
Is it possible to complain without saying who I am?
can i keep my name out of it
must i give you my name
i want to stay anonymus
do you take complaints from people who dont give a name
""",
    "for_someone": """
Can I raise something on behalf of my gran?
my neighbour cant write, can i do it for her
could my wife make the complaint for me
may i contact you about my mother
im a carer, am i allowed to speak for him
""",
    "about_staff": """
What happens if I'm complaining about one of your staff?
the complaint is about the boss who deals with it then
would the volunteer i complain about be told
can a worker look into a complaint about himself
who handles complaints about managers
""",
    "mistake": """
What happens when you get something wrong?
do you ever apologise
if you break your own rules what happens
and if you dont answer in time?
will i get an apology
""",
    "business": """
you did not pay our companys invoice
we had a contract and you ended it
how can a supplier dispute something
our firm disagrees with you about the service agreement
invoice unpaid for three months who do i ask
""",
    "elected": """
I'm a ward councillor, who should I write to?
our mp would like to raise something
writing from an MPs office about a constituent
i sit on the council and a resident asked me to help
how do you deal with letters from members of parliament
""",
    "works_here": """
I'm staff, can I complain about a colleague here?
my line manager is bullying me
i am an employee of yours with a grievance
how do i complain about a coworker, i work here too
can i as a volunteer complain about your staff who i work with
""",
}
ASKED = by_topic(_ASKED)
