import type { Office } from "../../api/contract/offices.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { plain } from "../engine/markup.ts";
import { choice } from "../engine/questions/choice.ts";
import { look } from "../engine/questions/look.ts";
import { placedIn } from "../words/names.ts";

const all = async ({ api, language }: Context<unknown>): Promise<Office[]> =>
  (await api.offices()).offices.map(placedIn(language));

/** Where people are, for whoever cannot log in: each regional office with its address and its number. */
export const offices = flow("offices")
  .called("offices")
  .ask(
    "office",
    choice("offices-which", async (context) =>
      (await all(context)).map(({ code, name }) => ({ id: code, label: name })),
    ),
  )
  .ask(
    "view",
    look(
      async (context) => {
        const { t, answers } = context;
        const one = (await all(context)).find(({ code }) => code === answers.office);
        if (!one) return { text: t("problem-not-found"), facts: undefined };
        const { phone } = one;
        return {
          text: t("person", one),
          ...(phone && { links: [{ url: `tel:${phone}`, label: plain(t("person-call", { phone })) }] }),
          facts: undefined,
        };
      },
      { other: { label: "offices-other", do: { reopen: "office" } } },
      { keep: true },
    ),
  );
