/**
 * What hinders from listening at a port, as a sentence that names the variable to mend; any other fault as it is.
 */
export function portSentence(
  error: NodeJS.ErrnoException,
  variable: string,
  { host, port }: { host: string; port: number },
): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken on ${host}: stop what uses it, or set ${variable} to another.`, {
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} needs more rights: set ${variable} to one above 1023.`, { cause: error });
  }
  return error;
}
