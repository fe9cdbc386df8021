// npm run chaos             everything that goes wrong, one after the other, with what came of it
// npm run chaos -- redis    what has such a word in its name
import { openCampus } from "./campus.ts";
import { faults } from "./faults.ts";
import { gather } from "./students.ts";
import { type Outcome, suffer } from "./suffer.ts";

const words = process.argv.slice(2);
const chosen = faults.filter(({ name }) =>
  words.every((word) => name.toLowerCase().includes(word.toLowerCase())),
);
const campus = await openCampus();
const outcomes: Outcome[] = [];
try {
  const load = await gather(campus, 12);
  for (const fault of chosen) {
    const outcome = await suffer(campus, load, fault);
    outcomes.push(outcome);
    console.log(JSON.stringify({ ...outcome, told: Object.fromEntries(outcome.told) }));
  }
  console.log(campus.fleet.fallen);
} catch (cause) {
  console.log(cause, campus.fleet.said().slice(-3000));
} finally {
  await campus.close();
}
