import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A message as the server got it. */
export type Mail = { from: string; to: string[]; source: string };

/** A real SMTP server for one test, that lets in whom it knows and takes what is addressed to example addresses. */
export async function mailServer() {
  const taken: Mail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    authMethods: ["PLAIN", "LOGIN"],
    onAuth({ username, password }, _session, done) {
      if (username === "rabta" && password === "p@ss") return done(null, { user: username });
      done(Object.assign(new Error("who are you?"), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, done) {
      const refusal = refusals.shift();
      if (refusal) return done(Object.assign(new Error("not now"), { responseCode: refusal }));
      if (/@([\w-]+\.)*example$/.test(address)) return done();
      done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      void text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          source,
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: (from = "campus%40rabta.example") => `smtp://rabta:p%40ss@127.0.0.1:${port}?from=${from}`,
    taken,
    /** The next recipients are answered with these codes instead of being taken. */
    refuse: (...codes: number[]) => void refusals.push(...codes),
  };
}
