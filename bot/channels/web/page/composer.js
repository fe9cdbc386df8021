const tallest = 140;

/**
 * The field at the bottom: for words, or for a password, which is masked; and for files, where some are expected.
 * @param form the form and its fields
 * @param send called with the text, and whether it is a password; returns whether it was taken
 * @param attach called with a file
 * @param word what the page itself says
 */
export function createComposer(form, send, attach, word) {
  const [text, password, show, button] = ["text", "password", "show", "send"].map((id) =>
    form.querySelector(`#${id}`),
  );
  const [clip, files] = ["attach", "files"].map((id) => form.querySelector(`#${id}`));
  const isSecret = () => !password.hidden;
  const field = () => (isSecret() ? password : text);

  const grow = () => {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, tallest)}px`;
  };
  const reveal = (shown) => {
    password.type = shown ? "text" : "password";
    show.setAttribute("aria-pressed", String(shown));
    show.setAttribute("aria-label", word(shown ? "hide" : "show"));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { value } = field();
    if (value.trim() === "" || !send(value, isSecret())) return;
    field().value = "";
    reveal(false);
    grow();
  });
  files.addEventListener("change", () => {
    for (const file of files.files) attach(file);
    files.value = "";
  });
  text.addEventListener("input", grow);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  show.addEventListener("click", () => reveal(password.type === "password"));
  // The on-screen keyboard stays while one writes on.
  for (const one of [button, show]) one.addEventListener("pointerdown", (event) => event.preventDefault());

  return {
    /** What the house expects next. What was typed ahead goes along, so that a password is masked at once. */
    expect(what) {
      clip.hidden = what !== "file";
      text.inputMode = what === "phone" ? "tel" : "text";
      const secret = what === "password";
      if (secret === isSecret()) return;
      const hadFocus = document.activeElement === field();
      if (secret) password.value = text.value;
      text.value = "";
      text.hidden = secret;
      password.hidden = show.hidden = password.disabled = !secret;
      if (!secret) password.value = "";
      reveal(false);
      grow();
      if (hadFocus || matchMedia("(pointer: fine)").matches) field().focus({ preventScroll: true });
    },
    relabel() {
      form.setAttribute("aria-label", word("write"));
      text.placeholder = word("write");
      text.setAttribute("aria-label", word("write"));
      password.placeholder = word("password");
      password.setAttribute("aria-label", word("password"));
      button.setAttribute("aria-label", word("send"));
      files.setAttribute("aria-label", word("attach"));
      clip.title = word("attach");
      reveal(password.type === "text" && isSecret());
    },
  };
}
