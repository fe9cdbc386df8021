/**
 * The command that somebody wrote: `/name`, in a group of Telegram's `/name@ThisBot`, and the rest of the text.
 * @returns nothing for any other text
 */
export function writtenCommand(text: string): { name: string; argument: string } | undefined {
  const [, name, argument = ""] = /^\/([a-z][\w-]{0,31})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), argument };
}
