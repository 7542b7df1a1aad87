/** Something that whoever called did wrong: its message is one sentence for them, and nothing is broken. */
export class Mistake extends Error {}
