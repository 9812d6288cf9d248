@NullMarked
package news.lede.evaluation;

import org.jspecify.annotations.NullMarked;
