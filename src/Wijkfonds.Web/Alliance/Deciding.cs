using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>Four eyes, in one place: a member proposes, another supports, and the effect follows at once.</summary>
public sealed class Deciding(IEnumerable<IEffect> effects)
{
    public const int EyesNeeded = 2;

    /// <summary>Puts a decision on the table with the proposer's voice. A second open one about the same is refused.</summary>
    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Viewer who, DateTimeOffset now,
        DecisionKind kind, Guid subject, string about, string path, string terms = "{}", string reason = "")
    {
        who = await who.Again(db, now);
        if (who.AllianceSeat is not { } seat) return new NotYours();
        if (await db.Set<Decision>().AnyAsync(d => d.Kind == kind && d.Subject == subject && d.CarriedAt == null && d.DroppedAt == null))
            return new AlreadyProposed();
        var decision = new Decision
        {
            FundId = seat.FundId, Number = 1 + (await db.Set<Decision>().MaxAsync(d => (int?)d.Number) ?? 0),
            Kind = kind, Subject = subject, About = about, Terms = terms, Path = path, ProposedAt = now,
        };
        if (await Bar(db, decision, who) is { } refusal) return refusal;
        decision.Voices.Add(Say(decision, seat, who, true, reason, now));
        db.Add(decision);
        return decision;
    }

    /// <summary>A second member's word. Enough voices in favour carry it out now; one against drops it.</summary>
    public async Task<Outcome<Decision>> Speak(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, bool inFavour, string reason = "")
    {
        who = await who.Again(db, now);
        if (who.AllianceSeat is not { } seat) return new NotFoundHere();
        var decision = await db.Set<Decision>().Include(d => d.Voices).SingleOrDefaultAsync(d => d.Number == number);
        if (decision is null) return new NotFoundHere();
        if (!decision.IsOpen) return new AlreadyDecided();
        if (decision.Voices.Any(v => v.AccountId == who.AccountId)) return new SecondPersonNeeded();
        if (await Bar(db, decision, who) is { } refusal) return refusal;
        if (!inFavour && string.IsNullOrWhiteSpace(reason)) return new ReasonNeeded();
        if (inFavour && await Lapsed(db, decision, now) is { } lapsed) return lapsed;
        var voice = Say(decision, seat, who, inFavour, reason, now);
        db.Add(voice);
        if (!inFavour) decision.DroppedAt = now;
        else if (decision.Voices.Count(v => v.InFavour) + (decision.Voices.Contains(voice) ? 0 : 1) >= EyesNeeded)
        {
            decision.CarriedAt = now;
            if (await EffectOf(decision.Kind).Carry(db, decision, who, now) is { } no) return no;
        }
        return decision;
    }

    private async Task<Refusal?> Bar(WijkfondsContext db, Decision decision, Viewer who)
    {
        if (who.AccountId is { } account && await HasInterest(db, account, await Concerns(db, decision))) return new StandsAside();
        return await EffectOf(decision.Kind).Stands(db, decision, who);
    }

    /// <summary>A voice in favour counts while its member sits here and has no interest in it. Otherwise one sitting member would decide alone.</summary>
    private async Task<Refusal?> Lapsed(WijkfondsContext db, Decision decision, DateTimeOffset now)
    {
        var concerns = await Concerns(db, decision);
        foreach (var voice in decision.Voices.Where(v => v.InFavour))
        {
            if (!(await Viewer.Of(voice.AccountId, db, now, secondFactor: false)).IsMember) return new ProposerLeft();
            if (await HasInterest(db, voice.AccountId, concerns)) return new ProposerStandsAside();
            if (await EffectOf(decision.Kind).IsOwn(db, decision, voice.AccountId)) return new ProposerGetsIt();
        }
        return null;
    }

    private async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        [decision.Subject, .. await EffectOf(decision.Kind).Concerns(db, decision)];

    private static Task<bool> HasInterest(WijkfondsContext db, Guid account, IReadOnlyList<Guid> concerns) =>
        db.Set<Interest>().AnyAsync(i => i.AccountId == account && concerns.Contains(i.Subject) && i.EndedAt == null);

    /// <summary>Its proposer takes an open proposal back.</summary>
    public async Task<Outcome<Decision>> TakeBack(WijkfondsContext db, Viewer who, DateTimeOffset now, int number)
    {
        who = await who.Again(db, now);
        var decision = await db.Set<Decision>().Include(d => d.Voices).SingleOrDefaultAsync(d => d.Number == number);
        if (decision is null || !who.IsMember) return new NotFoundHere();
        if (!decision.IsOpen) return new AlreadyDecided();
        if (decision.Proposer.AccountId != who.AccountId) return new NotYours();
        decision.DroppedAt = now;
        return decision;
    }

    /// <summary>Drops what is open about something that has changed since: nobody may agree to other terms than were proposed.</summary>
    public static async Task Drop(WijkfondsContext db, DateTimeOffset now, DecisionKind kind, Guid subject)
    {
        foreach (var decision in await db.Set<Decision>().Where(d => d.Kind == kind && d.Subject == subject && d.CarriedAt == null && d.DroppedAt == null).ToListAsync())
            decision.DroppedAt = now;
    }

    /// <summary>Drops what this member put on the table about a subject they stand aside from now.</summary>
    public async Task DropAbout(WijkfondsContext db, DateTimeOffset now, Guid account, Guid subject)
    {
        foreach (var decision in await OpenBy(db, account))
            if ((await Concerns(db, decision)).Contains(subject)) decision.DroppedAt = now;
    }

    /// <summary>Drops all that this member put on the table: they leave it.</summary>
    public static async Task DropOf(WijkfondsContext db, DateTimeOffset now, Guid account)
    {
        foreach (var decision in await OpenBy(db, account)) decision.DroppedAt = now;
    }

    // What is carried in this very transaction is still open in the database.
    private static async Task<List<Decision>> OpenBy(WijkfondsContext db, Guid account) =>
        [.. (await db.Set<Decision>().Where(d => d.CarriedAt == null && d.DroppedAt == null && d.Voices.Any(v => v.AccountId == account)).ToListAsync()).Where(d => d.IsOpen)];

    /// <summary>The subjects about which a second member can still speak on one of these kinds.</summary>
    public static async Task<IReadOnlySet<Guid>> OpenAbout(WijkfondsContext db, params DecisionKind[] kinds) =>
        await db.Set<Decision>().Where(d => kinds.Contains(d.Kind) && d.CarriedAt == null && d.DroppedAt == null).Select(d => d.Subject).ToHashSetAsync();

    /// <summary>What exactly is decided, in sentences.</summary>
    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) => EffectOf(decision.Kind).Explain(db, decision, words);

    /// <summary>Why it can only be dropped: a voice for it counts no more. Null while it can still be agreed to.</summary>
    public Task<Refusal?> WhyLapsed(WijkfondsContext db, Decision decision, DateTimeOffset now) => Lapsed(db, decision, now);

    /// <summary>Why this person may not speak on it, although the seat would allow it; null when nothing bars.</summary>
    public Task<Refusal?> Bars(WijkfondsContext db, Decision decision, Viewer who) => Bar(db, decision, who);

    private IEffect EffectOf(DecisionKind kind) => effects.Single(e => e.Kind == kind);

    private static Voice Say(Decision decision, Seat seat, Viewer who, bool inFavour, string reason, DateTimeOffset now) => new()
    {
        FundId = decision.FundId, DecisionId = decision.Id, SeatId = seat.Id, AccountId = who.AccountId!.Value,
        InFavour = inFavour, Reason = reason, At = now,
    };
}
