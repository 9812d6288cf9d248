package news.lede.command;

import news.lede.article.Transactor;
import news.lede.community.Audit;
import news.lede.community.Delegations;
import news.lede.community.Limits;

/** Who may, who did, and how much of it. {@code transactor} joins a change with what is written down of it. */
public record Oversight(Transactor transactor, Audit audit, Delegations delegations, Limits limits) {}
