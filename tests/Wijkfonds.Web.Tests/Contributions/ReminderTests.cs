using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>What is due is asked for, more than once and never before its day; the clock of the tests stands in January 2027.</summary>
public sealed class ReminderTests
{
    /// <summary>All that was ever sent, by its key: what was sent long ago is erased.</summary>
    private readonly Dictionary<string, OutboxMessage> sent = [];

    [Theory, EachDatabase]
    public async Task An_instalment_that_stays_open_is_asked_for_again_after_four_weeks_and_three_times_at_most(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        Assert.Null(await n.WithAgreement(1, 2027, 1, 1_000));
        foreach (var (month, day, mails) in new[] { (1, 31, 0), (2, 1, 1), (2, 28, 1), (3, 1, 2), (3, 28, 2), (3, 29, 3), (5, 1, 3), (7, 1, 3) })
        {
            await On(site, 2027, month, day);
            Assert.Equal((month, day, mails), (month, day, Sent("instalment/").Count));
        }
        Assert.Single(Sent("instalment/"), m => m.Subject.StartsWith("Bijdrage", StringComparison.Ordinal));
        Assert.Equal(2, Sent("instalment/").Count(m => m.Body.Contains("We schreven je hier al eerder over.", StringComparison.Ordinal)));
    }

    [Theory, EachDatabase]
    public async Task A_promise_without_a_schedule_is_due_when_its_year_ends_and_never_before(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        foreach (var year in new[] { 2027, 2028 }) Assert.Null(await n.WithPledge(1, year, 500));
        Assert.Equal(["Verwacht", "Verwacht"], await States(n));
        await On(site, 2027, 12, 30);
        Assert.Empty(Sent("promise/"));
        await On(site, 2027, 12, 31);
        var mail = Assert.Single(Sent("promise/"));
        Assert.Equal("geld@example.org", mail.To);
        Assert.Contains("Voor 2027 is een bijdrage toegezegd", mail.Body, StringComparison.Ordinal);
        Assert.Equal(["Nu te betalen", "Verwacht"], await States(n));
        await On(site, 2028, 1, 20);
        Assert.Equal(["Te laat", "Verwacht"], await States(n));
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("Daarvan te laat€ 500"), (await n.Stranger.Go("/bijdragers/1")).Text);
        Assert.Single(Sent("promise/"));
        await On(site, 2028, 2, 1);
        Assert.Equal(2, Sent("promise/").Count);

        // Paid late it is paid, and the next year is not.
        await (await n.As(n.Treasurer).Go("/stortingen")).Press("Storting invoeren", ("contributor", "1"), ("date", "2028-02-01"), ("amount", "600"), ("reference", "laat"));
        Assert.False((await n.Second(DecisionKind.ConfirmDeposit)).Refused);
        Assert.Equal(["Ontvangen", "Verwacht"], await States(n));
        await On(site, 2028, 6, 1);
        Assert.Equal(2, Sent("promise/").Count);
    }

    private async Task On(TestSite site, int year, int month, int day)
    {
        site.Clock.MoveTo(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));
        await site.RunJobs();
        await using var db = site.Open();
        foreach (var mail in await db.Set<OutboxMessage>().AsNoTracking().ToListAsync()) sent.TryAdd(mail.Key, mail);
    }

    private List<OutboxMessage> Sent(string key) => [.. sent.Values.Where(m => m.Key.StartsWith(key, StringComparison.Ordinal))];

    private static async Task<IEnumerable<string>> States(Neighbourhood n) => (await n.Stranger.Go("/bijdragers/1")).Page.QuerySelectorAll("#toezeggingen tbody .badge").Select(b => b.TextContent);
}
