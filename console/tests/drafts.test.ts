import { expect, test } from 'vitest';
import { Drafts, type DraftStore } from '@/kit/drafts';

function memory(): DraftStore {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    key: (n) => [...kept.keys()][n] ?? null,
    get length() {
      return kept.size;
    },
  };
}

test('a draft comes back, without secrets and without fields that the form has no more', () => {
  const drafts = new Drafts(memory(), () => 'wang');
  drafts.save('place', { name: '3号楼', password: 'secret', former: 1 }, ['password']);
  expect(drafts.load('place', ['name', 'password'])).toEqual({ name: '3号楼' });
});

test('a draft belongs to one account', () => {
  const store = memory();
  let who = 'wang';
  const drafts = new Drafts(store, () => who);
  drafts.save('place', { name: '3号楼' }, []);
  who = 'li';
  expect(drafts.load('place', ['name'])).toBeNull();
});

test('nothing stays after a logout', () => {
  const store = memory();
  const drafts = new Drafts(store, () => 'wang');
  for (const name of ['a', 'b', 'c']) drafts.save(name, { name }, []);
  store.setItem('other', 'stays');
  drafts.dropAll();
  expect(store.length).toBe(1);
});

test('a damaged or full store loses no page', () => {
  const store = memory();
  const drafts = new Drafts(store, () => 'wang');
  drafts.save('place', { name: 'x' }, []);
  store.setItem(store.key(0) ?? '', '{damaged');
  expect(drafts.load('place', ['name'])).toBeNull();
  const full: DraftStore = { ...memory(), setItem: () => { throw new Error('full'); } };
  expect(() => new Drafts(full, () => 'wang').save('place', { name: 'x' }, [])).not.toThrow();
});
