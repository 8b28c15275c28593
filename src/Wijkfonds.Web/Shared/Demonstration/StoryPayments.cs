using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>A result is confirmed, and what was promised is paid, in parts.</summary>
public sealed partial class Story
{
    /// <summary>Numbers that banks use as examples: no real accounts.</summary>
    private static readonly string[] Ibans = ["NL91ABNA0417164300", "NL20INGB0001234567", "NL02ABNA0123456789", "NL39RABO0300065264"];

    private async Task Confirm(Round round, DateTimeOffset at)
    {
        var decision = await Do(at, async db => await Get<Deciding>().Propose(db, await As(db, Players.Member, at), at, DecisionKind.ConfirmResult, round.Id, round.Name,
            $"/rondes/{round.Number}/uitslag", JsonSerializer.Serialize(new ResultTerms(false, ""))));
        await Agree(at.AddHours(2), decision, Players.Second);
    }

    /// <summary>Most plans get all of their money, some a first part, one nothing yet.</summary>
    private async Task PayOut(DateTimeOffset at)
    {
        List<Award> awards;
        await using (var db = database.Open(fund.Id))
            awards = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal).OrderBy(a => a.Number).ToListAsync();
        foreach (var award in awards.SkipLast(1))
        {
            at = at.AddDays(9);
            var amount = award.Number % 3 == 2 ? new Cents(award.Amount.Value / 2) : award.Amount;
            var form = new PaymentForm(Text(award.Number), amount.ToFile(), "Buurthuis De Brug, kas", Ibans[award.Number % Ibans.Length], false, false, null,
                amount == award.Amount ? "Alle kosten van het plan" : "Eerste helft, om te beginnen");
            await Do(at, async db => await Get<PreparePayment>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, Guid.NewGuid(), form));
            await AgreeAll(at.AddHours(5), Players.Member, DecisionKind.ReleasePayment);
        }
    }
}
