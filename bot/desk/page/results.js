import { chip, instantOf } from "./compose.js";
import { at } from "./session.js";

/** Fills the form in which a semester's results are published. @param choices what there is to choose from */
export function furnishResults(choices) {
  const semester = at("results-semester").value;
  at("results-semester").replaceChildren(...choices.semesters.map(({ id, label }) => new Option(label, id)));
  if (semester) at("results-semester").value = semester;
  const chosen = programmes();
  at("results-programmes").replaceChildren(
    ...choices.programmes.map((one) => chip("programme", one, "checkbox", chosen.includes(one.id))),
  );
}

/** What the form says, as the API takes it. */
export function publication() {
  const when = at("results-when").value;
  return {
    ...{ semester: at("results-semester").value, programmes: programmes() },
    ...(when && { announcedAt: instantOf(when) }),
  };
}

const programmes = () =>
  [...at("results-programmes").querySelectorAll("input:checked")].map(({ value }) => value);
