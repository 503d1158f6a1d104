import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const dates = createRequire(import.meta.url)("../dist/dates.js");
const now = Date.UTC(2026, 10, 28, 4); // 28 November 2026, a Saturday, 12:00 in Shanghai

test("instants of the service are read without the parser of Date", () => {
  for (const [instant, expected] of [
    ["2026-12-12T01:00:00Z", Date.UTC(2026, 11, 12, 1)],
    ["2026-12-12T01:00:00.123456Z", Date.UTC(2026, 11, 12, 1, 0, 0, 123)],
    ["2026-12-12T01:00:00.5Z", Date.UTC(2026, 11, 12, 1, 0, 0, 500)],
    ["2026-12-12T09:00+08:00", Date.UTC(2026, 11, 12, 1)],
    ["2026-12-11T20:30:00-04:30", Date.UTC(2026, 11, 12, 1)],
  ])
    assert.equal(dates.milliseconds(instant), expected, instant);
  for (const other of ["2026-12-12 09:00", "2026/12/12", "soon", ""])
    assert.ok(Number.isNaN(dates.milliseconds(other)), other);
});

test("days are those of the wall in China, with the year where it is another one", () => {
  for (const [instant, chinese, english] of [
    ["2026-11-27T16:00:00Z", "今天", "today"],
    ["2026-11-27T15:59:59Z", "昨天", "yesterday"],
    ["2026-11-29T15:00:00Z", "明天", "tomorrow"],
    ["2026-12-12T01:00:00Z", "12月12日 周六", "Sat 12 Dec"],
    ["2026-12-31T16:00:00Z", "2027年1月1日 周五", "Fri 1 Jan 2027"],
    ["2027-01-03", "2027年1月3日 周日", "Sun 3 Jan 2027"],
    ["2026-11-28", "今天", "today"],
  ]) {
    assert.equal(dates.dayText(instant, { now }), chinese);
    assert.equal(dates.dayText(instant, { now, language: "en" }), english);
  }
});

test("ranges are said as people say them", () => {
  for (const [starts, ends, chinese, english] of [
    ["2026-12-12T01:00:00Z", "2026-12-12T03:00:00Z", "12月12日 周六 09:00–11:00", "Sat 12 Dec, 09:00–11:00"],
    ["2026-12-12T14:00:00Z", "2026-12-12T22:00:00Z", "12月12日 周六 22:00–次日06:00", "Sat 12 Dec, 22:00–06:00 the next day"],
    ["2026-12-12T14:00:00Z", "2026-12-12T16:00:00Z", "12月12日 周六 22:00–24:00", "Sat 12 Dec, 22:00–24:00"],
    ["2026-12-12T01:00:00Z", "2026-12-14T09:00:00Z", "12月12日 周六 09:00 至 12月14日 周一 17:00", "Sat 12 Dec, 09:00 to Mon 14 Dec, 17:00"],
  ]) {
    assert.equal(dates.rangeText(starts, ends, { now }), chinese);
    assert.equal(dates.rangeText(starts, ends, { now, language: "en" }), english);
  }
  assert.equal(dates.daysText("2026-12-12", "2026-12-14", { now }), "12月12日 周六 至 12月14日 周一");
  assert.equal(dates.daysText("2026-12-12", "2026-12-12", { now }), "12月12日 周六");
});

test("what pickers hold goes to the service and comes back", () => {
  assert.equal(dates.instantOf("2026-12-12", "09:00"), "2026-12-12T09:00:00+08:00");
  assert.equal(dates.instantOf("2026-12-12", "09:00", -210), "2026-12-12T09:00:00-03:30");
  assert.deepEqual(dates.pickedOf("2026-12-12T01:00:00Z"), { day: "2026-12-12", time: "09:00" });
});

test("the clock of the machine's own zone is not used", () => {
  const zone = process.env.TZ;
  process.env.TZ = "America/New_York";
  assert.equal(dates.dateTimeText("2026-12-12T16:30:00Z", { now }), "12月13日 周日 00:30");
  process.env.TZ = zone;
});

test("whole minutes of service", () => {
  assert.equal(dates.minutesText(90), "1小时30分钟");
  assert.equal(dates.minutesText(120, "en"), "2 h");
  assert.equal(dates.minutesText(5), "5分钟");
});
