using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Codes are made and printed; residents vote; what follows from the clock follows.</summary>
public sealed partial class Story
{
    /// <summary>Freezes the ballot, makes a code for everyone, and confirms that they are printed. Returns all codes, as the letters hold them.</summary>
    private async Task<(BallotBox Box, List<VotingCode> Codes)> Prepare(Round round, DateTimeOffset at)
    {
        var frozen = await Do(at, async db => await Freezing.Propose(db, Get<Deciding>(), await As(db, Players.Member, at), at, round.Number));
        await Agree(at.AddHours(1), frozen, Players.Second);
        var made = await Get<CodeMaking>().Make(fund.Id, round.Id, fund.Residents, at.AddHours(2));
        var box = made.Refused ? throw new InvalidOperationException($"No codes: {made.Refusal}") : made.Value;
        var codes = Get<CodeMaking>().Codes(box).Select(c => c.Code).ToList();
        var printed = await Do(at.AddHours(3), async db => await Get<Deciding>().Propose(db, await As(db, Players.Member, at), at.AddHours(3), DecisionKind.ConfirmCodes, box.Id, round.Name, $"/rondes/{round.Number}/codes"));
        await Agree(at.AddHours(4), printed, Players.Second);
        return (box, codes);
    }

    /// <summary>This many residents vote: each chooses the plans they like, more often the popular ones, as far as the ballot allows.</summary>
    private async Task Vote(Round round, BallotBox box, IReadOnlyList<VotingCode> codes, int voters, DateTimeOffset at)
    {
        List<BallotPlan> ballot;
        await using (var db = database.Open(fund.Id))
            ballot = await db.Set<BallotPlan>().AsNoTracking().Where(p => p.RoundId == round.Id).OrderBy(p => p.Number).ToListAsync();
        var told = plans.ToDictionary(p => p.Title, StringComparer.Ordinal);
        // How many in a thousand like a plan: as told, or from its place in the book.
        var liked = ballot.ToDictionary(p => p.Number, p => told[p.Title].Votes > 0 ? told[p.Title].Votes * 1000 / voters : 180 + 97 * p.Number % 420);
        var chance = new Chance(round.Number);
        var outcome = await Get<Casting>().Cast(fund.Id, box.Id, at, codes.Take(voters).Select(code => (code, Choose(round, ballot, liked, chance))));
        if (outcome.Refused) throw new InvalidOperationException($"The story's voters were refused: {outcome.Refusal}");
    }

    private static IReadOnlyCollection<int> Choose(Round round, IReadOnlyList<BallotPlan> ballot, Dictionary<int, int> liked, Chance chance)
    {
        var chosen = new List<BallotPlan>();
        foreach (var plan in ballot.OrderBy(_ => chance.Below(1_000_000)))
        {
            if (chance.Below(1000) >= liked[plan.Number]) continue;
            var section = round.Sections.Single(s => s.Id == plan.SectionId);
            var here = chosen.Where(p => p.SectionId == plan.SectionId).ToList();
            var fits = round.BallotType == BallotType.Approval ? here.Count < round.MaximumChoices
                : here.Aggregate(plan.Cost, (sum, p) => sum + p.Cost) <= section.Budget;
            if (fits) chosen.Add(plan);
        }
        return [.. chosen.Select(p => p.Number).Order()];
    }

    /// <summary>What jobs do at that moment: seal, count, write mails.</summary>
    private async Task WhatFollows(DateTimeOffset at)
    {
        foreach (var name in new[] { "sealing", "count" })
            await services.GetServices<IJob>().Single(j => j.Name == name).Run(at, CancellationToken.None);
    }

    /// <summary>The same "chance" at every start, so that the demonstration is the same for everybody. Decides nothing that counts.</summary>
    private sealed class Chance(int seed)
    {
        private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15 + 1);

        public int Below(int bound)
        {
            unchecked
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                return (int)((state >> 33) % (ulong)bound);
            }
        }
    }
}
