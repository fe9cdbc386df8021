/** So long (ms) a login may be idle before it asks for the password again, where the student chose so. */
export const idleLimit = 15 * 60_000;

/** Whether the password must be confirmed before grades are shown. */
export function passwordIsDue(login: { askAgain: boolean; lastSeenAt: Date }, now: Date): boolean {
  return login.askAgain && now.getTime() - login.lastSeenAt.getTime() > idleLimit;
}
