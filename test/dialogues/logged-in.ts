import type { Language } from "../../api/contract/shared.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { dialogue, setup } from "../dialogue.ts";
import { type DemoStudent, demoPasswords, type testUniversity } from "../university.ts";

/** A demo student who chose a language and has just logged in: the menu is open. */
export async function loggedIn(
  { api }: Pick<Awaited<ReturnType<typeof testUniversity>>, "api">,
  language: Language,
  registrationNumber: DemoStudent,
) {
  const t = translate(language);
  const person = dialogue({
    house: openHouse(api, setup),
  });
  await person.says("hello");
  await person.taps(t("language-name"));
  await person.taps(t("menu-log-in"));
  await person.says(registrationNumber);
  await person.says(demoPasswords[registrationNumber]);
  return { ...person, t };
}
