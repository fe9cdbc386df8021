import { replacePressed } from "./ask.ts";
import type { Heard } from "./heard.ts";
import { back } from "./position.ts";
import { read } from "./read.ts";
import { meantBy } from "./readings.ts";
import type { Run } from "./run.ts";
import { begin } from "./stack.ts";
import { takeAway } from "./take-away.ts";
import { openTogether } from "./together.ts";

/** Does what an update came to. */
export function act(run: Run, said: Heard): Promise<void> | void {
  switch (said.kind) {
    case "menu":
      run.session.stack = [];
      return;
    case "back":
      return goBack(run);
    case "cancel":
      if (run.session.stack.length > 1) run.say(run.t("cancelled"));
      run.session.stack.pop();
      return;
    case "neither":
      return run.say(run.t("meant-nothing"));
    case "open":
      if (run.session.offer?.readings) replacePressed(run);
      if (said.secret) takeAway(run);
      delete run.top?.misses;
      return begin(run, meantBy(run, said.flow), said.with, said.named);
    case "together":
      delete run.top?.misses;
      return openTogether(run, said.readings);
    case "old-button":
    case "old-number":
    case "old-answer":
      return run.say(run.t(said.kind));
    case "note":
      // A password may look like a command.
      if (run.openQuestion?.secret) takeAway(run);
      run.offersPerson = said.word === "unreadable-voice" || said.word === "unreadable-video";
      return run.say(run.t(said.word));
    case "input":
      if (run.update.content.kind === "file" && said.input.kind === "text") run.say(run.t("caption-read"));
      return read(run, said.input, said.instead);
  }
}

/** Back from a conversation that another one needed leaves both: it would only be asked again. */
function goBack(run: Run): void {
  const frame = run.top;
  const flow = frame && run.house.flows[frame.flow];
  if (frame && flow && back(flow, frame, run.house)) return;
  run.session.stack.pop();
  if (frame?.needed) run.session.stack.pop();
}
