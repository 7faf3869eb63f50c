import { letterTo, linkIn } from '../support/letters'
import { aPerson } from '../support/market'
import { expect, expectAccessible, expectNoOverflow, signIn, speak, test } from '../support/test'

const PASSWORD = 'three quiet herons by the river'
let made = 0

function anAddress(): string {
  made += 1
  return `joining-${Date.now()}-${made}@journeys.example`
}

test('somebody opens an account, confirms the address in another tab, and both are signed in', async ({
  page,
  context,
}) => {
  const email = anAddress()
  await page.goto('/sign-up?back=/me/watching')
  await expect(page.getByRole('heading', { name: 'Open an account' })).toBeVisible()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Name', { exact: true }).fill('Marta')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('checkbox', { name: 'I am at least 18 years old.' }).check()
  await page.getByRole('checkbox', { name: /^I accept the terms/ }).check()
  await page.getByRole('button', { name: 'Open the account' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  await expectAccessible(page)

  const letter = await context.newPage()
  await letter.goto(await linkIn(email))
  await expect(letter.getByRole('heading', { name: 'The address is confirmed' })).toBeVisible()
  await expect(letter.getByText('You are signed in and can bid.')).toBeVisible()
  expect(new URL(letter.url()).hash).toBe('')
  await expect(page).toHaveURL(/\/me\/watching$/)
  await expect(page.getByRole('heading', { name: 'You watch no lots yet' })).toBeVisible()
  await letter.getByRole('link', { name: 'Go on where you were' }).click()
  await expect(letter).toHaveURL(/\/me\/watching$/)
})

test('whose first tab is gone signs in at the letter’s link, and gets back to the lot', async ({
  page,
  context,
}) => {
  const email = anAddress()
  await page.goto('/search')
  const path = await page.locator('a[href^="/lot/"]').first().getAttribute('href')
  await page.goto(`/sign-up?back=${path}`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Name', { exact: true }).fill('Marta')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('checkbox', { name: 'I am at least 18 years old.' }).check()
  await page.getByRole('checkbox', { name: /^I accept the terms/ }).check()
  await page.getByRole('button', { name: 'Open the account' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  const letter = await context.newPage()
  await page.close()

  await letter.goto(await linkIn(email))
  await expect(letter.getByLabel('E-mail address')).toHaveValue(email)
  await letter.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await letter.getByRole('button', { name: 'Sign in' }).click()
  await letter.getByRole('link', { name: 'Back to the lot' }).click()
  await expect(letter).toHaveURL((url) => url.pathname === path)
})

test('a form that was begun is there again; what is wrong is said beside its field', async ({
  page,
  watch,
}) => {
  watch.expectError(/422/)
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill('anna at example')
  await page.getByLabel('Name', { exact: true }).fill('Anna')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Open the account' }).click()
  const email = page.getByLabel('E-mail address')
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/whole e-mail address/)
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'The password needs at least 15 characters.',
  )
  await expect(page.getByRole('checkbox', { name: /^I am at least/ })).toHaveAccessibleDescription(
    'Confirm your age to open an account.',
  )
  await expect(page.getByRole('checkbox', { name: /^I accept/ })).toHaveAccessibleDescription(
    'Accept the terms to open an account.',
  )
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByLabel('E-mail address')).toHaveValue('anna at example')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
})

test('a page of one’s own sends a guest to sign in, and back', async ({ page, watch }) => {
  const person = await aPerson()
  watch.expectError(/401/)
  await page.goto('/me/searches')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password at all')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('The address or the password is wrong')
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/me\/searches$/)
  await expect(page.getByRole('heading', { name: 'No searches kept yet' })).toBeVisible()
})

test('an address elsewhere is no place to go on to', async ({ page, context }) => {
  await signIn(context, await aPerson())
  await page.goto('/sign-in?back=//example.org/account')
  await expect(page).toHaveURL((url) => url.pathname === '/' && url.hostname !== 'example.org')
})

test('a forgotten password is replaced by way of a letter; its link works once', async ({
  page,
  watch,
}) => {
  watch.expectError(/409/)
  const person = await aPerson()
  await page.goto('/reset')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByRole('button', { name: 'Send me an e-mail' }).click()
  await expect(page.getByText('The link works for one hour.')).toBeVisible()
  const link = await linkIn(person.email, /new password/i)

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByRole('heading', { name: 'The password is set' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Account' }).first()).toBeVisible()

  await page.goto(link)
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByRole('heading', { name: 'The link no longer works' })).toBeVisible()
})

test('somebody whose address is not confirmed is told so, and gets another letter', async ({
  page,
  watch,
}) => {
  watch.expectError(/403|409/)
  const email = anAddress()
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Name', { exact: true }).fill('Ilze')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('checkbox', { name: 'I am at least 18 years old.' }).check()
  await page.getByRole('checkbox', { name: /^I accept the terms/ }).check()
  await page.getByRole('button', { name: 'Open the account' }).click()
  await letterTo(email)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('First confirm your address')).toBeVisible()
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByText('Sent.')).toBeVisible()
})

const WORDS = {
  lv: ['Atvērt kontu', 'Aizmirsi paroli?', 'Ienākt'],
  en: ['Open an account', 'Forgot the password?', 'Sign in'],
  ru: ['Создать аккаунт', 'Забыли пароль?', 'Войти'],
} as const

for (const language of ['lv', 'en', 'ru'] as const) {
  test(`the forms speak ${language}, and fit a phone`, async ({ page, context }) => {
    await speak(context, language)
    await page.setViewportSize({ width: 390, height: 844 })
    const paths = ['/sign-up', '/reset', '/sign-in']
    for (const [place, path] of paths.entries()) {
      await page.goto(path)
      const name = WORDS[language][place] ?? ''
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await expectAccessible(page)
      await expectNoOverflow(page)
    }
  })
}
