/** Typed settings and what ships with them: topics, packs of sources. In: files, environment, command line. Out: values checked all at once. */
@NullMarked
package news.lede.config;

import org.jspecify.annotations.NullMarked;
