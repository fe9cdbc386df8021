import type { Memory } from "./protocol.ts";

/** How the number is doing, for operators. */
export type Status = {
  state: "starting" | "waiting to be paired" | "pairing" | "ready" | "pausing" | "stopped";
  /** What pairs it: a QR's text, or a code. */
  qr?: string;
  code?: string;
  number?: string;
  memory?: Memory;
  /** How often it was begun anew, and why the last time. */
  restarts: number;
  why?: string;
};
