import { type Language, languages } from "../contract/shared.ts";
import { Html, html } from "./html.ts";
import { style } from "./style.ts";
import { pageWords } from "./words.ts";

/** What every page knows: the language it is in, and the university whose page it is. */
export type Setting = { language: Language; university: string };

/** A page of the university's own: it works without scripts, and in every language. */
export function page({ language, university }: Setting, title: string, content: Html): string {
  const direction = language === "ur" ? "rtl" : "ltr";
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${university}</title>
<style>${styleSheet}</style>
</head>
<body>
<main>
<nav aria-label="${pageWords[language].languages}">${languages.map((one) => languageLink(one, language))}</nav>
<h1>${title}</h1>
<p class="university">${university}</p>
${content}
</main>
</body>
</html>
`.text;
}

const styleSheet = new Html(style);

const ownNames: Record<Language, string> = { en: "English", ur: "اردو", "ur-Latn": "Roman Urdu" };

function languageLink(to: Language, now: Language): Html {
  return html`<a href="?lang=${to}" lang="${to}" hreflang="${to}"${to === now && html` aria-current="true"`}>${ownNames[to]}</a> `;
}
