using Microsoft.AspNetCore.Identity;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>
/// A fund with its people, as most tests find it: var n = await Neighbourhood.On(site); then n.As(n.Member).Go("/bureau").
/// Money, rounds and plans are added with WithMoney, WithRound and WithPlan.
/// </summary>
public sealed partial class Neighbourhood
{
    /// <summary>Everybody's password here.</summary>
    public const string Password = "zonnebloem aan de gracht";
    private static readonly string PasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), Password);
    private int people;

    private Neighbourhood(TestSite site) => Site = site;

    public TestSite Site { get; }
    public Fund Fund { get; private set; } = null!;
    public Guid FundId => Fund.Id;

    public Account Treasurer { get; private set; } = null!;
    public Account Member { get; private set; } = null!;
    public Account SecondMember { get; private set; } = null!;
    public Account Auditor { get; private set; } = null!;
    public Account DeskHelper { get; private set; } = null!;
    public Account Host { get; private set; } = null!;
    /// <summary>Represents the first contributor once there is money; before that a resident.</summary>
    public Account ContributorRepresentative { get; private set; } = null!;
    public IReadOnlyList<Account> Residents { get; private set; } = [];
    public Account Resident => Residents[0];
    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    /// <summary>A fund at /w/{slug} with three residents, an alliance of three, an auditor, a desk helper and a host.</summary>
    public static async Task<Neighbourhood> On(TestSite site, string slug = "oosterhoek")
    {
        var n = new Neighbourhood(site) { Fund = await site.GivenFund(slug) };
        n.Treasurer = await n.Account("Tineke Penning");
        n.Member = await n.Account("Mo Yildiz");
        n.SecondMember = await n.Account("Sanne de Vries");
        n.Auditor = await n.Account("Kees Kas");
        n.DeskHelper = await n.Account("Bea Balie");
        n.Host = await n.Account("Henk Host");
        n.ContributorRepresentative = await n.Account("Gerda Gemeente");
        n.Residents = [await n.Account("Rosa Bakker"), await n.Account("Ahmed Haddad"), await n.Account("Joke Smit")];
        n.Seats =
        [
            n.Seat(1, Body.Alliance, n.Treasurer, SeatOrigin.Election, Post.Treasurer),
            n.Seat(2, Body.Alliance, n.Member, SeatOrigin.Lot),
            n.Seat(3, Body.Alliance, n.SecondMember, SeatOrigin.Organisation, organisation: "Welzijn Oost"),
            n.Seat(1, Body.AuditCommittee, n.Auditor, SeatOrigin.Election),
            n.Seat(1, Body.Desk, n.DeskHelper, SeatOrigin.Appointed),
        ];
        await site.Given([.. n.Seats, new Wijkfonds.Web.Neighbours.Host { AccountId = n.Host.Id, Since = site.Clock.Now }]);
        return n;
    }

    /// <summary>One more person with an account, without any right.</summary>
    public async Task<Account> Account(string name)
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}{++people}@{Fund.Slug}.example";
        var account = new Account
        {
            UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true, PublicName = name, PasswordHash = PasswordHash, SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = Site.Clock.Now, LockoutEnabled = true,
        };
        await Site.Given(account);
        return account;
    }

    /// <summary>A visitor signed in as this person, with the second factor unless said otherwise; without a person a stranger.</summary>
    public NeighbourhoodVisitor As(Account? account, bool secondFactor = true) => new(this, Visitor.To(Site, account, secondFactor));

    public NeighbourhoodVisitor Stranger => As(null);

    /// <summary>The address of a page below this fund.</summary>
    public string At(string path) => $"/w/{Fund.Slug}{path}";

    /// <summary>Who this person is now to the rules.</summary>
    public async Task<Viewer> Viewer(Account account, bool secondFactor = true)
    {
        await using var db = Open();
        return await Wijkfonds.Web.Neighbours.Viewer.Of(account.Id, db, Site.Clock.Now, secondFactor);
    }

    /// <summary>A context that sees this fund's rows only.</summary>
    public Wijkfonds.Web.Shared.Data.WijkfondsContext Open() => Site.Database.Open(Fund.Id);

    private Seat Seat(int number, Body body, Account account, SeatOrigin origin, Post post = Post.Member, string organisation = "") => new()
    {
        FundId = Fund.Id, Number = number, Body = body, Origin = origin, Post = post, Organisation = organisation,
        AccountId = account.Id, PublicName = account.PublicName, From = Site.Clock.Now.AddDays(-200), Until = Site.Clock.Now.AddYears(3),
    };
}
