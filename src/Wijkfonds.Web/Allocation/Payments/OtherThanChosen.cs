using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>What a releaser should know first: the money goes to another account, or to somebody else, than the team chose.</summary>
public static class OtherThanChosen
{
    /// <param name="payment">With its receiver.</param>
    /// <returns>A sentence; null where it goes where the team wants it, or the team chose nobody.</returns>
    public static async Task<string?> Of(WijkfondsContext db, Payment payment, Words words)
    {
        var wish = await db.Set<PayWish>().AsNoTracking().SingleOrDefaultAsync(w => w.AwardId == payment.AwardId);
        if (wish is { Iban.Length: > 0 }) return wish.Iban == payment.Payee.Iban ? null : words["payments.other-iban", Iban.Show(wish.Iban)];
        return wish is not { Name.Length: > 0 } || Receiver.IsSame(wish.Name, payment.Payee.Name) ? null : words["payments.other-receiver", wish.Name];
    }
}
