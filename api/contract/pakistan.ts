/** Pakistan is five hours ahead of UTC all year. */
const ahead = 5 * 60 * 60 * 1000;

/** An instant on Pakistan's clock: read it by the UTC methods of Date. */
export const inPakistan = (instant: Date | string): Date => new Date(new Date(instant).getTime() + ahead);
