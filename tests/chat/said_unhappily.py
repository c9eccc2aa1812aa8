"""Thirty unhappy sentences that do not say "complaint", none of them an example (guest-rules E1). Made up."""

_UNHAPPY = """
No one turned up and I sat by the window all day
I am so angry with your office
the woman at reception ignored me
You people never ring back when you say you will
he was very rude on the telephone
i was made to feel like a nuisance
I have had no reply for a month and it is not good enough
Your driver shouted at my mother
my papers have been lost again by your staff
this is the second time you have cancelled on me
What a terrible way to treat people
the dinner was cold and the plates were dirty
I was given wrong advice and lost my benefit
nobody listened to a word I said
i feel let down by all of you
your worker was late again and did not say sorry
The adviser would not let me speak
they told my neighbour my business
I am disgusted
staff were laughing at me
I waited two hours and got sent away
she put the phone down on me
i been treated unfair because i am old
the volunteer lied to me
you have done nothing to help my family
very bad service, worker not listen to me
I am fed up with being passed about
Nobody told us the club was shut and we came all that way
the toilets at your hall are a disgrace
i want the manager to say sorry for how i was treated
"""
UNHAPPY = tuple(_UNHAPPY.strip().splitlines())
