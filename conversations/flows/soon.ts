import { type AnyFlow, flow } from "../engine/flow.ts";
import type { PlainKey } from "../engine/question.ts";

/** A section of the portal that this chat does not have yet, and says so. */
const soon = (id: string, section: PlainKey): AnyFlow =>
  flow(id)
    .needs("student")
    .finish(({ say, t }) => say(t("soon", { section: t(section) })));

export const notifications = soon("notifications", "soon-notifications");
