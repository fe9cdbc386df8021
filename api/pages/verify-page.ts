import { semesterLabel } from "../documents/dates.ts";
import type { Verified } from "../verification/verified.ts";
import { html } from "./html.ts";
import { page, type Setting } from "./page.ts";
import { verifyWords } from "./verify-words.ts";

/** A document that is the university's, with what to compare it by. */
export function genuinePage(setting: Setting, document: Verified): string {
  const words = verifyWords[setting.language];
  const lines: [string, string | undefined][] = [
    [words.document, words.documents[document.kind]],
    [words.name, document.name],
    [words.registrationNumber, document.registrationNumber],
    [words.programme, document.programme],
    [words.semester, semesterLabel(document.semester, setting.language)],
    [words.number, document.number],
    [words.centre, document.centre],
    [words.gradePointAverage, document.gradePointAverage],
  ];
  return page(
    setting,
    `✅ ${words.genuine}`,
    html`<p>${words.compare}</p>
<dl>${lines.flatMap(([label, value]) =>
      value === undefined ? [] : [html`<dt>${label}</dt><dd><bdi>${value}</bdi></dd>`],
    )}</dl>`,
  );
}

/** A code that the university does not know. */
export function unknownPage(setting: Setting): string {
  const words = verifyWords[setting.language];
  return page(setting, `❌ ${words.unknownTitle}`, html`<p>${words.unknown}</p>`);
}
