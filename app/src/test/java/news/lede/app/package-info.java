@NullMarked
package news.lede.app;

import org.jspecify.annotations.NullMarked;
