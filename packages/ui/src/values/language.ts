/** The three languages, and the few words that the parts themselves say. */

export type Language = 'lv' | 'en' | 'ru'

export interface Words {
  readonly days: string
  readonly hours: string
  readonly minutes: string
  readonly leading: string
  readonly outbid: string
  readonly won: string
  readonly lost: string
  readonly close: string
  readonly undo: string
  readonly retry: string
  readonly ended: string
  /** Announced to screen readers when the clock passes a mark. */
  readonly fiveMinutesLeft: string
  readonly oneMinuteLeft: string
  readonly tenSecondsLeft: string
}

export const WORDS: Record<Language, Words> = {
  lv: {
    days: 'd.',
    hours: 'st.',
    minutes: 'min',
    leading: 'Tu vadi',
    outbid: 'Pārsolīts',
    won: 'Uzvarēts',
    lost: 'Nav uzvarēts',
    close: 'Aizvērt',
    undo: 'Atsaukt',
    retry: 'Mēģināt vēlreiz',
    ended: 'Beidzies',
    fiveMinutesLeft: 'Atlikušas piecas minūtes',
    oneMinuteLeft: 'Atlikusi viena minūte',
    tenSecondsLeft: 'Atlikušas desmit sekundes',
  },
  en: {
    days: 'd',
    hours: 'h',
    minutes: 'min',
    leading: 'Leading',
    outbid: 'Outbid',
    won: 'Won',
    lost: 'Not won',
    close: 'Close',
    undo: 'Undo',
    retry: 'Try again',
    ended: 'Ended',
    fiveMinutesLeft: 'Five minutes left',
    oneMinuteLeft: 'One minute left',
    tenSecondsLeft: 'Ten seconds left',
  },
  ru: {
    days: 'д.',
    hours: 'ч.',
    minutes: 'мин',
    leading: 'Вы лидируете',
    outbid: 'Вас перебили',
    won: 'Выиграно',
    lost: 'Не выиграно',
    close: 'Закрыть',
    undo: 'Отменить',
    retry: 'Повторить',
    ended: 'Завершён',
    fiveMinutesLeft: 'Осталось пять минут',
    oneMinuteLeft: 'Осталась одна минута',
    tenSecondsLeft: 'Осталось десять секунд',
  },
}
