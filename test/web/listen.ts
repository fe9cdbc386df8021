/** One server-sent event, its data read as JSON. */
export type ServerSent = { event: string; id: string | undefined; data: unknown };

export type Listener = {
  /** The next event that is one of these kinds of event. */
  next(event: string): Promise<ServerSent>;
  /** Everything up to, but without, the next `ready`. */
  untilReady(): Promise<ServerSent[]>;
  stop(): Promise<void>;
};

/**
 * Listens to a chat as a page does.
 * @param url the server
 * @param cookie the chat's
 * @param lastEventId where to go on
 */
export async function listen(url: string, cookie: string, lastEventId?: string): Promise<Listener> {
  const headers = { cookie, ...(lastEventId !== undefined && { "last-event-id": lastEventId }) };
  const ending = new AbortController();
  const answer = await fetch(`${url}/chat/events`, { headers, signal: ending.signal });
  if (answer.status !== 200 || !answer.body) throw new Error(`no stream: ${answer.status}`);
  const events = read(answer.body);
  const take = async (): Promise<ServerSent> => {
    const { value, done } = await events.next();
    if (done) throw new Error("the stream ended");
    return value;
  };
  return {
    async next(event) {
      for (;;) {
        const one = await take();
        if (one.event === event) return one;
      }
    },
    async untilReady() {
      const all: ServerSent[] = [];
      for (let one = await take(); one.event !== "ready"; one = await take()) all.push(one);
      return all;
    },
    stop: async () => ending.abort(),
  };
}

async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSent, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
      const data = field("data");
      if (data !== undefined)
        yield { event: field("event") ?? "message", id: field("id"), data: JSON.parse(data) };
    }
  }
  return undefined;
}
