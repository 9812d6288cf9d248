package news.lede.ingest;

import news.lede.fetch.Fetcher;
import news.lede.fetch.HostGate;
import news.lede.fetch.PageRules;

/** The web, and how to behave there: {@code fetcher} asks whatever it is told to, {@code gate} and {@code rules} say when and whether. */
public record Web(Fetcher fetcher, HostGate gate, PageRules rules) {}
