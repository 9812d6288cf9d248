/**
 * What an installation of any size needs, reckoned on paper. In: a plan of inputs and formulas, and what a row of each table was measured to take. Out: tables in which every number stands beside its formula.
 * Start at {@link news.lede.benchmarks.scale.ScalePlan}.
 */
@NullMarked
package news.lede.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
