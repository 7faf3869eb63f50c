/** The title of the page in the browser's tab; every page has its own. */

export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} · Vendue`}</title>
}
