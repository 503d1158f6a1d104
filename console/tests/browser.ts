/** The parts of a browser that modules look at when they are loaded. */
const kept = new Map<string, string>();
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
  key: (n: number) => [...kept.keys()][n] ?? null,
  get length() {
    return kept.size;
  },
};
Object.assign(globalThis, {
  localStorage: storage,
  sessionStorage: storage,
});
