import { BroadcastAction } from "../../api/contract/broadcasts.ts";
import { StaffAction } from "../../api/contract/desk.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Translate } from "../../conversations/words/words.ts";

type Say = (key: string, values?: Record<string, string>) => string;

/** What the desk's page says itself. */
export function deskWords(t: Translate): Record<string, string> {
  const keys = [
    ...["staff-email", "staff-password-page", "menu-log-in", "menu-log-out", "menu-desk", "desk-nothing"],
    ...["desk-waiting", "desk-mine", "desk-open", "desk-overdue", "desk-reveal", "desk-code-make"],
    ...["desk-find", "desk-found-nothing"],
    ...[
      "desk-write",
      "desk-write-note",
      "group-saved",
      "group-nobody",
      "group-more-button",
      "page-figures",
      "settings-language",
    ],
    ...[
      "desk-choose",
      "page-file-with-answer",
      "page-back",
      "page-send",
      "page-attach",
      "page-offline",
      "page-not-done",
      "page-close",
      "yes",
      "no",
    ],
    ...["menu-broadcasts", ...StaffAction.options.map((action) => `desk-action-${action}`)],
  ];
  const worded = ["reject", "close", "ask-for-document", "assign", "note", "answer"];
  const say = t as Say;
  return Object.fromEntries([
    ...keys.map((key) => [key, plain(say(key))]),
    ...worded.map((action) => [
      `desk-words-${action}`,
      plain(say(`desk-words-${action}`, { reference: "" })),
    ]),
    ["desk-approve-sure", plain(say("desk-approve-sure", { reference: "" }))],
  ]);
}

/** What the page of broadcasts says itself. */
export function broadcastWords(t: Translate): Record<string, string> {
  const keys = [
    ...["staff-email", "staff-password-page", "menu-log-in", "menu-log-out", "menu-desk", "menu-broadcasts"],
    ...[
      "page-back",
      "page-offline",
      "page-not-done",
      "page-close",
      "broadcast-nothing",
      "broadcast-new",
      "broadcast-about",
      "broadcast-for",
    ],
    ...["broadcast-programmes", "broadcast-levels", "broadcast-regions", "broadcast-courses"],
    ...["broadcast-semester", "broadcast-enrolment", "broadcast-subscribed", "broadcast-channels"],
    ...["broadcast-numbers", "broadcast-enrolment-not", "broadcast-any", "broadcast-says"],
    ...["broadcast-english-needed", "broadcast-template", "broadcast-value-course", "broadcast-value-date"],
    ...["broadcast-file", "broadcast-file-off", "broadcast-below", "broadcast-preview"],
    ...[
      "broadcast-window-over",
      "broadcast-when",
      "broadcast-keep-draft",
      "broadcast-send",
      "broadcast-copy",
    ],
    ...["results-publish", "results-publish-hint", "settings-language"],
    ...["broadcast-csv", "yes", "no", "desk-choose"],
    ...BroadcastAction.options.map((action) => `broadcast-action-${action}`),
  ];
  const say = t as Say;
  return Object.fromEntries(keys.map((key) => [key, plain(say(key))]));
}
