using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

public sealed class SealingTests
{
    [Theory, EachDatabase]
    public async Task Nothing_is_sealed_before_closing_and_the_request_limit_and_everything_just_after(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        await n.WithBallots(round, [plans[0]], [plans[1], plans[2]], []);
        site.Clock.MoveTo(round.VotingCloses.Instant + VotingHours.RequestLimit - TimeSpan.FromMilliseconds(1));
        await site.RunJobs();
        Assert.Equal(BoxState.Ready, (await n.BoxOf(round)).State);
        Assert.Empty(await n.SealedOf(round));

        await n.WithSealedBox(round);
        var box = await n.BoxOf(round);
        Assert.Equal((BoxState.Empty, 3), (box.State, box.Used));
        var published = await n.SealedOf(round);
        Assert.Equal([1, 2, 3], published.Select(b => b.Row));
        Assert.Equal(["", $"{plans[0]}", $"{plans[1]},{plans[2]}"], published.Select(b => b.Choices).Order(StringComparer.Ordinal));
        await using var db = n.Open();
        var act = await db.Set<RoundAct>().SingleAsync(a => a.RoundId == round.Id && a.Kind == RoundActKind.Sealed);
        Assert.Equal("3 / 20", act.Note);
        Assert.False(Directory.Exists(Path.Combine(site.DataPath, "keys", "ballots", box.Id.ToString("N"))));
    }

    /// <summary>Nothing of a step is kept in memory, so a process killed between two steps is a new Sealing that goes on.</summary>
    [Theory, EachDatabase]
    public async Task Stopped_between_any_two_steps_it_goes_on_where_it_was_and_run_twice_it_changes_nothing(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        await n.WithBallots(round, [plans[0]], [plans[1]]);
        var box = (await n.BoxOf(round)).Id;
        var now = round.VotingCloses.Instant + VotingHours.RequestLimit;
        site.Clock.MoveTo(now);
        foreach (var (from, to) in new[] { (BoxState.Ready, BoxState.Shut), (BoxState.Shut, BoxState.Copied), (BoxState.Copied, BoxState.Published), (BoxState.Published, BoxState.Empty) })
        {
            await using var scope = site.Services.CreateAsyncScope();
            Assert.Equal(to, await scope.ServiceProvider.GetRequiredService<Sealing>().Step(box, from, now));
            // The step that was just done, done again by a server that still thinks it is due.
            Assert.Equal(to, await scope.ServiceProvider.GetRequiredService<Sealing>().Step(box, from, now));
            Assert.IsType<BoxIsShut>((await n.Cast(round, (await n.CodesOf(round))[5], [plans[0]], round.VotingCloses.Instant.AddSeconds(-1))).Refusal);
        }
        await site.RunJobs();
        Assert.Equal(2, (await n.SealedOf(round)).Count);
    }

    [Theory, EachDatabase]
    public async Task Two_servers_that_seal_at_once_publish_every_ballot_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote(rights: 60);
        var plans = await n.PlanNumbers(round);
        await n.WithBallots(round, [.. Enumerable.Range(0, 50).Select(i => new[] { plans[i % 4] })]);
        var box = (await n.BoxOf(round)).Id;
        var now = round.VotingCloses.Instant + VotingHours.RequestLimit;
        site.Clock.MoveTo(now);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Sealing>().Seal(box, now);
        })));
        await site.RunJobs();
        Assert.Equal(BoxState.Empty, (await n.BoxOf(round)).State);
        Assert.Equal(50, (await n.SealedOf(round)).Count);
        await using var db = n.Open();
        Assert.Equal(1, await db.Set<RoundAct>().CountAsync(a => a.RoundId == round.Id && a.Kind == RoundActKind.Sealed));
    }

    /// <summary>The request arrived in time; its transaction is open while the box is being sealed.</summary>
    [Theory, EachDatabase]
    public async Task A_cast_held_open_across_closing_is_counted_or_refused_never_acknowledged_and_lost(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        await n.WithBallots(round, [plans[0]]);
        var (box, code) = ((await n.BoxOf(round)).Id, (await n.CodesOf(round))[9]);
        var (written, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var cast = Task.Run(() => Held(n, round, box, code, [plans[3]], async (booth, act) =>
        {
            var receipt = await act(booth);
            written.TrySetResult();
            await release.Task;
            return receipt;
        }));
        await written.Task;
        site.Clock.MoveTo(round.VotingCloses.Instant + VotingHours.RequestLimit);
        var sealing = Task.Run(site.RunJobs);
        // PostgreSQL shuts the box beside the open cast; on SQLite there is one writer, and sealing waits its turn.
        if (database == EachDatabaseAttribute.Postgres) await Until(async () => (await n.BoxOf(round)).State != BoxState.Ready);
        release.SetResult();
        var outcome = await cast;
        await sealing;
        await site.RunJobs();
        var published = (await n.SealedOf(round)).Select(b => b.Choices).Order(StringComparer.Ordinal);
        Assert.Equal(BoxState.Empty, (await n.BoxOf(round)).State);
        if (outcome.Refused)
        {
            Assert.IsType<BoxIsShut>(outcome.Refusal);
            Assert.Equal([$"{plans[0]}"], published);
        }
        else
        {
            Assert.Equal([$"{plans[0]}", $"{plans[3]}"], published);
        }
    }

    /// <summary>It read an open box, and wrote only after the box was emptied.</summary>
    [PostgresFact]
    public async Task A_cast_that_read_the_seal_and_comes_to_write_after_sealing_is_refused_by_name()
    {
        await using var site = new TestSite(EachDatabaseAttribute.Postgres);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        var (box, code) = ((await n.BoxOf(round)).Id, (await n.CodesOf(round))[9]);
        var (read, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var cast = Task.Run(() => Held(n, round, box, code, [plans[3]], async (booth, act) =>
        {
            read.TrySetResult();
            await release.Task;
            return await act(booth);
        }));
        await read.Task;
        await n.WithSealedBox(round);
        release.SetResult();
        Assert.IsType<BoxIsShut>((await cast).Refusal);
        Assert.Empty(await n.SealedOf(round));
    }

    [Theory, EachDatabase]
    public async Task A_cancelled_round_publishes_nothing_and_its_keys_and_tables_are_gone(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        await n.WithBallots(round, [.. (await n.PlanNumbers(round)).Select(p => new[] { p })]);
        var box = (await n.BoxOf(round)).Id;
        await n.WithAct(round, RoundActKind.Cancelled);
        await site.RunJobs();
        await n.WithSealedBox(round);
        Assert.Empty(await n.SealedOf(round));
        Assert.Empty(await Spy.TablesOf(site, box));
        Assert.False(Directory.Exists(Path.Combine(site.DataPath, "keys", "ballots", box.ToString("N"))));
    }

    [Theory, EachDatabase]
    public async Task Published_ballots_are_final(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        await n.WithBallots(round, [[]]);
        await n.WithSealedBox(round);
        await using var db = n.Open();
        foreach (var attack in new[] { "UPDATE \"SealedBallot\" SET \"Choices\" = '1'", "DELETE FROM \"SealedBallot\"", "UPDATE \"BallotPlan\" SET \"Title\" = 'x'", "DELETE FROM \"BallotPlan\"" })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(attack));
    }

    private static Task<Outcome<Receipt>> Held(Neighbourhood n, Round round, Guid box, VotingCode code, int[] chosen,
        Func<Booth, Func<Booth, Task<Outcome<Receipt>>>, Task<Outcome<Receipt>>> hold)
    {
        var folder = n.Site.Services.GetRequiredService<KeyFolder>();
        var keys = folder.Keys(box)!;
        var form = new BallotForm(RandomNumberGenerator.GetBytes(Slot.NonceBytes), new byte[Slot.NonceBytes], chosen);
        return new Work(n.Site.Database, new FundScope { Fund = n.Fund }).Run<Receipt>(async db =>
        {
            var booth = (await Booth.Open(db, folder, box)).Value!;
            return await hold(booth, b => b.Cast(round.VotingCloses.Instant.AddMilliseconds(-1), new Right(box, keys.RollTag(code), keys.SlotTag(code)), form));
        });
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 600 && !await holds(); i++) await Task.Delay(50);
        Assert.True(await holds());
    }
}
