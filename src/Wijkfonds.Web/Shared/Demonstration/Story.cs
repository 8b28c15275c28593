using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Reviewing;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>
/// The past of De Oosterhoek, told through the rules themselves: every act below is one that a person did at that moment,
/// refused if it was not allowed. Nothing is written past the rules but people, seats and the fund itself.
/// </summary>
public sealed partial class Story(Work work, Database database, IServiceProvider services)
{
    private static readonly string[] MakerNames = ["Ahmed", "Joke Smit", "Priya", "Wim de Boer", "Sevgi", "Anneke", "Tomasz", "Latifa B.", "Kevin", "Oma Truus", "Noor", "Samir"];
    private static readonly int Makers = MakerNames.Length;

    private readonly Dictionary<string, Account> people = new(StringComparer.Ordinal);
    private Fund fund = null!;
    private DateTimeOffset today;

    /// <summary>Tells it all, up to now; returns voting codes to try.</summary>
    public async Task<IReadOnlyList<string>> Tell(DateTimeOffset now)
    {
        today = now;
        await Settle();
        await SetRules(today.AddDays(-399));
        await Promise();
        await Agree();
        await OfferInKind();
        await Receive(today.AddDays(-390), 1, 2, 3, 4, 5, 6);

        await ReadBank(today.AddDays(-385));

        var first = await Open(1, "Ronde 1: samen buiten", BallotType.Approval, CountingRule.EqualSharesThenVotes, (-320, -290, -262, -248), ("Buiten en groen", 30_000), ("Samen en gezond", 24_000), ("Rond de huizen van Thuis", 24_000));
        await SendIn(first, _ => false);
        await Review(first, today.AddDays(-285));
        await Object(first, 12, "Komen de lampen op onze grond, en wie betaalt de stroom?", today.AddDays(-282));
        await Answer(first, 12, today.AddDays(-280));
        await Judge(first, today.AddDays(-278));
        var (box, codes) = await Prepare(first, today.AddDays(-275));
        await Vote(first, box, codes, 1_046, today.AddDays(-255));
        await WhatFollows(first.VotingCloses.Instant.AddMinutes(1));
        await Confirm(first, today.AddDays(-245));
        await TakeUpInKind(today.AddDays(-243));
        await PayOut(today.AddDays(-230));

        var second = await Open(2, "Ronde 2: de straat op", BallotType.Knapsack, CountingRule.Greedy, (-70, -42, -5, 9), ("Buiten en groen", 45_000), ("Samen en gezond", 24_000));
        await SendIn(second, _ => false);
        await PayLater(today.AddDays(-40));
        await Review(second, today.AddDays(-38));
        await Receive(today.AddDays(-30), 1, 2, 4, 6);
        await Draw(second);
        await KeepCash(today.AddDays(-30).AddHours(6));
        await Export(today.AddDays(-29));
        await ReadBank(today.AddDays(-26), new(Day(today.AddDays(-29)), -150_00, "", "", "Geldopname Oosterhoek"), new(Day(today.AddDays(-27)), 412_36, "", "", "Creditrente"), new(Day(today.AddDays(-27)), 132_40, "STRAATFEEST LINDESTRAAT", "NL36INGB0007654321", "Opbrengst tombola, voor de wijk"));
        (box, codes) = await Prepare(second, today.AddDays(-20));
        await Vote(second, box, codes, 417, today.AddDays(-1));

        await OfferLately(today.AddDays(-19));
        await ReplacePlaces(today.AddDays(-14));
        await Audited(today.AddDays(-12));
        await PromiseLaterYears(today.AddDays(-7));
        await PayRest(today.AddDays(-4));
        await BringBack(today.AddDays(-3));
        await Audit(today.AddDays(-1), Local(today.AddDays(-30)).Year);
        var third = await Open(3, "Ronde 3: nieuwe ideeën", BallotType.Approval, CountingRule.EqualShares, (-3, 25, 46, 60), ("Hele wijk", 40_000), ("Rond de huizen van Thuis", 24_000));
        await SendIn(third, i => i is 0 or 7);
        await Review(third, today.AddHours(-5), upTo: 2);
        await Propose(third, 3, today.AddHours(-3), new ReviewTerms(ReviewOutcome.Admit, ReviewReason.None, "", 1));
        await Enter(today.AddHours(-2), 3);
        await TellLately(today.AddHours(-30));
        await Object(third, 5, "Twee bakfietsen op onze stoep: wie ruimt op als ze blijven staan?", today.AddHours(-6));
        return [.. codes.TakeLast(40).Select(c => c.ToString())];
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
        Get<FundScope>().Fund = fund;
        await Do(began, db =>
        {
            db.Add(fund);
            var numbers = new Dictionary<Body, int>();
            foreach (var player in Players.All.Append(Players.SecondAudit))
            {
                people[player.Key] = Person(db, player.Email, player.Name, began);
                if (player.Body is { } body) db.Add(Seat(body, numbers, player.Post, player == Players.Member || player == Players.Treasurer ? SeatOrigin.Lot : SeatOrigin.Election, "", people[player.Key].Id, player.Name, began));
            }
            for (var i = 0; i < Makers; i++) people[$"maker-{i}"] = Person(db, $"maker-{i}@demonstratie.example", MakerNames[i], began);
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

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Who that is to the rules at that moment, second factor done.</summary>
    private Task<Viewer> As(WijkfondsContext db, Player player, DateTimeOffset at) => Viewer.Of(people[player.Key].Id, db, at, secondFactor: true);

    /// <summary>A second member agrees with the decision about this that is still open.</summary>
    private Task<Decision> Agree(DateTimeOffset at, Decision decision, Player by) =>
        Do(at, async db => await Get<Deciding>().Speak(db, await As(db, by, at), at, decision.Number, true));
}
