using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>The team says how it wants to be paid. Name and account can wait until there is an invoice.</summary>
public static class ChoosingWay
{
    public static async Task<Outcome<PayWish>> Choose(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, string? way, string? name, string? iban)
    {
        var award = await db.Set<Award>().Include(a => a.Proposal).SingleOrDefaultAsync(a => a.Number == number);
        if (award is null || !await AwardTeam.Has(db, award, who.AccountId)) return new NotFoundHere();
        if (award.ClosedAt is not null) return new AwardIsClosed();
        if (!Enum.GetNames<PayingWay>().Contains(way)) return new Missing("way", "PayWish.Way");
        var called = Typed.Line(name, "name", 120);
        if (called.Refused) return called.Refusal;
        var account = string.IsNullOrWhiteSpace(iban) ? "" : Iban.Read(iban, "iban");
        if (account.Refused) return account.Refusal;
        var wish = await db.Set<PayWish>().SingleOrDefaultAsync(w => w.AwardId == award.Id);
        if (wish is null) db.Add(wish = new PayWish { FundId = award.FundId, AwardId = award.Id, Way = default });
        (wish.Way, wish.Name, wish.Iban, wish.ChosenAt) = (Enum.Parse<PayingWay>(way!), called.Value, account.Value, now);
        return wish;
    }
}
