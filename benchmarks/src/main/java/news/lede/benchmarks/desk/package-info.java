/** The web desk as a browser meets it: what its pages weigh and how long the server takes. */
@NullMarked
package news.lede.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
