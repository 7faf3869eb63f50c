"""The letters about an account: what they say, in the three languages of the market."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from vendue.kernel.letters import Language, Letter, Link, Note, lay_out


class LetterKind(StrEnum):
    """Why a letter is written."""

    CONFIRM_EMAIL = "confirm_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a letter, not a secret
    ALREADY_REGISTERED = "already_registered"


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    why: str
    button: str
    otherwise: str


#: How long a letter's link works.
LIFETIMES = {
    LetterKind.CONFIRM_EMAIL: timedelta(days=3),
    LetterKind.RESET_PASSWORD: timedelta(hours=1),
    LetterKind.ALREADY_REGISTERED: timedelta(hours=1),
}
#: What the link is for. A letter to somebody who already has an account offers a new password.
PURPOSES = {
    LetterKind.CONFIRM_EMAIL: "confirm",
    LetterKind.RESET_PASSWORD: "reset",
    LetterKind.ALREADY_REGISTERED: "reset",
}
_PAGES = {"confirm": "confirm", "reset": "reset"}

_CODES = {
    Language.LATVIAN: "Programmām pietiek ar kodu:",
    Language.ENGLISH: "Programs need only the code:",
    Language.RUSSIAN: "Программам достаточно кода:",
}
_WORDS = {
    (LetterKind.CONFIRM_EMAIL, Language.LATVIAN): _Words(
        "Apstiprini savu e-pasta adresi",
        "Tu atvēri kontu izsoļu namā Vendue. Apstiprini, ka šī adrese ir tava. "
        "Saite darbojas trīs dienas.",
        "Apstiprināt adresi",
        "Ja kontu neatvēri tu, šo vēstuli vari neņemt vērā.",
    ),
    (LetterKind.CONFIRM_EMAIL, Language.ENGLISH): _Words(
        "Confirm your e-mail address",
        "You opened an account with Vendue. Confirm that this address is yours. "
        "The link works for three days.",
        "Confirm the address",
        "If you did not open an account, ignore this e-mail.",
    ),
    (LetterKind.CONFIRM_EMAIL, Language.RUSSIAN): _Words(
        "Подтвердите свой адрес",
        "Вы создали учётную запись в аукционном доме Vendue. Подтвердите, что этот адрес ваш. "
        "Ссылка действует три дня.",
        "Подтвердить адрес",
        "Если это были не вы, не обращайте внимания на это письмо.",
    ),
    (LetterKind.RESET_PASSWORD, Language.LATVIAN): _Words(
        "Izvēlies jaunu paroli",
        "Kāds palūdza jaunu paroli tavam Vendue kontam. Saite darbojas vienu stundu.",
        "Izvēlēties paroli",
        "Ja to nelūdzi tu, šo vēstuli vari neņemt vērā: parole paliek tā pati.",
    ),
    (LetterKind.RESET_PASSWORD, Language.ENGLISH): _Words(
        "Choose a new password",
        "Somebody asked for a new password for your Vendue account. The link works for one hour.",
        "Choose a password",
        "If it was not you, ignore this e-mail: the password stays as it is.",
    ),
    (LetterKind.RESET_PASSWORD, Language.RUSSIAN): _Words(
        "Выберите новый пароль",
        "Кто-то запросил новый пароль для вашей учётной записи Vendue. Ссылка действует один час.",
        "Выбрать пароль",
        "Если это были не вы, не обращайте внимания: пароль останется прежним.",
    ),
    (LetterKind.ALREADY_REGISTERED, Language.LATVIAN): _Words(
        "Tev jau ir konts",
        "Kāds mēģināja atvērt Vendue kontu ar šo adresi, bet tāds jau ir. Ienāc vai "
        "izvēlies jaunu paroli. Saite darbojas vienu stundu.",
        "Izvēlēties paroli",
        "Ja tas nebiji tu, šo vēstuli vari neņemt vērā: nekas nav mainījies.",
    ),
    (LetterKind.ALREADY_REGISTERED, Language.ENGLISH): _Words(
        "You already have an account",
        "Somebody tried to open a Vendue account with this address, and there is one already. "
        "Sign in, or choose a new password. The link works for one hour.",
        "Choose a password",
        "If it was not you, ignore this e-mail: nothing has changed.",
    ),
    (LetterKind.ALREADY_REGISTERED, Language.RUSSIAN): _Words(
        "Учётная запись уже есть",
        "Кто-то пытался создать учётную запись Vendue для этого адреса, но она уже есть. Войдите "
        "или выберите новый пароль. Ссылка действует один час.",
        "Выбрать пароль",
        "Если это были не вы, не обращайте внимания: ничего не изменилось.",
    ),
}


def link(kind: LetterKind, base_url: str, token: str) -> str:
    """The address in a letter. The token is behind a ``#``, so no server on the way logs it."""
    return f"{base_url.rstrip('/')}/{_PAGES[PURPOSES[kind]]}#token={token}"


def compose(
    kind: LetterKind, language: Language, *, name: str, base_url: str, token: str
) -> Letter:
    """Write the letter, as plain text and as simple HTML."""
    words = _WORDS[kind, language]
    return lay_out(
        language,
        words.subject,
        name=name,
        paragraphs=[words.why],
        link=Link(words.button, link(kind, base_url, token)),
        notes=[Note(_CODES[language], token), Note(words.otherwise)],
    )
