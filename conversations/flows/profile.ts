import type { RequestType } from "../../api/contract/requests.ts";
import { type Language, nameIn } from "../../api/contract/shared.ts";
import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";

/** The student's own record, masked by the API. */
export const profile = flow("profile")
  .called("menu-profile")
  .needs("student")
  .ask(
    "view",
    look(
      async ({ api, t, language }) => {
        const record = await api.profile();
        const missing = t("profile-missing");
        const text = t("profile", {
          ...record,
          name: bothNames(language, record),
          fatherName: bothNames(language, { name: record.fatherName, nameUrdu: record.fatherNameUrdu }),
          programme: nameIn(language, record.programme),
          regionalOffice: nameIn(language, record.regionalOffice),
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

/** A name as it stands in the record, in Latin letters and in Urdu script: each can be wrong. */
function bothNames(
  language: Language,
  { name, nameUrdu }: { name: string; nameUrdu: string | null },
): string {
  const both = nameUrdu ? [name, nameUrdu] : [name];
  return (language === "ur" ? both.toReversed() : both).join(" · ");
}

/** Where something is wrong: the right request, with its kind filled in. */
function correct(kind: RequestType) {
  return { open: "file-request", with: { kind } };
}
