import { html } from "./html.ts";
import { page, type Setting } from "./page.ts";
import { type PageWords, pageWords } from "./words.ts";

/** Why the form is shown again. Seconds for `wait`. */
export type Again = { wrong: true } | { wait: number };

/** The form behind a login link. Nothing that was typed is shown again but the registration number. */
export function loginForm(
  setting: Setting,
  channel: string,
  again?: Again & { registrationNumber: string },
): string {
  const words = pageWords[setting.language];
  const trouble = again && ("wait" in again ? words.wait(Math.ceil(again.wait / 60)) : words.wrong);
  return page(
    setting,
    words.title,
    html`<p>${words.asked(messengerName(channel, words))}</p>
<p>${words.notYou}</p>
${trouble !== undefined && html`<p class="wrong" role="alert">${trouble}</p>`}
<form method="post" action="?lang=${setting.language}">
<label>${words.registrationNumber} <small dir="ltr" lang="en">22P-123456</small>
<input name="registrationNumber" lang="en" required maxlength="64" autocomplete="username" autocapitalize="characters" spellcheck="false" value="${again?.registrationNumber ?? ""}"></label>
<label>${words.password}
<input name="password" type="password" required maxlength="200" autocomplete="current-password"></label>
<button>${words.logIn}</button>
</form>`,
  );
}

/** The chat is logged in. */
export function loginDone(setting: Setting, channel: string): string {
  const words = pageWords[setting.language];
  return page(setting, words.doneTitle, html`<p>${words.done(messengerName(channel, words))}</p>`);
}

/** The link was used, is too old, or never was. */
export function loginGone(setting: Setting): string {
  const words = pageWords[setting.language];
  return page(setting, words.goneTitle, html`<p>${words.gone}</p>`);
}

/** The system cannot answer now. */
export function loginSorry(setting: Setting): string {
  const words = pageWords[setting.language];
  return page(setting, words.sorryTitle, html`<p>${words.sorry}</p>`);
}

function messengerName(channel: string, words: PageWords): string {
  if (channel.startsWith("telegram")) return "Telegram";
  if (channel.startsWith("whatsapp")) return "WhatsApp";
  return channel === "web" ? words.webChat : channel;
}
