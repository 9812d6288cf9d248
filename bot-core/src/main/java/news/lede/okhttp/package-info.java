/**
 * What adapters of platforms that are reached by OkHttp have in common. The core itself does not use it, so the library comes with the adapters.
 */
@NullMarked
package news.lede.okhttp;

import org.jspecify.annotations.NullMarked;
