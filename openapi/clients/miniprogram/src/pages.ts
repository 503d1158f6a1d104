interface Page {
  next_cursor: string | null;
}

export function pages<T extends Page>(read: (cursor?: string) => Promise<T>): object {
  let cursor: string | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const list = {
    isDone: false,
    next() {
      // A list that is scrolled twice asks for two pages, one after the other.
      const page = last.then(step);
      last = page.catch(() => undefined);
      return page;
    },
    [Symbol.asyncIterator]: () => list,
  };

  async function step(): Promise<{ done: boolean; value?: T }> {
    if (list.isDone) return { done: true };
    const value = await read(cursor);
    cursor = value.next_cursor || undefined;
    list.isDone = !cursor;
    return { done: false, value };
  }

  return list;
}
