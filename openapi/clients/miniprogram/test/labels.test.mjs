import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const { label, choices } = createRequire(import.meta.url)("../dist/labels.js");

test("a value that this version does not know has a word, too", () => {
  assert.equal(label("SignupStatus", "some_new_value"), "其他");
  assert.equal(label("SomeNewEnum", "x", "en"), "Other");
  assert.deepEqual(choices("SomeNewEnum"), []);
});
