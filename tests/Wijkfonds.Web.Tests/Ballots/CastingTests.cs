using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

/// <summary>The rule of casting: one right, one ballot, whatever arrives in whatever order.</summary>
public sealed class CastingTests
{
    [Theory, EachDatabase]
    public async Task The_same_form_twice_gives_the_same_receipt_and_one_ballot(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        var code = (await n.CodesOf(round))[0];
        var nonce = RandomNumberGenerator.GetBytes(Slot.NonceBytes);
        var first = await n.Cast(round, code, [plans[0]], nonce: nonce);
        var second = await n.Cast(round, code, [plans[0]], nonce: nonce);
        Assert.Equal(first.Value.ToString(), second.Value.ToString());
        // The same nonce with other plans is not the same form: nobody is told that plans went in which did not.
        Assert.IsType<StaleBallotForm>((await n.Cast(round, code, [plans[1]], nonce: nonce)).Refusal);
        await n.WithSealedBox(round);
        Assert.Equal([$"{plans[0]}"], (await n.SealedOf(round)).Select(b => b.Choices));
    }

    [Theory, EachDatabase]
    public async Task A_form_opened_before_the_ballot_now_in_the_box_is_refused_by_name(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        var code = (await n.CodesOf(round))[0];
        var nonce = RandomNumberGenerator.GetBytes(Slot.NonceBytes);
        Assert.Null((await n.Cast(round, code, [plans[0]], nonce: nonce)).Refusal);
        Assert.IsType<StaleBallotForm>((await n.Cast(round, code, [plans[1]])).Refusal);
        Assert.Null((await n.Cast(round, code, [plans[2]], upon: nonce)).Refusal);
        // The first form, sent once more after it was replaced, does not come back.
        Assert.IsType<StaleBallotForm>((await n.Cast(round, code, [plans[0]], nonce: nonce)).Refusal);
        await n.WithSealedBox(round);
        Assert.Equal([$"{plans[2]}"], (await n.SealedOf(round)).Select(b => b.Choices));
    }

    [Theory, EachDatabase]
    public async Task The_same_code_from_many_browsers_at_once_gives_one_ballot_and_it_is_the_acknowledged_one(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        var code = (await n.CodesOf(round))[7];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => n.Cast(round, code, [plans[i % 4]]))));
        var acknowledged = Assert.Single(Enumerable.Range(0, 8), i => !outcomes[i].Refused);
        Assert.All(outcomes.Where(o => o.Refused), o => Assert.True(o.Refusal is StaleBallotForm or Busy, o.Refusal!.GetType().Name));
        await n.WithSealedBox(round);
        Assert.Equal([$"{plans[acknowledged % 4]}"], (await n.SealedOf(round)).Select(b => b.Choices));
    }

    [Theory, EachDatabase]
    public async Task Two_hundred_people_at_once_are_all_counted(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote(rights: 250);
        var plans = await n.PlanNumbers(round);
        var codes = await n.CodesOf(round);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => n.Cast(round, codes[i], [plans[i % 4]]))));
        Assert.All(outcomes, o => Assert.Null(o.Refusal));
        Assert.Equal(200, outcomes.Select(o => o.Value.ToString()).Distinct().Count());
        await using (var db = n.Open()) Assert.Equal(new Turnout(200, 250), await Turnout.Of(db, round.Id));
        await n.WithSealedBox(round);
        var published = await n.SealedOf(round);
        Assert.Equal(200, published.Count);
        foreach (var plan in plans) Assert.Equal(50, published.Count(b => b.Plans.Contains(plan)));
    }

    [Theory, EachDatabase]
    public async Task Arrival_decides_and_not_how_long_a_request_took(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        var codes = await n.CodesOf(round);
        var (opens, closes) = (round.VotingOpens.Instant, round.VotingCloses.Instant);
        Assert.IsType<VotingNotOpenYet>((await n.Cast(round, codes[0], [plans[0]], opens.AddMilliseconds(-1))).Refusal);
        Assert.Null((await n.Cast(round, codes[0], [plans[0]], opens)).Refusal);
        site.Clock.MoveTo(closes + VotingHours.RequestLimit - TimeSpan.FromMilliseconds(1));
        await site.RunJobs();
        Assert.Null((await n.Cast(round, codes[1], [plans[1]], closes.AddMilliseconds(-1))).Refusal);
        Assert.IsType<VotingIsOver>((await n.Cast(round, codes[2], [plans[2]], closes)).Refusal);
        await n.WithSealedBox(round);
        Assert.IsType<BoxIsShut>((await n.Cast(round, codes[3], [plans[3]], closes.AddMilliseconds(-1))).Refusal);
        Assert.Equal(2, (await n.SealedOf(round)).Count);
    }

    [Theory, EachDatabase]
    public async Task Without_an_act_that_voting_needs_nothing_goes_in(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Regentonnen", 1_200);
        await n.WithFrozenBallot(round);
        var codes = await n.CodesOf(round);
        var plans = await n.PlanNumbers(round);
        site.Clock.MoveTo(round.VotingOpens.Instant.AddHours(1));
        Assert.IsType<VotingDelayed>((await n.Cast(round, codes[0], [plans[0]])).Refusal);
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", codes[0].ToString()));
        Assert.True(voter.Sees("uitgesteld"));
        await n.WithConfirmedCodes(round);
        Assert.Null((await n.Cast(round, codes[0], [plans[0]])).Refusal);
    }

    [Fact]
    public async Task What_does_not_fit_the_ballot_is_refused_by_name_whatever_the_page_let_through()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var approval = await n.WithOpenVote(maximumChoices: 2);
        var plans = await n.PlanNumbers(approval);
        var code = (await n.CodesOf(approval))[0];
        Assert.Equal(new TooManyChoices("Hele wijk", 2, 1), (await n.Cast(approval, code, plans[..3])).Refusal);
        Assert.Equal(new UnknownPlan(4711), (await n.Cast(approval, code, [plans[0], 4711])).Refusal);
        var elsewhere = VotingCode.Of(new byte[32], 1);
        Assert.IsType<UnknownCode>((await n.Cast(approval, elsewhere, [plans[0]])).Refusal);
    }

    /// <summary>Random stories of casts, replacements, double posts and stale forms against a model that fits in a dictionary.</summary>
    [Theory, EachDatabase]
    public async Task Whatever_happens_each_code_has_at_most_one_ballot_and_ballots_are_as_many_as_used_marks(string database)
    {
        for (var story = 1; story <= 3; story++)
        {
            await using var site = new TestSite(database);
            var n = await Neighbourhood.On(site);
            var round = await n.WithOpenVote(rights: 12);
            var plans = await n.PlanNumbers(round);
            var codes = await n.CodesOf(round);
            var chance = new Chances(story);
            var current = new Dictionary<int, (byte[] Nonce, int[] Chosen)>();
            for (var step = 0; step < 60; step++)
            {
                var voter = chance.Below(12);
                var chosen = plans.Where(_ => chance.Below(2) == 0).Take(3).ToArray();
                var nonce = SHA256.HashData([(byte)story, (byte)step])[..16];
                var fresh = chance.Below(3) > 0;
                var upon = fresh && current.TryGetValue(voter, out var now) ? now.Nonce : new byte[16];
                var outcome = await n.Cast(round, codes[voter], chosen, nonce: nonce, upon: upon);
                var fits = !current.TryGetValue(voter, out var before) || before.Nonce.SequenceEqual(upon);
                Assert.Equal(fits, !outcome.Refused);
                if (fits) current[voter] = (nonce, chosen);
            }
            await n.WithSealedBox(round);
            Assert.Equal(current.Values.Select(c => SealedBallot.Write(c.Chosen)).Order(StringComparer.Ordinal),
                (await n.SealedOf(round)).Select(b => b.Choices).Order(StringComparer.Ordinal));
            Assert.Equal(current.Count, (await n.BoxOf(round)).Used);
        }
    }

    /// <summary>A repeatable source for stories; nothing secret hangs on it.</summary>
    private sealed class Chances(int seed)
    {
        private int at;

        public int Below(int limit) => (int)(BitConverter.ToUInt32(SHA256.HashData(BitConverter.GetBytes(((long)seed << 32) + ++at))) % (uint)limit);
    }
}
