import { expect, test } from 'vitest';
import { calendarDayText, distanceText, fromLocalInput, instantText, spanText, toLocalInput } from '@/kit/dates';
import { language } from '@/kit/texts';

const NOW = new Date('2026-11-28T04:00:00Z');

test('the year is named whenever it is not this one, as it is in Shanghai', () => {
  language.value = 'zh';
  expect(instantText('2026-11-28T01:30:00Z', NOW)).toBe('11月28日 09:30');
  expect(instantText('2026-12-31T16:00:00Z', NOW)).toBe('2027年1月1日 00:00');
  expect(calendarDayText('2025-02-03', NOW)).toBe('2025年2月3日');
  language.value = 'en';
  expect(calendarDayText('2025-02-03', NOW)).toBe('3 Feb 2025');
  language.value = 'zh';
});

test('a span names one day once', () => {
  expect(spanText('2026-11-28T01:00:00Z', '2026-11-28T03:00:00Z', NOW)).toBe('11月28日 09:00–11:00');
});

test('a field of date and time means the time of the communities', () => {
  expect(toLocalInput('2026-11-28T01:30:00Z')).toBe('2026-11-28T09:30');
  expect(fromLocalInput('2026-11-28T09:30')).toBe('2026-11-28T09:30:00+08:00');
  expect(new Date(fromLocalInput('2026-11-28T09:30')).toISOString()).toBe('2026-11-28T01:30:00.000Z');
});

test('what is late says so', () => {
  expect(distanceText('2026-11-28T03:30:00Z', NOW)).toBe('已超 30 分钟');
  expect(distanceText('2026-12-03T04:00:00Z', NOW)).toBe('还有 5 天');
});
