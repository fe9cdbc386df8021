/** Markup that is safe to send. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | Html | readonly Html[] | false | undefined;

/** Writes HTML: every string put in is shown as it is, and only what is {@link Html} already is markup. */
export function html(literals: TemplateStringsArray, ...values: Value[]): Html {
  const text = literals.map((literal, at) => literal + (at < values.length ? written(values[at]) : ""));
  return new Html(text.join(""));
}

function written(value: Value): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "string") return value.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
  return value instanceof Html ? value.text : value.map(({ text }) => text).join("");
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
