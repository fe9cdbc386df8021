import type { Api } from "../../api/contract/client.ts";
import type { ProblemCode } from "../../api/contract/problems.ts";
import type { ChatAddress, Language } from "../../api/contract/shared.ts";
import type { EntityKind } from "../understanding/entities/entity.ts";
import type { Translate } from "../words/words.ts";
import type { AnyFlow, Need } from "./flow.ts";
import type { Meaning } from "./meaning.ts";
import type { DocumentMessage, Message, TextMessage } from "./message.ts";
import type { NamedKey } from "./question.ts";
import type { Json, Session, SessionStaff } from "./session.ts";
import type { ReceivedFile } from "./update.ts";

/** How a messenger shows a message: in these parts, and, where its service window is over, as this one line. */
export type Shown = { channel: string; parts: Message[]; closed?: string };

/** Everything that a turn may consult. One for the whole process; it keeps nothing of any chat. */
export type House = {
  readonly flows: { readonly [id: string]: AnyFlow };
  /** The conversation at the bottom of every stack: the menu. */
  readonly root: string;
  /** The conversation in which a student writes to the desk. */
  readonly desk: string;
  /** Whether a need is met, and the conversation that meets it. */
  readonly needs: {
    readonly [N in Need]: {
      flow: string;
      met(session: Session): boolean;
      /** What is said where somebody asks for what needs it first; `name`: what that is called. */
      first?: NamedKey;
    };
  };
  /** The conversation that mends a problem of the API's, after which the one that met it goes on. */
  readonly mends: { readonly [P in ProblemCode]?: string };
  /** What a sentence asks for and names. Asked at most once a turn, and for the parts of what may be several wishes. */
  readonly understand: (text: string) => Meaning;
  /** Which conversations are about something that is named with nothing else: a reference, a course's code. */
  readonly namedAlone: { readonly [K in EntityKind]?: readonly string[] };
  /**
   * Where a message leads that brings a password with its registration number before anybody asked for them, in a chat
   * where nobody is logged in. Such a message is taken away like any with a password.
   * @param flow the conversation under way
   */
  readonly handedOver: (
    text: string,
    flow: string | undefined,
  ) => { flow: string; with: { [slot: string]: Json } } | undefined;
  /** What staff mean who are no students here: "announcements" are those that they make. */
  readonly atDesk: { readonly [flow: string]: string };
  /** Conversations for those who cannot log in: a known phrase for one of them is no password. */
  readonly forLockedOut: readonly string[];
  /** Conversations that show a record of one's own: several may be wished for in one sentence. */
  readonly shown: readonly string[];
  /**
   * What the university knows of a chat whose session is lost: the language of whoever is logged in there, and, of
   * staff, who it is, for whom the chat itself is the proof.
   * @returns nothing where nobody is logged in, or the university does not answer
   */
  readonly recall?: (
    address: ChatAddress,
  ) => Promise<{ language: Language | null; staff?: SessionStaff } | undefined>;
  /** Conversations that only return a courtesy. */
  readonly courtesies: readonly string[];
  /** Conversations that lead to a person: whoever talks to one already asks that person. */
  readonly forPeople: readonly string[];
  /** Where a link into the chat leads, by what follows `?start=`. */
  readonly startOf: (argument: string) => { flow: string; with?: { [slot: string]: Json } } | undefined;
  readonly translate: (language: Language) => Translate;
  readonly api: Api;
  /** Login links can be made. */
  readonly links: boolean;
  /** Whether a channel can take a student's message away. */
  readonly deletesReceived: (channel: string) => boolean;
  /** Whether a channel's messenger vouches for a shared number. */
  readonly sharesContact: (channel: string) => boolean;
  /** How each messenger of this house would show a message, for whoever writes one for many. */
  readonly shownOn: (message: TextMessage | DocumentMessage) => readonly Shown[];
  /** The bytes of a file that came over a channel. @throws {@link FileUnavailable} */
  readonly fetchFile: (channel: string, file: ReceivedFile) => Promise<Uint8Array>;
  /** How long an unfinished conversation waits, in ms. */
  readonly patience: number;
};
