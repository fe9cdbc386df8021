import { flow } from "../engine/flow.ts";

/** The chat is nobody's again; on a shared phone the next person finds nothing. */
export const logout = flow("logout").finish(async ({ api, student, forget, say, t }) => {
  if (!student) return say(t("logout-nobody"));
  await api.logout();
  forget();
  say(t("logout-done"));
});
