/** The most that are asked for in one go: while a script runs, everybody else on its server waits. */
const most = 100;

/**
 * Gathers what is asked for while the event loop goes round once, and asks for it in one go.
 * @param ask asks for several of one group; resolves to their answers, in the same order
 * @param read what one's answer comes to; what it throws is that one's alone
 * @returns asks for one; rejects as its whole batch does. Every group it was ever asked for is remembered: they are few
 */
export function batched<Question, Answer, Read>(
  ask: (questions: Question[]) => Promise<Answer[]>,
  read: (answer: Answer, question: Question) => Read,
): (group: string, question: Question) => Promise<Read> {
  type Batch = { questions: Question[]; answers: Promise<Answer[]> };
  type Group = { open: Batch | undefined };
  // A group stays after its batch: a map whose entries come and go keeps what they held (see TransientMap).
  const groups = new Map<string, Group>();

  function gather(group: Group): Batch {
    const questions: Question[] = [];
    const answers = new Promise<void>((go) => setImmediate(go)).then(() => {
      if (group.open === batch) group.open = undefined;
      return ask(questions);
    });
    const batch = { questions, answers };
    group.open = batch;
    return batch;
  }

  function groupOf(name: string): Group {
    const known = groups.get(name);
    if (known) return known;
    const group: Group = { open: undefined };
    groups.set(name, group);
    return group;
  }

  return (name, question) => {
    const group = groupOf(name);
    const { open } = group;
    const batch = open && open.questions.length < most ? open : gather(group);
    const at = batch.questions.push(question) - 1;
    // Whoever answers answers each.
    return batch.answers.then((answers) => read(answers[at] as Answer, question));
  };
}
