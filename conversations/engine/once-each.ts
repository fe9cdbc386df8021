/** More texts than menus and lists have labels; when there are more, it begins afresh. */
const most = 5_000;

/**
 * Keeps what is made of a text, for what is dear to make and asked again and again of the same few texts, as labels are.
 * @param make depends on the text alone
 */
export function onceEach<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const fresh = make(text);
    if (made.size >= most) made.clear();
    made.set(text, fresh);
    return fresh;
  };
}
