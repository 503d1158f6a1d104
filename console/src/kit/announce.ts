import { ref } from 'vue';

export interface Announcement {
  id: number;
  text: string;
  tone: 'success' | 'danger';
}

/** What has just been done or has failed: shown in a corner and read out by screen readers. */
export const announcements = ref<Announcement[]>([]);

let last = 0;
const SHOWN_FOR_MS = 6000;

export function announce(text: string, tone: Announcement['tone'] = 'success'): void {
  const id = ++last;
  announcements.value = [...announcements.value.slice(-2), { id, text, tone }];
  setTimeout(() => dismiss(id), SHOWN_FOR_MS);
}

export function dismiss(id: number): void {
  announcements.value = announcements.value.filter((one) => one.id !== id);
}
