using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Panels;

/// <summary>How far a panel is. Like a phase it follows from what is recorded and now.</summary>
public enum PanelStage { Gathering, ListClosed, Announced, SourceSpoke, Held }

/// <summary>Residents who advise in a round, drawn by lot from those who put themselves forward before the list closed.</summary>
public sealed class Panel : IOfFund
{
    public const int MostSeats = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    public Round Round { get; init; } = null!;
    public required int Seats { get; set; }
    public required int Reserve { get; set; }
    /// <summary>From this moment the list is final: nobody comes in, nobody goes out.</summary>
    public required Deadline Closes { get; set; }
    public required DateTimeOffset MadeAt { get; init; }
    public List<Candidate> Candidates { get; init; } = [];
    public AnnouncedDraw? Announced { get; init; }
    public HeldDraw? Held { get; init; }

    /// <summary>Who can be drawn, in order of number.</summary>
    public IEnumerable<Candidate> Pool => Candidates.Where(c => c.LeftAt is null).OrderBy(c => c.Number);

    /// <summary>The round was stopped: nobody is drawn for it any more.</summary>
    public bool IsStopped => Round.Has(RoundActKind.Cancelled);

    public PanelStage StageAt(DateTimeOffset now) =>
        Held is not null ? PanelStage.Held
        : Announced is { } draw ? (now < draw.Speaks.Instant ? PanelStage.Announced : PanelStage.SourceSpoke)
        : now < Closes.Instant ? PanelStage.Gathering : PanelStage.ListClosed;

    /// <summary>A panel for a round that people can see, early enough to advise before they vote.</summary>
    public static Outcome<Panel> For(Round round, int seats, int reserve, Deadline closes, DateTimeOffset now)
    {
        if (round.PhaseAt(now) is not (Phase.Announced or Phase.Submitting or Phase.Reviewing)) return new TooLateForPanel();
        var panel = new Panel { FundId = round.FundId, RoundId = round.Id, Round = round, Seats = seats, Reserve = reserve, Closes = closes, MadeAt = now };
        return panel.Set(round, seats, reserve, closes, now) is { } refusal ? refusal : panel;
    }

    /// <summary>Changes what was agreed, as long as nobody has put themselves forward for it.</summary>
    public Refusal? Set(Round round, int seats, int reserve, Deadline closes, DateTimeOffset now)
    {
        if (round.Has(RoundActKind.Cancelled)) return new RoundWasStopped();
        if (Candidates.Count > 0 || Announced is not null) return new PeopleCameForward(Candidates.Count);
        if (seats is < 1 or > MostSeats) return new SeatsOutOfRange(MostSeats);
        if (reserve is < 0 or > MostSeats) return new ReserveOutOfRange(MostSeats);
        if (closes.Instant <= now) return new ListClosesInPast();
        if (closes.Instant >= round.VotingOpens.Instant) return new ListClosesTooLate(round.VotingOpens);
        (Seats, Reserve, Closes) = (seats, reserve, closes);
        return null;
    }

    /// <summary>Puts a person on the list. Who left and comes back keeps the number.</summary>
    public Outcome<Candidate> Join(Guid account, string? publicName, DateTimeOffset now)
    {
        if (IsStopped) return new RoundWasStopped();
        if (now >= Closes.Instant) return new ListClosed(Closes);
        var name = Typed.Line(publicName, "publicName", Candidate.LongestName);
        if (name.Refused) return name.Refusal;
        var candidate = Candidates.SingleOrDefault(c => c.AccountId == account);
        if (candidate is { LeftAt: null }) return new OnListAlready(candidate.Number);
        if (candidate is null)
        {
            candidate = new Candidate
            {
                FundId = FundId, PanelId = Id, AccountId = account, JoinedAt = now,
                Number = 1 + Candidates.Select(c => c.Number).DefaultIfEmpty().Max(),
            };
            Candidates.Add(candidate);
        }
        (candidate.PublicName, candidate.LeftAt) = (name.Value, null);
        return candidate;
    }

    /// <summary>Takes a person off the list, as long as it is open.</summary>
    public Outcome<Candidate> Leave(Guid account, DateTimeOffset now)
    {
        if (Pool.SingleOrDefault(c => c.AccountId == account) is not { } candidate) return new NotOnList();
        if (now >= Closes.Instant) return new ListClosed(Closes);
        (candidate.LeftAt, candidate.PublicName) = (now, "");
        return candidate;
    }

    /// <summary>What is published before the source speaks: the numbers, the seats, the source. Nothing in it is personal.</summary>
    public Outcome<DrawAnnouncement> Announce(string reference, string? source, Deadline speaks, DateTimeOffset now)
    {
        if (IsStopped) return new RoundWasStopped();
        if (Announced is not null) return new DrawAnnouncedAlready();
        if (now < Closes.Instant) return new ListStillOpen(Closes);
        if (!Pool.Any()) return new NobodyCameForward();
        if (SourceWords.Read(source) is not { } named) return new Missing("source", "Draw.Source");
        if (speaks.Instant <= now) return new SourceSpokeAlready(speaks);
        return new DrawAnnouncement(reference, Seats, Reserve, named, Pool.Select(c => c.Label));
    }

    /// <summary>Draws, once the source has spoken and not before.</summary>
    public Outcome<Democracy.Bundles.DrawBundle> Draw(string? said, DateTimeOffset now)
    {
        if (IsStopped) return new RoundWasStopped();
        if (Held is not null) return new DrawHeldAlready();
        if (Announced is not { } draw) return new DrawNotAnnounced();
        if (now < draw.Speaks.Instant) return new SourceIsSilent(draw.Speaks);
        if (SourceWords.Read(said) is not { } words) return new Missing("said", "Draw.Said");
        return Democracy.Bundles.DrawBundle.Of(draw.Announcement, words);
    }
}

internal sealed class PanelMapping : IEntityTypeConfiguration<Panel>
{
    public void Configure(EntityTypeBuilder<Panel> panel)
    {
        panel.Ignore(p => p.Pool);
        panel.Ignore(p => p.IsStopped);
        panel.HasIndex(p => new { p.FundId, p.RoundId }).IsUnique();
        panel.HasOne(p => p.Round).WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
        panel.HasMany(p => p.Candidates).WithOne().HasForeignKey(c => c.PanelId).OnDelete(DeleteBehavior.Restrict);
        panel.HasOne(p => p.Announced).WithOne().HasForeignKey<AnnouncedDraw>(d => d.PanelId).OnDelete(DeleteBehavior.Restrict);
        panel.HasOne(p => p.Held).WithOne().HasForeignKey<HeldDraw>(d => d.PanelId).OnDelete(DeleteBehavior.Restrict);
    }
}
