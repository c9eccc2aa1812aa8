"""What people write when they may be in danger. Made up, as people type."""

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
he smacks me when hes drunk
my wife throws plates at me
he puts his hands round my neck
im afraid of my brother
my father is violent towards my mother
they took my passport and make me work for nothing
I am being followed by a man
i have had enough of life
i feel like ending my life
i want to jump off a bridge
i cut my arms
I am hearing voices telling me to kill
my daughter was touched by her teacher
my grandad is being beaten by his carer
please send help he is outside my door
he threatens to take my kids and kill me
my boyfriend is controlling and i am frightened
he wont let me have my phone
my neighbour threatened to burn my flat
Someone broke into my flat and i am scared
i have nobody and i want to die
my landlord assaulted me
he put a knife to my throat
i was attacked on the way to you
im scared for my sister
my mum hits me im 14
dad comes into my room at night
the staff hit the residents
I saw a carer slap a resident
im a victim of abuse
I have been abused for years
my partner is abusive and i need to leave
They are hurting me
i'm gonna end it tonight
mi husband beet me
he bete me
he hitted me
he do hit me
my man beating me
im so sceard
am scared 4 my life
i dont feel saf
i fell unsafe at home
suicde
want 2 die
wanna kill meself
he rapes me
my partner hit me and the baby
im being beaten up at home
hes gona kill me
ther is a man outside with a knife
my brother raped me
I'm going to hang myself
dont wanna be alive
I have nothing left to live for
my girlfriend throws things at me and punches me
he chokes me when hes angry
i am afraid for my life
She wont let me see my kids or leave the flat
my grandson has been stealing from me
the staff at the home slap my mother
I think my mum is being neglected
a man has been stalking me
he said hed burn the house down with me in it
he forces me to have sex
i am scard of my husband
I am so frightened
I cant take this any more
thinking of ending it
thinking of ending my life
i took an overdose
he is hitting me right now
I am trapped with him
my carer shouts and hits
they are hurting my son
he pinned me against the wall
someone tried to kill me
I was attacked outside your office
I was assulted
i was beeten
my husband abuses me
hes abusive
I feel like killing myself
I feel like ending it all
ive had enough i want to be dead
she keeps me prisoner
I am bleeding
help me hes coming
i need the police
I got beat up last night
He attacked me with a bottle
my flatmate threatened to stab me
they said they would kill my family
I'm terrified
he controls all my money and my phone
I am scared he will find me
he has hurt me before
"""
HARM_MESSAGES = tuple(HARM.strip().splitlines())
