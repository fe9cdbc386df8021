import { flow } from "../engine/flow.ts";
import { semesterName } from "../words/names.ts";

/** The roll number slips of the examinations to come, as documents; or plainly why there is none yet. */
export const rollNumberSlip = flow("roll-number-slip")
  .called("exams-roll-number-slip")
  .needs("student")
  .finish(async ({ api, t, say, send }) => {
    const { examinations } = await api.dateSheet();
    const issued = examinations.filter(({ slip }) => slip !== null);
    for (const { id, semester } of issued) {
      send(
        {
          path: `/v1/me/roll-number-slips/${id}.pdf`,
          name: `roll-number-slip-${semester.id}.pdf`,
          type: "application/pdf",
        },
        t("slip-caption", { semester: semesterName(t, semester) }),
      );
    }
    if (issued.length === 0) say(t(examinations.length > 0 ? "slip-awaited" : "slip-nothing"));
  });
