/** Remembers what a question was answered; the same argument gets the same answer. */
export function memoize<Arguments extends readonly [] | readonly [unknown], Answer>(
  ask: (...about: Arguments) => Answer,
): (...about: Arguments) => Answer {
  const answers = new Map<unknown, Answer>();
  return (...about) => {
    const [key] = about;
    if (!answers.has(key)) answers.set(key, ask(...about));
    return answers.get(key) as Answer;
  };
}
