using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Writing;

/// <summary>My drafts and plans, in every round, the last touched first; throw a draft away, withdraw a plan.</summary>
public sealed class MineModel : FundPage
{
    public IReadOnlyList<MyPlan> Plans { get; private set; } = [];
    /// <summary>A round in which a plan can be started now.</summary>
    public Round? Open { get; private set; }

    /// <summary>Plans of others that this neighbour was added to.</summary>
    public IReadOnlyList<Award> Joined { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostThrowAway(string handle)
    {
        var gone = await Work.Run(db => Drafting.ThrowAway(db, Viewer.AccountId!.Value, handle));
        return await After(gone.Refusal, "plan.thrown-away");
    }

    public async Task<IActionResult> OnPostWithdraw(string handle)
    {
        var gone = await Work.Run(db => Drafting.Withdraw(db, Viewer.AccountId!.Value, handle, Now));
        return await After(gone.Refusal, "plan.withdrawn");
    }

    private async Task<IActionResult> After(Refusal? refusal, string done)
    {
        if (refusal is null) return Confirmed("/mijn", done);
        await Load();
        return Refused(refusal);
    }

    private async Task Load()
    {
        var mine = await Db.Whole().AsNoTracking().Where(p => p.AccountId == Viewer.AccountId).ToListAsync();
        var ids = mine.Select(p => p.Id).ToList();
        var awards = await Db.Set<Award>().AsNoTracking().Where(a => ids.Contains(a.ProposalId)).ToDictionaryAsync(a => a.ProposalId);
        var sent = (await Db.Set<ProposalVersion>().AsNoTracking().Where(v => ids.Contains(v.ProposalId)).Select(v => new { v.ProposalId, v.At }).ToListAsync())
            .GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => g.Max(v => v.At));
        Plans = [.. mine.OrderByDescending(p => p.SavedAt).ThenBy(p => p.Handle, StringComparer.Ordinal).Select(p => new MyPlan(p,
            PlanStates.Of(p.LastAct?.Kind, awards.ContainsKey(p.Id)), awards.TryGetValue(p.Id, out var won) ? won.Amount : null, won?.Number,
            WritingRules.MayChange(p, p.Round, Now) is null, WritingRules.MayWithdraw(p, p.Round, Now) is null,
            sent.TryGetValue(p.Id, out var at) && p.SavedAt > at))];
        var joined = AwardTeam.Joined(Db, Viewer.AccountId);
        Joined = await Db.Set<Award>().AsNoTracking().Include(a => a.Proposal).Where(a => joined.Contains(a.Id)).OrderBy(a => a.Number).ToListAsync();
        var rounds = await Db.Rounds().AsNoTracking().OrderByDescending(r => r.Number).ToListAsync();
        Open = rounds.FirstOrDefault(r => WritingRules.MayStart(r, Now) is null);
    }
}

/// <param name="Award">Its number, where the plan won.</param>
/// <param name="HasUnsent">It was changed after it was last sent in.</param>
public sealed record MyPlan(Proposal Plan, PlanState State, Cents? Won, int? Award, bool MayChange, bool MayWithdraw, bool HasUnsent);
