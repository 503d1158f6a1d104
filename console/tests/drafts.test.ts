import { createAdmin } from '@linli/admin-client';
import { expect, test } from 'vitest';
import { draftedSubmission, Drafts, type DraftStore } from '@/kit/drafts';

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
  drafts.keepKey('a', 'key');
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
  expect(() => new Drafts(full, () => 'wang').keepKey('place', 'key')).not.toThrow();
});

/** The console over a service that does each key once, and loses the answers that it is told to lose. */
function consoleThatLoses(answers: number) {
  let lost = answers;
  const done = new Set<string>();
  const store = memory();
  const drafts = new Drafts(store, () => 'wang');
  const client = createAdmin({
    baseUrl: 'http://linli.example',
    retry: { repeats: 0 },
    fetch: async (request) => {
      done.add(request.headers.get('idempotency-key') ?? '');
      lost -= 1;
      if (lost >= 0) throw new TypeError('lost');
      return Response.json({ id: 'x' }, { status: 201 });
    },
  });
  const open = (draft?: string) => draftedSubmission(client, drafts, () => draft);
  const press = (form: ReturnType<typeof open>) =>
    form.post('/admin/v1/communities/{community_id}/departments', {
      params: { path: { community_id: 'c' } },
      body: { name: '服务站', contact: '一楼窗口' },
    });
  return { done, store, drafts, open, press };
}

test('a form that comes back after a reload does nothing twice', async () => {
  const { done, store, open, press } = consoleThatLoses(1);
  await expect(press(open('department'))).rejects.toThrow();
  await press(open('department'));
  expect(done.size).toBe(1);
  expect(store.length).toBe(0);
  await press(open('department'));
  expect(done.size).toBe(2);
});

test('a key belongs to one form, and is forgotten with its draft', async () => {
  const { done, drafts, open, press } = consoleThatLoses(3);
  await expect(press(open('department'))).rejects.toThrow();
  await expect(press(open('another'))).rejects.toThrow();
  await expect(press(open())).rejects.toThrow();
  expect(done.size).toBe(3);
  drafts.drop('department');
  await press(open('department'));
  expect(done.size).toBe(4);
});

test('a form that is started afresh is another act', async () => {
  const { done, store, open, press } = consoleThatLoses(1);
  const form = open('department');
  await expect(press(form)).rejects.toThrow();
  form.reset();
  expect(store.length).toBe(0);
  await press(form);
  expect(done.size).toBe(2);
});
