using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>A vote: the ballot frozen, codes made and confirmed, ballots in the box, the box sealed. All by the product's own rules.</summary>
public sealed partial class Neighbourhood
{
    private readonly Dictionary<Guid, IReadOnlyList<VotingCode>> codes = [];

    /// <summary>The codes of a round, in roll order: made at the first call, remembered after the seed is destroyed.</summary>
    public async Task<IReadOnlyList<VotingCode>> CodesOf(Round round, int rights = 20)
    {
        if (codes.TryGetValue(round.Id, out var known)) return known;
        await using var scope = Site.Services.CreateAsyncScope();
        var making = scope.ServiceProvider.GetRequiredService<CodeMaking>();
        var box = await making.Make(FundId, round.Id, rights, Site.Clock.Now);
        Assert.Null(box.Refusal);
        return codes[round.Id] = [.. making.Codes(box.Value!).Select(c => c.Code)];
    }

    /// <summary>A round in Reviewing gets its frozen ballot (the plans admitted so far).</summary>
    public async Task WithFrozenBallot(Round round) => Assert.Null((await Freeze(round)).Refusal);

    public Task<Outcome<Done>> Freeze(Round round) => InOneWork<Done>(async db =>
        await Freezing.Freeze(db, (await db.Round(round.Id))!, Site.Clock.Now, Member.Id) is { } no ? no : Done.It);

    /// <summary>Two members confirmed that the codes are printed; the seed is gone.</summary>
    public async Task WithConfirmedCodes(Round round)
    {
        var outcome = await InOneWork<Done>(async db =>
            await CodeConfirming.Confirm(db, (await CodeMaking.Of(db, round.Id))!, Site.Clock.Now, Member.Id) is { } no ? no : Done.It);
        Assert.Null(outcome.Refusal);
        await Site.RunJobs();
    }

    /// <summary>A round in Reviewing with its plans becomes a round in Voting, the clock at its opening.</summary>
    public async Task<Round> WithOpenVote(Round round, int rights = 20)
    {
        await WithFrozenBallot(round);
        await CodesOf(round, rights);
        await WithConfirmedCodes(round);
        Site.Clock.MoveTo(round.VotingOpens.Instant);
        return round;
    }

    /// <summary>An open vote over these plans, in one section with this budget.</summary>
    public async Task<Round> WithOpenVote(BallotType ballot = BallotType.Approval, int rights = 20, int maximumChoices = 3, long budget = 50_000,
        params (string Title, long Euros)[] plansOnBallot)
    {
        var round = await WithRound(Phase.Reviewing, ballot, maximumChoices, ("Hele wijk", budget));
        foreach (var (title, euros) in plansOnBallot.Length == 0 ? [("Regentonnen", 1_200), ("Speelplek", 4_000), ("Buurtmaaltijd", 2_500), ("Lampen", 3_000)] : plansOnBallot)
            await WithPlan(round, title, euros);
        return await WithOpenVote(round, rights);
    }

    /// <summary>Ballots of the first so many codes, each a list of plan numbers, through the one rule of casting.</summary>
    public async Task WithBallots(Round round, params int[][] ballots)
    {
        var rights = await CodesOf(round);
        await using var scope = Site.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Casting>().Cast(FundId, (await BoxOf(round)).Id, Site.Clock.Now,
            ballots.Select((chosen, at) => (rights[at], (IReadOnlyCollection<int>)chosen)));
        Assert.Null(outcome.Refusal);
    }

    /// <summary>The clock goes past closing and the request limit, and the jobs run: sealed, and whatever follows from that.</summary>
    public async Task WithSealedBox(Round round)
    {
        Site.Clock.MoveTo(round.VotingCloses.Instant + VotingHours.RequestLimit);
        await Site.RunJobs();
    }

    public async Task<BallotBox> BoxOf(Round round)
    {
        await using var db = Open();
        return (await CodeMaking.Of(db, round.Id))!;
    }

    /// <summary>What was published of a round, in the order of publication.</summary>
    public async Task<IReadOnlyList<SealedBallot>> SealedOf(Round round)
    {
        await using var db = Open();
        return await db.Set<SealedBallot>().AsNoTracking().Where(b => b.RoundId == round.Id).OrderBy(b => b.Row).ToListAsync();
    }

    public async Task<int[]> PlanNumbers(Round round)
    {
        await using var db = Open();
        return await db.Set<BallotPlan>().Where(p => p.RoundId == round.Id).OrderBy(p => p.Number).Select(p => p.Number).ToArrayAsync();
    }

    /// <summary>One ballot by the rule, as a request that arrived at this instant brings it.</summary>
    public async Task<Outcome<Receipt>> Cast(Round round, VotingCode code, int[] chosen, DateTimeOffset? arrival = null, byte[]? nonce = null, byte[]? upon = null)
    {
        var box = await BoxOf(round);
        var folder = Site.Services.GetRequiredService<KeyFolder>();
        if (folder.Keys(box.Id) is not { } keys) return new BoxIsShut(round.VotingCloses);
        var casting = new Casting(new Work(Site.Database, new FundScope { Fund = Fund }), folder);
        return await casting.Cast(FundId, arrival ?? Site.Clock.Now, new Right(box.Id, keys.RollTag(code), keys.SlotTag(code)),
            new BallotForm(nonce ?? System.Security.Cryptography.RandomNumberGenerator.GetBytes(Slot.NonceBytes), upon ?? new byte[Slot.NonceBytes], chosen));
    }
}
