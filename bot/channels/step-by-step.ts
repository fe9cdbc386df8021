/**
 * Makes the calls that showing a message, or a file, in a chat takes, one after the other.
 * @param callsOf all of them, in order; asked for once for each message
 * @param make makes one. @returns the messenger's id of what it showed
 * @returns the id of what was shown last. @throws what a call threw; the same message, sent again, goes on there
 */
export type StepByStep<Call> = (
  chat: string,
  message: object,
  callsOf: () => readonly Call[] | Promise<readonly Call[]>,
  make: (call: Call) => Promise<string | undefined>,
) => Promise<string | undefined>;

/**
 * For messages that a messenger takes in several calls: what has gone out does not go again when the next call has to.
 * A message is known by its object, which delivery keeps while it tries; nothing is remembered longer than that.
 */
export function stepByStep<Call>(): StepByStep<Call> {
  const broken = new WeakMap<object, { chat: string; left: Call[] }>();
  return async (chat, message, callsOf, make) => {
    const known = broken.get(message);
    const left = known?.chat === chat ? known.left : [...(await callsOf())];
    broken.delete(message);
    try {
      let shown: string | undefined;
      for (let call = left[0]; call; call = left[0]) {
        shown = await make(call);
        left.shift();
      }
      return shown;
    } catch (error) {
      broken.set(message, { chat, left });
      throw error;
    }
  };
}
