using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Alliance;

/// <summary>What the alliance decides with two people. Each kind has one <see cref="IEffect"/> that carries it out.</summary>
public enum DecisionKind
{
    ConfirmContributor, ConfirmDeposit, ApproveRound, ReviewProposal, FreezeBallot, AnnounceDraw, HoldDraw,
    ConfirmCodes, ConfirmResult, ReleasePayment, MoveDeadline, CancelRound, FillSeat, ReverseEntry,
    CloseYear, SetMoneyRules, ExplainBankLine,
    ConfirmAgreement, EndAgreement, FinaliseAgreement, GiveBack, SetHolder, ConfirmEarmark, TakeOutEarmark,
    ConfirmOffer, CountInKind,
    WithdrawExport, ChangeIban,
    CloseAward, LapseAward, SupplementAward, RepayAward, DrawCash, CountCash, PayAllianceCost,
    MovePlan, ReplacePlaces,
    PromiseYears, WithdrawYears,
    ReturnCash,
    JudgeFit,
}

/// <summary>A recorded vote of the alliance. Carried by two members in favour who have no declared interest in it.</summary>
public sealed class Decision : IOfFund
{
    public const int LongestAbout = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required DecisionKind Kind { get; init; }
    /// <summary>The row it is about: a contributor, deposit, round, proposal, payment.</summary>
    public required Guid Subject { get; init; }
    /// <summary>What it is about in people's words, as it was when proposed ("Plan 12: Regentonnen"). Public: no name of a private person.</summary>
    public required string About { get; set; }
    /// <summary>What exactly is decided, where the kind alone does not say it (JSON, read by the kind's effect).</summary>
    public string Terms { get; set; } = "{}";
    /// <summary>Path below the fund where one sees what it is about.</summary>
    public string Path { get; init; } = "/";
    public required DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? CarriedAt { get; set; }
    /// <summary>Taken back by its proposer, or voted down.</summary>
    public DateTimeOffset? DroppedAt { get; set; }
    public List<Voice> Voices { get; init; } = [];

    public bool IsOpen => CarriedAt is null && DroppedAt is null;
    /// <summary>The voice that put it on the table.</summary>
    public Voice Proposer => Voices.MinBy(v => v.At)!;
}

/// <summary>One member's word on a decision. The proposer's is the first.</summary>
public sealed class Voice : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid DecisionId { get; init; }
    public required Guid SeatId { get; init; }
    public Seat Seat { get; init; } = null!;
    public required Guid AccountId { get; init; }
    public required bool InFavour { get; init; }
    public string Reason { get; init; } = "";
    public required DateTimeOffset At { get; init; }
}

/// <summary>A member's declared interest: who has one stands aside from every decision about that subject.</summary>
public sealed class Interest : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary>A proposal, contributor or party.</summary>
    public required Guid Subject { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset DeclaredAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<Voice>, IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.HasIndex(d => new { d.FundId, d.Number }).IsUnique();
        decision.HasIndex(d => new { d.FundId, d.Kind, d.Subject });
        decision.Ignore(d => d.Proposer);
        decision.Property(d => d.About).HasMaxLength(Decision.LongestAbout);
        decision.Property(d => d.Path).HasMaxLength(200);
        decision.HasMany(d => d.Voices).WithOne().HasForeignKey(v => v.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Voice> voice)
    {
        // Nobody speaks twice on one decision, whatever two requests do at once.
        voice.HasIndex(v => new { v.FundId, v.DecisionId, v.AccountId }).IsUnique();
        voice.Property(v => v.Reason).HasMaxLength(1000);
        voice.HasOne(v => v.Seat).WithMany().HasForeignKey(v => v.SeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Interest> interest)
    {
        interest.HasIndex(i => new { i.FundId, i.AccountId, i.Subject, i.DeclaredAt }).IsUnique();
        interest.Property(i => i.Reason).HasMaxLength(500);
    }
}
