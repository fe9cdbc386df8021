/**
 * A copy through JSON, in which each string takes one byte a letter where it can. V8 keeps a whole string in two bytes
 * a letter if a single letter needs them, and so does a substring of it; what JSON parses is only as wide as it must
 * be. Whatever is made of narrow strings is smaller, and faster to write and to read.
 */
export const narrow = <T>(value: T): T => JSON.parse(JSON.stringify(value));
