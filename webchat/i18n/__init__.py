"""The words of the house in every language: which, how dates and promises are told, what is wrong in them."""
