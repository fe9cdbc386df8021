import { normalise } from "./normalise.ts";

const courses = /^(?:courses?|subjects?|mazm|mazam|kors|کورس|مضمون|مضامین|سبجیکٹ)/u;
const enrolments = /^(?:enrol|dakhl|admission|regist|semest|داخل|رجسٹر|سمسٹر)/u;
const elsewhere = /^(?:requests?|darkhwast|درخواست|address|number|name|password)/u;
const withdraws = /^(?:withdr|دستبردار)/u;
const givesUp = /^(?:cancel|quit|drop|leav|[wv]ap[ia]s|khatam|chh?or|mansookh|واپس|منسوخ|ختم|چھوڑ|ڈراپ)/u;
const changes = /^(?:chang|edit|modif|add|swap|replac|badal|tabd|بدل|تبدیل|چینج)/u;

/**
 * What somebody wants who looks at their enrolment ("dakhla wapas lena hai", "change my courses").
 * @returns undefined where it is about something else
 */
export function enrolmentWish(text: string): "change" | "withdraw" | undefined {
  const words = normalise(text).split(" ");
  const says = (what: RegExp) => words.some((word) => what.test(word));
  if (says(elsewhere)) return undefined;
  // Who gives up a course keeps the others.
  if (says(courses) && (says(withdraws) || says(givesUp) || says(changes))) return "change";
  if (says(withdraws) || (says(enrolments) && says(givesUp))) return "withdraw";
  return says(changes) && (says(enrolments) || words.length === 1) ? "change" : undefined;
}
