import { flow } from "../engine/flow.ts";

/** The chat is nobody's again; on a shared phone the next person finds nothing. */
export const logout = flow("logout")
  .called("menu-log-out", "abruptly")
  .finish(async ({ api, desk, student, staff, forget, say, t }) => {
    if (!student && !staff) return say(t("logout-nobody"));
    if (student) await api.logout();
    if (staff) await desk.staffLogout();
    forget();
    say(t("logout-done"));
  });
