namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>What a rule noticed about a payment or an award. No accusation: a reason to look.</summary>
public enum FlagKind
{
    /// <summary>One bank account is paid for two plans or more.</summary>
    SameIban,
    /// <summary>Who is paid sat in the alliance when the payment was prepared.</summary>
    PayeeIsMember,
    /// <summary>An award of at most a twentieth below a limit.</summary>
    JustUnder,
    /// <summary>One maker, two small awards or more in a year.</summary>
    SeveralPerPerson,
    /// <summary>Money goes to who gave money, or to who represents a giver.</summary>
    BackToGiver,
}

/// <param name="Values">For the words "flag.{Kind}".</param>
/// <param name="Path">Where to look.</param>
/// <param name="Entries">The entries of the book that it is about, in order.</param>
public sealed record Flag(FlagKind Kind, DateTimeOffset At, IReadOnlyList<object> Values, string Path, IReadOnlyList<long> Entries);
