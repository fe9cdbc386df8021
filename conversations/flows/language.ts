import { languages } from "../../api/contract/shared.ts";
import { flow } from "../engine/flow.ts";
import { choice } from "../engine/questions/choice.ts";
import { translate } from "../words/words.ts";

/** Which language the chat speaks. Asked in all of them, and before anything else. */
export const language = flow("language", { needs: [] })
  .called("settings-language")
  .ask(
    "language",
    choice("language-ask", async () =>
      languages.map((id) => ({ id, label: translate(id)("language-name") })),
    ),
  )
  .finish(async ({ answers, speak, student, api }) => {
    speak(answers.language);
    if (student) await api.updatePreferences({ body: { language: answers.language } });
  });
