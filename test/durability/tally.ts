import { createApi } from "../../api/contract/client.ts";
import { flow } from "../../conversations/engine/flow.ts";
import type { House } from "../../conversations/engine/house.ts";
import { text } from "../../conversations/engine/questions/text.ts";
import { translate } from "../../conversations/words/words.ts";
import { meaning } from "../meaning.ts";

const tally = flow("tally", { needs: [] })
  .ask(
    "first",
    text(() => "first?"),
  )
  .ask(
    "second",
    text(({ answers }) => `${answers.first} second?`),
  )
  .ask(
    "third",
    text(({ answers }) => `${answers.first} ${answers.second} third?`),
  )
  .finish(({ answers, say }) => say(`${answers.first} ${answers.second} ${answers.third} done`));

/**
 * A conversation whose every answer repeats what was said before it: whoever loses, doubles or swaps an update says
 * something else. It needs no API.
 */
export const tallyHouse: House = {
  flows: { tally },
  root: "tally",
  desk: "tally",
  needs: {
    language: { flow: "tally", met: () => true },
    student: { flow: "tally", met: () => true },
    staff: { flow: "tally", met: () => true },
  },
  mends: {},
  understand: (said) => meaning(said, said === "back" ? said : undefined),
  namedAlone: {},
  handedOver: () => undefined,
  forLockedOut: [],
  atDesk: {},
  shown: [],
  courtesies: [],
  forPeople: [],
  translate,
  api: createApi(async () => {
    throw new Error("nobody asks the API");
  }, "key"),
  links: false,
  deletesReceived: () => true,
  sharesContact: () => true,
  shownOn: () => [],
  fetchFile: async () => new Uint8Array(),
  startOf: () => undefined,
  patience: 3_600_000,
};
