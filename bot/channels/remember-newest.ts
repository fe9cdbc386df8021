/** How many are remembered. */
const most = 5_000;

/** Remembers one value for each of the newest messages or chats, for as long as the process lives. */
export function rememberNewest() {
  const said = new Map<string, string>();
  return {
    get: (of: string): string | undefined => said.get(of),
    set(of: string, what: string): void {
      said.delete(of);
      said.set(of, what);
      const [oldest] = said.keys();
      if (said.size > most && oldest !== undefined) said.delete(oldest);
    },
  };
}
