/** Longer ones are rare, and no text can fill the memory with them. */
const longest = 64;
const most = 16_384;

/** `make` for short texts that come again and again, as the numbers of documents do: what it gave is kept, until there is too much; then all is forgotten. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > longest) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
