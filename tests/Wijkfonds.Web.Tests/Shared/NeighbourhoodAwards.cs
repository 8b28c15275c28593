using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Promises to plans.</summary>
public sealed partial class Neighbourhood
{
    /// <summary>This plan won: its money is promised, from what its section has set aside.</summary>
    public async Task<Award> WithAward(Proposal plan, long euros)
    {
        var award = await InOneWork<Award>(async db =>
        {
            var number = 1 + (await db.Set<Award>().MaxAsync(a => (int?)a.Number) ?? 0);
            var id = Guid.CreateVersion7();
            var entry = await Book.Award(db, Site.Clock.Now, Fund.Id, plan.SectionId!.Value, id, Cents.Euros(euros));
            if (entry.Refused) return entry.Refusal;
            var award = new Award
            {
                Id = id, FundId = Fund.Id, Number = number, ProposalId = plan.Id, Amount = Cents.Euros(euros), BookedAt = Site.Clock.Now, EntrySequence = entry.Value.Sequence,
            };
            db.Add(award);
            return award;
        });
        return award.Refused ? throw new InvalidOperationException(award.Refusal.ToString()) : award.Value;
    }

    /// <summary>Part of what a section had set aside goes back to the pot.</summary>
    public async Task WithRelease(Section section, long euros)
    {
        var entry = await InOneWork(db => Book.Release(db, Site.Clock.Now, Fund.Id, section.Id, Cents.Euros(euros)));
        if (entry.Refused) throw new InvalidOperationException(entry.Refusal.ToString());
    }
}
