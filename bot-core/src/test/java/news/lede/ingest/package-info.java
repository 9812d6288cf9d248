@NullMarked
package news.lede.ingest;

import org.jspecify.annotations.NullMarked;
