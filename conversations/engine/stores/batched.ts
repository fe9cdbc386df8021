import { TransientMap } from "../transient-map.ts";

/** So many are asked for in one go: a script keeps everybody else of its server waiting while it runs. */
const most = 100;

/**
 * Gathers what is asked for while the event loop goes round once, and asks for it in one go.
 * @param ask asks for several of one group; resolves to their answers, in the same order
 * @param read what one's answer comes to; what it throws is that one's alone
 * @returns asks for one; rejects as its whole batch does
 */
export function batched<Question, Answer, Read>(
  ask: (questions: Question[]) => Promise<Answer[]>,
  read: (answer: Answer, question: Question) => Read,
): (group: string, question: Question) => Promise<Read> {
  type Batch = { questions: Question[]; answers: Promise<Answer[]> };
  const gathering = new TransientMap<Batch>();

  function gather(group: string): Batch {
    const questions: Question[] = [];
    const answers = new Promise<void>((go) => setImmediate(go)).then(() => {
      gathering.delete(group);
      return ask(questions);
    });
    const batch = { questions, answers };
    gathering.set(group, batch);
    return batch;
  }

  return (group, question) => {
    const open = gathering.get(group);
    const batch = open && open.questions.length < most ? open : gather(group);
    const at = batch.questions.push(question) - 1;
    // Whoever answers answers each.
    return batch.answers.then((answers) => read(answers[at] as Answer, question));
  };
}
