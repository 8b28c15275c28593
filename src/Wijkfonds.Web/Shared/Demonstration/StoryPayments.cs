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
    /// <summary>Who is paid, on numbers that banks use as examples: no real accounts.</summary>
    private static readonly (string Name, string Iban)[] Payees =
    [
        ("Bouwmarkt Van Dam", "NL91ABNA0417164300"), ("Buurthuis De Brug", "NL20INGB0001234567"), ("Hoveniersbedrijf Groen & Zn.", "NL02ABNA0123456789"), ("Sportwinkel Oost", "NL39RABO0300065264"),
    ];

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
            var (payee, iban) = Payees[award.Number % Payees.Length];
            var form = new PaymentForm(Text(award.Number), amount.ToFile(), payee, iban, false, false, null,
                amount == award.Amount ? "Alle kosten van het plan" : "Eerste helft, om te beginnen");
            await Do(at, async db => await Get<PreparePayment>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, Guid.NewGuid(), form));
            await AgreeAll(at.AddHours(5), Players.Member, DecisionKind.ReleasePayment);
            // Every few payments one file for the bank, and its list read in some days later; the last one still waits at home.
            if (award.Number % 4 != 0 || award.Number >= awards.Count - 1) continue;
            await Export(at.AddHours(6));
            await ReadBank(at.AddDays(4), new BankEvent(Day(at.AddDays(3)), -9_90, "", "", "Kosten zakelijk betalingsverkeer"));
        }
    }

    /// <summary>A plan that had its first half gets the rest: released, and not taken to the bank yet.</summary>
    private async Task PayRest(DateTimeOffset at)
    {
        await using var db = database.Open(fund.Id);
        var half = await db.Set<Payment>().AsNoTracking().Include(p => p.Payee).Include(p => p.Award).Where(p => p.Amount.Value < p.Award.Amount.Value).OrderBy(p => p.Number).FirstAsync();
        var form = new PaymentForm(Text(half.Award.Number), (half.Award.Amount - half.Amount).ToFile(), half.Payee.Name, half.Payee.Iban, false, false, null, "Tweede helft");
        await Do(at, async write => await Get<PreparePayment>().New(write, await As(write, Players.Treasurer, at), at, fund.Id, Guid.NewGuid(), form));
        await AgreeAll(at.AddHours(4), Players.Member, DecisionKind.ReleasePayment);
    }
}
