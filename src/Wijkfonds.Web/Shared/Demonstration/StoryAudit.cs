using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>The audit committee looked at the year before, asked something, was answered, and signed; about this year it asks something now.</summary>
public sealed partial class Story
{
    private async Task Audited(DateTimeOffset at)
    {
        // The last year that was over then: the committee draws when nothing more is to come.
        var (year, words) = (at.Year - 1, Get<Words.Texts>().In("nl"));
        var givers = await Read(db => db.Set<Contributor>().OrderBy(c => c.Number).Select(c => c.PartyId).ToListAsync());
        await Do(at, async db => await Declaring.Declare(db, await As(db, Players.Audit, at), at, true, null));
        await Do(at, async db => await Declaring.Add(db, await As(db, Players.SecondAudit, at), at, fund.Id, givers[3], RelationKind.Employee, words));
        await Do(at, async db => await Declaring.Declare(db, await As(db, Players.SecondAudit, at), at, false, null));
        await Do(at, async db => await Sampling.Draw(db, await As(db, Players.Audit, at), at, fund.Id, year));
        var asked = at.AddHours(2);
        await Do(asked, async db => await Get<Findings>().Find(db, await As(db, Players.Audit, asked), asked, fund, year,
            "De stortingen kloppen met de bank. Bij twee organisaties staat er geen kenmerk bij de storting. Kan dat volgend jaar wel?", DayText(at.AddDays(21))));
        var answered = at.AddDays(3);
        await Do(answered, async db => await Get<Findings>().Answer(db, await As(db, Players.Member, answered), answered, fund, year, 1,
            "Ja. We hebben de organisaties gevraagd om voortaan ons nummer bij de storting te zetten."));
        var met = at.AddDays(5);
        await Do(met, async db =>
        {
            var sample = await SampleList.Of(db, year, await db.Set<AuditAct>().ToListAsync());
            return await Sampling.Check(db, await As(db, Players.Audit, met), met, fund.Id, year,
                [.. sample!.Entries.Select((e, i) => new CheckForm(e.Entry, true, i == 0 ? "Gelijk aan het afschrift van de bank." : ""))]);
        });
        await Do(met, async db => await Get<Findings>().Close(db, await As(db, Players.Audit, met), met, fund, year, 1));
        await Do(met, async db => await Signing.Write(db, await As(db, Players.Audit, met), met, fund.Id, year,
            new("Wij keken alle boekingen van de steekproef na en legden ze naast de bank. De kas was dit jaar niet in gebruik. Wij zijn akkoord.", "Kees Brand en Yvonne Smits", DayText(met))));
        var book = await Read(db => BookCheck.Of(db, fund.Id));
        foreach (var player in new[] { Players.Audit, Players.SecondAudit })
            await Do(met.AddHours(1), async db => await Signing.Sign(db, await As(db, player, met), met.AddHours(1), fund.Id, year, [], book));
        var told = at.AddDays(6);
        await Do(told, async db =>
        {
            var paid = await db.Set<Allocation.Payment>().OrderBy(p => p.Number).Select(p => p.PayeeId).FirstAsync();
            return await Relations.Make(db, await As(db, Players.Second, told), told, fund.Id, givers[1], paid, RelationKind.SameGroup, words);
        });
    }

    /// <summary>After the tin was filled and used: the committee came by, counted along, and asked something that waits.</summary>
    private async Task Audit(DateTimeOffset at, int year)
    {
        await Do(at, async db =>
        {
            var held = await CountingAlong.Held(db, Day(at));
            return await CountingAlong.Count(db, await As(db, Players.Audit, at), at, fund.Id, year, new(held.ToFile(), DayText(at), "2", null));
        });
        await Do(at.AddHours(1), async db => await Get<Findings>().Find(db, await As(db, Players.Audit, at), at.AddHours(1), fund, year,
            "In de kas zit een bon zonder datum. Willen jullie voortaan de datum erop schrijven, en zeggen wie de bon bewaart?", DayText(today.AddDays(12))));
        await Do(at.AddHours(2), async db =>
        {
            await LookForFlags.Look(db, at.AddHours(2), fund.Id);
            var first = await db.Set<Flag>().OrderBy(f => f.Number).Select(f => f.Number).FirstAsync();
            return await ExplainingFlag.Say(db, await As(db, Players.Second, at), at.AddHours(2), first, "We hebben de rekeningen ernaast gelegd: het zijn verschillende plannen, van dezelfde leverancier.", true);
        });
    }

    private async Task<T> Read<T>(Func<Data.WijkfondsContext, Task<T>> read)
    {
        await using var db = database.Open(fund.Id);
        return await read(db);
    }

    private static string DayText(DateTimeOffset at) => Day(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
