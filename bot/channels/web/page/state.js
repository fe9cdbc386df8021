/** An answer that takes longer than this is not being written any more, in ms. */
const longestAnswer = 25_000;
/** And this long after the house has taken in what it answers. */
const longestAfter = 5000;
const noteFor = 6000;
/** A connection that comes back this soon is not worth a banner, in ms. */
const grace = 1500;

/**
 * What the page shows about itself: online or not, an answer being written, a note to the student.
 * @param part finds an element
 * @param word what the page itself says
 */
export function createState(part, word) {
  const is = { connected: undefined, working: false, blocked: false, note: undefined };
  const timers = {};

  function set(change) {
    Object.assign(is, change);
    const status = !is.connected ? "connecting" : is.working ? "writing" : "online";
    part("status").textContent = word(status);
    part("status").dataset.status = status;
    part("typing").hidden = !is.working || is.connected === false;
    const banner = is.blocked ? "cookies" : is.connected === false ? "reconnecting" : is.note;
    part("banner").hidden = !banner;
    part("banner").textContent = banner ? word(banner) : "";
  }

  function later(name, ms, change) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(set, ms, change);
  }

  const working = (ms = longestAnswer) => {
    set({ working: true });
    later("working", ms, { working: false });
  };
  const note = (key) => {
    set({ note: key });
    later("note", noteFor, { note: undefined });
  };

  return {
    draw: () => set({}),
    connected(connected) {
      clearTimeout(timers.connection);
      if (connected) set({ connected });
      else later("connection", grace, { connected });
    },
    working: () => working(),
    idle: () => set({ working: false }),
    /** The house has it; the answer may be under way. */
    settled() {
      if (is.note === "too-fast") set({ note: undefined });
      if (is.working) working(longestAfter);
    },
    /** A sentence above the field, for a moment. */
    note,
    blocked: () => set({ blocked: true }),
  };
}
