/**
 * Typed settings, topics and packs of sources, an operator's laid over those that ship. In: a file with the folders beside it, the environment, the command line. Out: {@link news.lede.config.Configuration}, or
 * every {@link news.lede.config.Fault} at once. Each key is declared once, in {@link news.lede.config.Keys}; the shipped file and the JSON schema are written from there.
 * Start at {@link news.lede.config.ConfigurationReader}.
 */
@NullMarked
package news.lede.config;

import org.jspecify.annotations.NullMarked;
