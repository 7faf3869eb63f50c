// Runs before anything is painted: the theme and the language that were chosen here before.
;(() => {
  try {
    const { theme, language } = { ...JSON.parse(localStorage.getItem('vendue.choices') ?? '{}') }
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
    if (['lv', 'en', 'ru'].includes(language)) document.documentElement.lang = language
  } catch {
    // Storage is closed to us: the system's theme and the browser's language will do.
  }
})()
