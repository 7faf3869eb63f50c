"""The letters in Latvian."""

from vendue.comms.engine.phrases.shape import Case, Phrase, Phrases

_SEE = "Skatīt loti"

LATVIAN = Phrases(
    cases={
        Case.LEADING: Phrase(
            "Jūs esat vadībā: {title}",
            ("Lotei „{title}” jūs esat vadībā; cena ir {price}.", "Izsole beidzas {ends}."),
            _SEE,
        ),
        Case.OUTBID: Phrase(
            "Jūs pārsolīja: {title}",
            (
                "Par loti „{title}” kāds piedāvā vairāk nekā jūs. Cena tagad ir {price}.",
                "Lai atkal būtu vadībā, soliet vismaz {minimum}. Izsole beidzas {ends}.",
            ),
            "Solīt vēlreiz",
        ),
        Case.BID_VOIDED: Phrase(
            "Jūsu solījums ir anulēts: {title}",
            (
                "Izsoļu nama darbinieki anulēja jūsu solījumu par loti „{title}”.",
                "Tas jums vairs nav saistošs.",
                "Cena tagad ir {price}. Kas mainījies, redzams lotes vēsturē.",
            ),
            _SEE,
        ),
        Case.ENDING_LED: Phrase(
            "Drīz beigsies: {title}",
            (
                "Lotes „{title}”, par kuru solījāt, izsole beidzas {ends}.",
                "Jūs esat vadībā; cena ir {price}.",
            ),
            _SEE,
        ),
        Case.ENDING_OUTBID: Phrase(
            "Drīz beigsies: {title}",
            (
                "Lotes „{title}”, par kuru solījāt, izsole beidzas {ends}.",
                "Jūs neesat vadībā. Cena ir {price}; lai būtu vadībā, soliet vismaz {minimum}.",
            ),
            "Solīt vēlreiz",
        ),
        Case.WATCHED_ENDING: Phrase(
            "Drīz beigsies: {title}",
            ("Lotes „{title}”, kurai sekojat, izsole beidzas {ends}.", "Cena ir {price}."),
            _SEE,
        ),
        Case.WON: Phrase(
            "Jūs uzvarējāt: {title}",
            (
                "Lote „{title}” ir jūsu. Āmura cena ir {price}.",
                "Tai pieskaita pircēja komisiju, PVN un piegādi: viss redzams lotes lapā.",
            ),
            _SEE,
        ),
        Case.LOST: Phrase(
            "Jūs neuzvarējāt: {title}",
            ("Loti „{title}” par {price} ieguva cits solītājs.",),
            _SEE,
        ),
        Case.RESERVE_NOT_MET: Phrase(
            "Lote nav pārdota: {title}",
            (
                "Lote „{title}” netika pārdota: rezerves cena nav sasniegta.",
                "Jūsu solījums vairs nav saistošs.",
            ),
            _SEE,
        ),
        Case.WITHDRAWN: Phrase(
            "Lote nav pārdota: {title}",
            ("Loti „{title}” vairs nepārdod.", "Jūsu solījums vairs nav saistošs."),
            _SEE,
        ),
        Case.SAVED_SEARCH: Phrase(
            "Jaunas lotes meklējumam „{name}”: {count}",
            ("Jūsu meklējums „{name}” atrada jaunas lotes: {count}.",),
            "Skatīt meklējumus",
        ),
    },
    why="Šādas vēstules saņemat pēc savas izvēles. To var mainīt šeit:",
)
