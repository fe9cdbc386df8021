import type { Context } from "./context.ts";
import type { Run } from "./run.ts";

/** What conversations may use, but for the answers of each. */
export type Offered = Omit<Context<unknown>, "answers"> & { idempotencyKey: string };

/** What all conversations of a turn may use. */
export function offeredBy(run: Run): Offered {
  return {
    idempotencyKey: "",
    address: run.update.address,
    get student() {
      return run.session.student;
    },
    get language() {
      return run.language;
    },
    get t() {
      return run.t;
    },
    get staff() {
      return run.session.staff;
    },
    get api() {
      const { idempotencyKey } = this;
      return run.house.api.for({ token: run.session.student?.token, idempotencyKey });
    },
    get desk() {
      const token = run.session.staff?.token;
      const { address, idempotencyKey } = this;
      return run.house.api.for(token ? { token, idempotencyKey } : { staffChat: address, idempotencyKey });
    },
    links: run.house.links,
    deletesReceived: run.house.deletesReceived(run.update.address.channel),
    sharesContact: run.house.sharesContact(run.update.address.channel),
    open: (flow, given) => run.open(flow, given),
    once: (what) => run.once(what),
    offerPerson: () => {
      run.offersPerson = true;
    },
    end: (flow) => {
      const frame = run.session.stack.find((one) => one.flow === flow);
      if (frame) run.close(frame);
    },
    get isLooking() {
      return run.isLooking;
    },
    get talk() {
      return run.session.talk;
    },
    talkAbout: (reference) => {
      if (reference === undefined) delete run.session.talk;
      else run.session.talk = reference;
    },
    get said() {
      return run.session.said ?? [];
    },
    revise: (messengerId, text) => {
      run.flush();
      run.messages.push({ kind: "text", text, replaces: messengerId });
    },
    takeBack: (messageId) => {
      run.flush();
      run.messages.push({ kind: "delete", messageId });
    },
    phone: run.update.phone,
    shownOn: run.house.shownOn,
    fetchFile: (file) => run.house.fetchFile(run.update.address.channel, file),
    say: (text) => run.say(text),
    send: (source, caption) => {
      run.flush();
      const token = run.session.student?.token ?? "";
      run.messages.push({ kind: "document", source: { ...source, token }, caption });
    },
    sendAsStaff: (source, caption) => {
      run.flush();
      const { address: staffChat } = run.update;
      run.messages.push({ kind: "document", source: { ...source, staffChat }, caption });
    },
    speak: (language) => {
      if (language !== run.session.language) run.messages.push({ kind: "language", language });
      run.session.language = language;
    },
    logIn: ({ token, student: { registrationNumber, name, askAgain } }) => {
      run.session.student = { token, registrationNumber, name, askAgain };
      // Who logged in another way than was asked for is not asked any more.
      const { flow: login } = run.house.needs.student;
      run.session.stack = run.session.stack.filter(({ flow }) => flow !== login);
    },
    logStaffIn: ({ token, staff: { name, role } }) => {
      run.session.staff = { name, role, ...(token !== undefined && { token }) };
    },
    remember: (student) => {
      if (run.session.student) Object.assign(run.session.student, student);
    },
    forget: () => {
      const { language } = run.session;
      run.session = { stack: [], ...(language && { language }) };
      run.messages.push({ kind: "forget" });
    },
  };
}
