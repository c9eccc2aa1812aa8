"""Questions that no policy here speaks of: for these nothing may be shown. None is among the examples."""

_ABOUT_OTHER_THINGS = """
do u no where i can get a free mattress
My neighbour says you give out microwaves. Is that right and who can have one?
what papers do i need to bring for the blue badge form
is ther a bus that stop near you
How do I become a volunteer with you?
I don't understand my electricity bill, who can explain it to me?
i am new in england, how i register with doctor
whats the difference between pip and attendance allowance
can somone help me to fill a universal credit form
have you got any coats for children
my boiler broke down and its freezing in here
how do i apply for council housing
what is pension credit
can you help me with my gas bill
when is the lunch club
do you do hot dinners
is there a class for computers
who do i call about a broken street light
my landlord wants to evict me what can i do
where can i learn english
do you cut toenails
how do i get a bus pass
can you help me find a job
what is the weather tomorrow
is the moon made of cheese
tell me a joke
who won the football
do you sell stamps
how do i cook rice
what is the capital of france
I lost my glasses on the bus
my son has started school
i would like some help with my garden
need a fridge
can you help me move house
what benefits can i get as a carer
my hearing aid needs a battery
how do i claim attendance allowance
how do i get a dentist
are there any trips this summer
the wifi is not working
can i borrow a wheelchair
where do i get a covid test
does the club have bingo
i need a lawyer for immigration
my bank card was stolen what should i do
how do i report a hate crime
my pip was stopped
what is on the menu on tuesday
is there a dementia cafe
i need shoes size nine
do you give furniture
can you fix my laptop
who is the prime minister
help with funeral costs
how do i stop scam calls
where is the nearest pharmacy
i want to learn to swim
can you recommend a plumber
how do i get a disabled parking bay outside my house
"""
ABOUT_OTHER_THINGS: tuple[str, ...] = tuple(_ABOUT_OTHER_THINGS.strip().splitlines())

# Written before any limit was chosen, and never used to choose one.
OTHER_THINGS_UNSEEN = (
    "can you help me apply for a blue badge",
    "what is universal credit",
    "do you have a food bank",
    "where can i get a hot meal",
    "i need some blankets",
    "how can i volunteer",
    "my neighbour is very noisy what can i do",
    "how do i get my boiler fixed",
    "is there a knitting group",
    "do you run a befriending scheme",
    "what time does the library shut",
    "how do i register to vote",
    "how do i get a passport",
    "i want a divorce who can help",
    "the council has not collected my bins",
    "can i get a grant for a washing machine",
    "who do i ask about care homes",
    "do you give lifts to hospital",
    "can you walk my dog",
    "how old is the queen",
    "what is two plus two",
    "sing me a song",
    "do you like cats",
    "i lost my keys",
    "my cat is ill",
    "how do i make soup",
    "when is christmas",
    "how tall is the shard",
    "what is the best phone to buy",
    "how much is a stamp",
    "can you do my shopping",
    "is there a group for widows",
    "do you have a minibus",
    "i need a new bed",
    "how do i claim carers allowance",
    "can you check if my benefits are right",
    "what is a care act assessment",
    "who won the election",
    "my gas has been cut off",
    "do you run exercise classes",
)
