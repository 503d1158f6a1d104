let isPending = false;

/** Notes that somebody has gone to another page, whose heading takes the focus. */
export function noteNavigation(): void {
  isPending = true;
}

/** Returns once for each change of pages that the focus is to move. */
export function takeNavigation(): boolean {
  const was = isPending;
  isPending = false;
  return was;
}
