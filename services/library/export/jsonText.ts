/** A value as JSON; half letters (lone surrogates), which UTF-8 does not hold, become U+FFFD: many readers refuse a file with their escapes. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part), indent);
}
