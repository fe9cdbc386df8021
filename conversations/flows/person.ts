import { flow } from "../engine/flow.ts";

/** Who would rather talk to a person is told where one is to be found. */
export const person = flow("person").finish(({ say, t }) => say(t("person")));
