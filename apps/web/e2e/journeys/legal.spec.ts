import { expect, expectAccessible, expectNoOverflow, LOOKS, speak, test } from '../support/test'

const TITLES = {
  lv: ['Noteikumi', 'Privātuma paziņojums', 'Atteikuma tiesības', 'Par mums'],
  en: ['Terms', 'Privacy notice', 'Right of withdrawal', 'Imprint'],
  ru: ['Условия', 'Уведомление о конфиденциальности', 'Право отказа', 'О нас'],
} as const
const PATHS = ['/legal/terms', '/legal/privacy', '/legal/withdrawal', '/legal/imprint']

for (const language of ['lv', 'en', 'ru'] as const) {
  test(`the legal texts stand in ${language}, and own up to what is missing`, async ({
    page,
    context,
  }) => {
    await speak(context, language)
    for (const [place, path] of PATHS.entries()) {
      await page.goto(path)
      const name = TITLES[language][place] ?? ''
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(page.getByText(/\{\{/)).toHaveCount(0)
      await expect(
        page.getByText(/^(Vēl nav norādīts|Not filled in yet|Ещё не указано)/),
      ).toBeVisible()
    }
  })
}

for (const look of LOOKS) {
  test(`the terms can be read on ${look.name}`, async ({ page }) => {
    await page.setViewportSize(look)
    await page.emulateMedia({ colorScheme: look.theme })
    await page.goto('/legal/terms')
    await expect(page.getByRole('heading', { name: 'A bid binds you' })).toBeVisible()
    await expectAccessible(page)
    await expectNoOverflow(page)
  })
}
