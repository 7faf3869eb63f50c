"""What follows from events of identity."""

from vendue.identity.events import LetterRequested
from vendue.identity.services import letters
from vendue.reactions.registry import on


@on(LetterRequested)
def send_the_letter(event: LetterRequested) -> None:
    """Hand the letter to the worker; sending it twice is prevented where it is sent."""
    letters.queue(event.letter_id)
