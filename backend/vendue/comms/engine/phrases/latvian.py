"""The letters in Latvian."""

from vendue.comms.engine.phrases.shape import Case, Phrase, Phrases

_SEE = "Skatīt loti"

LATVIAN = Phrases(
    cases={
        Case.LEADING: Phrase(
            "Tu vadi: {title}",
            ("Tu vadi lotes „{title}” izsolē; cena ir {price}.", "Izsole beidzas {ends}."),
            _SEE,
        ),
        Case.OUTBID: Phrase(
            "Tevi pārsolīja: {title}",
            (
                "Par loti „{title}” kāds piedāvā vairāk nekā tu. Cena tagad ir {price}.",
                "Lai atkal vadītu, soli vismaz {minimum}. Izsole beidzas {ends}.",
            ),
            "Solīt vēlreiz",
        ),
        Case.BID_VOIDED: Phrase(
            "Tavs solījums ir anulēts: {title}",
            (
                "Izsoļu nama darbinieki anulēja tavu solījumu par loti „{title}”.",
                "Tev tas vairs nav saistošs.",
                "Cena tagad ir {price}. Kas mainījies, redzams lotes vēsturē.",
            ),
            _SEE,
        ),
        Case.ENDING_LED: Phrase(
            "Drīz beigsies: {title}",
            (
                "Lotes „{title}”, par kuru solīji, izsole beidzas {ends}.",
                "Tu vadi; cena ir {price}.",
            ),
            _SEE,
        ),
        Case.ENDING_OUTBID: Phrase(
            "Drīz beigsies: {title}",
            (
                "Lotes „{title}”, par kuru solīji, izsole beidzas {ends}.",
                "Tu nevadi. Cena ir {price}; lai vadītu, soli vismaz {minimum}.",
            ),
            "Solīt vēlreiz",
        ),
        Case.WATCHED_ENDING: Phrase(
            "Drīz beigsies: {title}",
            ("Lotes „{title}”, kurai tu seko, izsole beidzas {ends}.", "Cena ir {price}."),
            _SEE,
        ),
        Case.WON: Phrase(
            "Tu uzvarēji: {title}",
            (
                "Lote „{title}” ir tava. Āmura cena ir {price}.",
                "Tai pieskaita pircēja komisiju, PVN un piegādi: viss redzams lotes lapā.",
            ),
            _SEE,
        ),
        Case.LOST: Phrase(
            "Tu neuzvarēji: {title}",
            ("Loti „{title}” par {price} ieguva cits solītājs.",),
            _SEE,
        ),
        Case.RESERVE_NOT_MET: Phrase(
            "Lote nav pārdota: {title}",
            (
                "Lote „{title}” netika pārdota: rezerves cena nav sasniegta.",
                "Tavs solījums vairs nav saistošs.",
            ),
            _SEE,
        ),
        Case.WITHDRAWN: Phrase(
            "Lote nav pārdota: {title}",
            ("Loti „{title}” vairs nepārdod.", "Tavs solījums vairs nav saistošs."),
            _SEE,
        ),
        Case.SAVED_SEARCH: Phrase(
            "Jaunas lotes meklējumam „{name}”: {count}",
            ("Tavs meklējums „{name}” atrada jaunas lotes: {count}.",),
            "Skatīt meklējumus",
        ),
    },
    why="Šādas vēstules tu saņem pēc savas izvēles. To var mainīt šeit:",
)
