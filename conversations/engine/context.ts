import type { Login } from "../../api/contract/auth.ts";
import type { Api } from "../../api/contract/client.ts";
import type { StaffLogin } from "../../api/contract/desk.ts";
import type { ChatAddress, Language } from "../../api/contract/shared.ts";
import type { Translate } from "../words/words.ts";
import type { House } from "./house.ts";
import type { Markup } from "./markup.ts";
import type { Meaning } from "./meaning.ts";
import type { DocumentSource } from "./message.ts";
import type { Json, SessionStaff, SessionStudent } from "./session.ts";
import type { ReceivedFile } from "./update.ts";

/** What a conversation may use. What it says or changes is collected, and happens when the turn is committed. */
export type Context<A> = {
  readonly answers: A;
  /** What the person's sentence of this turn asks for and names, if one was written: nobody understands it twice. */
  readonly meaning: Meaning | undefined;
  /** The conversation that it certainly asks to be shown, also where it was written to a person. */
  readonly wish: { flow: string; label: string } | undefined;
  /** The API on behalf of this chat's student. Its writes carry a key of this turn: repeated, they happen once. */
  readonly api: Api;
  /** The API on behalf of this chat's member of staff, likewise. */
  readonly desk: Api;
  readonly address: ChatAddress;
  readonly student: SessionStudent | undefined;
  readonly staff: SessionStaff | undefined;
  readonly language: Language;
  /** Login links can be made: browsers can reach the university. */
  readonly links: boolean;
  /** The channel can take a student's message away again. */
  readonly deletesReceived: boolean;
  /** The messenger can vouch for the number of the person who writes. */
  readonly sharesContact: boolean;
  /** The number of the person who writes, where the messenger vouches for it unasked. */
  readonly phone: string | undefined;
  /** How each messenger of this house would show a message. */
  shownOn: House["shownOn"];
  /** The bytes of a file that the student sent. @throws {@link FileUnavailable} */
  fetchFile(file: ReceivedFile): Promise<Uint8Array>;
  /** A sentence in the chat's language; values are displayed exactly as they are. */
  readonly t: Translate;
  /** Says something, in front of the next question. */
  say(text: Markup): void;
  /** Sends a document of the API's to the student. */
  send(source: Pick<DocumentSource, "path" | "name" | "type">, caption: Markup): void;
  /** Sends a document of the API's to the member of staff whose chat this is. */
  sendAsStaff(source: Pick<DocumentSource, "path" | "name" | "type">, caption: Markup): void;
  /** Begins another conversation on top of what is under way, with what it need not ask any more. */
  open(flow: string, answers?: { [slot: string]: Json }): void;
  /** True the first time in this chat: some things are said once. */
  once(what: string): boolean;
  /** Offers a person beside the next question. */
  offerPerson(): void;
  /** Nothing is under way that would be finished. */
  readonly isLooking: boolean;
  /** Ends a conversation that is under way, if it is. */
  end(flow: string): void;
  /** The request about which the student and the desk are talking. */
  readonly talk: string | undefined;
  /** From now on they talk about this one, or about none. */
  talkAbout(reference: string | undefined): void;
  /** What the student wrote to the bot last, newest at the end. */
  readonly said: readonly string[];
  /** Says something in the place of an earlier message; where the channel cannot, below it. */
  revise(messengerId: string, text: Markup): void;
  /** Takes a message of the house's own back; where the channel cannot, it stays. */
  takeBack(messengerId: string): void;
  /** From now on the chat speaks this language. */
  speak(language: Language): void;
  /** From now on the chat is this student's. */
  logIn(login: Login): void;
  /** From now on the chat is this member of staff's. */
  logStaffIn(login: Pick<StaffLogin, "staff"> & { token?: string }): void;
  /** Keeps a changed preference of the student's at hand. */
  remember(student: Partial<Pick<SessionStudent, "askAgain">>): void;
  /** The chat is nobody's again: everything but its language is forgotten. */
  forget(): void;
};
