import { broadcastButtons, broadcastTopics, enrolmentStates } from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import { topics } from "../../api/contract/notifications.ts";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { buttonLabels } from "../../conversations/words/broadcast.ts";
import { messengerName, semesterName } from "../../conversations/words/names.ts";
import { type Translate, translate } from "../../conversations/words/words.ts";
import type { Channel } from "../channels/channel.ts";

type Choices = Awaited<ReturnType<Api["broadcastChoices"]>>;

/** What whoever writes a broadcast chooses from, each with what it is called. */
export function choicesIn(
  t: Translate,
  { programmes, levels, regions, semesters }: Choices,
  channels: readonly Pick<Channel, "name">[],
) {
  const named = ({ code, name }: { code: string; name: string }) => ({
    id: code,
    label: `${code} · ${name}`,
  });
  return {
    topics: broadcastTopics.map((id) => ({ id, label: plain(t(`topic-${id}`)) })),
    programmes: programmes.map(named),
    levels: levels.map((id) => ({ id, label: id.toUpperCase() })),
    regions: regions.map(named),
    semesters: semesters.map((id) => ({ id, label: plain(semesterName(t, id)) })),
    enrolment: enrolmentStates.map((id) => ({ id, label: plain(t(`broadcast-enrolment-${id}`)) })),
    subscribed: topics.map((id) => ({ id, label: plain(t(`topic-${id}`)) })),
    channels: channelChoices(t, channels),
    buttons: broadcastButtons.map((id) => ({ id, label: plain(t(buttonLabels[id])) })),
    languages: languages.map((id) => ({ id, label: plain(translate(id)("language-name")) })),
  };
}

/** The channels by their names; where both ways to WhatsApp are open, by which is which as well. */
function channelChoices(t: Translate, all: readonly Pick<Channel, "name">[]) {
  const named = all.map(({ name: id }) => ({ id, label: messengerName(t, id) }));
  const isShared = (label: string): boolean => named.filter((one) => one.label === label).length > 1;
  return named.map(({ id, label }) => ({ id, label: isShared(label) ? `${label} (${id})` : label }));
}
