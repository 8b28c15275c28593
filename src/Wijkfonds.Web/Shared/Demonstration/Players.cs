using Wijkfonds.Web.Alliance;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Somebody the visitor of the demonstration can be. The names are invented.</summary>
public sealed record Player(string Key, string Name, Body? Body = null, Post Post = Post.Member)
{
    public string Email => $"{Key}@demonstratie.example";
}

/// <summary>The people of the bar, in the order in which they stand there.</summary>
public static class Players
{
    public static readonly Player Resident = new("bewoner", "Rosa Bakker");
    public static readonly Player Member = new("lid", "Mo Yildiz", Body.Alliance);
    public static readonly Player Second = new("tweede-lid", "Sanne de Vries", Body.Alliance);
    public static readonly Player Treasurer = new("penningmeester", "Tineke Pel", Body.Alliance, Post.Treasurer);
    public static readonly Player Contributor = new("bijdrager", "Gerda Kok");
    public static readonly Player Audit = new("kascommissie", "Kees Brand", Body.AuditCommittee);
    /// <summary>Not on the bar: two members of the committee sign.</summary>
    public static readonly Player SecondAudit = new("kascommissie-2", "Yvonne Smits", Body.AuditCommittee);
    public static readonly Player Desk = new("balie", "Bea Jansen", Body.Desk);
    public static readonly Player Host = new("beheerder", "Henk Wit");

    public static readonly IReadOnlyList<Player> All = [Resident, Member, Second, Treasurer, Contributor, Audit, Desk, Host];

    /// <summary>The other seats of the alliance: eleven for residents, six for organisations, with the three above among them.</summary>
    public static readonly IReadOnlyList<(string Name, SeatOrigin Origin, string Organisation)> OtherSeats =
    [
        ("Fatima", SeatOrigin.Lot, ""), ("Jan v.d. Berg", SeatOrigin.Lot, ""), ("Aylin K.", SeatOrigin.Lot, ""), ("Piet", SeatOrigin.Lot, ""),
        ("Chantal Blom", SeatOrigin.Lot, ""), ("Youssef", SeatOrigin.Lot, ""), ("Marijke", SeatOrigin.Election, ""), ("Dewi S.", SeatOrigin.Election, ""),
        ("", SeatOrigin.Lot, ""),
        ("L. Hoekstra", SeatOrigin.Organisation, "Gemeente Oosterstad"), ("R. Pinas", SeatOrigin.Organisation, "Woonstichting Thuis"),
        ("E. Mulder", SeatOrigin.Organisation, "Zorgcentrum De Linde"), ("B. Postma", SeatOrigin.Organisation, "Basisschool De Esdoorn"),
        ("I. Öztürk", SeatOrigin.Organisation, "Winkeliers Marktplein"),
    ];
}
