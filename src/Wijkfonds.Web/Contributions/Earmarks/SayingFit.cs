using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>What somebody typed about a plan and an earmark.</summary>
/// <param name="Letter">The giver's letter, where the treasurer enters its word.</param>
public sealed record WordForm(string? Kind, string? Reason, string? Letter = null);

/// <summary>
/// A member says that a plan does not fit, proposes that it does (<see cref="JudgingFit"/>), or answers an objection; the giver
/// objects, or takes that back. Until the ballot is frozen, and never after. A giver without an account writes a letter: the
/// treasurer enters it, and the giver gets a mail that says so, so that nobody objects in its name unseen.
/// </summary>
public sealed class SayingFit(Deciding deciding, TellingGiver telling, Outbox outbox, PublicAddress address, FundScope scope, Texts texts)
{
    public async Task<Outcome<EarmarkWord>> Say(WijkfondsContext db, Viewer who, DateTimeOffset now, int round, int number, Guid earmark, WordForm typed)
    {
        who = await who.Again(db, now);
        if (await db.Plan(round, number) is not { } plan) return new NotFoundHere();
        if (await db.Set<Earmark>().SingleOrDefaultAsync(e => e.Id == earmark && e.ConfirmedAt != null) is not { } found) return new NotFoundHere();
        if (!Enum.TryParse<EarmarkWordKind>(typed.Kind, out var kind) || !Enum.IsDefined(kind)) return new Missing("kind", "Earmark.Kind");
        var letter = Typed.Line(typed.Letter, "letter", 200);
        if (letter.Refused) return letter.Refusal;
        if (Bar(who, found, kind, letter.Value) is { } bar) return bar;
        if (kind is EarmarkWordKind.Fits or EarmarkWordKind.AgreedFits) return new Missing("kind", "Earmark.Kind");
        if (!IsGivers(kind) && await JudgingFit.Aside(db, who, plan, found.ContributorId) is { } aside) return aside;
        if (plan.Round.Has(RoundActKind.BallotFrozen)) return new EarmarkWordTooLate();
        if ((await SectionEarmarks.FitsOf(db, plan)).SingleOrDefault(f => f.In.Earmark.Id == earmark) is not { } beside) return new NotInItsSection();
        if (kind is EarmarkWordKind.ObjectionWithdrawn or EarmarkWordKind.Answered && beside.Fit.Reason is not FitReason.Objected) return new NoObjection();
        var why = Typed.Needed(typed.Reason, "reason", 500, "Earmark.Reason");
        if (why.Refused) return why.Refusal;
        var word = new EarmarkWord
        {
            FundId = found.FundId, EarmarkId = earmark, ProposalId = plan.Id, Kind = kind, Reason = why.Value, Letter = IsGivers(kind) ? letter.Value : "",
            AccountId = who.AccountId!.Value, At = now, Order = 1 + beside.Words.Select(w => w.Order).DefaultIfEmpty().Max(),
        };
        db.Add(word);
        if (kind is EarmarkWordKind.ProposedFits)
            return await JudgingFit.Propose(db, deciding, who, now, word, beside, texts.In(scope.Here.Language)) is { } refused ? refused : word;
        // Who was to agree that it fits would now overrule what was said since.
        if (kind is EarmarkWordKind.Objected or EarmarkWordKind.DoesNotFit) await JudgingFit.Drop(db, now, db.Set<EarmarkWord>().Where(w => w.EarmarkId == earmark && w.ProposalId == plan.Id));
        await Tell(db, word, beside, now, round, number);
        return word;
    }

    public static bool IsGivers(EarmarkWordKind kind) => kind is EarmarkWordKind.Objected or EarmarkWordKind.ObjectionWithdrawn;

    /// <summary>The giver's word is its own: its representative's, or with its letter the treasurer's.</summary>
    private static Refusal? Bar(Viewer who, Earmark earmark, EarmarkWordKind kind, string letter)
    {
        if (!IsGivers(kind)) return who.IsMember ? null : new NotFoundHere();
        if (who.Represents.Any(r => r.ContributorId == earmark.ContributorId)) return null;
        return Treasury.Bar(who) ?? (letter.Length == 0 ? new Missing("letter", "Earmark.Letter") : null);
    }

    /// <summary>The team hears what the giver says, the giver what the alliance answers, and what was entered in its name.</summary>
    private async Task Tell(WijkfondsContext db, EarmarkWord word, PlanFit beside, DateTimeOffset now, int round, int number)
    {
        var page = address.Of(scope.Fund, $"/rondes/{round}/oormerken");
        if (IsGivers(word.Kind) && await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == beside.Plan.AccountId) is { } maker)
            await outbox.Write(db, now, word.FundId, $"earmark-word/{word.Id}/maker", maker, word.Kind is EarmarkWordKind.Objected ? "earmark-objected" : "earmark-withdrawn",
                beside.In.Giver, beside.Text.Title, word.Reason, address.Of(scope.Fund, $"/rondes/{round}/plannen/{number}"));
        if (word.Kind is not EarmarkWordKind.Answered && word.Letter.Length == 0) return;
        var name = word.Kind switch { EarmarkWordKind.Answered => "earmark-answered", EarmarkWordKind.Objected => "earmark-objected-for-you", _ => "earmark-withdrawn-for-you" };
        await telling.Tell(db, now, beside.In.Earmark, $"earmark-word/{word.Id}", name, beside.In.Giver, beside.Text.Title, word.Reason, page, word.Letter);
    }
}

/// <summary>The ballot is frozen: what stands on it and whose euros pay is fixed.</summary>
public sealed record EarmarkWordTooLate : Refusal;

/// <summary>The plan is in another section than the earmarked money, or not in the running.</summary>
public sealed record NotInItsSection : Refusal;

/// <summary>There is nothing to answer or to take back.</summary>
public sealed record NoObjection : Refusal;
