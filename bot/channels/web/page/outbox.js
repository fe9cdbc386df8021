const store = "rabta-unsent";
/** Longer than any turn takes, in ms. */
const patience = 30_000;
/** Ten megabytes over a slow network, in ms. */
const filePatience = 300_000;
const longestPause = 15_000;
/** Refused now, but not for good: no cookie, too slow, too fast. */
const worthAgain = new Set([401, 408, 429]);

/**
 * Sends what the student did, one after the other, each under its one id until the house has it: nothing is lost and
 * nothing doubled. What was not sent survives a reload, except what is secret, and files.
 * @param hears `sent(update)`, `refused(update)`, `waits(status)` (0: nobody answered)
 */
export function createOutbox(hears) {
  const before = restore();
  const isFile = ({ kind }) => kind === "file";
  let queue = before.filter((update) => !isFile(update));
  let running = false;
  let wake = () => {};

  async function run() {
    if (running) return;
    running = true;
    for (let failures = 0; queue.length > 0; ) {
      const [update] = queue;
      const { status, retryAfter } = await post(update);
      const isDone = status >= 200 && status < 300;
      const isRefused = status >= 400 && status < 500 && !worthAgain.has(status);
      if (isDone || isRefused) {
        failures = 0;
        queue = queue.filter((one) => one !== update);
        save();
        if (isDone) hears.sent(update);
        else hears.refused(update);
      } else if (queue.includes(update)) {
        hears.waits(status);
        const pause = retryAfter ? retryAfter * 1000 : Math.min(1000 * 2 ** failures++, longestPause);
        await new Promise((resolve) => {
          wake = resolve;
          setTimeout(resolve, pause);
        });
      }
    }
    running = false;
  }

  function save() {
    // Of a file it is kept that there was one.
    const open = queue.filter(({ secret }) => !secret).map(({ tried, file, ...update }) => update);
    try {
      sessionStorage.setItem(store, JSON.stringify(open));
    } catch {
      // A browser that keeps nothing: what is unsent lives as long as the page.
    }
  }

  async function post(update) {
    const { tried, file, ...body } = update;
    update.tried = true;
    const [address, type, content] = file
      ? [
          `/chat/files?${new URLSearchParams({ id: update.id, name: file.name })}`,
          "application/octet-stream",
          file,
        ]
      : ["/chat/updates", "application/json", JSON.stringify(body)];
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "content-type": type },
        body: content,
        signal: AbortSignal.timeout(file ? filePatience : patience),
      });
      return { status: answer.status, retryAfter: Number(answer.headers.get("retry-after")) };
    } catch {
      return { status: 0 };
    }
  }

  // What would not survive it is a reason to ask before the page is closed.
  addEventListener("beforeunload", (event) => {
    if (queue.some(({ secret, file }) => secret || file)) event.preventDefault();
  });

  return {
    /** The ids of files that an earlier life of this page may not have got sent. */
    lost: () => before.filter(isFile).map(({ id }) => id),
    /** What an earlier life of this page did not get sent. */
    unsent: () => [...queue],
    add(update) {
      queue.push(update);
      save();
      run();
    },
    /** Tries again now. */
    retry() {
      wake();
      run();
    },
    /** After a log-out: what may have arrived is not told again. */
    forget() {
      queue = queue.filter(({ tried }) => !tried);
      save();
    },
  };
}

function restore() {
  try {
    return JSON.parse(sessionStorage.getItem(store) ?? "[]");
  } catch {
    return [];
  }
}

/** A random UUID. crypto.randomUUID is not there on a page that came over plain HTTP. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
