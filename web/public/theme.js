// Runs before the first paint, so that a chosen theme never flashes. The rest of it is in src/ui/theme.ts.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden; the system's theme holds then.
}
