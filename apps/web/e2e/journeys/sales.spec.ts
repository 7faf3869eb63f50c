import { expect, expectAccessible, expectNoOverflow, LOOKS, test } from '../support/test'

for (const { name, width, height, theme } of LOOKS) {
  test(`on ${name} the calendar leads to a sale and its running order`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/auctions')
    const sale = page.getByRole('link', { name: 'Piejūra: dzintars, papīrs un sudrabs' })
    await expect(sale).toBeVisible()
    await expectNoOverflow(page)
    await expectAccessible(page)
    await sale.click()
    await expect(page.getByRole('heading', { name: 'Running order' })).toBeVisible()
    await expect(page.locator('.order-title')).toHaveCount(14)
    await expectNoOverflow(page)
    await expectAccessible(page)
  })
}
