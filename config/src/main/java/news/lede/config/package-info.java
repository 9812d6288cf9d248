/**
 * Typed settings and what ships with them: topics, packs of sources. In: a file, the environment, the command line. Out: {@link news.lede.config.Settings}, or
 * every {@link news.lede.config.Fault} at once. Each key is declared once, in {@link news.lede.config.Keys}; the shipped file and the JSON schema are written from there.
 * Start at {@link news.lede.config.SettingsReader}.
 */
@NullMarked
package news.lede.config;

import org.jspecify.annotations.NullMarked;
