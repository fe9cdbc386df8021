import { type NotificationSettings, type Topic, topics } from "../../api/contract/notifications.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import type { Question } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { look } from "../engine/questions/look.ts";
import { several } from "../engine/questions/several.ts";
import { formed } from "../engine/questions/text.ts";
import { clock, WrittenQuietHours } from "../understanding/quiet-hours.ts";
import { type Translate, translate } from "../words/words.ts";

/** What the student is told, when and where; and what was announced. */
export const notifications = flow("notifications")
  .called("menu-notifications")
  .needs("student")
  .ask(
    "view",
    look(
      async ({ api, t }) => {
        const settings = await api.notificationSettings();
        return { text: told(t, settings), facts: settings };
      },
      {
        latest: { label: "notifications-latest", do: { open: "announcements" } },
        topics: { label: "notifications-topics", do: { open: "topics" } },
        quiet: { label: "notifications-quiet", do: { open: "quiet-hours" } },
        here: {
          label: "notifications-here",
          when: (_, { here }) => !here,
          async do({ api, say, t }) {
            await api.updateNotificationSettings({ body: { here: true } });
            say(t("notifications-are-here"));
          },
        },
        off: {
          label: "notifications-turn-off",
          when: (_, { topics: wanted }) => wanted.length > 0,
          do: { open: "unsubscribe" },
        },
      },
    ),
  );

/**
 * Which topics: chosen and unchosen in place; none is a choice as well. Who names some in a sentence ("stop exams") is not
 * asked, and the others stay as they are.
 */
export const chooseTopics = flow("topics")
  .called("notifications-topics")
  .needs("student")
  .about("less", ({ "topic-off": off }) => off?.join(" "))
  .about("more", ({ "topic-on": on }) => on?.join(" "))
  .ask("topics", whichTopics())
  .finish(async ({ api, say, t, answers: { topics: chosen, less } }) => {
    const wanted = inOrder(chosen);
    await api.updateNotificationSettings({ body: { topics: wanted } });
    if (less !== undefined) say(t("topics-stopped", { topics: listed(t, inOrder(less.split(" "))) }));
    const told = less === undefined ? "topics-chosen" : "notifications-told";
    if (wanted.length > 0) return say(t(told, { topics: listed(t, wanted) }));
    say(t(less === undefined ? "notifications-off" : "notifications-none"));
  });

function whichTopics(): Question<{ less?: string; more?: string }, string[]> {
  return {
    ...several(({ api }: Context<{ less?: string; more?: string }>) => api.notificationSettings(), {
      say: ({ t }) => t("topics-which"),
      options: ({ t }) => topics.map((topic) => ({ id: topic, label: t(`topic-${topic}`) })),
      start: (settings) => settings.topics,
      orNone: true,
    }),
    async known({ api, answers: { less, more } }) {
      if (less === undefined && more === undefined) return undefined;
      const [off, on] = [less, more].map((named) => named?.split(" ") ?? []);
      const { topics: before } = await api.notificationSettings();
      return topics.filter(
        (topic) => on?.includes(topic) || (before.includes(topic) && !off?.includes(topic)),
      );
    },
  };
}

const inOrder = (chosen: readonly string[]): Topic[] => topics.filter((topic) => chosen.includes(topic));

/** When nothing is to be heard. */
export const quietHours = flow("quiet-hours")
  .called("notifications-quiet")
  .needs("student")
  .ask("hours", hours())
  .ask("own", formed("quiet-hours-write", WrittenQuietHours, "quiet-hours-again"), {
    when: ({ hours }) => hours === "own",
  })
  .finish(async ({ api, say, t, answers: { hours, own = hours } }) => {
    const quiet = own === "none" ? null : minutesOf(own);
    await api.updateNotificationSettings({ body: { quietHours: quiet } });
    say(quiet ? t("quiet-hours-are", spanOf(quiet)) : t("quiet-hours-are-none"));
  });

/** One word, and nothing more comes: also where the chat has no language yet, because nothing else was ever said in it. */
export const unsubscribe = flow("unsubscribe", { needs: [] })
  .called("notifications-turn-off", "abruptly")
  .finish(async ({ api, address, say, t, student }) => {
    // By the chat, and not by a login: whoever is written to here can stop it here.
    const { stopped, language } = await api.stopNews({ body: address });
    // A chat in which nobody has spoken hears it in the language of what it was told.
    const theirs = language && !student ? translate(language) : t;
    say(stopped ? theirs("notifications-off") : t("unsubscribe-nobody"));
  });

/** Hours that many choose; others may be written here as well. */
function hours(): Question<unknown, string> {
  const list = choice<unknown, string>("quiet-hours-which", [
    ["22:00–07:00", "quiet-hours-22-7"],
    ["21:00–09:00", "quiet-hours-21-9"],
    ["own", "quiet-hours-own"],
    ["none", "quiet-hours-none"],
  ]);
  return {
    ...list,
    read(input, context, draft) {
      if (input.kind !== "text") return list.read(input, context, draft);
      const written = WrittenQuietHours.safeParse(input.text);
      if (written.success) return { answer: written.data };
      return { again: context.t(/\p{Nd}/u.test(input.text) ? "quiet-hours-again" : "again-choice") };
    },
  };
}

function told(t: Translate, { topics: wanted, quietHours: quiet, here }: NotificationSettings): Markup {
  return [
    t("notifications"),
    wanted.length > 0 ? t("notifications-told", { topics: listed(t, wanted) }) : t("notifications-none"),
    quiet ? t("notifications-quiet-are", spanOf(quiet)) : t("notifications-quiet-none"),
    t(here ? "notifications-come-here" : "notifications-come-elsewhere"),
  ].join("\n\n");
}

const listed = (t: Translate, wanted: readonly Topic[]): string =>
  wanted.map((topic) => t(`topic-${topic}`)).join(" · ");

/** `22:00–07:00` in minutes after midnight. */
function minutesOf(span: string): { from: number; to: number } {
  const [from = 0, to = 0] = span.split("–").map((time) => {
    const [hours, minutes] = time.split(":").map(Number);
    return (hours ?? 0) * 60 + (minutes ?? 0);
  });
  return { from, to };
}

const spanOf = ({ from, to }: { from: number; to: number }) => ({ from: clock(from), to: clock(to) });
