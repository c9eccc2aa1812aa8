"""What only sounds like danger, or like nothing of the kind. Made up, as people type."""

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
the group was beaten in the quiz
I am frightened I will miss the deadline
Do you help with domestic abuse
we hit our target
can you hit me up with the details
he is a good man, he took me shopping
I slapped some paint on the wall
someone hit my car in your car park
a man hit my car
I feel safe with your staff
your staff made me feel safe
she is not safe to drive any more
the pavement is unsafe
it is an unsafe crossing
my daughter is scared of injections
I took my tablets late because the nurse did not come
I was locked out of my account
my key is locked in the office
I do not want to live in Bromley any more
I dont want to live here any more
I want to live alone
I no longer want to be here in this flat
I cant take it any more the noise from upstairs
he stole my heart
your volunteer took my money for the trip and lost the receipt
my son takes my money to the bank for me
someone stole my bike
can you call me about the police car
call me, I need a lift to the ambulance station
he held my hand
the man at the desk grabbed my arm to help me
the driver will kill someone one day
I want to hurt nobody
I will attack the garden next week
he follows me on facebook
the bus driver threw my ticket at me
I broke my arm and need help at home
my mum broke her leg
I have a bruise on my leg
I burnt myself on the cooker at the lunch club
the boiler is a killer
fight for my life story project
life saving course
end of life care
I want to talk about end of life planning
will writing and lasting power of attorney
the house was on fire last year and we lost all
my baby is not breathing well at night, which clinic
I'm worried about heating costs this winter and whether my mum can afford it
Can you tell me when the foodbank is open, I am starving lol
The volunteer at the door was lovely, she made my day
I was really hurt by the way I was spoken to
the receptionist attacked my character
Can I bring my dog, he does not bite
I want to know about dying at home and hospice care
my wife has dementia and hits out sometimes
what do I do if I get a scam call
I've been a victim of a scam, they stole my savings
how do I report a hate crime
My landlord wont fix the damp and it is making my chest bad
I want to kill off my old account
you lot beat everyone else for kindness
I'm scared I won't be able to pay my rent
I am terrified of the lift
my house is not safe, the stairs are broken
The bathroom is unsafe
i dont feel well
i dont feel like coming
I am not sure if it is safe
the stress is killing me
he is a killer at dominoes
we had a blast
I am at risk of losing my home
I cant cope with all these forms
I can't breathe in that stuffy room
He broke my fence
he took my form away
the group has been cancelled
she would not let me speak
your worker would not let me finish
I need to escape the house for a few hours
my son has autism and is violent at school
"""
HARMLESS_MESSAGES = tuple(HARMLESS.strip().splitlines())
