/** Something that was examined: whether it is as it should be, and a sentence about it for the operator. */
export type Finding = { isRight: boolean; says: string };

export const right = (says: string): Finding => ({ isRight: true, says });
export const wrong = (says: string): Finding => ({ isRight: false, says });

/** A clock that is further off than this, in ms, makes one-time codes and deadlines wrong. */
const tolerance = 2_000;

/** @param name whose clock, @param theirs and @param ours in ms since 1970, @param coarse how exact theirs is, in ms */
export function clockFinding(name: string, theirs: number, ours: number, coarse = 0): Finding {
  const off = Math.abs(theirs - ours);
  return off <= tolerance + coarse
    ? right(`${name} has the same time as this machine.`)
    : wrong(`${name} is ${(off / 1000).toFixed(1)} s away from this machine: let both follow NTP.`);
}
