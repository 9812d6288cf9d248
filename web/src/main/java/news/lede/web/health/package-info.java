/** Whether this process lives and is ready, for whoever supervises it. In: the state of its parts. Out: {@code /healthz} and {@code /readyz}. */
@NullMarked
package news.lede.web.health;

import org.jspecify.annotations.NullMarked;
