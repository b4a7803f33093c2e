/** Something the user can put right; the message says what is wrong and what to do. */
export class CommandError extends Error {}
