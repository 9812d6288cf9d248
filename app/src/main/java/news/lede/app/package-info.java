/** Composition root: the main method, the command line, the console chat. Wires ports to adapters; decides nothing about news. */
@NullMarked
package news.lede.app;

import org.jspecify.annotations.NullMarked;
