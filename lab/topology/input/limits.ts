/** Bytes of an input that are read at most. */
export const INPUT_LIMIT_BYTES = 256 * 1024 * 1024;

/** Levels of objects and lists in an input. Deep plans of nested modules have about 40. */
export const LEVELS_LIMIT = 200;
