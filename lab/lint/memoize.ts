/** Remembers what a question was answered: the same argument gets the same answer, an object as long as it lives. */
export function memoize<Arguments extends readonly [] | readonly [unknown], Answer>(
  ask: (...about: Arguments) => Answer,
): (...about: Arguments) => Answer {
  const answers = new Map<unknown, { readonly answer: Answer }>();
  const ofObjects = new WeakMap<object, { readonly answer: Answer }>();
  return (...about) => {
    const [key] = about;
    const isObject = typeof key === "object" && key !== null;
    const known = isObject ? ofObjects.get(key) : answers.get(key);
    if (known !== undefined) return known.answer;
    const answer = ask(...about);
    if (isObject) ofObjects.set(key, { answer });
    else answers.set(key, { answer });
    return answer;
  };
}
