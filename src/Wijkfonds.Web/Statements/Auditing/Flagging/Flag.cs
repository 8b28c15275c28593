using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>What a rule noticed about a payment or an award. No accusation: a reason to look.</summary>
public enum FlagKind
{
    /// <summary>One bank account is paid for two plans or more.</summary>
    SameIban,
    /// <summary>Who is paid sat in the alliance, or checked the books, when the payment was prepared.</summary>
    PayeeIsMember,
    /// <summary>An award of at most a twentieth below a limit.</summary>
    JustUnder,
    /// <summary>One maker, two small awards or more in a year.</summary>
    SeveralPerPerson,
    /// <summary>One place of plans, several makers, two small awards or more in a year.</summary>
    SeveralPerPlace,
    /// <summary>Round amounts just under a limit to one receiver, for more than one plan.</summary>
    Splitting,
    /// <summary>Money goes to who gave money, or to who represents a giver.</summary>
    BackToGiver,
    /// <summary>Money left the bank, and two members explained it without an award or a cost.</summary>
    WithoutAward,
}

/// <summary>What a flag is about: a thing of the fund and its number there.</summary>
public enum FlagThing { Award, Payment, Cost, Line }

public readonly record struct FlagPart(FlagThing Thing, int Number)
{
    public static string Text(IEnumerable<FlagPart> parts) => string.Join(' ', parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Thing}-{p.Number}")));

    public static IReadOnlyList<FlagPart> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('-')).Select(p => new FlagPart(Enum.Parse<FlagThing>(p[0]), int.Parse(p[1], CultureInfo.InvariantCulture)))];
}

/// <summary>
/// A rule noticed something, once. It stays, whatever changes later: a relation that ended was there when the money left. Where
/// more comes on the same ground, a larger flag takes its place (<see cref="FlagGrowth"/>). It names nobody: only numbers of
/// awards, payments, costs and lines of the bank, and references.
/// </summary>
public sealed class Flag : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required FlagKind Kind { get; init; }
    /// <summary>What tells it from every other: the same thing is noticed once.</summary>
    public required string Key { get; init; }
    /// <summary>When it happened, and the year of that in the fund's own zone.</summary>
    public required DateTimeOffset At { get; init; }
    public required int Year { get; init; }
    public required DateTimeOffset NoticedAt { get; init; }
    /// <summary>Its parts, as <see cref="FlagPart"/> writes them; what came last comes last.</summary>
    public required string About { get; init; }
    /// <summary>The limit that it is about, in cents; 0 where it is about none.</summary>
    public required long Limit { get; init; }
    /// <summary>The account of the member or maker, or the party of the giver; null where it is about nobody in particular.</summary>
    public required Guid? Whose { get; init; }
    public List<FlagAnswer> Answers { get; init; } = [];

    public IReadOnlyList<FlagPart> Parts => FlagPart.Read(About);
}

/// <summary>A member explains a flag, for everybody or for who checks the books. It stays; who knows better adds another.</summary>
public sealed class FlagAnswer : IOfFund
{
    public const int LongestWords = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid FlagId { get; init; }
    /// <summary>From 1, within the flag.</summary>
    public required int Number { get; init; }
    public required string Words { get; init; }
    public required bool IsPublic { get; init; }
    public required Guid SaidBy { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>How things stood when the rules last looked: while nothing changed they need not look again.</summary>
public sealed class FlagLook : IOfFund
{
    public required Guid FundId { get; init; }
    public required string Stood { get; set; }
    public required DateTimeOffset At { get; set; }
}

internal sealed class FlagMapping : IEntityTypeConfiguration<Flag>, IEntityTypeConfiguration<FlagAnswer>, IEntityTypeConfiguration<FlagLook>
{
    public void Configure(EntityTypeBuilder<Flag> flag)
    {
        flag.HasIndex(f => new { f.FundId, f.Number }).IsUnique();
        flag.HasIndex(f => new { f.FundId, f.Key }).IsUnique();
        flag.HasIndex(f => new { f.FundId, f.Year });
        flag.Property(f => f.Key).HasMaxLength(120);
        flag.Ignore(f => f.Parts);
        flag.HasMany(f => f.Answers).WithOne().HasForeignKey(a => a.FlagId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FlagAnswer> answer)
    {
        answer.HasIndex(a => new { a.FundId, a.FlagId, a.Number }).IsUnique();
        answer.Property(a => a.Words).HasMaxLength(FlagAnswer.LongestWords);
    }

    public void Configure(EntityTypeBuilder<FlagLook> look)
    {
        look.HasKey(l => l.FundId);
        look.Property(l => l.Stood).HasMaxLength(200);
    }
}
