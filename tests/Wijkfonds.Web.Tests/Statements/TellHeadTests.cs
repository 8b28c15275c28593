using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

public sealed class TellHeadTests
{
    [Theory, EachDatabase]
    public async Task The_morning_after_news_everyone_who_watches_gets_the_fingerprint_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        await site.RunJobs();
        Assert.Empty(await Mails(n));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobs();
        await site.RunJobs();
        var mails = await Mails(n);
        string[] expected = [n.Auditor.Email!, n.ContributorRepresentative.Email!, n.Member.Email!, n.SecondMember.Email!, n.Treasurer.Email!];
        Assert.Equal(expected.Order(), mails.Select(m => m.To).Order());
        await using var db = n.Open();
        var head = await db.Set<LedgerHead>().SingleAsync();
        Assert.All(mails, m => Assert.Contains(head.Hash, m.Body, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Contains($"wijkfonds verify grootboek-oosterhoek.txt --head {head.Sequence}:{head.Hash}", m.Body, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Contains($"/geld/boekingen/{head.Sequence}", m.Body, StringComparison.Ordinal));

        // A quiet day brings no mail; a busy one brings one, with its last entry.
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.RunJobs();
        Assert.Equal(5, (await Mails(n)).Count);
        await n.WithMoney(4);
        await n.WithMoney(8);
        site.Clock.Advance(TimeSpan.FromDays(3));
        await site.RunJobs();
        var all = await Mails(n);
        Assert.Equal(10, all.Count);
        Assert.Equal(5, all.Count(m => m.Subject.EndsWith("boeking 6", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<OutboxMessage>> Mails(Neighbourhood n)
    {
        await using var db = n.Site.Open();
        return await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("ledger-head/")).OrderBy(m => m.Key).ToListAsync();
    }
}
