"""What guests may type on the first page, by what it is for. None of it is among the examples.

Made up, as people type: in a hurry, cross, at length, with slips of the finger, new to English.
"""

_SAID = {
    "question": """
do u no where i can get a free mattress
My neighbour says you give out microwaves. Is that right and who can have one?
what papers do i need to bring for the blue badge form
is ther a bus that stop near you
pls can you tell me what the minimum age is for your lunch group
How do I become a volunteer with you?
I don't understand my electricity bill, who can explain it to me?
Do I have to pay for the gardening service
i am new in england, how i register with doctor
are dogs allowed inside
whats the difference between pip and attendance allowance
Is there parking for disabled people at your building
can somone help me to fill a universal credit form
Hi, I am a carer for my dad and would like to know what support there is
what happens to the information you keep on me
have you got any coats for children
""",
    "appointment": """
Could someone come round to my house next week to go through my forms?
i wanna see somebody about my rent arears
pls book me for thursday afternoon
Do you have any free slots on Monday morning
I need to sit down with an advisor face to face
appointment plz
my dad needs to see someone about his pension, when is the next free time
I want speak with benefits woman in office, what day I can come
can u fit me in this week
hi i would like to arrange a phone appointment with the housing worker
Is it possible to meet one of the trustees
id like a home visit as i cant walk far
want to make a apointment for hearing aid clinic
When is the earliest I could be seen?
good morning, please could you put me down for a slot with Karen
i need book meeting
""",
    "change_appointment": """
I can't make it on Tuesday any more, is there another day?
need to move my appointment please
can i cancel tomorrows home visit, im in hospital
Please could we make it an hour later on Friday
sorry i wont be able to come at 2
My mum is booked in for Wednesday but she is poorly, can we rearrange
reshedule my apointment
change time of my meeting
I have to put off seeing Sam until next week
want to swap my slot to the afternoon
i am running late for my 10 oclock
I no longer need the appointment I booked
can my appointment be by phone instead of at the office
my appointment on the 12th clashes with the hospital
dont send the adviser thursday i have to go out
""",
    "complaint": """
The lunch was stone cold and nobody cared
I've rung nine times and not one person has picked up
Your receptionist looked at me like I was dirt
i am absolutely disgusted with the way i been treated
You promised to ring Monday. It is now Friday.
The volunteer told everyone in the room about my debts
I waited in the rain for an hour and nobody opened up
that woman in your office laugh at my english
sick of being ignored by you lot
your advice was wrong and it cost me 200 pounds
they left my mother sitting in the corridor for two hours
Why was I thrown out of the group for no reason
I want this taken further, I demand to speak to a manager about how I was treated
nobody bothered to read what I wrote on the form
This is the third time the minibus has forgotten me
the worker he shout at me and I did nothing wrong
very poor service, will not be coming back
I am writing to formally complain about the advice line
""",
    "concern": """
I am a bit worried my dad is not getting the right meals from you
I dont want to make a fuss but the hall floor is slippy and someone could fall
My befriender has not been for a fortnight, hope she is ok
I am concerned that the new volunteer does not know about my mum's allergies
something does not feel right about how the money is collected at the club
could somebody look into the broken lift before it gets worse
im anxious about the change of my support worker
Mum seems confused after the visits, it bothers me
just want someone to sort out the mix up with my dads transport
worried my form got lost in post
I have noticed the carer leaves early and it is troubling me
a little uneasy about the driver, he goes very fast
not a complaint but i am worried about the heating in the hall
Please can someone quickly check why my shopping has stopped coming
""",
    "comment": """
It would be great if you opened on Saturdays
Have you thought about having a quiet room
My suggestion is to put bigger signs outside
you should do the newsletter in large print
Maybe the tea could come before the talk
an idea: a walking group for men
why not have music at the lunch club
I think more chairs in the waiting room would help
A comment about your leaflet, the writing is too small
could you think about evening sessions for people who work
would be nice if there was more veg options
just some feedback, the website is hard to find on google
I would prefer it if the group was in the mornings
may i sugest a box for our ideas
""",
    "compliment": """
Just wanted to say how brilliant Julie was on the phone
you people saved my life this winter, bless you
My mum loved the Christmas dinner, please pass on our thanks
the driver is a lovely man and always helps me up the step
very happy with help I get from you
Amazing service, could not have done it without you
please tell the kitchen the pie was smashing
thankyou so much for sorting out my benifits
I am so grateful to everyone who helped me move
10 out of 10 for your staff
your volunteers are angels
We would like to praise the advice team, they were patient and kind
what a wonderful afternoon we all had at the tea dance
god bless the lady who bring me food
""",
    "track": """
any news on my complaint
Has anyone looked at what I sent last week?
I sent you a message on Monday, what is happening with it
how do I check where my case has got to
i have a reference number and want to see the reply
Did you get my form
have you answered me yet
whats going on with my case
checking up on my question from before
I lost the slip with my code on it, how do I get back in
I'd like an update please
my ref is LWB-7K4Q, is there a answer
where i put my code
still waiting to hear about the thing i asked
I want to add something to the message I already sent
""",
    "person": """
get me a human
Is there a real person I can talk to?
can someone just ring me
I would rather speak to somebody than type
let me speak with staff please
what number do I call
I need a person not a computer
put me through to someone
call me back please
i dont like machines, want to talk someone
operator
how do i phone you
I'm no good at typing, could I talk to one of your team
live agent
""",
    "none": """
hiya
ok
yes
lol
cheers
bye for now
the cat sat on the mat
testing 123
asdfghjkl
good evening to you
nice weather today
who won the football
potato
Tuesday
nothing thanks
just looking
my name is David
hahaha
see you later
I like biscuits
""",
}
SAID = tuple((suggests, words) for suggests, each in _SAID.items() for words in each.strip().splitlines())

_IN_DANGER = {
    "emergency": """
I have got the pills in front of me
theres blood everywhere pls help
my dad has collapsed and wont wake up
He's got a knife and he's outside
my chest hurts so bad and my arm gone numb
dont see the point anymore, gonna finish it tonight
my ex is banging on the door saying hes going to kill me
i cant keep living like this i want it all to stop, ive got a rope
he is punching my mum right now
flames are coming up the stairs and the kids are up there
shes not breathing
I am going to jump
he is strangling her
think i'm dying i cant breath
my son has a blade and says he will use it on me
I've swallowed a load of paracetamol
nobody would miss me if i ended it
i feel like killing my self
someone is trying to break in my door
he say he kill me tonight
""",
    "safeguarding": """
My stepfather used to come into my bed
the night staff tie him to the chair
the lady who cleans for gran has been helping herself to her savings
he calls me worthless every day and wont let me see my friends
I have burns on my arms from my husband's cigarettes
she hasnt fed the kids for days
my mum's carer shouts and pulls her hair
i was touched by one of the helpers when i was small
he makes me hand over my pension each week
they took my passport and i get no wages
there are marks all over grandads wrists
my partner watches my phone and tells me who i can see
my wife slaps me when she drinks
my uncle wants to send me back to get married to a stranger
my sister is left alone in dirty sheets all day by the care home
a volunteer asked my daughter to keep a secret and sent her pictures
I get hit if dinner is late
the boy next door has bruises and is always hungry
my boss keeps me locked in the flat after work
my husbnd he beet me wen he drunk
""",
}
IN_DANGER = tuple(
    (safety, words) for safety, each in _IN_DANGER.items() for words in each.strip().splitlines()
)

_SOUNDS_LIKE_DANGER = """
my hip is killing me after that walk
the queue was murder today
I was gutted when the trip was off
can i bring my grandson to the karate class
he fell off his bike but he is fine
my dad died in March and I need to tell the pension people
who do i ask about a coroner
I am scared of the dentist, do you know a kind one
my heating bill has hit the roof
the printer took all my coins
my son picks me up at four
my daughter keeps my papers safe
I have to take my tablets with food, what time is lunch
do you have a course about staying safe online
the bus driver slammed the doors before I got on
I would die for a cup of tea
the wasps attacked us at the picnic
she lost her temper with the computer
can you help me with a stuck window
I got burnt by the sun at the garden party
my cat scratched me
the council is threatening to take my garage
I'm locked out of my email
my friend has left her husband and needs a solicitor
my knee gave way on your steps
I want to stop my subscription to the newsletter
he beat the record at bowls
i need a plaster for a cut finger
I was beaten to the last seat
where do I hand in a knife for sharpening at the repair cafe
my nephew is a police officer
how do I get a fire alarm fitted
my husband wont wear his hearing aid
she makes me laugh
the noise from next door is driving me mad
i am frightened of heights so not the top floor please
I was so hungry I ate both puddings
it was a bloody good show
my mum wont use the stairs
I suffer with my nerves
"""
SOUNDS_LIKE_DANGER = tuple(_SOUNDS_LIKE_DANGER.strip().splitlines())
