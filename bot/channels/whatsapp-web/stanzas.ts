import { rememberNewest } from "../remember-newest.ts";

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

/** The part of a message's id that is the same for everybody. */
export const stanzaOf = (serialized: string): string => serialized.split("_")[2] ?? serialized;
