/** Thrown where a browser is not on this machine: a sentence for the person at the terminal. */
export class NoBrowser extends Error {}
