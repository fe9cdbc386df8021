/** What the browser's process is started with. */
export type BrowserOptions = {
  /** Where the session is kept. */
  dataPath: string;
  executablePath: string | undefined;
  args: string[];
  /** Pairs by a code shown on this phone instead of by QR: digits only. */
  pairingNumber: string | undefined;
  /** A page that is kept in a folder, instead of WhatsApp's newest. */
  page: { version: string; folder: string } | undefined;
  /** A group that is heard, although it is no chat with one person. */
  group: string | undefined;
};

/** A message as it came. */
export type Incoming = {
  /** WhatsApp's own id, the same whenever it is told again. */
  id: string;
  /** `923001234567@c.us`, or `12345@lid` where WhatsApp does not tell the number. */
  from: string;
  type: string;
  body: string;
  file?: { name: string; type: string; bytes: number };
  /** In a group: who wrote. */
  author?: string;
  /** When (ms since 1970) its writer worded it anew, as it is told now. */
  edited?: number;
  /** The message that is quoted, by the part of its id that is the same for everybody. */
  quoted?: string;
};

/** What is to be sent. */
export type Outgoing =
  | { kind: "text"; text: string; quotes?: string }
  | {
      kind: "file";
      bytes: Uint8Array;
      name: string;
      type: string;
      caption: string;
      /** Shown or played where it stands, and not opened as a document. */
      inline: boolean;
      quotes?: string;
    };

/** What the browser's process is asked to do; `id` names the answer. */
export type Order =
  | { kind: "start"; options: BrowserOptions }
  | { kind: "send"; id: number; chat: string; outgoing: Outgoing }
  | { kind: "fetch"; id: number; message: string }
  | { kind: "probe"; id: number }
  | { kind: "typing" | "seen"; chat: string }
  | { kind: "react"; message: string; sign: string }
  | { kind: "stop" };

/** How much memory is in use, in bytes. */
export type Memory = { process: number; browser: number | undefined };

/** What the browser's process tells. */
export type Report =
  | { kind: "qr"; qr: string }
  | { kind: "code"; code: string }
  | { kind: "authenticated" }
  | { kind: "ready"; number: string }
  /** It cannot go on, and ends. `signedOut`: the phone ended the session, and an operator must pair again. */
  | { kind: "lost"; why: string; signedOut: boolean }
  | { kind: "message"; message: Incoming }
  /** How many unread messages are not read, because there were too many. */
  | { kind: "too many"; unread: number }
  /** A message of ours got on: 2 it arrived, 3 it was read. */
  | { kind: "ack"; message: string; ack: number }
  | { kind: "done"; id: number; answer: Answer }
  | { kind: "failed"; id: number; why: string; final: boolean };

/** What an order is answered with. */
export type Answer =
  | { kind: "sent"; message: string }
  | { kind: "file"; bytes: Uint8Array }
  | { kind: "alive"; state: string; memory: Memory };
