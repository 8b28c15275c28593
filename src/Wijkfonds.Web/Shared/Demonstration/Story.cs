using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>
/// The past of De Oosterhoek, told through the rules themselves: every act below is one that a person did at that moment,
/// refused if it was not allowed. Nothing is written past the rules but people, seats and the fund itself.
/// </summary>
public sealed partial class Story(Work work, IServiceProvider services)
{
    private readonly Dictionary<string, Account> people = new(StringComparer.Ordinal);
    private Fund fund = null!;
    private DateTimeOffset today;

    /// <summary>Tells it all, up to now; returns voting codes to try.</summary>
    public async Task<IReadOnlyList<string>> Tell(DateTimeOffset now)
    {
        today = now;
        await Settle();
        return [];
    }

    /// <summary>The fund, its people and their seats.</summary>
    private async Task Settle()
    {
        var began = today.AddDays(-400);
        fund = new Fund
        {
            Slug = "oosterhoek", Name = "Wijkfonds De Oosterhoek", Neighbourhood = "De Oosterhoek", Residents = 12_500, CreatedAt = began,
            Desk = "Buurthuis De Brug, Brugstraat 2. Open van maandag tot en met vrijdag, 10.00 tot 16.00 uur.", DeskPhone = "0570 12 34 56",
        };
        services.GetRequiredService<FundScope>().Fund = fund;
        await Do(began, db =>
        {
            db.Add(fund);
            var numbers = new Dictionary<Body, int>();
            foreach (var player in Players.All)
            {
                people[player.Key] = Person(db, player.Email, player.Name, began);
                if (player.Body is { } body) db.Add(Seat(body, numbers, player.Post, player == Players.Member || player == Players.Treasurer ? SeatOrigin.Lot : SeatOrigin.Election, "", people[player.Key].Id, player.Name, began));
            }
            foreach (var (name, origin, organisation) in Players.OtherSeats)
                db.Add(Seat(Body.Alliance, numbers, Post.Member, origin, organisation, null, name, began));
            db.Add(new Neighbours.Host { AccountId = people[Players.Host.Key].Id, Since = began });
            return Task.FromResult<Outcome<Done>>(Done.It);
        });
    }

    private Seat Seat(Body body, Dictionary<Body, int> numbers, Post post, SeatOrigin origin, string organisation, Guid? account, string name, DateTimeOffset from) => new()
    {
        FundId = fund.Id, Number = numbers[body] = numbers.GetValueOrDefault(body) + 1, Body = body, Post = post, Origin = origin,
        Organisation = organisation, AccountId = account, PublicName = name, From = from, Until = from.AddDays(730),
    };

    private static Account Person(WijkfondsContext db, string email, string name, DateTimeOffset since)
    {
        var account = new Account
        {
            UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true,
            PublicName = name, CreatedAt = since, SecurityStamp = Guid.NewGuid().ToString("N"), TwoFactorEnabled = false,
        };
        db.Add(account);
        return account;
    }

    /// <summary>One act at a moment of the past; a refusal there is a fault in this story.</summary>
    private async Task<T> Do<T>(DateTimeOffset at, Func<WijkfondsContext, Task<Outcome<T>>> act)
    {
        var outcome = await work.Run(fund.Id, act);
        return outcome.Refused ? throw new InvalidOperationException($"The story was refused at {at:u}: {outcome.Refusal}") : outcome.Value;
    }

    /// <summary>Who that is to the rules at that moment, second factor done.</summary>
    private Task<Viewer> As(WijkfondsContext db, Player player, DateTimeOffset at) => Viewer.Of(people[player.Key].Id, db, at, secondFactor: true);

    /// <summary>A second member agrees with the decision about this that is still open.</summary>
    private Task<Decision> Agree(DateTimeOffset at, Decision decision, Player by) =>
        Do(at, async db => await services.GetRequiredService<Deciding>().Speak(db, await As(db, by, at), at, decision.Number, true));
}
