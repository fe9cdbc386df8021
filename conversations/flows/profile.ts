import type { RequestType } from "../../api/contract/requests.ts";
import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";

/** The student's own record, masked by the API. */
export const profile = flow("profile")
  .called("menu-profile")
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
          regionalOffice: record.regionalOffice.name,
          cnic: record.cnic ?? missing,
          phone: record.phone ?? missing,
          email: record.email ?? missing,
          address: record.address ?? missing,
        });
        return { text, facts: undefined };
      },
      {
        name: { label: "profile-wrong-name", do: correct("name-correction") },
        cnic: { label: "profile-wrong-cnic", do: correct("cnic-correction") },
        phone: { label: "profile-wrong-phone", do: correct("mobile-change") },
        address: { label: "profile-wrong-address", do: correct("address-change") },
        settings: { label: "menu-settings", do: { open: "settings" } },
      },
      { keep: true },
    ),
  );

/** Where something is wrong: the right request, with its kind filled in. */
function correct(kind: RequestType) {
  return { open: "file-request", with: { kind } };
}
