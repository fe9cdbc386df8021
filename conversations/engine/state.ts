import type { Choice } from "./message.ts";
import { type Frame, newSession, type Offer, type Session, type SessionStudent } from "./session.ts";

/** What the engine keeps of a chat; `seen` are the marks of its last updates, one behind the other. */
export type State = { seen: string; sequence: number; session: Session };

/** What an object has beyond what every one of its kind has. */
type Others<Whole, Named extends keyof Whole> = Partial<Omit<Whole, Named>>;

type FrameRow = [
  id: string,
  flow: string,
  answers: Frame["answers"],
  others?: Others<Frame, "id" | "flow" | "answers">,
];
type StudentRow = [
  token: string,
  registrationNumber: string,
  name: string,
  nameUrdu: string | null,
  askAgain: boolean,
];
type OfferRow = [
  token: string,
  ways: string[],
  /** Their ids and labels by turns, or, where one has more to it, as they are. */
  choices: string[] | Choice[],
  others?: Others<Offer, "token" | "ways" | "choices">,
];
type StateRow = [
  seen: string,
  sequence: number,
  language: Session["language"] | null,
  stack: FrameRow[],
  offer: OfferRow | null,
  student: StudentRow | null,
  others?: Others<Session, "language" | "stack" | "offer" | "student">,
];

/** What is known by its place. */
const placed = {
  session: new Set(["language", "stack", "offer", "student"]),
  frame: new Set(["id", "flow", "answers"]),
  offer: new Set(["token", "ways", "choices"]),
};

/**
 * A state as a text: JSON in which what everything of its kind has is known by its place and needs no name. It is little
 * more than half as long, in Redis for every chat there is, and is read in half to three quarters of the time.
 */
export function writeState({ seen, sequence, session }: State): string {
  const { language, stack, offer, student } = session;
  const row: StateRow = [
    seen,
    sequence,
    language ?? null,
    stack.map(rowOfFrame),
    offer ? rowOfOffer(offer) : null,
    student ? rowOfStudent(student) : null,
  ];
  return JSON.stringify(withOthers(row, session, placed.session));
}

/** @param text of {@link writeState}, or of a former version, which named everything; nothing for a new chat */
export function readState(text: string | undefined): State {
  if (text === undefined) return { seen: "", sequence: 0, session: newSession() };
  const kept: State | StateRow = JSON.parse(text);
  if (!Array.isArray(kept)) return kept;
  const [seen, sequence, language, stack, offer, student, others] = kept;
  const session: Session = { stack: stack.map(frameOf) };
  if (language) session.language = language;
  if (offer) session.offer = offerOf(offer);
  if (student) session.student = studentOf(student);
  if (others) Object.assign(session, others);
  return { seen, sequence, session };
}

const rowOfFrame = (frame: Frame): FrameRow =>
  withOthers([frame.id, frame.flow, frame.answers], frame, placed.frame);

function frameOf([id, flow, answers, others]: FrameRow): Frame {
  const frame: Frame = { id, flow, answers };
  return others ? Object.assign(frame, others) : frame;
}

function rowOfOffer(offer: Offer): OfferRow {
  const { token, ways, choices } = offer;
  const listed = choices.some(({ unnumbered }) => unnumbered) ? choices : flat(choices);
  return withOthers([token, ways, listed], offer, placed.offer);
}

function offerOf([token, ways, listed, others]: OfferRow): Offer {
  const choices = isFlat(listed) ? inPairs(listed) : listed;
  const offer: Offer = { token, ways, choices };
  return others ? Object.assign(offer, others) : offer;
}

function flat(choices: readonly Choice[]): string[] {
  const all: string[] = [];
  for (const { id, label } of choices) all.push(id, label);
  return all;
}

const isFlat = (listed: string[] | Choice[]): listed is string[] => typeof listed[0] === "string";

function inPairs(listed: readonly string[]): Choice[] {
  const choices: Choice[] = [];
  for (let at = 0; at < listed.length; at += 2)
    choices.push({ id: listed[at] ?? "", label: listed[at + 1] ?? "" });
  return choices;
}

const rowOfStudent = ({
  token,
  registrationNumber,
  name,
  nameUrdu,
  askAgain,
}: SessionStudent): StudentRow => [token, registrationNumber, name, nameUrdu ?? null, askAgain];

const studentOf = ([token, registrationNumber, name, nameUrdu, askAgain]: StudentRow): SessionStudent => ({
  ...{ token, registrationNumber, name, nameUrdu, askAgain },
});

/** Puts behind a row what an object has beyond what is placed in it, by its names. */
function withOthers<Row extends unknown[]>(row: Row, whole: object, placed: ReadonlySet<string>): Row {
  let others: Record<string, unknown> | undefined;
  for (const name in whole) {
    if (placed.has(name)) continue;
    others ??= {};
    others[name] = whole[name as keyof typeof whole];
  }
  if (others) row.push(others);
  return row;
}
