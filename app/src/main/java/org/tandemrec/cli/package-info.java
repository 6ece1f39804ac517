/**
 * The command line. In: arguments. Out: answers on standard output, messages and progress on
 * standard error, an exit code. Knows nothing of HTTP.
 */
@org.jspecify.annotations.NullMarked
package org.tandemrec.cli;
