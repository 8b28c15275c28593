using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>EUR 200,000 a year from six organisations of different kinds.</summary>
public sealed partial class Story
{
    private static readonly IReadOnlyList<(string Name, ContributorKind Kind, int Euros)> Givers =
    [
        ("Gemeente Oosterstad", ContributorKind.Municipality, 80_000), ("Woonstichting Thuis", ContributorKind.HousingCorporation, 50_000),
        ("Welzijn Oost", ContributorKind.Welfare, 20_000), ("Zorgcentrum De Linde", ContributorKind.Care, 15_000),
        ("Winkeliers Marktplein", ContributorKind.Company, 10_000), ("Fonds Goede Buren", ContributorKind.Foundation, 25_000),
    ];

    private async Task Promise()
    {
        var at = today.AddDays(-398);
        for (var number = 1; number <= Givers.Count; number++)
        {
            var (name, kind, euros) = Givers[number - 1];
            var form = new ContributorForm(name, kind.ToString(), number == 1 ? "Afdeling Wijken" : "", number == 1 ? "wijken@demonstratie.example" : "", [.. Enumerable.Range(Local(at).Year, number <= 2 ? 4 : 5).Select(y => (y, (string?)Text(euros)))],
                number == 1 ? Players.Contributor.Email : null);
            await Do(at, async db => await Get<EnterContributor>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, Guid.NewGuid(), form));
            await AgreeAll(at.AddHours(2), Players.Member, DecisionKind.ConfirmContributor);
        }
    }

    /// <summary>Money arrives from these givers, seen on the bank by the treasurer and by a second member.</summary>
    private async Task Receive(DateTimeOffset at, params int[] numbers)
    {
        foreach (var number in numbers) await Enter(at, number);
        await AgreeAll(at.AddHours(3), Players.Second, DecisionKind.ConfirmDeposit);
    }

    private Task<Deposit> Enter(DateTimeOffset at, int number) => Do(at, async db =>
    {
        var form = new DepositForm(Text(number), Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(Givers[number - 1].Euros),
            string.Create(CultureInfo.InvariantCulture, $"Wijkfonds {Local(at).Year}"), false);
        return await Get<EnterDeposit>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, Guid.NewGuid(), form);
    });

    /// <summary>Somebody agrees with every open decision of a kind.</summary>
    private async Task AgreeAll(DateTimeOffset at, Player by, DecisionKind kind)
    {
        await using var db = database.Open(fund.Id);
        foreach (var open in await db.Set<Decision>().AsNoTracking().Where(d => d.Kind == kind && d.CarriedAt == null && d.DroppedAt == null).OrderBy(d => d.Number).ToListAsync())
            await Agree(at, open, by);
    }

    private static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(1));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
