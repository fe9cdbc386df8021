/** More than all menus and lists have labels. Beyond that many everything is forgotten, so that memory is bounded. */
const most = 5_000;

/**
 * Remembers what is made of a text, for what is expensive to make and is asked again and again of the same few texts,
 * such as labels.
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
