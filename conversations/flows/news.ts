import type { Context } from "../engine/context.ts";
import { type Flow, flow } from "../engine/flow.ts";

/**
 * News for a student, told in the middle of anything: nobody is ever in this conversation, so that what the student is
 * doing stays as it is.
 * @param id the conversation's name
 * @param event what came to pass; its data names whom it is for by `registrationNumber`
 */
export const news = (
  id: string,
  event: string,
  tell: (context: Context<Record<never, never>>, data: Record<string, string>) => Promise<void> | void,
): Flow =>
  flow(id).on(event, async (context, data) => {
    // Meanwhile the chat may be nobody's, or somebody else's.
    if (context.student?.registrationNumber === data.registrationNumber) await tell(context, data);
  });
