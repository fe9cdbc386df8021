import { flow } from "../engine/flow.ts";
import { text } from "../engine/questions/text.ts";

/** A code for another chat of this member of staff's. */
export const deskCode = flow("desk-code")
  .needs("staff")
  .finish(async ({ desk, say, t }) => {
    const { code } = await desk.linkCode({ body: {} });
    say(t("desk-code", { code }));
  });

/** A chat becomes a member of staff's, with a code. */
export const staffLink = flow("link")
  .ask("code", text("staff-link-code", { most: 32 }))
  .finish(
    async ({ api, address, answers: { code }, logStaffIn, say, t }) => {
      const staff = await api.linkStaffChat({ body: { ...address, code } });
      logStaffIn({ staff });
      say(t("staff-linked", { name: staff.name }));
    },
    { reopen: { "code-expired": "code" } },
  );
