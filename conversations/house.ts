import { type Api, ApiUnreachable } from "../api/contract/client.ts";
import { Problem } from "../api/contract/problems.ts";
import type { House } from "./engine/house.ts";
import { courtesies } from "./flows/courtesies.ts";
import { helpOffice } from "./flows/help-office.ts";
import { flows } from "./flows/index.ts";
import { shown } from "./flows/shown.ts";
import { startOf } from "./flows/starts.ts";
import { meaningOf } from "./meaning-of.ts";
import { credentialsIn, staffCredentialsIn } from "./understanding/credentials.ts";
import { translate } from "./words/words.ts";

/** How long an unfinished conversation waits for its student: nobody else should go on where one left off. */
const patience = 30 * 60 * 1000;

/** Words that mean the same everywhere, beside the conversations. */
const everywhere = ["menu", "back", "cancel", "stop", "enough"];
const isKnown = (intent: string): boolean => intent in flows || everywhere.includes(intent);

/** An address with a password behind it is only told to whoever asks staff for theirs. */
function handedOver(text: string, flow: string | undefined) {
  const isStaff = flow === "staff-login";
  const credentials = isStaff ? staffCredentialsIn(text) : credentialsIn(text);
  return credentials && { flow: isStaff ? flow : "login", with: { where: "chat", ...credentials } };
}

/**
 * Rabta's conversations, ready for an engine.
 * @param api the university
 * @param setup how this installation differs from another
 */
export const openHouse = (
  api: Api,
  setup: Pick<House, "links" | "deletesReceived" | "sharesContact" | "shownOn" | "fetchFile">,
): House => ({
  ...setup,
  api,
  flows,
  root: "menu",
  desk: "talk",
  needs: {
    language: { flow: "language", met: ({ language }) => language !== undefined },
    student: { flow: "login", met: ({ student }) => student !== undefined, first: "login-first" },
    staff: { flow: "staff-login", met: ({ staff }) => staff !== undefined },
  },
  mends: {
    "login-required": "login",
    "login-expired": "login",
    "password-required": "confirm-password",
    "staff-login-required": "staff-login",
    "staff-login-expired": "staff-login",
  },
  understand: (text) => meaningOf(text, isKnown),
  async recall(address) {
    try {
      const { known, language, staff } = await api.chatKnown({ body: address });
      // Who of staff studies too says which of both is meant.
      if (known) return { language };
      return staff ? { language, staff } : undefined;
    } catch (error) {
      // It is only asked out of kindness: whoever is new is welcomed also when it cannot be.
      if (error instanceof ApiUnreachable || error instanceof Problem) return undefined;
      throw error;
    }
  },
  namedAlone: {
    "request-reference": ["service-requests", "desk"],
    "course-code": ["date-sheet", "tutors", "grades"],
    "registration-number": ["login", "desk"],
  },
  shown,
  atDesk: {
    notifications: "broadcasts",
    announcements: "broadcasts",
    topics: "broadcasts",
    "service-requests": "desk",
  },
  forLockedOut: ["forgot-password", "help-log-in", "help-login-fails"],
  handedOver,
  courtesies: courtesies.map(({ id }) => id),
  forPeople: [helpOffice.id],
  startOf,
  translate,
  patience,
});
