/**
 * What JSON can hold, with each text in it in one byte a letter where it can be. V8 keeps what is cut out of a text as wide as
 * the whole, which takes two bytes a letter if one letter of it does; what JSON reads is only as wide as it must be.
 * Whatever is made of narrow texts is smaller, and faster to write and to read.
 */
export const narrow = <T>(value: T): T => JSON.parse(JSON.stringify(value));
