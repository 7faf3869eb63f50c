"""The letters in English."""

from vendue.comms.engine.phrases.shape import Case, Phrase, Phrases

_SEE = "See the lot"

ENGLISH = Phrases(
    cases={
        Case.LEADING: Phrase(
            "You are leading: {title}",
            ("You lead on “{title}” at {price}.", "The lot ends on {ends}."),
            _SEE,
        ),
        Case.OUTBID: Phrase(
            "You were outbid: {title}",
            (
                "Somebody offers more than your maximum for “{title}”. The price is now {price}.",
                "To lead again, bid at least {minimum}. The lot ends on {ends}.",
            ),
            "Bid again",
        ),
        Case.BID_VOIDED: Phrase(
            "Your bid was voided: {title}",
            (
                "The market's staff voided your bid on “{title}”. It no longer binds you.",
                "The price is now {price}. The lot's history shows what has changed.",
            ),
            _SEE,
        ),
        Case.ENDING_LED: Phrase(
            "Ends soon: {title}",
            (
                "“{title}”, which you bid on, ends on {ends}.",
                "You are leading at {price}.",
            ),
            _SEE,
        ),
        Case.ENDING_OUTBID: Phrase(
            "Ends soon: {title}",
            (
                "“{title}”, which you bid on, ends on {ends}.",
                "You are not leading. The price is {price}; bid at least {minimum} to lead again.",
            ),
            "Bid again",
        ),
        Case.WATCHED_ENDING: Phrase(
            "Ends soon: {title}",
            ("“{title}”, which you watch, ends on {ends}.", "The price is {price}."),
            _SEE,
        ),
        Case.WON: Phrase(
            "You won: {title}",
            (
                "The lot “{title}” is yours. The hammer price is {price}.",
                "Buyer's premium, VAT and shipping are added to it: the lot's page shows them all.",
            ),
            _SEE,
        ),
        Case.LOST: Phrase(
            "You did not win: {title}",
            ("“{title}” went to another bidder at {price}.",),
            _SEE,
        ),
        Case.RESERVE_NOT_MET: Phrase(
            "Not sold: {title}",
            ("“{title}” was not sold: its reserve was not met.", "Your bid no longer binds you."),
            _SEE,
        ),
        Case.WITHDRAWN: Phrase(
            "Not sold: {title}",
            ("“{title}” is not for sale any more.", "Your bid no longer binds you."),
            _SEE,
        ),
        Case.SAVED_SEARCH: Phrase(
            "New lots for “{name}”: {count}",
            ("Your search “{name}” has found new lots: {count}.",),
            "See your searches",
        ),
    },
    why="You chose to get such letters. Here you can change that:",
)
