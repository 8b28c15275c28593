using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>A member says why what a flag noticed is in order, or what was done about it. Never whom it is about: somebody else looks.</summary>
public static class ExplainingFlag
{
    public static async Task<Outcome<FlagAnswer>> Say(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, string? typed, bool isPublic)
    {
        who = await who.Again(db, now);
        if (!who.IsMember || await db.Set<Flag>().Include(f => f.Answers).SingleOrDefaultAsync(f => f.Number == number) is not { } flag) return new NotFoundHere();
        if ((await FlagGrowth.Of(db)).Into(number) is { } larger) return new FlagWentOn(larger);
        if (flag.Whose == who.AccountId || await IsPaid(db, flag, who.AccountId!.Value)) return new FlagIsAboutYou();
        var words = Typed.Paragraphs(typed);
        if (words.Length == 0) return new Missing($"words-{number}", "Flag.Words");
        if (words.Length > FlagAnswer.LongestWords) return new LineTooLong($"words-{number}", FlagAnswer.LongestWords);
        var answer = new FlagAnswer
        {
            FundId = flag.FundId, FlagId = flag.Id, Number = flag.Answers.Count + 1, Words = words, IsPublic = isPublic, SaidBy = who.AccountId.Value, At = now,
        };
        db.Add(answer);
        return answer;
    }

    private static async Task<bool> IsPaid(WijkfondsContext db, Flag flag, Guid account)
    {
        var payments = flag.Parts.Where(p => p.Thing == FlagThing.Payment).Select(p => p.Number).ToList();
        var costs = flag.Parts.Where(p => p.Thing == FlagThing.Cost).Select(p => p.Number).ToList();
        return await db.Set<Payment>().AnyAsync(p => payments.Contains(p.Number) && p.Payee.AccountId == account)
            || await db.Set<AllianceCost>().AnyAsync(c => costs.Contains(c.Number) && c.Payee.AccountId == account);
    }
}

/// <summary>What there is to explain is more now: the flag that took its place asks for it.</summary>
public sealed record FlagWentOn(int As) : Refusal;

/// <summary>Nobody explains what was noticed about themselves.</summary>
public sealed record FlagIsAboutYou : Refusal;
