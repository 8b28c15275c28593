using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals.Writing;

/// <summary>Sending a plan in: its number, its version, its act and the mail, in one transaction.</summary>
public sealed class Submission(Outbox outbox, PublicAddress address, FundScope scope)
{
    public async Task<Outcome<Proposal>> Submit(WijkfondsContext db, Guid account, string handle, PlanForm form, DateTimeOffset now)
    {
        if (await db.Mine(account, handle) is not { } plan) return new NotFoundHere();
        var round = plan.Round;
        var text = PlanText.Of(plan, round).ToJson();
        var last = await db.Set<ProposalVersion>().Where(v => v.ProposalId == plan.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync();
        // A second press on the same button finds its work done: the same number, nothing twice.
        if (plan.IsUnderReview && last?.Text == text) return plan;
        if (WritingRules.MayChange(plan, round, now) is { } closed) return closed;
        if (await Auditors.Holds(db, account, now)) return new AuditorMakesNoPlan();
        if (!form.IsOf(plan)) return new StaleRevision();
        if (PlanParts.Complete(plan, round) is { } incomplete) return incomplete;
        if (last?.Text == text) return new NothingChanged();

        var first = !plan.IsSubmitted;
        // The highest number so far plus one; two at once meet at the unique index and one of them tries again.
        plan.Number ??= 1 + (await db.Set<Proposal>().Where(p => p.RoundId == round.Id).MaxAsync(p => p.Number) ?? 0);
        plan.Revision++;
        plan.SavedAt = now;
        var version = new ProposalVersion { FundId = plan.FundId, ProposalId = plan.Id, Number = 1 + (last?.Number ?? 0), At = now, Text = text };
        db.Add(version);
        db.Add(plan.Next(first ? ProposalActKind.Submitted : ProposalActKind.Resubmitted, now));

        var maker = await db.Set<Account>().SingleAsync(a => a.Id == account);
        await outbox.Write(db, now, plan.FundId, $"plan-received/{plan.Id}/{version.Number}", maker, "plan-received",
            plan.Title, plan.Number.Value, round.Name, address.Of(scope.Fund, $"/rondes/{round.Number}/plannen/{plan.Number}"),
            address.Of(scope.Fund, "/mijn"), round.VotingOpens);
        return plan;
    }
}
