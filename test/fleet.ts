import { freePort } from "./free-port.ts";
import { type Program, startProgram } from "./program.ts";

/** One process of a fleet. It may be killed and started again, and is found at the same address. */
export type Member = {
  /** ROLES: what it does. */
  roles: string;
  url: string;
  /** Undefined while it is dead, or not ready yet. */
  running: () => Program | undefined;
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it, again and again until it is ready, as a service manager would. */
  start(): Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
};

/** Processes of the real program that belong together. */
export type Fleet = {
  members: readonly Member[];
  /** Those that do something. */
  of(role: "api" | "bot" | "worker"): Member[];
  /** Starts so many processes more. @param own what they have in their environment besides what all have */
  add(roles: string, own?: Record<string, string>, count?: number): Promise<Member[]>;
  /** Exits that nobody asked for, each with the end of what the process said. Empty, or something is wrong. */
  fallen: readonly string[];
  /** The last lines that every process wrote to its log. */
  said(): string;
  stop(): Promise<void>;
};

/** A start that fails is tried so often: PostgreSQL may be away just then. */
const mostStarts = 20;

/**
 * Makes a fleet, empty at first.
 * @param common what all its processes have in their environment
 */
export function openFleet(common: Record<string, string>): Fleet {
  const members: Member[] = [];
  const fallen: string[] = [];
  const of: Fleet["of"] = (role) => members.filter(({ roles }) => roles.split(",").includes(role));

  async function enlist(roles: string, own: Record<string, string>): Promise<Member> {
    const port = await freePort();
    const environment = { ...common, ...own, ROLES: roles, PORT: `${port}` };
    let running: Program | undefined;
    const end = async <T>(how: (program: Program) => Promise<T>): Promise<T | undefined> => {
      const program = running;
      running = undefined;
      return program && how(program);
    };
    const member: Member = {
      roles,
      url: `http://127.0.0.1:${port}`,
      running: () => running,
      async start() {
        for (let failures = 0; !running; failures++) {
          const started = await startProgram(environment).catch((cause: unknown) => {
            if (failures >= mostStarts) throw cause;
          });
          if (!started) continue;
          running = started;
          started.process.once("close", (code, signal) => {
            if (running !== started) return;
            running = undefined;
            fallen.push(`${roles} ended by itself (${code ?? signal}):\n${started.said()}`);
          });
        }
      },
      kill: async () => void (await end((program) => program.kill())),
      stop: async () => (await end((program) => program.stop())) ?? null,
    };
    members.push(member);
    await member.start();
    return member;
  }

  return {
    members,
    of,
    fallen,
    add: (roles, own = {}, count = 1) => Promise.all(Array.from({ length: count }, () => enlist(roles, own))),
    said: () =>
      members
        .map(({ roles, url, running }) => `── ${roles} at ${url}\n${running()?.said() ?? "not running"}`)
        .join("\n"),
    async stop() {
      await Promise.all(members.map((member) => member.stop()));
    },
  };
}
