/** So many things are known, the newest. */
const most = 5_000;

/** What is said of messages or chats, of the newest ones, for as long as the process lives. */
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
