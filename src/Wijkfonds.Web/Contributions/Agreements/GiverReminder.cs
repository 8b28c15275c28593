using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>
/// The giver's contact was told that something is due: an instalment, or a promise without a schedule. The first about an
/// instalment stands in <see cref="Instalment.RemindedAt"/>, where it stood before there were more.
/// </summary>
public sealed class GiverReminder : IOfFund
{
    /// <summary>Who did not answer to three does not answer to a fourth: then somebody picks up the phone.</summary>
    public const int Most = 3;
    public const int DaysBetween = 28;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    /// <summary>The instalment, or the pledge without a schedule.</summary>
    public required Guid Subject { get; init; }
    /// <summary>From 1, within its subject.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The number of the next one; null while it is too early, or when there were enough.</summary>
    public static int? Next(int told, DateTimeOffset? last, DateTimeOffset now) =>
        told >= Most || (last is { } at && now < at.AddDays(DaysBetween)) ? null : told + 1;
}

internal sealed class GiverReminderMapping : IEntityTypeConfiguration<GiverReminder>
{
    public void Configure(EntityTypeBuilder<GiverReminder> reminder) => reminder.HasIndex(r => new { r.FundId, r.Subject, r.Number }).IsUnique();
}
