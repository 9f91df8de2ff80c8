/** The version of this copy of the script, as in package.json. */
export const VERSION = '0.1.0';
