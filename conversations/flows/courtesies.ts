import { nameIn } from "../../api/contract/shared.ts";
import { type AnyFlow, type Flow, flow } from "../engine/flow.ts";

/** Who greets is greeted; what was under way goes on. */
const greeting = flow("greeting").finish(({ say, t, student, language }) =>
  say(student ? t("greeting-student", { name: nameIn(language, student) }) : t("greeting")),
);

/** A few words that are owed to somebody's few words. */
const returned = (id: "thanks" | "yes" | "no"): Flow =>
  flow(id).finish(({ say, t }) => say(t(`courtesy-${id}`)));

/** Abuse is answered calmly, once; after that a person is there, and nothing is said about it any more. */
const abuse = flow("abuse").finish(({ say, t, once, offerPerson }) => {
  say(t(once("abuse") ? "courtesy-abuse" : "offer-person"));
  offerPerson();
});

/** What is said for politeness, or is an answer to nothing. */
export const courtesies: readonly AnyFlow[] = [
  greeting,
  returned("thanks"),
  returned("yes"),
  returned("no"),
  abuse,
];
