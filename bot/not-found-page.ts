import { createHash } from "node:crypto";

const style = `
:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 0 auto; padding: 28px 20px; font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1, h2 { margin: 1.25rem 0 .25rem; font-size: 1.25rem; }
p { margin: 0; }
a { display: inline-block; min-height: 44px; padding: 10px 0; }
[dir="rtl"] { font-family: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Noto Naskh Arabic", "Noto Sans Arabic", system-ui, sans-serif; line-height: 2; }
`;

const hash = createHash("sha256").update(style).digest("base64");

/** What comes with the page: it loads nothing, and does nothing. */
export const notFoundHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "cache-control": "no-store",
};

type Words = { title: string; what: string; toChat: string };

const words: Record<"en" | "ur" | "ur-Latn", Words> = {
  en: {
    title: "There is nothing at this address",
    what: "The link may have been cut off on its way. Open it again from where you got it, or ask for a new one there.",
    toChat: "To the chat",
  },
  ur: {
    title: "اس پتے پر کچھ نہیں ہے",
    what: "ہو سکتا ہے لنک راستے میں کٹ گیا ہو۔ جہاں سے ملا تھا وہیں سے دوبارہ کھولیں، یا وہاں سے نیا لنک مانگیں۔",
    toChat: "چیٹ پر جائیں",
  },
  "ur-Latn": {
    title: "Is pate par kuch nahin hai",
    what: "Ho sakta hai link raste mein kat gaya ho. Jahan se mila tha wahin se dobara kholein, ya wahan se naya link mangein.",
    toChat: "Chat par jayein",
  },
};

/**
 * For people who come to an address where nothing is: what to do, in every language, because nobody knows theirs.
 * @param hasChat whether the chat page is served here
 */
export function notFoundPage(hasChat: boolean): string {
  const sections = Object.entries(words).map(([language, { title, what, toChat }], place) => {
    const heading = place === 0 ? "h1" : "h2";
    const link = hasChat ? `\n<p><a href="/chat">${toChat}</a></p>` : "";
    return `<section lang="${language}" dir="${language === "ur" ? "rtl" : "ltr"}">
<${heading}>${title}</${heading}>
<p>${what}</p>${link}
</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.en.title}</title>
<style>${style}</style>
</head>
<body>
<main>
${sections.join("\n")}
</main>
</body>
</html>
`;
}
