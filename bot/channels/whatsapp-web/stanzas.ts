/** So many messages may be quoted, the newest. */
const quotable = 5_000;

/**
 * A quoted message is told by the part of its id that is the same for everybody; to quote one, all of its id is wanted.
 * It is remembered for as long as the process lives: after that a thread goes on without being quoted.
 */
export function rememberStanzas() {
  const whole = rememberNewest();
  return {
    /** @returns as what it is known when it is quoted */
    known(serialized: string): string {
      const stanza = stanzaOf(serialized);
      whole.set(stanza, serialized);
      return stanza;
    },
    /** @returns what to quote it by */
    quoting: whole.get,
  };
}

/** What is said of messages, by their stanzas, or of chats, of the newest ones. */
export function rememberNewest() {
  const said = new Map<string, string>();
  return {
    get: (of: string): string | undefined => said.get(of),
    set(of: string, what: string): void {
      said.delete(of);
      said.set(of, what);
      const [oldest] = said.keys();
      if (said.size > quotable && oldest !== undefined) said.delete(oldest);
    },
  };
}

/** The part of a message's id that is the same for everybody. */
export const stanzaOf = (serialized: string): string => serialized.split("_")[2] ?? serialized;
