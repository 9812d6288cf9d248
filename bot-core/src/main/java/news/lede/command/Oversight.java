package news.lede.command;

import news.lede.article.Transactor;
import news.lede.community.Audit;
import news.lede.community.Delegations;
import news.lede.community.Limits;
import news.lede.community.PersonNames;

/** Who may, who did, what they are called, and how much of it. {@code transactor} joins a change with what is written down of it. */
public record Oversight(
        Transactor transactor, Audit audit, Delegations delegations, Limits limits, PersonNames names) {}
