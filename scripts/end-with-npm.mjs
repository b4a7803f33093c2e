// npm runs a script through a shell, and that shell passes no signal on: when npm is ended, what it ran would live on alone.

/** Calls `end` once if npm's shell goes away before us. Does nothing where npm did not start us, nor on Windows. */
export function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}
