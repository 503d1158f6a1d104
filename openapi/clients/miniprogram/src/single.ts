/** A task that is under way at most once: whoever asks meanwhile waits for the same. */
export interface Single {
  _run<T>(task: () => Promise<T>): Promise<T>;
  _isRunning(): boolean;
}

export function single(): Single {
  let pending: Promise<unknown> | undefined;
  const done = () => {
    pending = undefined;
  };
  return {
    _isRunning: () => !!pending,
    _run<T>(task: () => Promise<T>): Promise<T> {
      if (!pending) {
        pending = task();
        pending.then(done, done);
      }
      return pending as Promise<T>;
    },
  };
}
