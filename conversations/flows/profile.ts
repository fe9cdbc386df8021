import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";

/** The student's own record, masked by the API. */
export const profile = flow("profile")
  .needs("student")
  .ask(
    "view",
    look(
      async ({ api, t }) => {
        const record = await api.profile();
        const missing = t("profile-missing");
        const text = t("profile", {
          ...record,
          programme: record.programme.name,
          cnic: record.cnic ?? missing,
          phone: record.phone ?? missing,
          email: record.email ?? missing,
          address: record.address ?? missing,
        });
        return { text, facts: undefined };
      },
      {
        wrong: { label: "profile-wrong", do: { open: "file-request" } },
        settings: { label: "menu-settings", do: { open: "settings" } },
      },
      { keep: true },
    ),
  );
