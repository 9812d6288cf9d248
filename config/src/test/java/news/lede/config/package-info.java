@NullMarked
package news.lede.config;

import org.jspecify.annotations.NullMarked;
