/** Load drivers that print tables: what is promised about speed, measured from outside on the built tree. */
@NullMarked
package news.lede.benchmarks;

import org.jspecify.annotations.NullMarked;
