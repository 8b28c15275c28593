using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing.Flagging;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

/// <summary>Money that leaves, and what the rules notice of it.</summary>
internal static class FlagScene
{
    public const string Shop = "NL91ABNA0417164300", Other = "NL20INGB0001234567", Third = "NL44RABO0123456789";

    /// <summary>What is noticed, after the rules looked, in the order of noticing.</summary>
    public static async Task<IReadOnlyList<FlagKind>> Kinds(Neighbourhood n)
    {
        await n.Site.RunJobs();
        await using var db = n.Open();
        return await db.Set<Flag>().OrderBy(f => f.Number).Select(f => f.Kind).ToListAsync();
    }

    public static async Task<Guid> Pay(Neighbourhood n, Award award, int number, string iban, Guid? account, long cents = 10_00, long? entry = null)
    {
        var payee = new Party { FundId = n.FundId, Name = "Iemand", Iban = iban, IsPerson = true, AccountId = account };
        await n.Site.Given(payee, new Payment
        {
            FundId = n.FundId, Number = number, AwardId = award.Id, Amount = new Cents(cents), PayeeId = payee.Id, PreparedBy = n.Treasurer.Id, PreparedAt = n.Site.Clock.Now, EntrySequence = entry,
        });
        return payee.Id;
    }

    public static async Task Cost(Neighbourhood n, int number, string iban, long cents)
    {
        var payee = new Party { FundId = n.FundId, Name = "Iemand", Iban = iban, IsPerson = true };
        await n.Site.Given(payee, new AllianceCost
        {
            FundId = n.FundId, Number = number, Kind = AllianceCostKind.Helper, Amount = new Cents(cents), PayeeId = payee.Id, What = "Hulp", PreparedBy = n.Treasurer.Id, PreparedAt = n.Site.Clock.Now,
        });
    }
}
