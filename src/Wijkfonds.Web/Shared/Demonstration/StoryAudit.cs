using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Statements.Auditing;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>The audit committee looked at the first year, asked something, and signed; a member told of a relation.</summary>
public sealed partial class Story
{
    private async Task Audited(DateTimeOffset at)
    {
        var (audit, year) = (new Audit(), today.AddDays(-390).Year);
        await Do(at, async db => await audit.Draw(db, await As(db, Players.Audit, at), at, fund.Id, year));
        var finding = await Do(at.AddHours(2), async db => await audit.Find(db, await As(db, Players.Audit, at), at.AddHours(2), fund.Id, year,
            "De stortingen kloppen met de bank. Bij twee organisaties staat er geen kenmerk bij de storting. Kan dat volgend jaar wel?", at.AddDays(21).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        await Do(at.AddDays(3), async db => await audit.Answer(db, await As(db, Players.Member, at.AddDays(3)), at.AddDays(3), fund.Id, year, finding.Number,
            "Ja. We hebben de organisaties gevraagd om voortaan ons nummer bij de storting te zetten."));
        await Do(at.AddDays(5), async db => await audit.Sign(db, await As(db, Players.Audit, at.AddDays(5)), at.AddDays(5), fund.Id, year,
            "Wij keken alle boekingen van de steekproef na en telden de kas: die was leeg, zoals in het boek staat. Wij zijn akkoord."));
        await Do(at.AddDays(6), async db =>
        {
            var giver = await db.Set<Contributor>().OrderBy(c => c.Number).Select(c => c.PartyId).Skip(1).FirstAsync();
            var paid = await db.Set<Allocation.Payment>().OrderBy(p => p.Number).Select(p => p.PayeeId).FirstAsync();
            return await Relations.Make(db, await As(db, Players.Second, at.AddDays(6)), at.AddDays(6), fund.Id, giver, paid, RelationKind.SameGroup, Get<Words.Texts>().In("nl"));
        });
    }
}
