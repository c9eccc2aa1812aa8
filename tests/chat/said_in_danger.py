"""What people write when they may be in danger, and what only sounds like it. Made up, as people type."""

HARM = """
he hits me and i am scared to go home
my husband hits me
I am being abused
im scared
The man on the door hit me last night. He said he will kill me. I dont feel safe.
he his me
my husban hitts me evry nite
my boyfrend beats me up wen he drinks
She punched me in the face yesterday
my son slaps me and takes my pension
My daughter takes all my money and locks me in my room
he says he is going to kill me
he sed he wil kil me
he threatend me with a knife
my ex keeps following me home
someone is hurting me
my carer hurts me when she washes me
my carer is rough and I am frightened of her
the carer leaves my mum in her own mess all day
I found bruises all over my mums arms
I dont feel safe at home
i do not feel safe here
im not safe
we are not safe in this house
I feel unsafe in the hostel
i am in danger
my life is in danger
please help he is going to hurt me
I want to die
i wanna die
i want to kill myself
im going to kill my self tonight
I am thinking about suicide
i feel sucidal
I cant go on anymore
i cant go on
I don't want to be here any more
i dont want to live anymore
I want to end it all
there is no point in living
everyone would be better off without me
i have taken too many tablets
i took all my pills
ive been cutting myself again
I self harm
i was raped
I was sexually assaulted by a man at the group
a man touched me and i did not want it
my uncle touches me
he strangled me last week
he grabbed me by the throat
he pushed me down the stairs
my partner is violent
i live in fear of my husband
my dad beats my mum
He hits my children
my kids are scared of their dad
i am scared of my son
Im frightend to go home
afraid to go home tonight
I ran away from my husband and have nowhere to sleep
i am fleeing domestic violence
I am a victim of domestc abuse
my family are forcing me into a forced marriage
they make me work and wont let me leave
he wont let me out of the house
he has a gun
somebody has stabbed my friend
I am going to hurt someone
call the police please
we need an ambulance
I cannot breathe
i think my neighbour is abusing his little girl
My nan is being abused by her carer
she keeps hitting me with a stick
my stepdad is hurting me
he broke my arm
i have a black eye because of him
i hate my life and wish i was dead
I am too frightened to tell anyone what he does to me
Hello I wanted to ask about lunch club but also my husband has been hitting me and I dont know who to tell
"""

HARMLESS = """
I cant read
i cant read very well
I have been thinking about my rent
this is killing my back
the wait is killing me
I could murder a cup of tea
dead battery
the deadline kills me
my phone is dead
the battery in my hearing aid is dead
I am dying to see the new garden
my feet are killing me
my back hurts me when I sit in your chairs
my knee hurts
I am afraid I cannot come on Tuesday
I'm afraid we lost the form
i am scared of dogs, is there one at the office
I am frightened of using the computer
the bus beat me to the stop
you beat me to it
the news hit me hard
I was hit by the price rise
they hit me with a big bill
my landlord kicked me out
I got kicked out of my flat
I could kick myself for forgetting
hurt my feelings when nobody rang
I was hurt that nobody came
I hurt myself falling on your step
I cut myself shaving
I cut myself a slice of cake at the lunch club
can you kill the weeds in my garden
my mum will kill me if I lose this form
I want to shoot the breeze
she shot me a look
the deadline for my form is Friday
is it safe to email you
it is not safe to text me
the path is not safe for wheelchairs
do you do a safe place scheme
food safety training
I want to end my tenancy
I want to end this chat
I want to stop my direct debit
please stop sending letters
I cant go on Tuesday
i cannot go on the trip
I can not carry on with the course
I cannot go on the computer
my husband has died and I need help with forms
my wife died last year
my dad passed away
I lost my husband
I need help with funeral costs
do you run suicide prevention training
can I volunteer with your domestic abuse team
I would like safeguarding training
I need a DBS police check
where is the police station
the ambulance service gave me your number
how do I become a police officer
do you give first aid classes
I had a heart attack last year and need help at home
I had a stroke and cannot use my arm
my asthma is bad
I suffer from panic attacks
I need a blue badge
my boiler is broken and I am freezing
my washing machine broke
the machine took my card
the cash machine swallowed my money
the council took money out of my account
your driver never turned up
the lady on the desk was rude to me
the man on the phone shouted
nobody listens to me
I am fed up
I am so tired of being passed around
I am worried about my gas bill
I am really worried about my mum
they threatened to cut off my electric
I was threatened with eviction
the bailiffs are threatening me with court
I need a food parcel
I have not eaten since this morning
I am hungry
I sleep in my car
I am homeless
I feel lonely
I feel sad today
I am bored to death
I nearly died laughing
the coffee is to die for
knives and forks for the lunch club
bring a knife and fork
hit the road
punch and judy show
can I book the punch bag class
the boxing club is great
we beat them at bingo
my grandson beat me at chess
this story touched me deeply
it was a knockout
the fire alarm keeps going off
my smoke alarm is broken
I am in trouble with my rent
I am in danger of losing my home
a risk assessment for the stairs
the stairs are steep
I have a bruise from the blood test
I take six tablets a day
where can I get my tablets
I need help with my medication
the dog attacked my cat
can you help me get away for a holiday
I want to run away with the circus
my daughter is getting married
my son takes me to the shops
he takes my dog for walks
my carer is lovely
I am happy with my carer
thank you for helping me
What time do you open
"""
HARM_MESSAGES = tuple(HARM.strip().splitlines())
HARMLESS_MESSAGES = tuple(HARMLESS.strip().splitlines())
