package news.lede.command;

import java.util.function.Supplier;
import news.lede.belongings.CommunityExport;
import news.lede.belongings.CommunityImport;
import news.lede.belongings.PersonalData;

/** What commands on taking along and being forgotten work with. */
public record Leaving(
        Supplier<PersonalData> persons, Supplier<CommunityExport> taking, Supplier<CommunityImport> bringing) {}
