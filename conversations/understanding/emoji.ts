/** What people say by a picture alone. Skin colours and what makes a heart red stand behind it. */
const said: readonly (readonly [intent: string, signs: RegExp])[] = [
  ["yes", /[👍👌✅🆗]/u],
  ["no", /[👎❌🚫]/u],
  ["thanks", /[🙏😊🙂😍🥰💐🌹💖💕♥❤👏🤝]/u],
  ["greeting", /[👋🤗]/u],
  ["abuse", /[😡😠🤬😤😭😢😞😔😩💔🖕]/u],
];

/**
 * The intent of a message that is nothing but pictures: a thumb is a yes, tears and anger want somebody who helps.
 * @returns nothing where there is a letter or a digit, or where the pictures say different things, or none of these
 */
export function emojiIntent(text: string): string | undefined {
  if (/[\p{L}\p{Nd}]/u.test(text)) return undefined;
  const [one, ...others] = said.filter(([, signs]) => signs.test(text));
  return others.length === 0 ? one?.[0] : undefined;
}
