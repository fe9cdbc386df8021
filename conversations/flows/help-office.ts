import { flow } from "../engine/flow.ts";
import { person } from "./person.ts";

/**
 * Fees, books, degrees, scholarships: what the campus management system does not know, and people at the university do.
 * Whoever asks in words has written their letter to them already.
 */
export const helpOffice = flow("help-office")
  .called("help-office")
  .about("letter", (_, sentence) => sentence)
  .finish(({ answers: { letter }, student, t, say, open }) => {
    say(`<b>${t("help-office")}</b>\n${t("help-office-answer")}`);
    open(person.id, student && letter !== undefined ? { letter } : {});
  });
