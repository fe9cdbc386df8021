import type { Api } from "../../api/contract/client.ts";
import type { Context } from "./context.ts";
import { plain } from "./markup.ts";
import type { Run } from "./run.ts";
import { begin, close } from "./stack.ts";

/**
 * What a conversation may use in one turn. Conversations take it apart (`{ t, api, say }`), so that each part is made
 * when it is asked for and stands alone: most of them are never asked for.
 */
export class TurnContext<A> implements Context<A> {
  readonly answers: A;
  readonly #run: Run;
  readonly #idempotencyKey: string;

  /** @param idempotencyKey makes its writes happen once */
  constructor(run: Run, answers: A, idempotencyKey: string) {
    this.#run = run;
    this.answers = answers;
    this.#idempotencyKey = idempotencyKey;
  }

  get meaning() {
    return this.#run.meaning;
  }
  get wish() {
    const { meaning, house, t } = this.#run;
    const [flow = ""] = meaning?.intents ?? [];
    const name = house.shown.includes(flow) ? house.flows[flow]?.parts.name : undefined;
    return name && meaning?.isCertain ? { flow, label: plain(t(name)) } : undefined;
  }
  get address() {
    return this.#run.update.address;
  }
  get student() {
    return this.#run.session.student;
  }
  get staff() {
    return this.#run.session.staff;
  }
  get language() {
    return this.#run.language;
  }
  get phone() {
    return this.#run.update.phone;
  }
  get t() {
    return this.#run.t;
  }
  get links() {
    return this.#run.house.links;
  }
  get deletesReceived() {
    return this.#run.house.deletesReceived(this.address.channel);
  }
  get sharesContact() {
    return this.#run.house.sharesContact(this.address.channel);
  }
  get isLooking() {
    return this.#run.isLooking;
  }
  get talk() {
    return this.#run.session.talk;
  }
  get said() {
    return this.#run.session.said ?? [];
  }

  get api(): Api {
    return this.#run.house.api.for({ token: this.student?.token, idempotencyKey: this.#idempotencyKey });
  }
  get desk(): Api {
    const token = this.staff?.token;
    const whose = token ? { token } : { staffChat: this.address };
    return this.#run.house.api.for({ ...whose, idempotencyKey: this.#idempotencyKey });
  }
  get shownOn() {
    return this.#run.house.shownOn;
  }
  get fetchFile(): Context<A>["fetchFile"] {
    return (file) => this.#run.house.fetchFile(this.address.channel, file);
  }

  get say(): Context<A>["say"] {
    return (text) => this.#run.say(text);
  }
  get send(): Context<A>["send"] {
    return (source, caption) => {
      const token = this.student?.token ?? "";
      this.#run.outgoing.send({ kind: "document", source: { ...source, token }, caption });
    };
  }
  get sendAsStaff(): Context<A>["sendAsStaff"] {
    return (source, caption) => {
      this.#run.outgoing.send({ kind: "document", source: { ...source, staffChat: this.address }, caption });
    };
  }
  get revise(): Context<A>["revise"] {
    return (messengerId, text) => {
      this.#run.outgoing.send({ kind: "text", text, replaces: messengerId });
    };
  }
  get takeBack(): Context<A>["takeBack"] {
    return (messageId) => {
      this.#run.outgoing.send({ kind: "delete", messageId });
    };
  }

  get open(): Context<A>["open"] {
    return (flow, given) => begin(this.#run, flow, given);
  }
  get end(): Context<A>["end"] {
    return (flow) => {
      const frame = this.#run.session.stack.find((one) => one.flow === flow);
      if (frame) close(this.#run, frame);
    };
  }
  get once(): Context<A>["once"] {
    return (what) => this.#run.once(what);
  }
  get offerPerson(): Context<A>["offerPerson"] {
    return () => {
      this.#run.offersPerson = true;
    };
  }
  get talkAbout(): Context<A>["talkAbout"] {
    return (reference) => {
      if (reference === undefined) delete this.#run.session.talk;
      else this.#run.session.talk = reference;
    };
  }

  get speak(): Context<A>["speak"] {
    return (language) => this.#run.speak(language);
  }
  get logIn(): Context<A>["logIn"] {
    return ({ token, student: { registrationNumber, name, nameUrdu, askAgain } }) => {
      const { session, house } = this.#run;
      session.student = { token, registrationNumber, name, nameUrdu, askAgain };
      // Who logged in another way than was asked for is not asked any more, nor helped with what they could not do.
      const over = [house.needs.student.flow, ...house.forLockedOut];
      session.stack = session.stack.filter(({ flow }) => !over.includes(flow));
    };
  }
  get logStaffIn(): Context<A>["logStaffIn"] {
    return ({ token, staff: { name, role } }) => {
      this.#run.session.staff = { name, role, ...(token !== undefined && { token }) };
    };
  }
  get remember(): Context<A>["remember"] {
    return (student) => {
      if (this.student) Object.assign(this.student, student);
    };
  }
  get forget(): Context<A>["forget"] {
    return () => {
      const { language } = this.#run.session;
      this.#run.session = { stack: [], ...(language && { language }) };
      this.#run.outgoing.messages.push({ kind: "forget" });
    };
  }
}
