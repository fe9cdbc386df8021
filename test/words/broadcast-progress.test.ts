import { expect, test } from "vitest";
import type { Broadcast } from "../../api/contract/broadcasts.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { progressIn } from "../../conversations/words/broadcast-progress.ts";
import { translate } from "../../conversations/words/words.ts";

const nobody = { sent: 0, failed: 0, leftOut: 0, delivered: 0, read: 0 };
const one: Broadcast = {
  ...{ reference: "BC-2026-000003", topic: "exams", state: "running", segment: {}, texts: [], fields: {} },
  ...{ buttons: [], file: null, createdBy: null, approvedBy: null, createdAt: "2026-11-24T05:00:00.000Z" },
  ...{
    scheduledAt: null,
    startedAt: "2026-11-24T05:00:00.000Z",
    finishedAt: null,
    recipients: null,
    expanded: true,
  },
  ...{ total: 100, ...nobody, channels: {}, reasons: {} },
};
const shown = (counts: Partial<Broadcast>): string =>
  plain(progressIn(translate("en"), { ...one, ...counts }, Date.parse("2026-11-24T05:00:10.000Z")));

test("so many of a hundred are so many percent, each of them", () => {
  for (let sent = 0; sent <= 100; sent++) expect(shown({ sent })).toContain(` ${sent} %`);
});

test("a hundred percent are everybody, and a full bar too", () => {
  expect(shown({ sent: 999_999, total: 1_000_000 })).toContain("███░ 99 %");
  expect(shown({ sent: 900_000, failed: 60_000, leftOut: 40_000, total: 1_000_000 })).toContain("████ 100 %");
  expect(shown({ total: 0 })).not.toContain("%");
});

test("what is left is told in seconds, then in minutes", () => {
  expect(shown({ sent: 50 })).toContain("5.0 a second, about 10 seconds left");
  expect(shown({ sent: 50, total: 1_000 })).toContain("5.0 a second, about 4 minutes left");
});
