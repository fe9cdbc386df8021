import { flow } from "../engine/flow.ts";
import { plain } from "../engine/markup.ts";
import { look } from "../engine/questions/look.ts";

/** Who would rather talk to a person: the own regional office, and the desk in writing. */
export const person = flow("person")
  .called("way-person")
  .ask(
    "view",
    look(
      async ({ api, student, t }) => {
        if (!student) return { text: t("person-stranger"), facts: { inside: false } };
        const { regionalOffice } = await api.profile();
        const { phone } = regionalOffice;
        return {
          text: t("person", regionalOffice),
          ...(phone && { links: [{ url: `tel:${phone}`, label: plain(t("person-call", { phone })) }] }),
          facts: { inside: true },
        };
      },
      {
        write: {
          label: "person-write",
          when: (_, { inside }) => inside,
          do: { open: "talk" },
        },
        login: { label: "menu-log-in", when: (_, { inside }) => !inside, do: { open: "login" } },
      },
    ),
  );
