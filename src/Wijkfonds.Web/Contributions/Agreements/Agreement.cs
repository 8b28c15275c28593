using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>What a contribution is by law.</summary>
public enum LegalForm { Subsidy, Gift, Sponsoring, Assignment }

/// <summary>
/// A promise for several years with a payment schedule, in the giver's own terms. What it promises per year stands in its
/// <see cref="Pledge"/> rows, once a second member confirmed; what was received follows from the book (<see cref="Schedule"/>).
/// </summary>
public sealed class Agreement : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    /// <summary>From 1, within its contributor.</summary>
    public required int Number { get; init; }
    public required LegalForm Form { get; init; }
    /// <summary>The giver's own reference: a subsidy decision, a contract.</summary>
    public string Reference { get; init; } = "";
    public string Conditions { get; init; } = "";
    /// <summary>By when the giver wants a report.</summary>
    public DateOnly? ReportBy { get; init; }
    /// <summary>Hundredths of a percent that the amount rises each year; 0 is no indexation.</summary>
    public int Indexation { get; init; }
    /// <summary>How many months beforehand the giver says that it stops.</summary>
    public int NoticeMonths { get; init; }
    /// <summary>The earmark that binds all of it; null is unbound.</summary>
    public Guid? EarmarkId { get; init; }
    public Earmark? Earmark { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    /// <summary>Null until a second member confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
    public List<Instalment> Instalments { get; init; } = [];
    public List<AgreementAct> Acts { get; init; } = [];

    /// <summary>What holds of its early end or of its final amount: the last that was decided, unless that took it back.</summary>
    public AgreementAct? Last(AgreementActKind kind) =>
        Acts.Where(a => a.Kind == kind || a.Kind == (kind is AgreementActKind.Ended ? AgreementActKind.EndTakenBack : AgreementActKind.FinalTakenBack)).MaxBy(a => a.At) is { } last && last.Kind == kind ? last : null;

    /// <summary>Its last day, where it was ended early: what falls due later lapses.</summary>
    public DateOnly? EndsOn => Last(AgreementActKind.Ended)?.Day;
    /// <summary>What the giver fixed it at afterwards.</summary>
    public Cents? FinalAmount => Last(AgreementActKind.Finalised)?.Amount;
    public Cents Promised => Instalments.Aggregate(Cents.Zero, (sum, i) => sum + i.Amount);
}

/// <summary>One payment of the schedule.</summary>
public sealed class Instalment : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid AgreementId { get; init; }
    /// <summary>From 1, in the order of due dates.</summary>
    public required int Number { get; init; }
    /// <summary>The year it is promised for, which is not always the year it is paid in.</summary>
    public required int Year { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Cents Amount { get; init; }
    /// <summary>The giver's contact was told for the first time; what followed are <see cref="GiverReminder"/>s.</summary>
    public DateTimeOffset? RemindedAt { get; set; }
}

public enum AgreementActKind
{
    Ended, Finalised,
    /// <summary>What was decided before was wrong, and nothing comes in its place.</summary>
    EndTakenBack, FinalTakenBack,
}

/// <summary>What was decided about an agreement afterwards: its early end, or the amount the giver fixed it at. The last of its kind holds; those before it stay.</summary>
public sealed class AgreementAct : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid AgreementId { get; init; }
    public required AgreementActKind Kind { get; init; }
    /// <summary>The last day (Ended), or the day of the giver's letter (Finalised).</summary>
    public required DateOnly Day { get; init; }
    /// <summary>The final amount; nothing for an end.</summary>
    public required Cents Amount { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>The day of the giver's letter, from which the notice counts; null for a final amount, and where an earlier version did not ask it.</summary>
    public DateOnly? NoticeOn { get; init; }
    /// <summary>The giver does not keep the notice that was agreed.</summary>
    public bool Against { get; init; }
}

internal sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<Instalment>, IEntityTypeConfiguration<AgreementAct>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.HasIndex(a => new { a.FundId, a.ContributorId, a.Number }).IsUnique();
        agreement.Property(a => a.Reference).HasMaxLength(140);
        agreement.Property(a => a.Conditions).HasMaxLength(2000);
        agreement.Ignore(a => a.EndsOn);
        agreement.Ignore(a => a.FinalAmount);
        agreement.Ignore(a => a.Promised);
        agreement.HasOne(a => a.Contributor).WithMany().HasForeignKey(a => a.ContributorId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne(a => a.Earmark).WithMany().HasForeignKey(a => a.EarmarkId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasMany(a => a.Instalments).WithOne().HasForeignKey(i => i.AgreementId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasMany(a => a.Acts).WithOne().HasForeignKey(a => a.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Instalment> instalment) =>
        instalment.HasIndex(i => new { i.FundId, i.AgreementId, i.Number }).IsUnique();

    public void Configure(EntityTypeBuilder<AgreementAct> act)
    {
        act.HasIndex(a => new { a.FundId, a.AgreementId, a.Kind, a.At }).IsUnique();
        act.Property(a => a.Reason).HasMaxLength(1000);
    }
}
