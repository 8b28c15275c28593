using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

/// <summary>
/// What an organisation promised for one year: in an agreement with a schedule, or without one. Each time the amount changes a
/// <see cref="PledgeStep"/> is added and none is ever changed: a statement as known on a day that is over asks those.
/// </summary>
public sealed class Pledge : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    /// <summary>Null for a promise without a schedule.</summary>
    public Guid? AgreementId { get; init; }
    public required int Year { get; init; }
    /// <summary>As it stands now: that of the last step.</summary>
    public Cents Amount { get; private set; }
    /// <summary>The number of the last step.</summary>
    public int Step { get; private set; }
    public required DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The only way in which the amount changes; the caller adds the step that comes back.</summary>
    public PledgeStep Becomes(Cents amount, PledgeReason reason, DateTimeOffset now)
    {
        (Amount, Step) = (amount, Step + 1);
        return new PledgeStep { FundId = FundId, PledgeId = Id, Number = Step, Amount = amount, Reason = reason, At = now };
    }
}

/// <summary>Why a promise became another amount. Its words are "PledgeReason.{Reason}".</summary>
public enum PledgeReason
{
    /// <summary>Two members agreed that it was promised, without a schedule.</summary>
    Promised,
    /// <summary>It came into an agreement with a schedule, or went over into one.</summary>
    Scheduled,
    Ended, Finalised,
    /// <summary>An early end or a final amount that was wrong was corrected.</summary>
    Corrected,
}

/// <summary>What a promise came to, from an instant on. Never changed.</summary>
public sealed class PledgeStep : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid PledgeId { get; init; }
    public Pledge Pledge { get; init; } = null!;
    /// <summary>From 1, within its pledge.</summary>
    public required int Number { get; init; }
    public required Cents Amount { get; init; }
    public required PledgeReason Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class PledgeMapping : IEntityTypeConfiguration<Pledge>, IEntityTypeConfiguration<PledgeStep>
{
    public void Configure(EntityTypeBuilder<Pledge> pledge)
    {
        pledge.HasIndex(p => new { p.FundId, p.ContributorId, p.Year }).IsUnique().HasFilter("\"AgreementId\" IS NULL");
        pledge.HasIndex(p => new { p.FundId, p.AgreementId, p.Year }).IsUnique();
        pledge.HasOne<Agreements.Agreement>().WithMany().HasForeignKey(p => p.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PledgeStep> step)
    {
        step.HasIndex(s => new { s.FundId, s.PledgeId, s.Number }).IsUnique();
        step.HasOne(s => s.Pledge).WithMany().HasForeignKey(s => s.PledgeId).OnDelete(DeleteBehavior.Restrict);
    }
}
